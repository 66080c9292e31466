/// Says how the tiers of a rate schedule turn a month's quantity into a charge.
package enum TierModel: String, CaseIterable, Sendable, Hashable {
    /// Each tier's rate for the units inside that tier.
    case graduated
    /// All units at the rate of the tier that the quantity reaches.
    case volume
    /// One price per block of units, part blocks in proportion.
    case block
    /// One price per block of units, part blocks as whole ones.
    case package
    /// One price a month, whatever the quantity.
    case flat

    /// Whether more than one tier makes sense.
    package var hasTiers: Bool { self == .graduated || self == .volume }
}

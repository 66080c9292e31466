package import Pricing
package import Quantities

/// What the contract comes to beside its lines: totals with their identities, each line's way to
/// its net, what terms save, what currencies move.
package struct ContractStatement: Sendable {
    /// Base, options, surge, fees and bounds.
    package let totals: ContractTotals
    /// What leaving costs; `nil` where the requirement does not state it.
    package let exit: Money?
    /// What currencies of the price sheets move.
    package let exposure: CurrencyExposure
    /// Lines that a discount touches, in their order.
    package let nets: [LineNet]
    /// Lines under a term that is cheaper than none, in their order.
    package let savings: [TermSaving]

    /// A line's way from its list price to its net.
    package struct LineNet: Sendable {
        /// The line.
        package let lineID: String
        /// At list.
        package let list: Money
        /// What each discount takes off, by its number in the quote, in ten-thousandths of a minor
        /// unit.
        package let cuts: [Cut]

        /// One discount's share.
        package struct Cut: Sendable, Hashable {
            /// Which of the quote's discounts, from 0.
            package let discount: Int
            /// In ten-thousandths of a minor unit.
            package let amountE4: Int64
        }

        /// What is left, in ten-thousandths of a minor unit.
        package var netE4: Int64 {
            list.minorUnits * Waterfall.partsPerMinorUnit - cuts.map(\.amountE4).reduce(0, +)
        }
    }

    /// What a term saves on a line.
    package struct TermSaving: Sendable, Hashable {
        /// The line.
        package let lineID: String
        /// The same use without a term.
        package let onDemand: Money
        /// That less the line's amount; above 0.
        package let saved: Money
    }
}

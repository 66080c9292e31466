import LocatedInput
package import Quantities

/// What a person is hired to do, with its SFIA level of responsibility.
package struct Role: Sendable, Hashable {
    package let id: RoleID
    package let name: String
    /// Skills Framework for the Information Age, 1 to 7.
    package let sfiaLevel: Int
    package let provenance: Provenance
}

/// What one unit of a role's work costs in a country.
package struct LabourRate: Sendable, Hashable {
    package let id: RateID
    package let country: OwnerID
    package let role: RoleID
    /// Clearance level it supposes; `nil` for none.
    package let level: LevelID?
    /// Hours of one unit.
    package let hoursPerUnit: ExactDecimal
    package let low: ExactDecimal?
    package let likely: ExactDecimal
    package let high: ExactDecimal?
    package let currency: Currency
    package let basis: PriceBasis
    package let derivation: String?
    package let provenance: Provenance
}

/// Seats that a delivery model needs, and how many people fill one.
package struct OperatingModel: Sendable, Hashable {
    /// Tells when a seat is filled.
    package enum Coverage: String, InputVocabulary, Sendable, Hashable {
        case aroundTheClock = "24x7"
        case businessHours = "8x5"
    }

    package let id: OperatingModelID
    package let name: String
    package let role: RoleID
    package let seats: Int
    package let coverage: Coverage
    package let hoursPerWeek: ExactDecimal
    /// Share of paid hours at work, after leave, training and sickness.
    package let productiveShare: ExactDecimal
    package let isTwoPerson: Bool
    package let derivation: String?
    package let provenance: Provenance
}

/// A reference rate: units of a currency for one euro on a publishing day.
package struct ExchangeRate: Sendable, Hashable {
    package let date: CalendarDate
    package let currency: Currency
    package let unitsPerEuro: ExactDecimal
    package let provenance: Provenance
}

/// A discount programme that a provider has agreed to.
package struct Programme: Sendable, Hashable {
    /// Spend from which the discount applies (the bound itself is in the tier), and its rate.
    package struct Tier: Sendable, Hashable {
        package let from: ExactDecimal
        package let basisPoints: Int
    }

    /// Tells whether a rate applies to its own slice or to the whole spend.
    package enum Mode: String, InputVocabulary, Sendable, Hashable {
        case graduated
        case volume
    }

    package let id: Identifier<Programme>
    package let provider: ProviderID
    package let name: String
    package let mode: Mode
    package let currency: Currency
    package let tiers: [Tier]
    /// Capabilities whose spend counts; empty for all.
    package let capabilities: [Capability]
    /// Levels at which it holds; empty for all.
    package let levels: [LevelID]
    package let provenance: Provenance
}

import LocatedInput
package import Quantities

/// What a person is hired to do, with its SFIA level of responsibility.
package struct Role: Sendable, Hashable, Codable {
    /// Unique among roles, as in `operations-engineer`.
    package let id: RoleID
    /// As quotes print it.
    package let name: String
    /// Skills Framework for the Information Age, 1 to 7.
    package let sfiaLevel: Int
    /// Where the role's level of responsibility is stated.
    package let provenance: Provenance
}

/// What one unit of a role's work costs in a country.
package struct LabourRate: Sendable, Hashable, Codable {
    /// Unique among the rates of all countries.
    package let id: RateID
    /// Where the work is done.
    package let country: OwnerID
    /// Whose work it is.
    package let role: RoleID
    /// Clearance level it supposes; `nil` for none.
    package let level: LevelID?
    /// Hours of one unit.
    package let hoursPerUnit: ExactDecimal
    /// Lower end of an indicative rate, in `currency` per unit; `nil` for none.
    package let low: ExactDecimal?
    /// What one unit costs, in `currency`; the rate itself where it is published.
    package let likely: ExactDecimal
    /// Upper end of an indicative rate, in `currency` per unit; `nil` for none.
    package let high: ExactDecimal?
    /// Of all three amounts.
    package let currency: Currency
    /// What the amounts rest on.
    package let basis: PriceBasis
    /// Formula and inputs; present wherever the rate is not published.
    package let derivation: String?
    /// The rate card or survey.
    package let provenance: Provenance
}

/// Seats that a delivery model needs, and how many people fill one.
package struct OperatingModel: Sendable, Hashable, Codable {
    /// Tells when a seat is filled.
    package enum Coverage: String, InputVocabulary, Sendable, Hashable, Codable {
        /// All 168 hours of a week.
        case aroundTheClock = "24x7"
        /// Five days of eight hours.
        case businessHours = "8x5"
    }

    /// Unique among operating models, as in `om-remote-region`.
    package let id: OperatingModelID
    /// As quotes print it.
    package let name: String
    /// Who sits in the seats.
    package let role: RoleID
    /// Seats for one enclave at one site.
    package let seats: Int
    /// Cover that the source supposes; a requirement states the cover that it is quoted for.
    package let coverage: Coverage
    /// Paid hours of one person in a week.
    package let hoursPerWeek: ExactDecimal
    /// Share of paid hours at work, after leave, training and sickness.
    package let productiveShare: ExactDecimal
    /// Whether two people fill a seat together.
    package let isTwoPerson: Bool
    /// How the number of seats was found; `nil` where the source states it.
    package let derivation: String?
    /// Where the model is described.
    package let provenance: Provenance
}

/// A reference rate: units of a currency for one euro on a publishing day.
package struct ExchangeRate: Sendable, Hashable, Codable {
    /// Publishing day.
    package let date: CalendarDate
    /// Any but the euro.
    package let currency: Currency
    /// Above zero, with the digits that were published.
    package let unitsPerEuro: ExactDecimal
    /// Who published the rate.
    package let provenance: Provenance

    /// Who states the rate where the European Central Bank does not: the first name of the source.
    package var otherSource: String? {
        if provenance.source.hasPrefix("ECB reference rates") { return nil }
        return provenance.source.firstRange(of: " | ").map {
            String(provenance.source[..<$0.lowerBound])
        } ?? provenance.source
    }
}

/// A discount programme that a provider has agreed to.
package struct Programme: Sendable, Hashable, Codable {
    /// Spend from which the discount applies (the bound itself is in the tier), and its rate.
    package struct Tier: Sendable, Hashable, Codable {
        /// Spend in the programme's currency; tiers ascend from 0.
        package let from: ExactDecimal
        /// Hundredths of a percent, 0 to 10,000; 500 is 5 %.
        package let basisPoints: Int
    }

    /// Tells whether a rate applies to its own slice or to the whole spend.
    package enum Mode: String, InputVocabulary, Sendable, Hashable, Codable {
        /// Each slice of the spend at its own rate.
        case graduated
        /// The whole spend at the rate of the tier that it reaches.
        case volume
    }

    /// Unique among programmes of all providers.
    package let id: Identifier<Programme>
    /// Whose spend counts, and who grants it.
    package let provider: ProviderID
    /// As quotes print it.
    package let name: String
    /// How tiers apply.
    package let mode: Mode
    /// In which the tiers' bounds are stated.
    package let currency: Currency
    /// Lowest first; the first begins at 0.
    package let tiers: [Tier]
    /// Capabilities whose spend counts; empty for all.
    package let capabilities: [Capability]
    /// Levels at which it holds; empty for all.
    package let levels: [LevelID]
    /// The agreement.
    package let provenance: Provenance
}

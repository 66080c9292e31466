import Diagnostics
import LocatedInput
package import Quantities

/// What clearing a person costs, or what a cleared person is paid more.
package struct ClearanceCost: Sendable, Hashable, Codable {
    /// What the amount is.
    package enum Kind: String, InputVocabulary, Sendable, Hashable, Codable {
        /// What the vetting body charges for one case.
        case vettingFee = "vetting-fee"
        /// What holders of the clearance are paid more.
        case payPremium = "pay-premium"
        /// What work outside of office hours costs more.
        case outOfHours = "out-of-hours-premium"
    }

    /// Unique among the costs of all countries.
    package let id: ClearanceCostID
    /// Where it is charged or paid.
    package let country: OwnerID
    /// In the source's words.
    package let clearance: String
    /// What the amount is.
    package let kind: Kind
    /// Lower end; `nil` for none.
    package let low: ExactDecimal?
    /// The amount itself where it is published.
    package let likely: ExactDecimal
    /// Upper end; `nil` for none.
    package let high: ExactDecimal?
    /// Of all three; `nil` where the amounts are percentages.
    package let currency: Currency?
    /// What one amount is for, as in `case`, `year` or `percent`.
    package let unit: String
    /// Formula or remark of the source; `nil` for none.
    package let derivation: String?
    /// Who publishes it.
    package let provenance: Provenance

    init?(_ row: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "clearance cost", collector) else { return nil }
        let id = reader.required("id", as: ClearanceCostID.self)
        let country = reader.required("country", as: OwnerID.self)
        let clearance = reader.required("clearance", as: String.self)
        let kind = reader.required("kind", as: Kind.self)
        low = reader.optional("low", as: ExactDecimal.self)?.value
        let likely = reader.required("likely", as: ExactDecimal.self)
        high = reader.optional("high", as: ExactDecimal.self)?.value
        if let likely { collector.checkEstimate(likely, low: low, high: high) }
        currency = reader.optional("currency", as: Currency.self)?.value
        let unit = reader.required("unit", as: String.self)
        derivation = reader.optional("derivation", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let country, let clearance, let kind, let likely, let unit, let provenance
        else { return nil }
        self.id = id.value
        self.country = country.value
        self.clearance = clearance.value
        self.kind = kind.value
        self.likely = likely.value
        self.unit = unit.value
        self.provenance = provenance
    }
}

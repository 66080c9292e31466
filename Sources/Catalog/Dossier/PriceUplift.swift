import Diagnostics
import LocatedInput
package import Quantities

/// How much dearer one price region is than another, measured over the meters that both have.
package struct PriceUplift: Sendable, Hashable, Codable {
    /// Which figure of the measured ones it is.
    package enum Statistic: String, InputVocabulary, Sendable, Hashable, Codable {
        /// The same for every meter measured.
        case exact
        /// Half of the meters lie below.
        case median
        /// The least one.
        case minimum
        /// The greatest one.
        case maximum
    }

    /// Unique among the uplifts of all providers.
    package let id: UpliftID
    /// Whose price sheet it was measured in.
    package let provider: ProviderID
    /// Machines or meters measured.
    package let family: String
    /// Price region that is compared with, in the sheet's word.
    package let from: String
    /// Price region that is measured, in the sheet's word.
    package let to: String
    /// Which figure of the measured ones it is.
    package let statistic: Statistic
    /// Percent on top of the price in `from`; negative where `to` is cheaper.
    package let percent: ExactDecimal
    /// Meters measured; `nil` where the source does not say.
    package let samples: Int?
    /// How it was measured.
    package let derivation: String
    /// The sheet.
    package let provenance: Provenance

    init?(_ row: LocatedValue, provider: ProviderID, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "uplift", collector) else { return nil }
        let id = reader.required("id", as: UpliftID.self)
        let family = reader.required("family", as: String.self)
        let from = reader.required("from", as: String.self)
        let to = reader.required("to", as: String.self)
        let statistic = reader.required("statistic", as: Statistic.self)
        let percent = reader.required("percent", as: ExactDecimal.self)
        samples = reader.plausible("samples", in: 1...1_000_000)?.value
        let derivation = reader.required("derivation", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let family, let from, let to, let statistic, let percent, let derivation,
            let provenance
        else { return nil }
        self.id = id.value
        self.provider = provider
        self.family = family.value
        self.from = from.value
        self.to = to.value
        self.statistic = statistic.value
        self.percent = percent.value
        self.derivation = derivation.value
        self.provenance = provenance
    }
}

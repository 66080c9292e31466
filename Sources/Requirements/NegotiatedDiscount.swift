package import Catalog
package import LocatedInput
package import Diagnostics
import Quantities

/// A discount that a customer has negotiated, such as a memorandum of understanding, and that holds
/// at some levels only.
package struct NegotiatedDiscount: Sendable {
    /// Unique among the discounts.
    package let id: String
    /// As quotes print it.
    package let name: String
    /// Who grants it.
    package let provider: Located<ProviderID>
    /// The customer's words for the levels at which it holds; empty for all.
    package let classifications: [Located<String>]
    /// Hundredths of a percent off list spend, 1 to 10,000.
    package let basisPoints: Int
    /// What it rests on, in the words of who states it.
    package let basis: String
    /// Where the discount stands in the requirement.
    package let location: SourceLocation
}

extension NegotiatedDiscount {
    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "discount", collector) else { return nil }
        let id = reader.required("id", as: PartName.self)
        let name = reader.optional("name", as: String.self)
        let provider = reader.required("provider", as: ProviderID.self)
        classifications = reader.list("classifications", as: String.self)
        let percent = reader.required("percent", as: ExactDecimal.self)
        let basis = reader.optional("basis", as: String.self)
        reader.finish()
        location = id?.location ?? value.location
        guard let id, let provider, let percent else { return nil }
        guard let points = Self.basisPoints(percent.value) else {
            collector.report(
                .requirementAbsurdQuantity,
                "a discount of \(percent.value) percent; expected more than 0, at most 100, with "
                    + "at most 2 decimals",
                at: percent.location, help: "write percent off the list price, like \"12\"")
            return nil
        }
        self.id = id.value.text
        self.name = name?.value ?? id.value.text
        self.provider = provider
        basisPoints = points
        self.basis = basis?.value ?? "stated in the requirement"
    }

    private static func basisPoints(_ percent: ExactDecimal) -> Int? {
        guard
            let points = try? percent.multiplied(by: ExactDecimal(100)).wholeNumber,
            (1...10_000).contains(points)
        else { return nil }
        return Int(points)
    }
}

/// A negotiated discount whose words are bound to the catalog.
package struct BoundDiscount: Sendable {
    /// As it was written.
    package let discount: NegotiatedDiscount
    /// Levels at which it holds; empty for all.
    package let levels: [LevelID]

    /// Whether it holds for what `provider` sells at `level`.
    package func holds(provider: ProviderID, level: LevelID) -> Bool {
        provider == discount.provider.value && (levels.isEmpty || levels.contains(level))
    }
}

/// How amounts in other currencies are to be converted.
package struct ExchangeRateDemand: Sendable {
    /// Day whose rates are asked for.
    package enum Day: String, InputVocabulary, Sendable {
        /// The date of judgement.
        case judgement
        /// The day on which the offer is handed in.
        case submission
    }

    /// Whose table, such as `ECB` or `NBP`; `nil` for any.
    package let source: Located<String>?
    /// The date of judgement unless stated.
    package let day: Day

    /// Any dated rates of the date of judgement.
    static let any = Self(source: nil, day: .judgement)
}

extension ExchangeRateDemand {
    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "exchange rates", collector) else { return nil }
        source = reader.optional("source", as: String.self)
        day = reader.optional("onDate", as: Day.self)?.value ?? .judgement
        reader.finish()
    }
}

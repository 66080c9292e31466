import Diagnostics
import LocatedInput
package import Quantities

/// A published scheme for scoring offers, as dated data: its objectives, weights and levels.
package struct Framework: Sendable, Hashable, Codable {
    /// One thing that is scored.
    package struct Objective: Sendable, Hashable, Codable {
        /// As the framework writes it, as in `SOV-1`.
        package let id: String
        /// As the framework names it.
        package let name: String
        /// Percent of the whole score.
        package let weightPercent: ExactDecimal
        /// What it asks, in our words.
        package let asks: String
        /// What evidence is usual; `nil` where the source names none.
        package let evidence: String?
    }

    /// One step of its scale.
    package struct Step: Sendable, Hashable, Codable {
        /// From 0.
        package let level: Int
        /// As the framework names it.
        package let name: String
        /// What it means, in our words.
        package let meaning: String
    }

    /// Unique among frameworks, as in `eu-csf`.
    package let id: FrameworkID
    /// As published.
    package let name: String
    /// As published.
    package let version: String
    /// Day of publication.
    package let published: CalendarDate
    /// Who published it.
    package let publisher: String
    /// In the order of the framework; their weights make 100 percent.
    package let objectives: [Objective]
    /// Lowest first.
    package let levels: [Step]
    /// How a minimum works, in words; `nil` where it has none.
    package let gates: String?
    /// What the source adds, in words; `nil` for nothing.
    package let note: String?
    /// Where it was published.
    package let provenance: Provenance
}

extension Framework {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "framework", collector) else { return nil }
        let id = reader.required("id", as: FrameworkID.self)
        let name = reader.required("name", as: String.self)
        let version = reader.required("version", as: String.self)
        let published = reader.required("published", as: CalendarDate.self)
        let publisher = reader.required("publisher", as: String.self)
        objectives = reader.children("objectives").compactMap { Objective($0, into: collector) }
        levels = reader.children("levels").compactMap { Step($0, into: collector) }
            .sorted { $0.level < $1.level }
        gates = reader.optional("gates", as: String.self)?.value
        note = reader.optional("note", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        let sum = try? objectives.reduce(ExactDecimal.zero) { try $0.adding($1.weightPercent) }
        if let sum, !objectives.isEmpty, sum != ExactDecimal(100) {
            collector.report(
                .catalogAbsurdQuantity, "the weights add up to \(sum) percent, not 100",
                at: reader.location(of: "objectives"),
                help: "check weightPercent of each objective against the source")
        }
        guard let id, let name, let version, let published, let publisher, let provenance else {
            return nil
        }
        self.id = id.value
        self.name = name.value
        self.version = version.value
        self.published = published.value
        self.publisher = publisher.value
        self.provenance = provenance
    }
}

extension Framework.Objective {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "objective", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let name = reader.required("name", as: String.self)
        let weight = reader.requiredPositive("weightPercent", atMost: ExactDecimal(100))
        let asks = reader.required("asks", as: String.self)
        evidence = reader.optional("evidence", as: String.self)?.value
        reader.finish()
        guard let id, let name, let weight, let asks else { return nil }
        self.id = id.value
        self.name = name.value
        weightPercent = weight.value
        self.asks = asks.value
    }
}

extension Framework.Step {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "framework level", collector) else { return nil }
        let level = reader.requiredPlausible("level", in: 0...100)
        let name = reader.required("name", as: String.self)
        let meaning = reader.required("meaning", as: String.self)
        reader.finish()
        guard let level, let name, let meaning else { return nil }
        self.level = level.value
        self.name = name.value
        self.meaning = meaning.value
    }
}

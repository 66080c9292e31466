package import Diagnostics
package import LocatedInput
package import Quantities

/// What evaluators have written down: who complies, what each offer scores, who is to win.
package struct EvaluationRecord: Sendable {
    /// What is written of one offer.
    package struct Entry: Sendable {
        /// Which offer.
        package let offer: String
        /// Version of the requirement that was held against it; empty where it is not said.
        package let requirement: String
        /// Rules that were applied to it, in the order written.
        package let checked: [String]
        /// Lines and whether they were held to comply.
        package let compliant: [(line: String, isCompliant: Bool)]
        /// What it was given for each criterion.
        package let ratings: [ComparedOffer.Rating]
        /// What was shown for gates.
        package let gates: [ComparedOffer.GateEvidence]
        /// Assessments of parts.
        package let parts: [SovereignPart]
        /// Price that was evaluated, in the plan's currency; `nil` for none.
        package let price: ExactDecimal?
        /// Points that were given in all, of 100; `nil` for none.
        package let score: ExactDecimal?
        /// Place in the order, from 1; `nil` for none.
        package let rank: Int?
        /// Where it was read.
        package let location: SourceLocation
    }

    /// Hash of the plan that was noted when offers were opened; empty for none.
    package let planHash: String
    /// In the order written.
    package let entries: [Entry]
    /// Who is to win; empty for nobody yet.
    package let award: String
    /// What is bought for a higher price, in words; empty for none.
    package let rationale: String
    /// Where it was read.
    package let location: SourceLocation

    /// Reads a record of the form `evaluation: 1`.
    ///
    /// - Returns: `nil` after a mistake; the collector says which.
    package init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "evaluation record", collector) else { return nil }
        let parts = PlanParts(collector: collector)
        parts.version(&reader, "evaluation")
        planHash = reader.optional("plan", as: String.self)?.value ?? ""
        let read = reader.children("offers").compactMap { Entry($0, into: collector) }
        entries = parts.unique(read.map { ($0, $0.location) }, \.offer, "offer")
        award = reader.optional("award", as: String.self)?.value ?? ""
        rationale = reader.optional("rationale", as: String.self)?.value ?? ""
        location = value.location
        reader.finish()
        if collector.hasErrors { return nil }
    }

    /// Finds what is written of an offer.
    package func entry(_ offer: String) -> Entry? { entries.first { $0.offer == offer } }

    /// Gives an offer what the record says of it.
    package func completing(_ offer: ComparedOffer) -> ComparedOffer {
        guard let entry = entry(offer.id) else { return offer }
        var offer = offer
        let rated = Set(entry.ratings.map(\.criterion))
        offer.ratings = offer.ratings.filter { !rated.contains($0.criterion) } + entry.ratings
        let shown = Set(entry.gates.map(\.gate))
        offer.gates = offer.gates.filter { !shown.contains($0.gate) } + entry.gates
        offer.parts += entry.parts
        return offer
    }
}

extension EvaluationRecord.Entry {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "offer of the record", collector) else { return nil }
        let offer = reader.required("offer", as: String.self)
        requirement = reader.optional("requirement", as: String.self)?.value ?? ""
        checked = reader.list("checked", as: String.self).map(\.value)
        compliant = (reader.child("compliant")?.entries ?? []).compactMap { entry in
            guard let isCompliant = entry.value.text.flatMap({ Bool(inputText: $0) }) else {
                collector.report(
                    .inputNotTrueOrFalse, "expected \(Bool.expectation) for '\(entry.key)'",
                    at: entry.value.location)
                return nil
            }
            return (entry.key, isCompliant)
        }
        ratings = OutsideOfferReader.ratings(reader.child("ratings"), into: collector)
        gates = OutsideOfferReader.gates(reader.child("gates"), into: collector)
        parts = reader.children("sovereignty").compactMap {
            OutsideOfferReader.part($0, into: collector)
        }
        price = reader.optional("price", as: ExactDecimal.self)?.value
        score = reader.optional("score", as: ExactDecimal.self)?.value
        rank = reader.optional("rank", in: 1...1_000)?.value
        location = value.location
        reader.finish()
        guard let offer else { return nil }
        self.offer = offer.value
    }
}

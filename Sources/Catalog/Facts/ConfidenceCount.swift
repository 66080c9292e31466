/// Counts the facts of a kind by how surely they are known.
package struct ConfidenceCount: Sendable {
    /// Facts that carry no confidence of their own: vocabulary, and parts of other facts.
    package private(set) var without = 0
    /// Facts that are surer as a whole than some of their fields.
    package private(set) var withWeakerFields = 0
    private var byConfidence: [Confidence: Int] = [:]

    /// Creates a count of nothing.
    package init() {}

    /// All facts counted.
    package var total: Int { byConfidence.values.reduce(0, +) + without }

    /// How many are known so surely.
    package subscript(_ confidence: Confidence) -> Int { byConfidence[confidence] ?? 0 }

    /// Adds another count.
    package mutating func add(_ other: ConfidenceCount) {
        byConfidence.merge(other.byConfidence, uniquingKeysWith: +)
        without += other.without
        withWeakerFields += other.withWeakerFields
    }

    /// Counts the facts of every kind that a catalog has; what a later layer replaced does not
    /// count.
    package static func byKind(
        _ facts: CatalogFacts
    ) -> [(kind: FactKind, count: ConfidenceCount)] {
        let parts = facts.gather([FactKind: ConfidenceCount]()) { counts, fact in
            if !fact.isReplaced { counts[fact.kind, default: ConfidenceCount()].add(fact) }
        }
        return FactKind.allCases.compactMap { kind in
            var sum = ConfidenceCount()
            for part in parts { if let count = part[kind] { sum.add(count) } }
            return sum.total > 0 ? (kind, sum) : nil
        }
    }

    private mutating func add(_ fact: CatalogFact) {
        if let confidence = fact.texts(at: "confidence").first.flatMap(Confidence.init) {
            byConfidence[confidence, default: 0] += 1
        } else {
            without += 1
        }
        if !fact.texts(at: "unverified").isEmpty { withWeakerFields += 1 }
    }
}

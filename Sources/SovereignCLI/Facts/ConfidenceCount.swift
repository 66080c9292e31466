import Catalog

/// Counts the facts of a kind by how surely they are known.
struct ConfidenceCount: Sendable {
    /// Facts whose issuing text was read, that a third party reports, and that were recalled or
    /// inferred.
    private(set) var byConfidence: [String: Int] = [:]
    /// Facts that carry no confidence of their own: vocabulary, and parts of other facts.
    private(set) var without = 0
    /// Facts that are surer as a whole than some of their fields.
    private(set) var withWeakerFields = 0
    /// All of them.
    var total: Int { byConfidence.values.reduce(0, +) + without }

    /// How many have a confidence.
    subscript(_ confidence: Confidence) -> Int { byConfidence[confidence.rawValue] ?? 0 }

    /// Counts one more.
    mutating func add(_ fact: CatalogFact) {
        if let confidence = fact.texts(at: "confidence").first {
            byConfidence[confidence, default: 0] += 1
        } else {
            without += 1
        }
        if !fact.texts(at: "unverified").isEmpty { withWeakerFields += 1 }
    }

    /// Adds the counts of another file.
    mutating func add(_ other: ConfidenceCount) {
        byConfidence.merge(other.byConfidence, uniquingKeysWith: +)
        without += other.without
        withWeakerFields += other.withWeakerFields
    }

    /// Counts the facts of every kind that a catalog has; facts that a later layer replaced do not
    /// count.
    static func byKind(_ facts: CatalogFacts) -> [(kind: FactKind, count: ConfidenceCount)] {
        let parts = facts.gather([FactKind: ConfidenceCount]()) { counts, fact in
            if !fact.isReplaced { counts[fact.kind, default: ConfidenceCount()].add(fact) }
        }
        return FactKind.allCases.compactMap { kind in
            var sum = ConfidenceCount()
            for part in parts { if let count = part[kind] { sum.add(count) } }
            return sum.total > 0 ? (kind, sum) : nil
        }
    }
}

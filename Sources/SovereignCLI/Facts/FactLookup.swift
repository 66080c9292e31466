import Catalog
import Diagnostics

/// Finds the facts that a word of the command line means.
struct FactLookup {
    /// Most facts that one word shows; the rest is counted.
    static let mostShown = 20

    /// How a word meets a fact: the nearest way of all counts alone.
    private enum Closeness: Int, CaseIterable {
        case id, name, idInOtherCase, nameInOtherCase
    }

    /// The facts met in one way.
    private struct Found: Sendable {
        var count = 0
        var first: [CatalogFact] = []

        mutating func add(_ fact: CatalogFact) {
            count += 1
            if first.count < FactLookup.mostShown { first.append(fact) }
        }

        mutating func add(_ other: Found) {
            count += other.count
            first += other.first.prefix(max(0, FactLookup.mostShown - first.count))
        }
    }

    let facts: CatalogFacts

    /// Returns the facts that have `word` as id; else as name, marking or alias; else the same
    /// without regard to case and accents.
    func find(_ word: String) -> (facts: [CatalogFact], count: Int) {
        let empty = [Found](repeating: Found(), count: Closeness.allCases.count)
        let parts = facts.gather(empty) { found, fact in
            guard !fact.isReplaced, let closeness = Self.closeness(of: fact, to: word) else {
                return
            }
            found[closeness.rawValue].add(fact)
        }
        for closeness in Closeness.allCases {
            var all = Found()
            for part in parts { all.add(part[closeness.rawValue]) }
            if all.count > 0 { return (all.first, all.count) }
        }
        return ([], 0)
    }

    /// Reports that nothing is called so, with the nearest id or name.
    func report(unknown word: String, into collector: FindingCollector) {
        let parts = facts.gather([String]()) { words, fact in
            if !fact.isReplaced { words += [fact.id] + fact.names }
        }
        collector.report(
            .commandUnknownFact, "the catalog has nothing called \(collector.quote(word, at: nil))",
            help: DidYouMean.help(for: word, in: parts.joined())
                ?? "'sovereign catalog search' finds records by the words in them")
    }

    private static func closeness(of fact: CatalogFact, to word: String) -> Closeness? {
        if fact.id == word { return .id }
        let names = fact.names
        if names.contains(word) { return .name }
        if FoldedText.areSame(fact.id, word) { return .idInOtherCase }
        return names.contains { FoldedText.areSame($0, word) } ? .nameInOtherCase : nil
    }
}

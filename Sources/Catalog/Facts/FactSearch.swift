/// Finds facts by words that somebody remembers, best first.
///
/// Case, accents and width do not count. A word is looked for as a whole and as the beginning of a
/// word: in ids, names and markings first, then in kinds and owners, then in all other fields.
/// Mistyped words are looked for in ids and names, and count only where nothing is as typed.
package struct FactSearch: Sendable {
    /// Most words of a search.
    package static let mostWords = 16
    /// Longest word of a search, in bytes of UTF-8.
    package static let longestWord = 64

    /// A fact that was found.
    package struct Hit: Sendable {
        /// The fact.
        package let fact: CatalogFact
        /// Where the words stand, each field once: its key, and the piece of its text unless it is
        /// an id or a name.
        package let matches: [(field: String, excerpt: String?)]
    }

    /// What a search gave.
    package struct Outcome: Sendable {
        /// The best facts: those with most words, and among them by how well these fit.
        package let hits: [Hit]
        /// Number of facts that have as many words as the best.
        package let count: Int
        /// Number of words that the best facts have.
        package let wordsFound: Int
        /// Whether some word was found only as another, similar one.
        package let isFuzzy: Bool
    }

    /// Number of words looked for.
    package var wordCount: Int { matcher.words.count }

    private let matcher: FactMatcher
    private let limit: Int

    /// Creates a search for words; a text with blanks counts as several.
    ///
    /// - Returns: None where there is no letter and no digit, or more than can be looked for.
    package init?(_ texts: [String], limit: Int) {
        let words = texts.flatMap { FoldedText.words(FoldedText.bytes(of: $0)).map(Array.init) }
        guard (1...Self.mostWords).contains(words.count),
            words.allSatisfy({ $0.count <= Self.longestWord })
        else { return nil }
        matcher = FactMatcher(words: words)
        self.limit = limit
    }

    /// Searches all facts that no later layer replaces.
    ///
    /// - Complexity: linear in the text of the catalog; keeps `limit` facts of each file.
    package func run(on facts: CatalogFacts) -> Outcome {
        let parts = facts.gather(Ranking(limit: limit)) { ranking, fact in
            guard !fact.isReplaced else { return }
            let rating = matcher.rating(of: fact)
            if rating.group > 0 { ranking.add(fact, rating) }
        }
        var all = Ranking(limit: limit)
        for part in parts { all.add(part) }
        let hits = all.sorted.map { candidate in
            Hit(fact: candidate.fact, matches: matcher.places(in: candidate.fact))
        }
        return Outcome(
            hits: hits, count: all.count, wordsFound: all.group / 2,
            isFuzzy: all.group > 0 && all.group % 2 == 0)
    }
}

/// Tells how well a fact fits.
struct FactRating: Sendable {
    /// Twice the number of words found, and one more where all of them are as typed: facts of a
    /// lower group are not shown.
    let group: Int
    let score: Int
}

/// Keeps the best facts of the highest group met.
private struct Ranking: Sendable {
    struct Candidate: Sendable {
        let fact: CatalogFact
        let score: Int
    }

    let limit: Int
    private(set) var group = 0
    private(set) var count = 0
    private var kept: [Candidate] = []

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ fact: CatalogFact, _ rating: FactRating) {
        guard rating.group >= group else { return }
        if rating.group > group { start(rating.group) }
        count += 1
        kept.append(Candidate(fact: fact, score: rating.score))
        if kept.count >= 2 * limit + 64 { kept = sorted }
    }

    mutating func add(_ other: Ranking) {
        guard other.group >= group else { return }
        if other.group > group { start(other.group) }
        count += other.count
        kept += other.kept
    }

    /// The best, in an order that does not depend on that of the files.
    var sorted: [Candidate] {
        Array(kept.sorted(by: Self.isBetter).prefix(limit))
    }

    private mutating func start(_ group: Int) {
        self.group = group
        count = 0
        kept = []
    }

    private static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.score != right.score { return left.score > right.score }
        let (one, other) = (left.fact, right.fact)
        if one.kind != other.kind { return one.kind.position < other.kind.position }
        return (one.id, one.location) < (other.id, other.location)
    }
}

import LocatedInput

/// Looks for folded words in the fields of a fact.
struct FactMatcher: Sendable {
    let words: [[UInt8]]
    /// Edits that each word may be away from what is written; none for short words and those with
    /// digits, where one edit makes another name.
    private let edits: [Int]

    init(words: [[UInt8]]) {
        self.words = words
        edits = words.map { word in
            let hasDigit = word.contains { $0 &- 0x30 < 10 }
            return hasDigit ? 0 : word.count >= 8 ? 2 : word.count >= 4 ? 1 : 0
        }
    }

    /// How a word was found; a better way has a higher score.
    private struct Match {
        var score = 0
        var key = ""
        var text = ""
    }

    /// Scores of a word that is there as a whole, and of one that begins a word.
    private struct Weight {
        let whole: Int
        let beginning: Int

        static let name = Weight(whole: 100, beginning: 70)
        static let surroundings = Weight(whole: 60, beginning: 40)
        static let other = Weight(whole: 20, beginning: 10)
        /// By one edit, and by two.
        static let mistyped = Weight(whole: 9, beginning: 5)
    }

    func rating(of fact: CatalogFact) -> FactRating {
        let matches = matches(in: fact)
        var found = 0
        var isExact = true
        var score = 0
        for match in matches where match.score > 0 {
            found += 1
            score += match.score
            if match.score <= Weight.mistyped.whole { isExact = false }
        }
        guard found > 0 else { return FactRating(group: 0, score: 0) }
        if found == words.count, isExact { score += bonus(fact) }
        return FactRating(group: 2 * found + (isExact ? 1 : 0), score: score)
    }

    /// Fields in which the words stand, each once.
    func places(in fact: CatalogFact) -> [(field: String, excerpt: String?)] {
        var places: [(field: String, excerpt: String?)] = []
        for (word, match) in zip(words, matches(in: fact)) where match.score > 0 {
            guard !places.contains(where: { $0.field == match.key }) else { continue }
            let isShown = match.score >= Weight.name.beginning || match.key == "kind"
            places.append((match.key, isShown ? nil : Self.excerpt(of: match.text, around: word)))
        }
        return places
    }

    // MARK: - One fact

    private func matches(in fact: CatalogFact) -> [Match] {
        var found = [Match](repeating: Match(), count: words.count)
        look(in: fact.id, "id", .name, &found)
        forEachText(of: fact, areNames: true) { look(in: $1, $0, .name, &found) }
        if found.contains(where: { $0.score < Weight.surroundings.whole }) {
            look(in: fact.kind.rawValue, "kind", .surroundings, &found)
            look(in: fact.kind.plural, "kind", .surroundings, &found)
            if let context = fact.context {
                look(in: context, fact.kind.holder, .surroundings, &found)
            }
            if let name = fact.contextName {
                look(in: name, fact.kind.holder, .surroundings, &found)
            }
        }
        if found.contains(where: { $0.score < Weight.other.whole }) {
            forEachText(of: fact, areNames: false) { look(in: $1, $0, .other, &found) }
        }
        if found.indices.contains(where: { found[$0].score == 0 && edits[$0] > 0 }) {
            lookForMistyped(fact.id, "id", &found)
            forEachText(of: fact, areNames: true) { lookForMistyped($1, $0, &found) }
        }
        return found
    }

    /// A search for exactly the id or the name of a fact means that fact.
    private func bonus(_ fact: CatalogFact) -> Int {
        func isWhole(_ text: String) -> Bool {
            FoldedText.words(FoldedText.bytes(of: text)).elementsEqual(words) {
                $0.elementsEqual($1)
            }
        }
        if isWhole(fact.id) { return 2000 }
        return fact.names.contains(where: isWhole) ? 1000 : 0
    }

    private func look(
        in text: String, _ key: String, _ weight: Weight, _ found: inout [Match]
    ) {
        for index in words.indices where found[index].score < weight.whole {
            let score =
                switch Self.standing(of: words[index], in: text) {
                case .whole: weight.whole
                case .beginning: weight.beginning
                case .nowhere: 0
                }
            if score > found[index].score {
                found[index] = Match(score: score, key: key, text: text)
            }
        }
    }

    private func lookForMistyped(_ text: String, _ key: String, _ found: inout [Match]) {
        for written in FoldedText.words(FoldedText.bytes(of: text)) {
            for index in words.indices where found[index].score < Weight.mistyped.whole {
                let distance = EditDistance.between(words[index], written, atMost: edits[index])
                guard let distance, distance > 0 else { continue }
                let score = distance == 1 ? Weight.mistyped.whole : Weight.mistyped.beginning
                if score > found[index].score {
                    found[index] = Match(score: score, key: key, text: text)
                }
            }
        }
    }

    // MARK: - Texts

    private enum Standing {
        case nowhere, beginning, whole
    }

    private static func standing(of word: [UInt8], in text: String) -> Standing {
        var text = text
        let plain = text.withUTF8 { bytes in
            bytes.contains { $0 >= 0x80 } ? nil : standing(of: word, inASCII: bytes)
        }
        return plain
            ?? FoldedText.bytes(of: text).withUnsafeBufferPointer { bytes in
                standing(of: word, inASCII: bytes)
            }
    }

    /// Bytes are ASCII in any case, or folded text.
    private static func standing(
        of word: [UInt8], inASCII bytes: UnsafeBufferPointer<UInt8>
    ) -> Standing {
        var best = Standing.nowhere
        var start = 0
        while start + word.count <= bytes.count {
            if FoldedText.lower(bytes[start]) == word[0],
                start == 0 || !FoldedText.isPartOfWord(bytes[start - 1]),
                word.indices.allSatisfy({ FoldedText.lower(bytes[start + $0]) == word[$0] })
            {
                let end = start + word.count
                if end == bytes.count || !FoldedText.isPartOfWord(bytes[end]) { return .whole }
                best = .beginning
            }
            start += 1
        }
        return best
    }

    private func forEachText(
        of fact: CatalogFact, areNames: Bool, _ body: (_ key: String, _ text: String) -> Void
    ) {
        for entry in fact.record.entries ?? [] {
            guard Self.isName(entry.key, of: fact.kind) == areNames, !Self.isNoise(entry.key),
                !fact.nestedKeys.contains(entry.key)
            else { continue }
            Self.forEachText(in: entry.value) { text in
                body(entry.key, entry.key == "source" ? Self.withoutAddresses(text) : text)
            }
        }
    }

    private static func forEachText(in value: LocatedValue, _ body: (String) -> Void) {
        switch value.content {
        case .null: return
        case .scalar(let text, _): body(text)
        case .sequence(let elements): for element in elements { forEachText(in: element, body) }
        case .mapping(let entries): for entry in entries { forEachText(in: entry.value, body) }
        }
    }

    /// The names of documents; their addresses are full of words that mean nothing.
    private static func withoutAddresses(_ source: String) -> String {
        guard source.utf8.contains(UInt8(ascii: "|")) else { return source }
        return CatalogFact.parts(of: source, at: " ; ").map { document in
            document.firstRange(of: " | ").map { String(document[..<$0.lowerBound]) } ?? document
        }.joined(separator: " ; ")
    }

    private static func isName(_ key: String, of kind: FactKind) -> Bool {
        switch key {
        case "name", "title", "marking", "aliases", "alias": true
        case "sku": kind == .price
        case "scheme": kind == .authorisation
        default: false
        }
    }

    /// Fields that nearly every fact has with the same few words; the id is looked at by itself.
    private static func isNoise(_ key: String) -> Bool {
        key == "id" || key == "confidence" || key == "unverified"
    }

    /// A piece of the text of at most some sixty characters that has the word.
    static func excerpt(of text: String, around word: [UInt8]) -> String {
        let pieces = text.split { $0 == " " || $0.isNewline }
        let place =
            pieces.firstIndex { standing(of: word, in: String($0)) != .nowhere } ?? 0
        guard !pieces.isEmpty else { return text }
        var range = place..<place + 1
        var length = pieces[place].count
        var grew = true
        while grew {
            grew = false
            if range.upperBound < pieces.count, length + pieces[range.upperBound].count < 60 {
                length += pieces[range.upperBound].count + 1
                range = range.lowerBound..<range.upperBound + 1
                grew = true
            }
            if range.lowerBound > 0, length + pieces[range.lowerBound - 1].count < 60 {
                length += pieces[range.lowerBound - 1].count + 1
                range = range.lowerBound - 1..<range.upperBound
                grew = true
            }
        }
        let middle = pieces[range].joined(separator: " ")
        return (range.lowerBound > 0 ? "… " : "") + middle
            + (range.upperBound < pieces.count ? " …" : "")
    }
}

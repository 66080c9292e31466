import ArgumentParser
import Catalog
import Diagnostics
import Documents

/// Finds facts of the catalog by words.
struct CatalogSearchCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds facts of the catalog by words, best first.",
        discussion: """
            Case and accents do not count, the beginning of a word will do, and where nothing is \
            written so, ids and names that are similar are found. Exit status: 0 found; 1 nothing \
            has any of the words; 65 a file of the catalog cannot be read, the others are searched \
            all the same.
            """)

    @Argument(help: "Words to look for, such as: spain ens alta.")
    var words: [String]

    @Option(help: "Most rows shown.")
    var limit: Int = 20

    @OptionGroup var options: FactOptions

    var format: OutputFormat { options.form.ofFindings }

    func validate() throws {
        guard (1...10_000).contains(limit) else {
            throw ValidationError("'--limit' is \(limit), expected 1 to 10000")
        }
        guard FactSearch(words, limit: limit) != nil else {
            throw ValidationError(
                """
                expected 1 to \(FactSearch.mostWords) words of letters or digits, each of at most \
                \(FactSearch.longestWord) bytes
                """)
        }
    }

    func run(in session: CommandSession) -> ExitStatus {
        guard let search = FactSearch(words, limit: limit),
            let facts = CatalogReader(session: session).facts(options.catalog.folders)
        else { return .badData }
        let outcome = search.run(on: facts)
        switch options.form {
        case .text: session.answer(text(outcome, search, session.surroundings.tableColumns))
        case .json: session.answer(json(outcome, search, FactJSON(facts)))
        case .csv:
            let rows = outcome.hits.map { hit in
                Self.cells(hit) + ["\(hit.fact.location.path):\(hit.fact.location.line)"]
            }
            session.answer(CSVText.render([["kind", "id", "name", "foundIn", "file"]] + rows))
        }
        return outcome.hits.isEmpty ? .no : .yes
    }

    private func text(
        _ outcome: FactSearch.Outcome, _ search: FactSearch, _ width: Int
    ) -> String {
        guard !outcome.hits.isEmpty else { return "Nothing in the catalog has these words.\n" }
        var blocks: [DocumentBlock] = []
        if outcome.wordsFound < search.wordCount {
            blocks.append(
                .paragraph(
                    "Nothing has all the words; these have \(outcome.wordsFound) of "
                        + "\(search.wordCount)."))
        }
        if outcome.isFuzzy {
            blocks.append(.paragraph("Nothing is written exactly so; these are similar."))
        }
        blocks.append(
            .table(
                DocumentBlock.Table(
                    columns: ["kind", "id", "name", "found in"].map { DocumentBlock.Column($0) },
                    rows: outcome.hits.map(Self.cells))))
        if outcome.count > outcome.hits.count {
            blocks.append(
                .paragraph(
                    "The best \(outcome.hits.count) of \(outcome.count); --limit shows more."))
        }
        return TerminalRenderer(width: width).render(blocks)
    }

    private static func cells(_ hit: FactSearch.Hit) -> [String] {
        let places = hit.matches.map { match in
            match.excerpt.map { "\(match.field): \($0)" } ?? match.field
        }
        return [
            hit.fact.kind.rawValue, hit.fact.id, hit.fact.name, places.joined(separator: ", "),
        ]
    }

    private func json(
        _ outcome: FactSearch.Outcome, _ search: FactSearch, _ json: FactJSON
    ) -> JSONValue {
        [
            "format": "catalog-search/1",
            "words": .array(words.map { .string($0) }),
            "wordsFound": .integer(Int64(outcome.wordsFound)),
            "similar": .bool(outcome.isFuzzy),
            "count": .integer(Int64(outcome.count)),
            "hits": .array(
                outcome.hits.map { hit in
                    let places = hit.matches.map { match in
                        JSONValue.object([
                            ("field", .string(match.field)), ("text", .optional(match.excerpt)),
                        ])
                    }
                    return .object(json.reference(hit.fact) + [("foundIn", .array(places))])
                }),
        ]
    }
}

import ArgumentParser
import Catalog
import Diagnostics
import Documents

/// Shows one fact of the catalog with its sources and its links.
struct CatalogShowCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a fact of the catalog with its sources and what it is linked with.",
        discussion: """
            Where several facts share the id, marking or name, all of them are shown. Exit status: \
            0 shown; 64 nothing is called so; 65 a file of the catalog cannot be read, the others \
            are searched all the same.
            """)

    @Argument(
        help: """
            Id of a fact of any kind, such as es-ens-alta; or its marking, alias or name, such as \
            DIFUSIÓN LIMITADA.
            """)
    var id: [String]

    @OptionGroup var options: FactOptions

    var format: OutputFormat { options.form.ofFindings }

    func run(in session: CommandSession) -> ExitStatus {
        guard let facts = CatalogReader(session: session).facts(options.catalog.folders) else {
            return .badData
        }
        let word = id.joined(separator: " ")
        let lookup = FactLookup(facts: facts)
        let found = lookup.find(word)
        guard !found.facts.isEmpty else {
            lookup.report(unknown: word, into: session.collector)
            return .wrongUsage
        }
        let links = FactLinks.find(found.facts, in: facts)
        let shown = Array(zip(found.facts, links))
        switch options.form {
        case .text:
            let renderer = TerminalRenderer(width: session.surroundings.tableColumns)
            var parts = shown.map { FactSheet(fact: $0, links: $1).render(renderer) }
            if found.count > shown.count {
                parts.append("\(found.count - shown.count) more are called so.\n")
            }
            session.answer(parts.joined(separator: "\n"))
        case .json:
            let json = FactJSON(facts)
            session.answer([
                "format": "catalog-fact/1", "asked": .string(word),
                "count": .integer(Int64(found.count)),
                "facts": .array(shown.map { Self.json($0, $1, json) }),
            ])
        case .csv: session.answer(CSVText.render(Self.rows(found.facts)))
        }
        return .yes
    }

    private static func json(
        _ fact: CatalogFact, _ links: FactLinks.Links, _ json: FactJSON
    ) -> JSONValue {
        guard case .object(let members) = json.fact(fact) else { return .null }
        return .object(
            members + [
                ("replaces", .array(links.replaced.map { json.fact($0) })),
                ("refersTo", .array(links.refersTo.map { group($0, json) })),
                ("referredToBy", .array(links.referredToBy.map { group($0, json) })),
            ])
    }

    private static func group(_ group: FactLinks.Group, _ json: FactJSON) -> JSONValue {
        [
            "kind": .string(group.kind.rawValue), "count": .integer(Int64(group.count)),
            "first": .array(
                group.first.map { end in
                    .object([("field", .string(end.field))] + json.reference(end.fact))
                }),
        ]
    }

    /// One row a field, since facts of several kinds may be shown.
    private static func rows(_ facts: [CatalogFact]) -> [[String]] {
        let header = ["kind", "id", "field", "value", "file"]
        return [header]
            + facts.flatMap { fact in
                fact.paths.compactMap { path in
                    let texts = fact.texts(at: path)
                    guard !texts.isEmpty else { return nil }
                    return [
                        fact.kind.rawValue, fact.id, path, texts.joined(separator: ";"),
                        "\(fact.location.path):\(fact.location.line)",
                    ]
                }
            }
    }
}

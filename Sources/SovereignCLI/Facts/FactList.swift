import Catalog
import Diagnostics
import Documents

/// The facts of one kind that meet all conditions.
struct FactList {
    /// Number of facts that meet the conditions, shown or not.
    let count: Int
    /// Number of facts of the kind.
    let total: Int
    private let kind: FactKind
    private let filters: [FactFilter]
    /// Those shown, in the order of the files.
    private let shown: [CatalogFact]
    /// Fields of all facts of the kind.
    private let paths: [String]

    /// What one file adds.
    private struct Part: Sendable {
        var count = 0
        var total = 0
        var shown: [CatalogFact] = []
        var paths: [String] = []
    }

    /// Lists facts; at most `limit` are kept.
    init(_ facts: CatalogFacts, of kind: FactKind, where filters: [FactFilter], limit: Int) {
        let parts = facts.gather(Part()) { part, fact in
            guard fact.kind == kind, !fact.isReplaced else { return }
            if !fact.isRow || part.total == 0 {
                for path in fact.paths where !part.paths.contains(path) { part.paths.append(path) }
            }
            part.total += 1
            guard filters.allSatisfy({ $0.holds(for: fact) }) else { return }
            part.count += 1
            if part.shown.count < limit { part.shown.append(fact) }
        }
        self.kind = kind
        self.filters = filters
        count = parts.map(\.count).reduce(0, +)
        total = parts.map(\.total).reduce(0, +)
        shown = Array(parts.map(\.shown).joined().prefix(limit))
        var paths: [String] = []
        for path in parts.flatMap(\.paths) where !paths.contains(path) { paths.append(path) }
        self.paths = paths
    }

    /// Tells whether facts of the kind have the fields that conditions and columns name; each that
    /// they have not is a finding.
    func knows(_ columns: [String], into collector: FindingCollector) -> Bool {
        guard total > 0 else { return true }
        let known = CatalogFact.pathsOfAll + [kind.holder] + paths
        var isKnown = true
        for path in filters.map(\.path) + columns where !known.contains(path) {
            if paths.contains(where: { $0.hasPrefix(path + ".") }) { continue }
            isKnown = false
            collector.report(
                .commandUnknownField,
                "no \(kind.words) has a field \(collector.quote(path, at: nil))",
                help: DidYouMean.help(for: path, in: known)
                    ?? "fields are: " + paths.joined(separator: ", "))
        }
        return isKnown
    }

    /// A table of the given width, and the count.
    func text(_ columns: [String]?, width: Int) -> String {
        guard !shown.isEmpty else { return countLine + "\n" }
        let table =
            columns.map { FactTable(shown, columns: $0) }
            ?? FactTable(shown, of: kind, width: width)
        return TerminalRenderer(width: width).render([table.block, .paragraph(countLine)])
    }

    /// As in "12 of 271 prices".
    private var countLine: String {
        let words = total == 1 ? kind.words : kind.pluralWords
        let of =
            count == total && filters.isEmpty
            ? "\(total) \(words)" : "\(count) of \(total) \(words)"
        return count > shown.count
            ? "\(of), the first \(shown.count) shown; --limit 0 shows all" : of
    }

    /// The document `catalog-facts/1`: every field of every fact shown.
    func json(_ json: FactJSON) -> JSONValue {
        [
            "format": "catalog-facts/1", "kind": .string(kind.rawValue),
            "count": .integer(Int64(count)), "total": .integer(Int64(total)),
            "facts": .array(shown.map { json.fact($0) }),
        ]
    }

    /// All fields unless columns are asked for.
    func csv(_ columns: [String]?) -> String {
        let table = FactTable(shown, columns: columns ?? FactTable.allColumns(paths, kind))
        return CSVText.render(table.rows)
    }
}

/// The kinds of facts that a catalog has, with their numbers.
struct KindList {
    private let counts: [(kind: FactKind, count: Int)]

    init(_ facts: CatalogFacts) {
        counts = ConfidenceCount.byKind(facts).map { ($0.kind, $0.count.total) }
    }

    func answer(_ form: FactForm, in session: CommandSession) -> ExitStatus {
        switch form {
        case .text:
            let columns = [
                DocumentBlock.Column("kind"), DocumentBlock.Column("facts", isFigure: true),
            ]
            let rows = counts.map { [$0.kind.plural, "\($0.count)"] }
            let table = DocumentBlock.table(DocumentBlock.Table(columns: columns, rows: rows))
            session.answer(TerminalRenderer().render([table]))
        case .json:
            let kinds = counts.map { entry -> JSONValue in
                [
                    "kind": .string(entry.kind.rawValue), "plural": .string(entry.kind.plural),
                    "count": .integer(Int64(entry.count)),
                ]
            }
            session.answer(["format": "catalog-kinds/1", "kinds": .array(kinds)])
        case .csv:
            let rows = counts.map { [$0.kind.rawValue, "\($0.count)"] }
            session.answer(CSVText.render([["kind", "count"]] + rows))
        }
        return counts.isEmpty ? .no : .yes
    }
}

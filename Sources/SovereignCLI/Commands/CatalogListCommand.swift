import ArgumentParser
import Catalog
import Diagnostics
import Documents

/// Lists the facts of one kind, or the kinds.
struct CatalogListCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the facts of a kind, all or those that meet conditions.",
        discussion: """
            Without a kind, the kinds are listed with the number of their facts. Exit status: 0 \
            listed; 1 there is none; 64 no fact of the kind has such a field; 65 a file of the \
            catalog cannot be read, the others are listed all the same.
            """)

    @Argument(help: "Kind of fact, such as site, levels or facility-clearances.")
    var kind: String?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            """
            Condition on a field; may be given several times, and all have to hold: country=ES, \
            status!=available, note~ens, vcpu>=8, asOf<2026. Case and accents do not count; \
            'expires=' asks for those that have no such field.
            """, valueName: "condition"))
    var conditions: [String] = []

    @Option(
        help: ArgumentHelp(
            "Fields to show, such as id,name,parent.country; without it, those that fit.",
            valueName: "a,b,c"))
    var columns: String?

    @Option(help: "Most rows shown, 0 for all; without it, 100 as text, else all.")
    var limit: Int?

    @OptionGroup var options: FactOptions

    var format: OutputFormat { options.form.ofFindings }

    func validate() throws {
        if let kind, FactKind(word: kind) == nil {
            throw ValidationError("'\(kind)' is no kind of fact; \(FactKind.help(for: kind))")
        }
        if kind == nil, !conditions.isEmpty || columns != nil || limit != nil {
            throw ValidationError("conditions, columns and a limit need a kind of fact")
        }
        for condition in conditions where FactFilter(condition) == nil {
            throw ValidationError(
                """
                '\(condition)' is no condition; expected a field, one of = != ~ < <= > >=, and a \
                value, which < and > compare as a number or a date
                """)
        }
        if let columns, names(columns).contains("") {
            throw ValidationError("'--columns' names an empty field")
        }
        if let limit, limit < 0 {
            throw ValidationError("'--limit' is \(limit), expected 0 or more")
        }
    }

    func run(in session: CommandSession) -> ExitStatus {
        guard let facts = CatalogReader(session: session).facts(options.catalog.folders) else {
            return .badData
        }
        guard let kind = kind.flatMap(FactKind.init(word:)) else {
            return KindList(facts).answer(options.form, in: session)
        }
        let list = FactList(
            facts, of: kind, where: conditions.compactMap(FactFilter.init),
            limit: limit.map { $0 == 0 ? .max : $0 } ?? (options.form == .text ? 100 : .max))
        let columns = columns.map(names)
        guard list.knows(columns ?? [], into: session.collector) else { return .wrongUsage }
        switch options.form {
        case .text:
            session.answer(list.text(columns, width: session.surroundings.tableColumns))
        case .json: session.answer(list.json(FactJSON(facts)))
        case .csv: session.answer(list.csv(columns))
        }
        return list.count == 0 ? .no : .yes
    }

    private func names(_ columns: String) -> [String] {
        columns.split(separator: ",", omittingEmptySubsequences: false).map { part in
            String(part.filter { $0 != " " })
        }
    }
}

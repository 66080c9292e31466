import ArgumentParser
import Catalog
import Diagnostics
import LocatedInput
import Quantities

/// Reads a catalog and reports every mistake of every file.
struct CatalogCheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads a catalog and reports every mistake of every file.",
        discussion: """
            References, units, codes, tiers, validity and sources are checked. With --strict, also \
            names that look alike, identifiers that records of two kinds share, services \
            authorised where they are not sold, agreements above a party's highest level. Exit \
            status: 0 the catalog is sound; 65 it is not.
            """)

    @Argument(
        help: """
            Folders that hold catalog.yaml; later ones overlay earlier ones. Without any, the \
            nearest folder 'catalog' above the current one, else beside the program.
            """)
    var folders: [String] = []

    @Flag(help: "Look also for facts that can each be read, and yet mislead.")
    var strict = false

    @Option(
        help: ArgumentHelp(
            "Report facts that speak to a day longer before the catalog's, such as P3Y.",
            valueName: "period"))
    var maxAge: String?

    @Option(help: "Form of the answer and of findings: text or json.")
    var format: OutputFormat = .text

    func validate() throws {
        if let maxAge, CalendarPeriod(inputText: maxAge) == nil {
            throw ValidationError("'\(maxAge)' is no period; write P3Y, P18M or P90D")
        }
    }

    func run(in session: CommandSession) -> ExitStatus {
        let reader = CatalogReader(session: session)
        let age = maxAge.flatMap { CalendarPeriod(inputText: $0) }
        let strictness = strict || age != nil ? CatalogStrictness(maximumAge: age) : nil
        guard let layers = reader.layers(folders),
            let snapshot = CatalogLoader.load(
                layers, strictly: strictness, into: session.collector)
        else { return .badData }
        let summary = CatalogSummary(
            snapshot, folders: layers.map(\.folder), files: layers.map(\.files.count).reduce(0, +))
        switch format {
        case .text: session.answer(summary.text)
        case .json: session.answer(summary.json)
        }
        return .yes
    }
}

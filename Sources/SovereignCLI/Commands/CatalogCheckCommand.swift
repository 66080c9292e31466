import ArgumentParser
import Catalog
import Diagnostics

/// Reads a catalog and reports every mistake of every file.
struct CatalogCheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads a catalog and reports every mistake of every file.",
        discussion: """
            References, units, codes, tiers, validity and sources are checked. Exit status: 0 the \
            catalog is sound; 65 it is not.
            """)

    @Argument(
        help: """
            Folders that hold catalog.yaml; later ones overlay earlier ones. Without any, the \
            nearest folder 'catalog' above the current one, else beside the program.
            """)
    var folders: [String] = []

    @Option(help: "Form of the answer and of findings: text or json.")
    var format: OutputFormat = .text

    func run(in session: CommandSession) -> ExitStatus {
        let reader = CatalogReader(session: session)
        guard let layers = reader.layers(folders),
            let snapshot = CatalogLoader.load(layers, into: session.collector)
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

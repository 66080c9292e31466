import ArgumentParser
import Catalog

/// Says how surely a catalog knows what it says, and what of it has a price.
struct CatalogCoverageCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Counts facts by how surely they are known, and shows what has no price.",
        discussion: """
            As csv, the table of prices alone. Exit status: 0 counted; 65 the catalog has mistakes.
            """)

    @OptionGroup var options: FactOptions

    var format: OutputFormat { options.form.ofFindings }

    func run(in session: CommandSession) -> ExitStatus {
        guard let layers = CatalogReader(session: session).layers(options.catalog.folders),
            let catalog = CatalogLoader.load(layers, into: session.collector),
            let facts = CatalogFacts(layers, into: session.collector)
        else { return .badData }
        let sheet = CoverageSheet(facts, catalog)
        switch options.form {
        case .text: session.answer(sheet.text)
        case .json: session.answer(sheet.json)
        case .csv: session.answer(sheet.csv)
        }
        return .yes
    }
}

import ArgumentParser
import Catalog
import Diagnostics
import Documents
import LocatedInput
import Requirements

/// Tells what a level is, what is set beside it by which table, and what it requires.
struct ClearanceLevelCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "level",
        abstract: "Tells what a level is, what is set beside it and what it requires.",
        discussion: "Exit status: 0 told; 64 the catalog has no such owner or level.")

    @Argument(help: "Whose level: a country code such as ES, or NATO, EU.")
    var owner: String

    @Argument(help: "The level as its owner marks it, or a clearance by its name.")
    var word: [String]

    @OptionGroup var catalog: CatalogOption

    @Option(help: "Form of the answer and of findings: text or json.")
    var format: OutputFormat = .text

    func run(in session: CommandSession) -> ExitStatus {
        guard let catalog = CatalogReader(session: session).reading(catalog.folders).catalog else {
            return .badData
        }
        let finder = LevelFinder(catalog: catalog, collector: session.collector)
        guard let level = finder.level(word.joined(separator: " "), of: owner) else {
            return .wrongUsage
        }
        switch format {
        case .text: session.answer(LevelText.render(level, in: catalog))
        case .json: session.answer(LevelText.json(level, in: catalog))
        }
        return .yes
    }
}

/// Finds levels, clearances and owners that a command line names.
struct LevelFinder {
    let catalog: CatalogSnapshot
    let collector: FindingCollector

    /// Finds a level by its marking, or by a clearance that opens it.
    func level(_ word: String, of owner: String) -> Level? {
        self.owner(owner).flatMap { found in
            ClearanceNames(catalog: catalog, into: collector).level(word, of: found)
        }
    }

    /// Finds an owner by its code.
    func owner(_ code: String) -> Owner? {
        if let found = catalog.owner(OwnerID(code)) ?? catalog.owner(OwnerID(code.uppercased())) {
            return found
        }
        let known = catalog.owners.map(\.id.rawValue)
        let named = catalog.owners.first { FoldedText.areSame($0.name, code) }?.id.rawValue
        collector.report(
            .requirementUnknownCountry,
            "the catalog has no ladder of \(collector.quote(code, at: nil))",
            help: named.map { "did you mean '\($0)'?" }
                ?? CountryCode.meant(by: code).flatMap {
                    known.contains($0) ? "did you mean '\($0)'?" : nil
                } ?? "countries and organisations in the catalog: \(known.joined(separator: ", "))")
        return nil
    }
}

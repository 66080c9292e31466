import ArgumentParser

/// Groups the commands about the catalog.
struct CatalogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog",
        abstract: "Checks the catalog of facts, and looks things up in it.",
        subcommands: [
            CatalogShowCommand.self, CatalogSearchCommand.self, CatalogListCommand.self,
            CatalogCoverageCommand.self, CatalogCheckCommand.self, CatalogDiffCommand.self,
            CatalogImportCommand.self,
        ])
}

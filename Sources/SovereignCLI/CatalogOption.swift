import ArgumentParser

/// Says where the catalog is; every command that works on one takes it so.
struct CatalogOption: ParsableArguments {
    @Option(
        name: .customLong("catalog"),
        help: ArgumentHelp(
            """
            Folder that holds catalog.yaml; may be given several times, later ones overlay earlier \
            ones. Without it, the nearest folder 'catalog' above the current one, else beside the \
            program.
            """, valueName: "folder"))
    var folders: [String] = []
}

import Catalog
import Diagnostics
import LocatedInput

/// Reads the catalog that a command works on.
struct CatalogReader {
    let session: CommandSession

    /// Requirements that a catalog brings along as examples; they are no facts.
    private static let skipped: Set<String> = ["scenarios"]

    /// Reads the folders named on the command line, later ones over earlier ones, or the catalog
    /// that is found without a name.
    ///
    /// - Returns: The layers, or none after a finding that leaves nothing to load.
    func layers(_ folders: [String]) -> [CatalogLayer]? {
        var folders = folders
        if folders.isEmpty {
            guard let found = CatalogFinder(surroundings: session.surroundings).find() else {
                session.collector.report(
                    .commandNoCatalog,
                    "there is no catalog in this folder, above it or beside the program",
                    help: "name its folder with --catalog")
                return nil
            }
            folders = [found]
        }
        let layers = folders.map { layer($0) }
        return layers.contains { $0 == nil } ? nil : layers.compactMap { $0 }
    }

    /// Reads and loads the catalog.
    func snapshot(_ folders: [String]) -> CatalogSnapshot? {
        layers(folders).flatMap { CatalogLoader.load($0, into: session.collector) }
    }

    /// Reads the facts as written, also those of a catalog that has mistakes.
    func facts(_ folders: [String]) -> CatalogFacts? {
        layers(folders).flatMap { CatalogFacts($0, into: session.collector) }
    }

    private func layer(_ folder: String) -> CatalogLayer? {
        InputFolder.read(folder, skipping: Self.skipped, into: session.collector).map { files in
            CatalogLayer(
                folder: folder,
                files: files.map {
                    CatalogLayer.File(relativePath: $0.relativePath, input: $0.input)
                })
        }
    }
}

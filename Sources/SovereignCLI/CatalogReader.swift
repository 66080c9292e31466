import Catalog
import Diagnostics
import LocatedInput

/// Reads the catalog that a command works on.
struct CatalogReader {
    let session: CommandSession

    /// Requirements and offers that a catalog brings along as examples; they are no facts.
    private static let skipped: Set<String> = ["scenarios", "comparisons"]

    /// Price sheets may be large; everything else is written by people.
    private static let limits = InputFolder.Limits(
        maximumTotalBytes: 1 << 30, largeTables: (folder: "prices", file: .priceSheet))

    /// Reads the folders named on the command line, later ones over earlier ones, or the catalog
    /// that is found without a name.
    ///
    /// - Returns: The layers, or none after a finding that leaves nothing to load.
    func layers(_ folders: [String]) -> [CatalogLayer]? {
        found(folders).flatMap { layers(of: $0) }
    }

    /// A catalog, and the files that it is made of.
    struct Reading {
        /// None after a mistake in the catalog.
        var catalog: CatalogSnapshot?
        /// As the user would type them.
        var paths: [String] = []
    }

    /// Gives the catalog, be it that it was read before and is still the same.
    func reading(_ folders: [String]) -> Reading {
        guard let folders = found(folders) else { return Reading() }
        let cache = cache(of: folders)
        if let cache, let kept = cache.catalog() {
            return Reading(catalog: kept, paths: cache.stamp.paths)
        }
        guard let layers = layers(of: folders) else { return Reading() }
        let catalog = CatalogLoader.load(layers, into: session.collector)
        // What comes with a finding is read again, so that the finding comes again.
        if let catalog, session.collector.findings.isEmpty {
            cache?.keep(catalog, now: self.cache(of: folders)?.stamp)
        }
        return Reading(catalog: catalog, paths: layers.flatMap(\.files).map(\.input.path))
    }

    /// Requirements that a catalog brings along, in the order of their paths.
    func scenarios(_ folder: String) -> [String] {
        let collector = FindingCollector()
        let files = InputFolder.read(
            InputFolder.path(of: "scenarios", in: folder), into: collector)
        // Folders within hold rosters, baskets and agreements.
        return (files ?? []).filter {
            $0.relativePath.hasSuffix(".yaml") && !$0.relativePath.contains("/")
        }.map(\.input.path)
    }

    private func cache(of folders: [String]) -> CatalogCache? {
        CatalogCache(of: folders, skipping: Self.skipped, in: session.surroundings)
    }

    /// The folders named, or the one that is found without a name.
    private func found(_ folders: [String]) -> [String]? {
        guard folders.isEmpty else { return folders }
        if let found = CatalogFinder(surroundings: session.surroundings).find() { return [found] }
        session.collector.report(
            .commandNoCatalog,
            "there is no catalog in this folder, above it or beside the program",
            help: "name its folder with --catalog")
        return nil
    }

    private func layers(of folders: [String]) -> [CatalogLayer]? {
        let layers = folders.map { layer($0) }
        return layers.contains { $0 == nil } ? nil : layers.compactMap { $0 }
    }

    /// Reads the facts as written, also those of a catalog that has mistakes.
    func facts(_ folders: [String]) -> CatalogFacts? {
        layers(folders).flatMap { CatalogFacts($0, into: session.collector) }
    }

    private func layer(_ folder: String) -> CatalogLayer? {
        InputFolder.read(
            folder, skipping: Self.skipped, limits: Self.limits, into: session.collector
        ).map { files in
            CatalogLayer(
                folder: folder,
                files: files.map {
                    CatalogLayer.File(relativePath: $0.relativePath, input: $0.input)
                })
        }
    }
}

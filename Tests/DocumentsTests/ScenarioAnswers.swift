import Catalog
import Diagnostics
import LocatedInput
import Proposals
import Testing
import TestSupport

/// Answers to shipped scenarios on the shipped catalog, each worked out once.
struct ScenarioAnswers: Sendable {
    private static let names = [
        "australia", "canada", "estonia", "japan", "poland", "spain", "uae", "uk",
    ].flatMap { ["\($0)-as-written", "\($0)-workable"] }
    private static let known = Dictionary(
        uniqueKeysWithValues: names.map { name in
            (name, Result { try ScenarioAnswers().workedOut(name) })
        })

    /// Folder of the package, above `Tests`.
    private var root: String {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/")
    }

    private func catalog() throws -> CatalogSnapshot {
        let collector = FindingCollector()
        let files = try #require(
            InputFolder.read("\(root)/catalog", skipping: ["scenarios"], into: collector))
        let layer = CatalogLayer(
            folder: "catalog",
            files: files.map {
                CatalogLayer.File(relativePath: $0.relativePath, input: $0.input)
            })
        return try #require(
            CatalogLoader.load([layer], into: collector), "\(collector.findings.map(\.message))")
    }

    /// The answer to a scenario.
    func proposal(_ scenario: String) throws -> Proposal {
        try #require(Self.known[scenario]).get()
    }

    /// The answer, worked out again.
    func workedOut(_ scenario: String) throws -> Proposal {
        let collector = FindingCollector()
        let input = try #require(
            InputFile.read("\(root)/catalog/scenarios/\(scenario).yaml", into: collector))
        return try QuoteWorld.propose(input.text, from: catalog())
    }
}

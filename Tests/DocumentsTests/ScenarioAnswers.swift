import Catalog
import Diagnostics
import LocatedInput
import Proposals
import Synchronization
import Testing
import TestSupport

/// Answers to shipped scenarios on the shipped catalog, each worked out once.
final class ScenarioAnswers: Sendable {
    private let known = Mutex<[String: Proposal]>([:])

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

    func proposal(_ scenario: String) throws -> Proposal {
        if let found = known.withLock({ $0[scenario] }) { return found }
        let collector = FindingCollector()
        let input = try #require(
            InputFile.read("\(root)/catalog/scenarios/\(scenario).yaml", into: collector))
        let proposal = try QuoteWorld.propose(input.text, from: catalog())
        known.withLock { $0[scenario] = proposal }
        return proposal
    }
}

import Assembly
import Catalog
import Diagnostics
import Documents
import LocatedInput
import Proposals
import Testing
import TestSupport

/// The shipped scenario on the shipped catalog, as it is printed.
struct ShippedScenarioTests {
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

    @Test func `Spain's limited cloud is quoted as recorded`() throws {
        let collector = FindingCollector()
        let input = try #require(
            InputFile.read("\(root)/catalog/scenarios/spain-limited.yaml", into: collector))
        let proposal = try QuoteWorld.propose(input.text, from: catalog())
        expectGolden(QuoteText.render(proposal), named: "spain-limited.txt")
        let text = QuoteJSON.value(proposal).rendered(indented: true)
        let value = try #require(
            JSONInput.parse(InputText(path: "quote.json", text: text), into: collector))
        let file = try #require(QuoteFile(value, into: collector))
        let checks = QuoteVerifier(file, limit: StepLimit(steps: 100_000)).checks()
        #expect(checks.filter { !$0.holds }.map(\.name) == [])
    }
}

import Diagnostics
import Foundation
import SovereignCLI
import TestSupport
import Testing

/// `catalog coverage`: how surely facts are known, and what has a price.
struct CatalogCoverageTests {
    private static let fixture = FixtureCatalog.repository()
        .appendingPathComponent("Tests/Fixtures/catalog").path

    private func run(_ form: String, _ more: [String] = []) -> CommandRun {
        CommandRun(
            arguments: ["catalog", "coverage", "--catalog", Self.fixture, "--format", form] + more,
            surroundings: Surroundings(currentFolder: "/nowhere", tableColumns: 100))
    }

    @Test(arguments: ["text", "json", "csv"])
    func `facts are counted by confidence, and prices by site`(_ form: String) {
        let run = run(form)
        #expect(run.status == .yes && run.messages.isEmpty, "\(run.messages)")
        expectGolden(run.answer, named: "coverage.\(form)")
    }

    @Test func `a catalog with mistakes is not counted`() {
        let run = CommandRun(
            arguments: ["catalog", "coverage", "--catalog", "/nowhere"],
            surroundings: Surroundings(currentFolder: "/nowhere"))
        #expect(run.status == .badData && run.answer.isEmpty)
    }
}

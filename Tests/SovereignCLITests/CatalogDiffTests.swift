import Foundation
import SovereignCLI
import TestSupport
import Testing

/// `catalog diff`: what another catalog changes in offers, prices and answers.
struct CatalogDiffTests {
    let world: CommandWorld

    init() throws {
        world = try CommandWorld()
    }

    /// A copy of the catalog, changed.
    private func changed() throws {
        try FileManager.default.copyItem(
            atPath: world.folder("catalog"), toPath: world.folder("new"))
        let prices = "new/providers/aurelia/prices/list.csv"
        try world.edit(prices, "0.20,EUR", "0.25,EUR")
        let text = try #require(world.folder.text(of: prices))
        let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("p-m8") })
        try world.folder.write(text.replacing("p-m8,", with: "p-m9,"), to: prices)
        #expect(row.contains("m8"))
        let services = "new/providers/aurelia/services.csv"
        let listed = try #require(world.folder.text(of: services))
        try world.folder.write(
            listed.replacing("aurelia-north;aurelia-south", with: "aurelia-north"), to: services)
    }

    private func diff(_ words: String...) -> CommandRun {
        CommandRun(
            arguments: ["catalog", "diff"] + words + ["--requirement", world.requirement],
            in: world.folder)
    }

    @Test func `money, offers and verdicts are compared`() throws {
        try changed()
        let run = diff(world.folder("catalog"), world.folder("new"))
        #expect(run.status == .yes, "\(run.messages)")
        expectGolden(run.answer, named: "catalog-diff.txt")
        let json = diff(world.folder("catalog"), world.folder("new"), "--format", "json")
        expectGolden(
            json.answer.replacing(world.folder.path, with: "…"), named: "catalog-diff.json")
    }

    @Test func `a catalog does not differ from itself`() {
        let run = diff(world.folder("catalog"), world.folder("catalog"))
        #expect(run.status == .yes)
        #expect(run.answer.contains("0 moved, 0 appeared, 0 went"))
        #expect(run.answer.contains("none"))
        #expect(!run.answer.contains("Offers that"))
    }

    @Test func `a catalog with mistakes is not compared`() {
        let run = diff(world.folder("catalog"), world.folder("nowhere"))
        #expect(run.status == .badData && run.answer.isEmpty)
    }
}

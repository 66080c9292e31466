import Diagnostics
import Foundation
import SovereignCLI
import TestSupport
import Testing

@Suite struct CatalogCheckTests {
    let world: CommandWorld

    init() throws {
        world = try CommandWorld()
    }

    @Test func `a sound catalog is summed up`() {
        let run = world.run("catalog", "check")
        #expect(run.status == .yes)
        #expect(run.messages.isEmpty)
        expectGolden(run.answer.replacing(world.folder.path, with: "…"), named: "catalog-check.txt")
        let json = world.run("catalog", "check", "--format", "json")
        expectGolden(
            json.answer.replacing(world.folder.path, with: "…"), named: "catalog-check.json")
    }

    @Test func `the nearest catalog above the current folder is found`() throws {
        try world.folder.write("", to: "catalog/deep/er/.hidden")
        let deep = Surroundings(currentFolder: world.folder("catalog/deep/er"))
        #expect(CommandRun(arguments: ["catalog", "check"], surroundings: deep).status == .yes)
    }

    @Test func `a folder named catalog without its head is passed over`() throws {
        try world.folder.write("", to: "below/catalog/readme.txt")
        let below = Surroundings(currentFolder: world.folder("below"))
        #expect(CommandRun(arguments: ["catalog", "check"], surroundings: below).status == .yes)
    }

    @Test func `else the catalog beside the program is taken`() {
        let beside = Surroundings(currentFolder: "/", programFolder: world.folder.path)
        #expect(CommandRun(arguments: ["catalog", "check"], surroundings: beside).status == .yes)
    }

    @Test func `no catalog anywhere is told`() {
        let nowhere = Surroundings(currentFolder: "/", programFolder: "/nowhere")
        let run = CommandRun(arguments: ["catalog", "check"], surroundings: nowhere)
        #expect(run.status == .badData)
        #expect(run.codes == [.commandNoCatalog])
        expectGolden(run.messages, named: "catalog-none.txt")
    }

    @Test func `a folder that is no catalog is told`() {
        #expect(world.run("catalog", "check", world.folder("missing")).codes == [.inputFileMissing])
        #expect(world.run("catalog", "check", world.requirement).codes == [.inputNotAFolder])
        let run = world.run("catalog", "check", world.folder("catalog/labour"))
        #expect(run.status == .badData)
        #expect(run.codes.contains(.catalogHeadMissing))
    }

    @Test func `the order in which a folder lists its files changes nothing`() throws {
        let before = world.run("catalog", "check", "--format", "json").answer
        for name in ["labour/roles.csv", "catalog.yaml", "countries/xa.yaml"] {
            let text = try #require(world.folder.text(of: "catalog/" + name))
            try FileManager.default.removeItem(atPath: world.folder("catalog/" + name))
            try world.folder.write(text, to: "catalog/" + name)
        }
        #expect(world.run("catalog", "check", "--format", "json").answer == before)
    }

    @Test func `example requirements are no facts`() throws {
        let before = world.run("catalog", "check").answer
        try world.folder.write("broken: [", to: "catalog/scenarios/broken.yaml")
        #expect(world.run("catalog", "check").answer == before)
    }

    @Test func `findings of all files are shown at once and as JSON too`() throws {
        try world.edit("catalog/catalog.yaml", "title:", "titel:")
        try world.edit("catalog/countries/xb.yaml", "band: R", "band: Q")
        try world.edit("catalog/providers/aurelia/sites.csv", "public-region", "public-regoin")
        let text = world.run("catalog", "check")
        #expect(text.status == .badData)
        #expect(text.answer.isEmpty)
        #expect(text.codes == [.inputUnknownKey, .inputUnknownWord, .catalogUnknownReference])
        expectGolden(text.messages, named: "catalog-findings.txt")
        let json = world.run("catalog", "check", "--format", "json")
        #expect(json.messages.hasPrefix("{\n  \"format\": \"findings/1\",\n  \"errors\": 3,"))
    }
}

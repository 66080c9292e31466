import Diagnostics
import Foundation
import SovereignCLI
import TestSupport
import Testing

struct CompareTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("catalog/comparisons").path

    private func example(_ name: String) -> String {
        "\(Self.folder)/storage-online-\(name).yaml"
    }

    private func compare(_ words: String..., in folder: TemporaryFolder? = nil) -> CommandRun {
        CommandRun(arguments: ["compare"] + words, in: folder)
    }

    @Test func `without ratings nothing is awarded, and the audit of the record is a no`() {
        let offers = ["aurelia", "borealis", "cumulus"].map(example)
        let plain = CommandRun(arguments: ["compare", "--plan", example("plan")] + offers)
        #expect(plain.status == .no)
        #expect(plain.codes == [])
        #expect(plain.answer.contains("No offer is put first: no offer is awardable."))
        #expect(plain.answer.contains("aurelia: no figure for 'technical'"))
        let audited = CommandRun(
            arguments: [
                "compare", "--plan", example("plan"), "--evaluation", example("evaluation"),
                "--format", "json",
            ] + offers)
        #expect(audited.status == .no)
        #expect(audited.answer.contains("\"changesWinner\": true"))
    }

    @Test func `quotes stand side by side and files are written in every form`() throws {
        let world = try CommandWorld()
        #expect(world.quote("--output", world.folder("one.json")).status == .yes)
        try world.edit("requirement.yaml", "vcpu: ", "vcpu: 1")
        #expect(world.quote("--output", world.folder("two.json")).status == .yes)
        let run = world.run(
            "compare", world.folder("one.json"), world.folder("two.json"),
            "--output", world.folder("c.md"), "--output", world.folder("c.csv"),
            "--output", world.folder("c.json"), "--output", world.folder("c.txt"))
        #expect(run.codes == [])
        #expect(run.status == .yes)
        let text = try #require(world.folder.text(of: "c.txt"))
        #expect(text.contains("the offers answer different requirements"))
        #expect(world.folder.text(of: "c-prices.svg")?.hasPrefix("<svg ") == true)
        #expect(world.folder.text(of: "c.csv")?.contains("one,total,") == true)
    }

    @Test func `a file that is no offer is refused, and a requirement is told what to do`() throws {
        let world = try CommandWorld()
        let run = world.run("compare", world.requirement)
        #expect(run.status == .badData)
        #expect(run.codes == [.comparisonUnknownFormat])
        #expect(run.messages.contains("--countries"))
    }

    @Test func `a currency without a rate is refused`() throws {
        let folder = try TemporaryFolder()
        let plan = try String(contentsOfFile: example("plan"), encoding: .utf8)
        try folder.write(plan.replacing("{ USD: \"1.1172\" }", with: "{}"), to: "plan.yaml")
        let run = compare(
            example("cumulus"), "--plan", folder("plan.yaml"), in: folder)
        #expect(run.status == .badData)
        #expect(run.codes == [.comparisonNoRate])
    }

    @Test func `two offers of one name are refused`() {
        let run = compare(example("aurelia"), example("aurelia"), "--plan", example("plan"))
        #expect(run.codes == [.comparisonDuplicateID])
    }

    @Test func `a reader without a country is refused where a catalog is known`() throws {
        let world = try CommandWorld()
        let run = world.run(
            "compare", example("aurelia"), "--plan", example("plan"), "--reader", "QQ",
            "--catalog", world.folder("catalog"))
        #expect(run.codes == [.comparisonUnknownCountry])
    }

    @Test func `figures of another country leave no trace for its reader`() throws {
        let folder = try TemporaryFolder()
        let text = try String(contentsOfFile: example("borealis"), encoding: .utf8)
        let other = text.replacing("country: XA", with: "country: XD")
        try folder.write(other, to: "one.yaml")
        try folder.write(other.replacing("22320000.00", with: "11110000.00"), to: "two.yaml")
        let answers = ["one.yaml", "two.yaml"].map { name in
            compare(
                example("aurelia"), folder(name), example("cumulus"), "--plan", example("plan"),
                "--reader", "XA", "--format", "json", in: folder
            ).answer
        }
        #expect(answers[0] == answers[1])
        #expect(!answers[0].contains("borealis\",\n"))
        #expect(answers[0].contains("Borealis combat cloud"))
    }

    @Test func `countries are asked by code, and an unknown one is refused with the nearest`()
        throws
    {
        let world = try CommandWorld()
        let run = world.run(
            "compare", world.requirement, "--countries", "XA", "--catalog", world.folder("catalog"))
        #expect(run.codes == [])
        #expect(run.status == .yes)
        #expect(run.answer.contains("can be met in 1 of 1 country"))
        let unknown = world.run(
            "compare", world.requirement, "--countries", "XQ", "--catalog", world.folder("catalog"))
        #expect(unknown.codes == [.comparisonUnknownCountry])
        let both = world.run(
            "compare", world.requirement, world.requirement, "--countries", "XA")
        #expect(both.status == .wrongUsage)
    }
}

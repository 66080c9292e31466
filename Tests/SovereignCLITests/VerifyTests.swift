import Diagnostics
import SovereignCLI
import TestSupport
import Testing

@Suite struct VerifyTests {
    let world: CommandWorld

    init() throws {
        world = try CommandWorld()
        _ = world.quote("--output", world.folder("q.json"))
    }

    @Test func `a quote as written recomputes without its catalog`() throws {
        let run = CommandRun("verify", world.folder("q.json"))
        #expect(run.status == .yes)
        expectGolden(run.answer, named: "verify.txt")
    }

    @Test func `a changed amount is a correct no`() throws {
        try world.edit("q.json", "17520.00", "17519.00")
        let text = CommandRun("verify", world.folder("q.json"))
        #expect(text.status == .no)
        #expect(text.answer.contains("NO "))
        #expect(text.answer.hasSuffix("the quote does not agree with what it embeds\n"))
        let json = CommandRun("verify", world.folder("q.json"), "--format", "json")
        #expect(json.status == .no)
        #expect(json.answer.contains("\"sound\": false"))
    }

    @Test(arguments: [
        ("requirement.yaml", FindingCode.inputJSONSyntax),
        ("catalog/providers/aurelia/sites.csv", .inputJSONSyntax),
        ("missing.json", .inputFileMissing),
    ])
    func `what is no quote is told`(_ name: String, _ code: FindingCode) {
        let run = CommandRun("verify", world.folder(name))
        #expect(run.status == .badData)
        #expect(run.answer.isEmpty)
        #expect(run.codes == [code])
    }
}

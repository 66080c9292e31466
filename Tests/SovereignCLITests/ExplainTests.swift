import Diagnostics
import SovereignCLI
import TestSupport
import Testing

@Suite struct ExplainTests {
    @Test(arguments: FindingCode.allCases)
    func `every code is explained in both forms`(_ code: FindingCode) {
        let text = CommandRun("explain", code.rawValue)
        #expect(text.status == .yes)
        #expect(text.answer.hasPrefix("\(code.rawValue): \(code.title)\n\n"))
        let json = CommandRun("explain", code.rawValue, "--format", "json")
        #expect(json.status == .yes)
        #expect(json.answer.contains("\"code\": \"\(code.rawValue)\""))
    }

    @Test func `an explanation reads as recorded`() {
        expectGolden(CommandRun("explain", "CLI012").answer, named: "explain-CLI012.txt")
        let json = CommandRun("explain", "cli012", "--format", "json")
        expectGolden(json.answer, named: "explain-CLI012.json")
    }

    @Test func `without a code all are listed`() {
        let lines = CommandRun("explain").answer.split(separator: "\n")
        #expect(lines.count == FindingCode.allCases.count)
        #expect(lines == lines.sorted())
        let json = CommandRun("explain", "--format", "json").answer
        #expect(json.contains("\"format\": \"finding-codes/1\""))
    }

    @Test func `an unknown code is wrong usage with a suggestion`() {
        let run = CommandRun("explain", "CAT0012")
        #expect(run.status == .wrongUsage)
        #expect(run.codes == [.commandUnknownCode])
        expectGolden(run.messages, named: "explain-unknown.txt")
        #expect(CommandRun("explain", "nonsense").messages.contains("lists all codes"))
    }
}

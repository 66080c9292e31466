import Proposals
import SovereignCLI
import TestSupport
import Testing

@Suite struct HelpTests {
    @Test(arguments: [
        ["--help"], ["quote", "--help"], ["compare", "--help"], ["verify", "--help"],
        ["assemble", "--help"],
        ["explain", "--help"], ["catalog", "--help"], ["catalog", "check", "--help"],
        ["catalog", "show", "--help"], ["catalog", "search", "--help"],
        ["catalog", "list", "--help"], ["catalog", "import", "--help"],
        ["catalog", "coverage", "--help"], ["validate", "--help"],
        ["clearance", "--help"], ["clearance", "level", "--help"],
        ["clearance", "recognise", "--help"],
    ])
    func `help texts are as recorded`(_ arguments: [String]) {
        let run = CommandRun(arguments: arguments)
        #expect(run.status == .yes)
        #expect(run.messages.isEmpty)
        let name = arguments.dropLast().joined(separator: "-")
        expectGolden(run.answer, named: "help\(name.isEmpty ? "" : "-" + name).txt")
    }

    @Test(arguments: [[], ["help"], ["-h"]])
    func `the program alone prints its help`(_ arguments: [String]) {
        let run = CommandRun(arguments: arguments)
        #expect(run.status == .yes)
        #expect(run.answer == CommandRun("--help").answer)
    }

    @Test func `help of a command is also found by the word help`() {
        #expect(CommandRun("help", "assemble").answer == CommandRun("assemble", "--help").answer)
    }

    @Test func `the version is a single line`() {
        #expect(CommandRun("--version").answer == EngineVersion.current + "\n")
    }
}

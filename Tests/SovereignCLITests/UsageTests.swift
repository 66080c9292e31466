import SovereignCLI
import TestSupport
import Testing

@Suite struct UsageTests {
    @Test(arguments: [
        (["explian"], "'explian' is no command of sovereign; did you mean 'explain'?"),
        (["catalog", "chekc"], "no command of sovereign catalog; did you mean 'check'?"),
        (["buy"], "commands are: "),
        (["explain", "--from", "x"], "Unknown option '--from'"),
        (["explain", "--fromat", "json"], "Did you mean '--format'?"),
        (["explain", "--format", "xml"], "The value 'xml' is invalid for '--format <format>'"),
        (["assemble"], "Missing expected argument '<problem>'"),
        (["assemble", "p.json", "--steps", "0"], "'--steps' is 0, expected 1 or more"),
        (["assemble", "p.json", "--steps", "many"], "The value 'many' is invalid"),
        (["assemble", "p.json", "q.json"], "Unexpected argument 'q.json'"),
    ])
    func `wrong usage ends with 64 and says what was expected`(
        _ arguments: [String], _ message: String
    ) {
        let run = CommandRun(arguments: arguments)
        #expect(run.status == .wrongUsage)
        #expect(run.answer.isEmpty)
        #expect(run.messages.contains(message))
    }

    @Test(arguments: [true, false])
    func `findings are coloured only where that is wanted`(_ usesColour: Bool) {
        let surroundings = Surroundings(usesColour: usesColour)
        let run = CommandRun(arguments: ["explain", "CAT0012"], surroundings: surroundings)
        #expect(run.messages.contains("\u{1B}[") == usesColour)
    }

    @Test(arguments: ["ex\u{1B}[31mplain", "--\u{1B}[31m", "-\u{202E}x"])
    func `control characters of the command line never reach the terminal`(_ word: String) {
        let run = CommandRun(word)
        #expect(run.status == .wrongUsage)
        #expect(!run.messages.contains("\u{1B}") && !run.messages.contains("\u{202E}"))
    }
}

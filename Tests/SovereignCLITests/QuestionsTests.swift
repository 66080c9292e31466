import Diagnostics
import SovereignCLI
import TestSupport
import Testing

/// The option --questions: the sheet is written, and comes back as an overlay.
@Suite struct QuestionsTests {
    let world: CommandWorld

    init() throws {
        world = try CommandWorld()
    }

    @Test func `the sheet is written beside the printed quote`() throws {
        let run = world.quote("--questions", world.folder("questions.csv"))
        #expect(run.status == .yes)
        #expect(run.answer == world.quote().answer)
        #expect(run.messages.hasPrefix("wrote questions.csv\ntime: "))
        #expect(run.messages.contains("questions 0.0 ms"))
        let text = try #require(world.folder.text(of: "questions.csv"))
        #expect(text.hasPrefix("id,question,askWhom,"))
    }

    @Test func `as it was written, the sheet is an overlay that changes nothing`() throws {
        _ = world.quote("--questions", world.folder("sheet.csv"))
        let text = try #require(world.folder.text(of: "sheet.csv"))
        try world.folder.write(text, to: "answers/questions.csv")
        let run = world.quote(
            "--catalog", world.folder("catalog"), "--catalog", world.folder("answers"), "--explain",
            "L1")
        #expect(run.status == .yes)
        #expect(run.answer == world.quote("--explain", "L1").answer)
    }

    @Test func `a mistake in an answer is shown at its cell`() throws {
        _ = world.quote("--questions", world.folder("sheet.csv"))
        let header = try #require(
            world.folder.text(of: "sheet.csv")?.split(whereSeparator: \.isNewline).first)
        try world.folder.write(
            header + "\nq,,,,,,,,soon,,,,,,2026-01-01,Letter of the office,primary,,lead-time,,x"
                + ",,,,\n",
            to: "answers/questions.csv")
        let run = world.quote(
            "--catalog", world.folder("catalog"), "--catalog", world.folder("answers"))
        #expect(run.status == .badData)
        #expect(run.messages.hasPrefix("answers/questions.csv:2:10: error[INP038]: "))
    }

    @Test func `a wrong ending and a file of its own are asked for`() {
        let ending = world.quote("--questions", "questions.xlsx")
        #expect(ending.status == .wrongUsage)
        #expect(ending.messages.contains("'questions.xlsx' does not end in .csv"))
        let twice = world.quote("--questions", "a.csv", "--export-problem", "a.csv")
        #expect(twice.status == .wrongUsage)
    }
}

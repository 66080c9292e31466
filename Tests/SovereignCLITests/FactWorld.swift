import Diagnostics
import Foundation
import SovereignCLI
import TestSupport

/// Runs the commands that look things up on `Fixtures/facts`, which has one fact of every kind.
enum FactWorld {
    /// A command's answer and messages, with `…` for the folder of the fixtures.
    struct Answer {
        let status: ExitStatus
        let text: String
        let messages: String
        let run: CommandRun
    }

    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures").path

    /// Names the fixture on a command line.
    static let catalog = ["--catalog", fixtures + "/facts"]

    static func run(
        _ words: String..., layers: [String] = ["facts"], columns: Int = 100
    ) -> Answer {
        let catalogs = layers.flatMap { ["--catalog", fixtures + "/" + $0] }
        let run = CommandRun(
            arguments: ["catalog"] + words + catalogs,
            surroundings: Surroundings(currentFolder: "/nowhere", tableColumns: columns))
        return Answer(
            status: run.status, text: run.answer.replacing(fixtures, with: "…"),
            messages: run.messages.replacing(fixtures, with: "…"), run: run)
    }
}

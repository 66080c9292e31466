import Diagnostics
import SovereignCLI
import TestSupport

/// Keeps what a command writes; can be told to fail like a full disk or a closed pipe.
final class MemorySink: TextSink {
    private(set) var text = ""
    private let failure: SinkOutcome?

    init(failure: SinkOutcome? = nil) {
        self.failure = failure
    }

    func write(_ text: String) -> SinkOutcome {
        if let failure { return failure }
        self.text += text
        return .written
    }
}

/// Runs one command in this process and keeps everything that it wrote.
struct CommandRun {
    let status: ExitStatus
    /// What went to standard output.
    let answer: String
    /// What went to standard error, without times.
    let messages: String
    /// Codes of the findings, in reading order.
    let codes: [FindingCode]

    init(_ arguments: String..., in folder: TemporaryFolder? = nil) {
        self.init(arguments: arguments, in: folder)
    }

    init(
        arguments: [String], in folder: TemporaryFolder? = nil, surroundings: Surroundings? = nil,
        output: MemorySink = MemorySink()
    ) {
        let messages = MemorySink()
        let session = CommandSession(
            output: output, messages: messages,
            surroundings: surroundings
                ?? Surroundings(currentFolder: folder?.path ?? "/nowhere"),
            clock: { .zero })
        status = Program.run(arguments, in: session)
        answer = output.text
        let text = messages.text
        self.messages = folder.map { text.replacing($0.path + "/", with: "") } ?? text
        codes = session.collector.findings.map(\.code)
    }
}

package import Diagnostics
import LocatedInput

/// Carries one run of a command: where its answer and its findings go, and what it may know.
///
/// The answer goes to `output`; findings and times go to `messages`.
package final class CommandSession {
    /// Gathers the findings of all files that the command reads or writes.
    package let collector = FindingCollector()
    /// What the command may know of the process.
    package let surroundings: Surroundings
    private let output: any TextSink
    private let messages: any TextSink
    private let clock: () -> Duration
    private var outputIsOpen = true

    /// Creates a session.
    ///
    /// - Parameters:
    ///   - output: Takes answers.
    ///   - messages: Takes findings and times.
    ///   - surroundings: What the command may know of the process.
    ///   - clock: Gives the time since some fixed moment; only differences are used.
    package init(
        output: any TextSink, messages: any TextSink, surroundings: Surroundings,
        clock: @escaping () -> Duration
    ) {
        self.output = output
        self.messages = messages
        self.surroundings = surroundings
        self.clock = clock
    }

    /// Writes a part of the answer. A failure is a finding, a reader that has gone is none.
    func answer(_ text: String) {
        guard outputIsOpen else { return }
        switch output.write(text) {
        case .written: break
        case .closed: outputIsOpen = false
        case .full(let reason):
            outputIsOpen = false
            collector.report(.outputDiskFull, "no space to write the answer: \(reason)")
        case .failed(let reason):
            outputIsOpen = false
            collector.report(.outputNotWritten, "the answer cannot be written: \(reason)")
        }
    }

    /// Writes a part of the answer as JSON.
    func answer(_ value: JSONValue) {
        answer(value.rendered(indented: true) + "\n")
    }

    /// Writes a line beside the answer.
    func remark(_ line: String) {
        _ = messages.write(line + "\n")
    }

    /// Writes a line for a person beside the answer; programs get none.
    func note(_ line: String, _ format: OutputFormat) {
        if format == .text { remark(DisplayText.escaped(line)) }
    }

    /// Writes all findings in the form asked for.
    func writeFindings(_ format: OutputFormat) {
        guard !collector.isEmpty else { return }
        let text =
            switch format {
            case .text:
                TextRenderer.render(collector, usesColour: surroundings.usesColour)
            case .json: JSONRenderer.render(collector)
            }
        _ = messages.write(text)
    }

    /// Returns what `work` gives, and how long it took.
    func timed<Result>(_ work: () throws -> Result) rethrows -> (Result, Duration) {
        let start = clock()
        let result = try work()
        return (result, clock() - start)
    }
}

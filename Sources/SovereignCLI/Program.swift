import ArgumentParser
import Diagnostics
import Foundation

/// Runs a command line from its words to its exit status.
package enum Program {
    /// Runs the command that `arguments` name, without the program's own name.
    package static func run(_ arguments: [String], in session: CommandSession) -> ExitStatus {
        do {
            var command = try SovereignCommand.parseAsRoot(arguments)
            guard let work = command as? any SessionCommand else {
                try command.run()
                return .yes
            }
            return finish(work, with: work.run(in: session), in: session)
        } catch {
            return report(error, arguments, in: session)
        }
    }

    /// Runs the command line of this process and ends the process.
    package static func runOnThisProcess() -> Never {
        ProcessSignals.prepare()
        let start = ContinuousClock.now
        let session = CommandSession(
            output: DescriptorSink(STDOUT_FILENO), messages: DescriptorSink(STDERR_FILENO),
            surroundings: .ofThisProcess(), clock: { start.duration(to: .now) })
        exit(run(Array(CommandLine.arguments.dropFirst()), in: session).rawValue)
    }

    /// Writes the findings last. An answer that could not be written is no answer.
    private static func finish(
        _ command: any SessionCommand, with status: ExitStatus, in session: CommandSession
    ) -> ExitStatus {
        session.writeFindings(command.format)
        let isAnswer = status == .yes || status == .no || status == .undecided
        return isAnswer && session.collector.hasErrors ? .badData : status
    }

    private static func report(
        _ error: any Error, _ arguments: [String], in session: CommandSession
    ) -> ExitStatus {
        let isClean = SovereignCommand.exitCode(for: error).isSuccess
        var text = SovereignCommand.fullMessage(for: error, columns: session.surroundings.columns)
        while text.last == "\n" { text.removeLast() }
        guard !isClean else {
            session.answer(text + "\n")
            session.writeFindings(.text)
            return session.collector.hasErrors ? .badData : .yes
        }
        session.remark(CommandNames.message(forUnknown: arguments) ?? printable(text))
        return .wrongUsage
    }

    /// The parser quotes the command line as it is, control characters too.
    private static func printable(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { DisplayText.escaped($0) }.joined(separator: "\n")
    }
}

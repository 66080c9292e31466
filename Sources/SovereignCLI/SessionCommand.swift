import ArgumentParser

/// Marks the commands that do work: they get their streams instead of reaching for them.
protocol SessionCommand: ParsableCommand {
    /// The form of findings, and of the answer where the command has a choice.
    var format: OutputFormat { get }

    /// Does the work; findings stay in its collector.
    func run(in session: CommandSession) -> ExitStatus
}

import Foundation

/// Keeps signals from ending the program in ways that no caller expects.
enum ProcessSignals {
    /// Turns writes to a closed pipe or past a limit of file size into errors that can be told,
    /// and defects into their exit status.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGILL) { _ in ProcessSignals.endAsDefect() }
        signal(SIGTRAP) { _ in ProcessSignals.endAsDefect() }
    }

    /// Ends at once. Runs inside a signal handler: it may allocate nothing.
    private static func endAsDefect() {
        let text: StaticString =
            "sovereign: this is a defect of the program; please report it with the input\n"
        _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
        _exit(ExitStatus.defect.rawValue)
    }
}

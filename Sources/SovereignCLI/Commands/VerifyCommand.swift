import ArgumentParser
import Assembly
import Diagnostics
import LocatedInput
import Proposals

/// Recomputes a quote file from what it embeds.
struct VerifyCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recomputes a quote file to the cent, without the catalog.",
        discussion: """
            Exit status: 0 everything in the file agrees; 1 something does not; 65 the file is no \
            quote with a package.
            """)

    @Argument(help: "Quote file in the form sovereign-quote/1, as quote --output writes it.")
    var quote: String

    @Option(help: "Most steps for proving again that nothing is cheaper.")
    var steps: Int = SearchSteps.standard

    @Option(help: "Form of the answer and of findings: text or json.")
    var format: OutputFormat = .text

    func validate() throws {
        try SearchSteps.validate(steps)
    }

    func run(in session: CommandSession) -> ExitStatus {
        // The embedded assembly problem may be as large as one in a file of its own.
        let limits = InputLimits.assemblyProblem
        guard let input = InputFile.read(quote, limits: limits, into: session.collector),
            let value = JSONInput.parse(input, limits: limits, into: session.collector),
            let file = QuoteFile(value, into: session.collector)
        else { return .badData }
        let checks = QuoteVerifier(file, limit: StepLimit(steps: steps)).checks()
        let status = Self.status(checks)
        switch format {
        case .text: session.answer(Self.text(checks, status))
        case .json: session.answer(Self.json(checks, status))
        }
        return status
    }

    /// A difference is a no; without one, a check that the limit ended leaves it undecided.
    private static func status(_ checks: [QuoteVerifier.Check]) -> ExitStatus {
        if checks.contains(where: { !$0.differences.isEmpty }) { return .no }
        return checks.allSatisfy(\.holds) ? .yes : .undecided
    }

    private static func text(_ checks: [QuoteVerifier.Check], _ status: ExitStatus) -> String {
        let lines = checks.flatMap { check in
            ["\(word(check))  \(check.name)"]
                + check.differences.map { "       \(DisplayText.escaped($0))" }
        }
        let conclusion =
            switch status {
            case .yes:
                "the quote recomputes to the cent\n"
                    + "stated, and not worked out here: verdicts, sizes, products and sources, and "
                    + "offers that were not chosen"
            case .undecided: "the proof needs more steps: see --steps"
            default: "the quote does not agree with what it embeds"
            }
        return (lines + ["", conclusion]).map { $0 + "\n" }.joined()
    }

    private static func word(_ check: QuoteVerifier.Check) -> String {
        if check.isUndecided { return "?  " }
        return check.holds ? "yes" : "NO "
    }

    private static func json(_ checks: [QuoteVerifier.Check], _ status: ExitStatus) -> JSONValue {
        [
            "format": "quote-check/1",
            "sound": status == .undecided ? .null : .bool(status == .yes),
            "checks": .array(
                checks.map { (check: QuoteVerifier.Check) -> JSONValue in
                    [
                        "name": .string(check.name),
                        "holds": check.isUndecided ? .null : .bool(check.holds),
                        "differences": .array(check.differences.map { JSONValue.string($0) }),
                    ]
                }),
        ]
    }
}

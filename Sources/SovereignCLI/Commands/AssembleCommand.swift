import ArgumentParser
import Assembly
import Diagnostics
import LocatedInput

/// Solves an assembly problem as it stands in a file.
struct AssembleCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "assemble",
        abstract: "Finds the cheapest valid package of an assembly problem, and proves it.",
        discussion: """
            Exit status: 0 the package is proved to be the cheapest; 1 it is proved that there is \
            none; 75 the limit of steps ended the search before the proof.
            """)

    @Argument(help: "Problem file in the form assembly-problem/1.")
    var problem: String

    @Option(help: "Most steps that the search may take; the answer is the same on every machine.")
    var steps: Int = SearchSteps.standard

    @Option(help: "Form of the answer: json or text.")
    var format: OutputFormat = .json

    func validate() throws {
        try SearchSteps.validate(steps)
    }

    func run(in session: CommandSession) -> ExitStatus {
        let (decoded, reading) = session.timed { () -> AssemblyProblem? in
            InputFile.read(problem, limits: .assemblyProblem, into: session.collector)
                .flatMap { input in
                    JSONInput.parse(input, limits: .assemblyProblem, into: session.collector)
                }
                .flatMap { value in AssemblyProblem.decode(value, into: session.collector) }
        }
        guard let decoded else { return .badData }
        let (answer, assembling) = session.timed {
            Assembler(limit: StepLimit(steps: steps)).assemble(decoded)
        }
        let check = PackageChecker.check(decoded, answer)
        precondition(check.holds, "the package does not hold: \(check.violations)")
        switch format {
        case .json: session.answer(answer.json)
        case .text: session.answer(AnswerText.render(answer, currency: decoded.currency))
        }
        session.remark(Times([("read", reading), ("assemble", assembling)]).line(format))
        return Self.status(of: answer)
    }

    private static func status(of answer: AssemblyAnswer) -> ExitStatus {
        switch answer.status {
        case .optimal: .yes
        case .infeasible: .no
        case .feasible, .unknown: .undecided
        }
    }
}

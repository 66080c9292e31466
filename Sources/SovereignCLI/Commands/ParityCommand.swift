import ArgumentParser
import Diagnostics
import Documents
import LocatedInput
import Proposals

/// Tells which price in one quote obliges to what in another.
struct ParityCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "parity",
        abstract: "Tells which price in one quote obliges to a reduction in another.",
        discussion: """
            Clauses stand in the requirements under contract.parity. Prices are compared meter by \
            meter, net of discounts. Exit status: 0 nothing is owed; 1 a clause is triggered.
            """)

    @Argument(help: "Quote files in the form sovereign-quote/1, at least two.")
    var quotes: [String]

    @Option(help: "Form of the answer and of findings: text or json.")
    var format: OutputFormat = .text

    func validate() throws {
        if quotes.count < 2 { throw ValidationError("parity is between two quotes or more") }
    }

    func run(in session: CommandSession) -> ExitStatus {
        let limits = InputLimits.assemblyProblem
        let files = quotes.map { path -> ParityCheck.Named? in
            guard let input = InputFile.read(path, limits: limits, into: session.collector),
                let value = JSONInput.parse(input, limits: limits, into: session.collector),
                let file = QuoteFile(value, into: session.collector)
            else { return nil }
            return (path, file)
        }
        let known = files.compactMap(\.self)
        guard known.count == files.count else { return .badData }
        do {
            let report = try ParityCheck.report(known)
            let outline = ParityOutline(report)
            switch format {
            case .text: session.answer(TerminalRenderer().render(outline.blocks))
            case .json: session.answer(outline.json)
            }
            return report.obligations.isEmpty ? .yes : .no
        } catch {
            session.collector.report(
                .priceAmountsTooLarge, "the quotes cannot be compared: \(error)")
            return .badData
        }
    }
}

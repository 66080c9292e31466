import ArgumentParser
import Assembly
import Catalog
import Diagnostics
import LocatedInput
import Proposals
import Quantities

/// Says what another catalog changes in offers, money and verdicts.
struct CatalogDiffCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says what a new catalog changes, in offers, prices and answers.",
        discussion: """
            The requirements are those in 'scenarios' of the new catalog, or those named. Exit \
            status: 0 compared; 65 a catalog or a requirement has mistakes.
            """)

    @Argument(help: "Folder of the old catalog.")
    var old: String

    @Argument(help: "Folder of the new catalog.")
    var new: String

    @Option(
        name: .customLong("requirement"),
        help: ArgumentHelp(
            "Requirement to quote on both; may be given several times.", valueName: "file"))
    var requirements: [String] = []

    @Option(help: "Most steps that each search may take; the answer is the same everywhere.")
    var steps: Int = SearchSteps.standard

    @Option(help: "Form of the answer and of findings: text or json.")
    var format: OutputFormat = .text

    func validate() throws { try SearchSteps.validate(steps) }

    func run(in session: CommandSession) -> ExitStatus {
        let reader = CatalogReader(session: session)
        guard let before = reader.reading([old]).catalog, let after = reader.reading([new]).catalog
        else { return .badData }
        var answers: [CatalogDiff.Answer] = []
        for path in requirements.isEmpty ? reader.scenarios(new) : requirements {
            guard let one = answer(path, before, session), let other = answer(path, after, session)
            else { return .badData }
            answers.append(CatalogDiff.Answer(path: path, before: one, after: other))
        }
        let diff = CatalogDiff(from: before, to: after, answers: answers)
        switch format {
        case .text: session.answer(diff.text)
        case .json: session.answer(diff.json)
        }
        return .yes
    }

    private func answer(
        _ path: String, _ catalog: CatalogSnapshot, _ session: CommandSession
    ) -> Proposal? {
        let reader = RequirementReader(collector: session.collector)
        guard let reading = reader.read(path, settings: [], catalog: catalog) else { return nil }
        do {
            return try QuoteEngine(catalog: catalog, limit: StepLimit(steps: steps))
                .propose(reading.bound, source: reading.source)
        } catch {
            session.collector.report(
                .commandAmountsTooLarge, "the requirement cannot be priced: \(error)",
                at: reading.start,
                help: "look for a figure with digits too many, or a date without rates")
            return nil
        }
    }
}

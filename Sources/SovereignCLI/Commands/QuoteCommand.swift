import ArgumentParser
import Assembly
import Catalog
import Diagnostics
import LocatedInput
import Proposals

/// Answers a requirement with a priced package, or with the reason why there is none.
struct QuoteCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "Answers a requirement with a priced package, or says why there is none.",
        discussion: """
            The quote is printed, or with --output written to files instead. Exit status: 0 there \
            is a package, proved to be the cheapest; 1 it is proved that there is none; 75 the \
            limit of steps ended the search before the proof.
            """)

    @Argument(help: "Requirement file (.yaml or .json).")
    var requirement: String

    @Option(
        name: .customLong("catalog"),
        help: ArgumentHelp(
            """
            Folder that holds catalog.yaml; may be given several times, later ones overlay earlier \
            ones. Without it, the nearest folder 'catalog' above the current one, else beside the \
            program.
            """, valueName: "folder"))
    var catalogs: [String] = []

    @Option(
        name: .customLong("output"),
        help: ArgumentHelp(
            """
            File to write the quote to, in the form of its ending: \(QuoteForm.usualEndings); may \
            be given several times.
            """, valueName: "file"))
    var outputs: [String] = []

    @Option(help: "Form of what is printed, findings and times too: text or json.")
    var format: OutputFormat = .text

    @Option(
        help: ArgumentHelp(
            """
            Print only why a line (L1, P1), an offer, a service, a site, a provider or a demand \
            of the quote is as it is.
            """, valueName: "id"))
    var explain: String?

    @Option(help: "Most steps that each search may take; the quote is the same on every machine.")
    var steps: Int = SearchSteps.standard

    @Option(
        help: ArgumentHelp(
            "File to write the assembly problem behind the quote to, for other solvers.",
            valueName: "file"))
    var exportProblem: String?

    func validate() throws {
        try SearchSteps.validate(steps)
        for path in outputs where QuoteForm(path: path) == nil {
            throw ValidationError(
                "'\(path)' has no known ending; a quote is written to \(QuoteForm.usualEndings)")
        }
        let paths = outputs + [exportProblem].compactMap { $0 }
        if let twice = paths.first(where: { path in paths.count { $0 == path } > 1 }) {
            throw ValidationError("'\(twice)' is named twice as a file to write")
        }
    }

    func run(in session: CommandSession) -> ExitStatus {
        let writer = QuoteWriter(
            outputs: outputs, exportProblem: exportProblem, explained: explain, format: format,
            session: session)
        guard !writer.wouldReplace(requirement) else { return .badData }
        let (catalog, loading) = session.timed {
            CatalogReader(session: session).snapshot(catalogs)
        }
        let (reading, binding) = session.timed {
            RequirementReader(collector: session.collector).read(requirement, catalog: catalog)
        }
        guard let catalog, let reading else { return .badData }
        let (proposal, proposing) = session.timed {
            propose(reading, catalog, into: session.collector)
        }
        guard let proposal else { return .badData }
        let (isWritten, writing) = session.timed { writer.write(proposal) }
        guard isWritten else { return .wrongUsage }
        let times = Times([
            ("catalog", loading), ("requirement", binding), ("quote", proposing),
            ("write", writing),
        ])
        session.remark(times.line(format))
        return Self.status(of: proposal)
    }

    private func propose(
        _ reading: RequirementReader.Reading, _ catalog: CatalogSnapshot,
        into collector: FindingCollector
    ) -> Proposal? {
        do {
            return try QuoteEngine(catalog: catalog, limit: StepLimit(steps: steps))
                .propose(reading.bound, source: reading.source)
        } catch {
            collector.report(
                .commandAmountsTooLarge, "the requirement cannot be priced: \(error)",
                at: reading.start)
            return nil
        }
    }

    private static func status(of proposal: Proposal) -> ExitStatus {
        switch proposal.outcome {
        case .package(let package): package.claim.isProved ? .yes : .undecided
        case .refused: .no
        case .undecided: .undecided
        }
    }
}

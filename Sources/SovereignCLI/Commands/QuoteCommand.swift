import ArgumentParser
import Assembly
import Catalog
import Diagnostics
import LocatedInput
import Proposals
import Quantities

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

    @OptionGroup var catalog: CatalogOption

    @Option(
        name: .customLong("output"),
        help: ArgumentHelp(
            """
            File to write the quote to, in the form of its ending: \(QuoteForm.usualEndings); may \
            be given several times.
            """, valueName: "file"))
    var outputs: [String] = []

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            """
            Quote the requirement with another value, and say what that changes in money, as in \
            enclaves.core.workloads.app.vcpu=3000; may be given several times. The path is made \
            of keys, ids and positions from 0; the value is one word, or a list in brackets.
            """, valueName: "path=value"))
    var settings: [String] = []

    @Option(help: "Form of what is printed, findings and times too: text or json.")
    var format: OutputFormat = .text

    @Option(
        help: ArgumentHelp(
            """
            Print only why a line (L1, P1), an offer, a service, a site, a provider or a demand \
            of the quote is as it is.
            """, valueName: "id"))
    var explain: String?

    @Option(
        help: ArgumentHelp(
            """
            File (.csv) to write the open questions to, with what each answer would be worth. \
            Filled in and put into a folder as questions.csv, it is an overlay for --catalog.
            """, valueName: "file"))
    var questions: String?

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
        if let questions, !questions.lowercased().hasSuffix(".csv") {
            throw ValidationError("'\(questions)' does not end in .csv; questions are a table")
        }
        let paths = outputs + [exportProblem, questions].compactMap { $0 }
        let twice = paths.indices.first { index in
            paths[..<index].contains {
                $0 == paths[index] || OutputFile.leadToSameFile($0, paths[index])
            }
        }.map { paths[$0] }
        if let twice {
            throw ValidationError("'\(twice)' is named twice as a file to write")
        }
    }

    func run(in session: CommandSession) -> ExitStatus {
        let writer = QuoteWriter(
            outputs: outputs, exportProblem: exportProblem, questions: questions,
            explained: explain, format: format,
            session: session)
        let (read, loading) = session.timed {
            CatalogReader(session: session).reading(self.catalog.folders)
        }
        guard !writer.wouldReplace(requirement, catalog: read.paths) else { return .badData }
        let catalog = read.catalog
        let (reading, binding) = session.timed {
            RequirementReader(collector: session.collector)
                .read(requirement, settings: settings, catalog: catalog)
        }
        guard let catalog, let reading else { return .badData }
        let (proposal, proposing) = session.timed {
            priced(reading, catalog, into: session.collector) { engine in
                let proposal = try engine.propose(reading.bound, source: reading.source)
                return engine.comparing(proposal, with: reading.earlier)
            }
        }
        guard let proposal else { return .badData }
        let (sheet, asking) = session.timed {
            questions.flatMap { _ in
                priced(reading, catalog, into: session.collector) {
                    try $0.questionSheet(for: proposal)
                }
            }
        }
        if questions != nil, sheet == nil { return .badData }
        let (isWritten, writing) = session.timed { writer.write(proposal, sheet: sheet) }
        guard isWritten else { return .wrongUsage }
        let times = Times(
            [("catalog", loading), ("requirement", binding), ("quote", proposing)]
                + (questions == nil ? [] : [("questions", asking)]) + [("write", writing)])
        session.remark(times.line(format))
        return Self.status(of: proposal)
    }

    /// Does work with an engine; an amount out of range is a finding.
    private func priced<Result>(
        _ reading: RequirementReader.Reading, _ catalog: CatalogSnapshot,
        into collector: FindingCollector, _ work: (QuoteEngine) throws -> Result
    ) -> Result? {
        do {
            return try work(QuoteEngine(catalog: catalog, limit: StepLimit(steps: steps)))
        } catch {
            collector.report(
                .commandAmountsTooLarge, "the requirement cannot be priced: \(error)",
                at: reading.start, help: Self.help(error))
            return nil
        }
    }

    private static func help(_ error: any Error) -> String {
        if case QuantityError.missingRate? = error as? QuantityError {
            return "the catalog has no exchange rates that early: move 'asOf', or add dated rates "
                + "to exchange-rates/ in an overlay"
        }
        return "look for a figure with digits too many: a price, a cost, a budget or a quantity"
    }

    private static func status(of proposal: Proposal) -> ExitStatus {
        switch proposal.outcome {
        case .package(let package): package.claim.isProved ? .yes : .undecided
        case .refused: .no
        case .undecided: .undecided
        }
    }
}

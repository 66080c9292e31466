import ArgumentParser
import Assembly
import Catalog
import Comparison
import Diagnostics
import Documents
import LocatedInput
import Quantities

/// Compares quotes and offers by an evaluation plan, or one requirement over many countries.
struct CompareCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compares quotes and offers, or one requirement over many countries.",
        discussion: """
            Offers are quotes (.json, as quote --output writes them) and files that begin with \
            offer: 1. Without a plan they stand side by side, in the order of their prices. Exit \
            status: 0 compared, and where there is a plan an offer can be awarded; 1 none can, or \
            the audit found mistakes; 65 a file is at fault.
            """)

    @Argument(help: "Quotes and offers, or with --countries one requirement.")
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "Evaluation plan (.yaml), read and hashed before any offer.", valueName: "file"))
    var plan: String?

    @Option(
        help: ArgumentHelp(
            "Evaluators' record (.yaml) to be audited against the plan and the offers.",
            valueName: "file"))
    var evaluation: String?

    @Option(
        help: ArgumentHelp(
            """
            Ask one requirement of each of these: codes such as ES,PL, or nato or eu for all \
            members.
            """, valueName: "countries"))
    var countries: String?

    @Option(help: "Most steps of each search with --countries.")
    var steps: Int = SearchSteps.standard

    @Option(
        help: ArgumentHelp(
            """
            Country for whose eyes the comparison is, such as ES: figures of other countries are \
            taken away before anything is worked out.
            """, valueName: "country"))
    var reader: String?

    @OptionGroup var catalog: CatalogOption

    @Option(
        name: .customLong("output"),
        help: ArgumentHelp(
            """
            File to write the comparison to, in the form of its ending: \
            \(ComparisonForm.usualEndings); may be given several times. Markdown has its charts \
            beside it (.svg).
            """, valueName: "file"))
    var outputs: [String] = []

    @Option(help: "Form of what is printed, findings and times too: text or json.")
    var format: OutputFormat = .text

    func validate() throws {
        for path in outputs where ComparisonForm(path: path) == nil {
            throw ValidationError(
                "'\(path)' has no known ending; a comparison is written to "
                    + ComparisonForm.usualEndings)
        }
        try SearchSteps.validate(steps)
        if countries != nil, files.count != 1 || plan != nil || evaluation != nil {
            throw ValidationError("--countries takes one requirement, and no plan or evaluation")
        }
        if plan == nil, evaluation != nil {
            throw ValidationError("--evaluation is audited against a plan; name it with --plan")
        }
    }

    func run(in session: CommandSession) -> ExitStatus {
        let (read, loading) = session.timed { facts(session) }
        guard !wouldReplace(read.paths, session) else { return .badData }
        if let countries {
            let answerer = CountryAnswerer(
                words: countries, reader: reader, steps: steps, outputs: outputs, format: format,
                session: session)
            let (status, asking) = session.timed {
                answerer.run(files[0], read.catalog)
            }
            session.remark(Times([("catalog", loading), ("countries", asking)]).line(format))
            return status
        }
        let (input, reading) = session.timed { inputs(read.catalog, session) }
        guard let input else { return .badData }
        let (report, comparing) = session.timed { compare(input, read.catalog, session) }
        guard let report, write(report, session) else { return .badData }
        session.remark(
            Times([("catalog", loading), ("read", reading), ("compare", comparing)]).line(format))
        return Self.status(report)
    }

    static func status(_ report: ComparisonReport) -> ExitStatus {
        if report.audit.map({ !$0.isClean }) ?? false { return .no }
        return report.plan.hash != nil && report.winner == nil ? .no : .yes
    }

    /// A catalog says which levels are not classified, and gives rates and frameworks where the
    /// files do not; without one the files have to say.
    private func facts(_ session: CommandSession) -> CatalogReader.Reading {
        if countries == nil, catalog.folders.isEmpty,
            CatalogFinder(surroundings: session.surroundings).find() == nil
        {
            return CatalogReader.Reading()
        }
        return CatalogReader(session: session).reading(catalog.folders)
    }

    /// Everything that is compared.
    private struct Input {
        let plan: EvaluationPlan
        let offers: [ComparedOffer]
        let record: EvaluationRecord?
        let rates: ComparedRates
    }

    private func inputs(_ catalog: CatalogSnapshot?, _ session: CommandSession) -> Input? {
        let files = ComparedFiles(collector: session.collector)
        let stated = plan.flatMap { files.plan($0, framework: catalog?.frameworks.first) }
        let record = evaluation.flatMap { files.record($0) }
        let offers = files.offers(self.files)
        checkReader(catalog, session)
        guard let offers, let first = offers.first, plan == nil || stated != nil,
            evaluation == nil || record != nil
        else { return nil }
        guard let plan = stated ?? sideBySide(offers, first, catalog, session) else { return nil }
        guard let rates = ComparedRates(plan, offers, catalog, into: session.collector),
            !session.collector.hasErrors
        else { return nil }
        return Input(plan: plan, offers: offers, record: record, rates: rates)
    }

    /// The day of the quotes' rates, else that of the catalog.
    private func sideBySide(
        _ offers: [ComparedOffer], _ first: ComparedOffer, _ catalog: CatalogSnapshot?,
        _ session: CommandSession
    ) -> EvaluationPlan? {
        let day = offers.compactMap { $0.rates?.date }.max() ?? catalog?.date
        guard let day else {
            session.collector.report(
                .commandNoCatalog,
                "without a catalog, a quote or a plan there is no day to judge as of",
                help: "name a catalog with --catalog, or a plan with --plan")
            return nil
        }
        return .sideBySide(currency: first.currency, asOf: day)
    }

    private func checkReader(_ catalog: CatalogSnapshot?, _ session: CommandSession) {
        guard let reader, let catalog, let id = OwnerID(inputText: reader),
            catalog.owner(id) == nil
        else { return }
        session.collector.report(
            .comparisonUnknownCountry, "the catalog has no country '\(reader)' to read for",
            help: "write the code of ISO 3166-1 in two capital letters")
    }

    private func compare(
        _ input: Input, _ catalog: CatalogSnapshot?, _ session: CommandSession
    ) -> ComparisonReport? {
        let open = (catalog?.owners ?? []).flatMap(\.levels).filter { !$0.isClassified }
            .flatMap { [$0.marking, $0.id.rawValue] + $0.aliases }.map { $0.uppercased() }
        let engine = ComparisonEngine(
            plan: input.plan, rates: input.rates.rates, ratesSource: input.rates.source,
            openLevels: Set(open))
        do {
            return try engine.compare(input.offers, record: input.record, reader: reader)
        } catch {
            session.collector.report(
                .commandAmountsTooLarge, "the offers cannot be compared: \(error)",
                help: "look for a figure with digits too many, or a price of 0")
            return nil
        }
    }

    // MARK: - Files

    private func wouldReplace(_ catalog: [String], _ session: CommandSession) -> Bool {
        let inputs = files + [plan, evaluation].compactMap { $0 } + catalog
        let replacing = outputs.filter { path in
            inputs.contains { OutputFile.leadToSameFile(path, $0) }
        }
        for path in replacing {
            session.collector.report(
                .outputOverInput, "'\(path)' is a file that is read",
                help: "give the output another name")
        }
        return !replacing.isEmpty
    }

    private func write(_ report: ComparisonReport, _ session: CommandSession) -> Bool {
        let files = outputs.flatMap { path in
            ComparisonForm(path: path)?.files(report, path: path) ?? []
        }
        guard files.isEmpty else {
            guard OutputFile.write(files, into: session.collector) else { return false }
            for file in files { session.note("wrote \(file.path)", format) }
            return true
        }
        switch format {
        case .text: session.answer(ComparisonText.render(report))
        case .json: session.answer(ComparisonJSON.value(report))
        }
        return true
    }
}

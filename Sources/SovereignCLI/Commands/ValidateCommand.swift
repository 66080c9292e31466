import ArgumentParser
import Catalog
import Diagnostics
import Documents
import LocatedInput
import Proposals
import Quantities
import Requirements

/// Judges people, facilities and systems for a requirement, and assigns people to posts.
struct ValidateCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Judges people, facilities and systems, and who fills which post.",
        discussion: """
            People are named by the ids of their rows alone. Exit status: 0 all clear; 1 there are \
            gaps; 65 a file is at fault.
            """)

    @Argument(help: "Requirement file (.yaml or .json).")
    var requirement: String

    @Option(
        name: .customLong("roster"),
        help: ArgumentHelp(
            """
            File of people: .csv as spreadsheets export it, or .yaml of people, facilities and \
            systems; may be given several times.
            """, valueName: "file"))
    var rosters: [String] = []

    @Option(
        name: .customLong("facilities"),
        help: ArgumentHelp(
            "File of companies and establishments (.csv); may be given several times.",
            valueName: "file"))
    var facilities: [String] = []

    @Option(
        help: ArgumentHelp(
            "Quote of the requirement (.json): its platforms, and the seats at them.",
            valueName: "file"))
    var quote: String?

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "Judge one day, such as 2027-07-01, instead of the whole term.", valueName: "date"))
    var asOf: String?

    @Flag(help: "Judge the whole evaluated term, which is what happens without --as-of.")
    var over = false

    @Option(
        help: ArgumentHelp(
            """
            How rosters write dates that are not like 2027-03-31: unambiguous takes only those \
            that can be read in one way, day-first takes the day first.
            """))
    var dates: DateOrder = .unambiguous

    @OptionGroup var catalog: CatalogOption

    @Option(
        name: .customLong("output"),
        help: ArgumentHelp(
            """
            File to write the answer to, in the form of its ending: \(ClearanceForm.usualEndings); \
            may be given several times.
            """, valueName: "file"))
    var outputs: [String] = []

    @Option(help: "Form of what is printed, findings too: text or json.")
    var format: OutputFormat = .text

    /// How dates are read.
    enum DateOrder: String, ExpressibleByArgument, CaseIterable {
        case unambiguous
        case dayFirst = "day-first"

        var order: RosterDates.Order { self == .dayFirst ? .dayFirst : .unambiguous }
    }

    func validate() throws {
        if let asOf, CalendarDate(inputText: asOf) == nil {
            throw ValidationError("'\(asOf)' is no date; write it like 2027-03-31")
        }
        if over, asOf != nil {
            throw ValidationError("--as-of judges one day and --over the term; give one of them")
        }
        for path in outputs where ClearanceForm(path: path) == nil {
            throw ValidationError(
                "'\(path)' has no known ending; the answer is written to "
                    + ClearanceForm.usualEndings)
        }
    }

    func run(in session: CommandSession) -> ExitStatus {
        let read = CatalogReader(session: session).reading(catalog.folders)
        guard !wouldReplace(read.paths, session) else { return .badData }
        let reading = RequirementReader(collector: session.collector)
            .read(requirement, settings: [], catalog: read.catalog)
        let roster = read.catalog.flatMap { self.roster($0, session) }
        let quoted = quote.flatMap { self.quoted($0, session) }
        guard let catalog = read.catalog, let reading, let roster,
            quote == nil || quoted != nil, isSame(quoted, reading, session)
        else { return .badData }
        guard isInTerm(reading.bound.requirement.term, session) else { return .wrongUsage }
        let validator = ClearanceValidator(
            catalog: catalog, bound: reading.bound, roster: roster, quoted: quoted,
            on: asOf.flatMap { CalendarDate(inputText: $0) })
        do {
            let report = try validator.validate()
            guard write(report, session) else { return .badData }
            return report.isClear ? .yes : .no
        } catch {
            session.collector.report(
                .commandAmountsTooLarge, "the answer cannot be worked out: \(error)",
                at: reading.start, help: "look for a figure with digits too many")
            return .badData
        }
    }

    /// A day outside the term has no posts.
    private func isInTerm(_ term: Term, _ session: CommandSession) -> Bool {
        guard let day = asOf.flatMap({ CalendarDate(inputText: $0) }),
            day < term.start || term.end <= day
        else { return true }
        session.collector.report(
            .inputOutOfRange, "--as-of \(day) lies outside the evaluated term",
            help: "name a day from \(term.start) on and before \(term.end)")
        return false
    }

    // MARK: - Files

    private func wouldReplace(_ catalog: [String], _ session: CommandSession) -> Bool {
        let inputs = [requirement] + rosters + facilities + [quote].compactMap { $0 } + catalog
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

    /// All rosters as one; `nil` after a mistake in one of them.
    private func roster(_ catalog: CatalogSnapshot, _ session: CommandSession) -> Roster? {
        let reader = RosterReader(
            catalog: catalog, dates: RosterDates(dates.order), into: session.collector)
        let files =
            rosters.map { ($0, RosterReader.Rows.people) }
            + facilities.map { ($0, RosterReader.Rows.facilities) }
        var whole = Roster()
        for (path, rows) in files {
            let input = InputFile.read(path, into: session.collector, confidential: true)
            guard let input else { continue }
            let read = reader.read(input, rows: rows)
            whole.people += read.people
            whole.facilities += read.facilities
            whole.systems += read.systems
        }
        if files.count > 1 { reader.checkAcross(whole) }
        return session.collector.hasErrors ? nil : whole
    }

    private func quoted(_ path: String, _ session: CommandSession) -> QuotedPlatforms? {
        let limits = InputLimits.assemblyProblem
        guard let input = InputFile.read(path, limits: limits, into: session.collector),
            let value = JSONInput.parse(input, limits: limits, into: session.collector)
        else { return nil }
        return QuotedPlatforms(value, into: session.collector)
    }

    /// A quote of another requirement says nothing about this one.
    private func isSame(
        _ quoted: QuotedPlatforms?, _ reading: RequirementReader.Reading,
        _ session: CommandSession
    ) -> Bool {
        guard let quoted, let quote, !quoted.isOf(reading.source) else { return true }
        session.collector.report(
            .proposalOtherRequirement, "the quote is of another requirement",
            at: SourceLocation(path: quote, line: 1, column: 1, length: 0),
            help: "quote this requirement again, with --output")
        return false
    }

    private func write(_ report: ClearanceReport, _ session: CommandSession) -> Bool {
        let files = outputs.compactMap { path in
            ClearanceForm(path: path).map { form in
                OutputFile.Content(path: path, text: form.render(report))
            }
        }
        if !files.isEmpty {
            guard OutputFile.write(files, into: session.collector) else { return false }
            for file in files { session.note("wrote \(file.path)", format) }
            return true
        }
        switch format {
        case .text: session.answer(ClearanceForms.text(report))
        case .json: session.answer(ClearanceForms.json(report))
        }
        return true
    }
}

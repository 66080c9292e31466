import ArgumentParser
import Catalog
import Clearance
import Diagnostics
import LocatedInput
import Quantities
import Requirements

/// Tells whether one person's clearance counts for a level, and why.
struct ClearanceRecogniseCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "recognise",
        abstract: "Tells whether a clearance counts for a level, for one person, and why.",
        discussion: """
            As in: sovereign clearance recognise "HPS RESERVADO" --issued-by ES --nationality ES \
            --for "NATO SECRET" --owner NATO --on 2027-07-01

            Exit status: 0 eligible, or conditional on the steps named; 1 not eligible, or not \
            known; 64 a word names nothing.
            """)

    @Argument(help: "The clearance by its issuer's name, or the level that it opens.")
    var clearance: String

    @Option(help: "Nation or organisation that granted it.")
    var issuedBy: String

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Level of the information, as its owner marks it.", valueName: "level"))
    var level: String

    @Option(help: "Whose information it is; the issuer's own where left out.")
    var owner: String?

    @Option(help: "Nation of which the holder is a citizen; may be given several times.")
    var nationality: [String] = []

    @Option(help: "Country in which the holder works; the owner's where left out.")
    var worksIn: String?

    @Option(help: "Day to judge, such as 2027-07-01.")
    var on: String

    @Option(help: "First day on which the clearance no longer holds; not expired where left out.")
    var expires: String?

    @Flag(help: "The clearance is an interim one.")
    var interim = false

    @Option(help: "Caveat of the information; may be given several times.")
    var caveat: [String] = []

    @OptionGroup var catalog: CatalogOption

    @Option(help: "Form of the answer and of findings: text or json.")
    var format: OutputFormat = .text

    func validate() throws {
        for text in [on, expires].compactMap({ $0 }) where CalendarDate(inputText: text) == nil {
            throw ValidationError("'\(text)' is no date; write it like 2027-03-31")
        }
    }

    func run(in session: CommandSession) -> ExitStatus {
        guard let catalog = CatalogReader(session: session).reading(catalog.folders).catalog else {
            return .badData
        }
        guard let asked = asked(catalog, session.collector),
            let date = CalendarDate(inputText: on)
        else { return .wrongUsage }
        let book = RuleBook(catalog)
        let whole = PersonJudge(book, roster: Roster())
            .judge(asked.person, for: asked.need, on: date)
        // Without a day on which it expires, that it has not is what was asked about.
        let judged =
            expires == nil
            ? CaseJudgement(judgements: whole.judgements.filter { $0.rule != "valid-throughout" })
            : whole
        switch format {
        case .text: session.answer(Self.text(judged))
        case .json: session.answer(Self.json(judged))
        }
        return judged.verdict <= .conditional ? .yes : .no
    }

    /// The person and the need that the words describe.
    private func asked(
        _ catalog: CatalogSnapshot, _ collector: FindingCollector
    ) -> (person: Person, need: AccessNeed)? {
        let finder = LevelFinder(catalog: catalog, collector: collector)
        let names = ClearanceNames(catalog: catalog, into: collector)
        guard let issuer = finder.owner(issuedBy),
            let held = names.clearance(clearance, of: issuer),
            let whose = finder.owner(owner ?? issuedBy), let level = names.level(level, of: whose),
            let caveats = caveats(of: whose, collector),
            areCountries(nationality + [worksIn].compactMap { $0 }, catalog, collector)
        else { return nil }
        var need = AccessNeed(level: level, customer: whose.id)
        need.caveats = caveats
        let end = expires.flatMap { CalendarDate(inputText: $0) }
        let person = Person(
            id: "holder", nationalities: nationality.map { OwnerID($0.uppercased()) },
            employer: Person.customer,
            clearances: [
                HeldClearance(
                    issuer: issuer.id, level: held.level, clearance: held.clearance,
                    status: interim ? .interim : .final, granted: nil,
                    expires: end
                        ?? CalendarDate(year: CalendarDate.years.upperBound, month: 1, day: 1),
                    sponsor: Person.customer)
            ],
            country: OwnerID(worksIn?.uppercased() ?? place(whose)))
        return (person, need)
    }

    /// Reports words that are no country's code.
    private func areCountries(
        _ words: [String], _ catalog: CatalogSnapshot, _ collector: FindingCollector
    ) -> Bool {
        let wrong = words.map { $0.uppercased() }.filter { word in
            !CountryCode.assigned.contains(word)
                && catalog.owner(OwnerID(word))?.kind != .country
        }
        for word in wrong {
            collector.report(
                .requirementUnknownCountry,
                "\(collector.quote(word, at: nil)) is no country code",
                help: CountryCode.meant(by: word).map { "did you mean '\($0)'?" }
                    ?? "write the two capital letters of ISO 3166-1, like ES")
        }
        return wrong.isEmpty
    }

    /// Where the holder works, unless it is said: in the owner's country.
    private func place(_ owner: Owner) -> String {
        owner.kind == .country
            ? owner.id.rawValue : nationality.first?.uppercased() ?? owner.id.rawValue
    }

    private func caveats(of owner: Owner, _ collector: FindingCollector) -> [Caveat]? {
        let found = caveat.map { word -> Caveat? in
            if let one = owner.caveats.first(where: { $0.isNamed(word) }) { return one }
            let known = owner.caveats.map(\.marking)
            collector.report(
                .requirementUnknownCaveat,
                "\(owner.name) has no caveat \(collector.quote(word, at: nil))",
                help: DidYouMean.help(for: word, in: known)
                    ?? (known.isEmpty ? nil : "its caveats are: \(known.joined(separator: ", "))"))
            return nil
        }
        return found.contains { $0 == nil } ? nil : found.compactMap { $0 }
    }

    private static func text(_ judged: CaseJudgement) -> String {
        var lines = ["\(judged.verdict.rawValue): \(judged.reasons.joined(separator: "; "))", ""]
        let trees = judged.judgements.map { judgement in
            "\(judgement.verdict.rawValue): \(judgement.explanation.rendered())"
        }
        if !judged.steps.isEmpty {
            lines += ["", "Steps:"]
            lines += judged.steps.map { step in
                "-   \(step.text) (\(step.authority)"
                    + (step.leadTime.map { ", \($0)" } ?? "") + ")"
            }
        }
        if !judged.questions.isEmpty {
            lines += ["", "To ask:"]
            lines += judged.questions.map { "-   \($0.text) Ask: \($0.askWhom)." }
        }
        lines.insert(contentsOf: trees.map { String($0.dropLast()) }, at: 2)
        return lines.map { $0 + "\n" }.joined()
    }

    private static func json(_ judged: CaseJudgement) -> JSONValue {
        [
            "format": "sovereign-recognition/1", "verdict": .string(judged.verdict.rawValue),
            "reasons": .array(judged.reasons.map { .string($0) }),
            "derivation": .array(
                judged.judgements.map { (judgement: Judgement) -> JSONValue in
                    [
                        "rule": .string(judgement.rule),
                        "verdict": .string(judgement.verdict.rawValue),
                        "explanation": judgement.explanation.json,
                    ]
                }),
            "steps": .array(judged.steps.map { .string($0.text) }),
            "questions": .array(
                judged.questions.map { (question: OpenQuestion) -> JSONValue in
                    ["text": .string(question.text), "askWhom": .string(question.askWhom)]
                }),
        ]
    }
}

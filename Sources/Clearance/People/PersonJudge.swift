import Catalog
import Diagnostics
package import Quantities
package import Requirements

/// Judges one person for one need on one day, and says why.
package struct PersonJudge: Sendable {
    static let neededKinds: Set<RuleKind> = [
        .clearanceNotRequired, .noPersonnelClearance, .clearanceRequired,
    ]
    static let validityKinds: Set<RuleKind> = [.validThroughout]

    /// Rules about the person, in the order in which they are told.
    static let personRules: [any PersonRule] = [
        EmploymentRule(), RoleRule(), NationalityRule(), CaveatRule(), PopulationRule(),
        ThirdCountryRule(), PlaceOfWorkRule(), EmployerCapRule(), SeparateAccessRule(),
        RestrictionRule(), NeedToKnowRule(),
    ]
    /// Rules about each clearance, in the order in which they are told.
    static let heldRules: [any HeldClearanceRule] = [
        CoversLevelRule(), NamedClearanceRule(), FinalNotInterimRule(), HeldByNationalsRule(),
        TiedToSponsorRule(),
    ]

    /// The rules of the catalog.
    package let book: RuleBook
    let roster: Roster
    let since: CalendarDate?

    /// Creates a judge.
    ///
    /// - Parameters:
    ///   - roster: whose facilities employ the people.
    ///   - since: First day of work that is judged over its whole length: a clearance that ends in
    ///     its course makes it conditional on a renewal. `nil` where each day is judged by itself.
    package init(_ book: RuleBook, roster: Roster, renewingSince since: CalendarDate? = nil) {
        self.book = book
        self.roster = roster
        self.since = since
    }

    /// Judges by every rule; of several clearances the best one counts.
    package func judge(
        _ person: Person, for need: AccessNeed, on date: CalendarDate
    ) -> CaseJudgement {
        let judged = PersonCase(
            person: person, need: need, date: date, book: book, roster: roster,
            since: since)
        return CaseJudgement(
            judgements: clearance(judged) + Self.personRules.flatMap { $0.judge(judged) })
    }

    /// What is said of a person's clearances alone.
    func judgeClearance(_ person: Person, _ need: AccessNeed, _ date: CalendarDate) -> Verdict {
        let judged = PersonCase(
            person: person, need: need, date: date, book: book, roster: roster, since: since)
        return clearance(judged).map(\.verdict).max() ?? .eligible
    }

    /// The clearance where the level requires one.
    private func clearance(_ judged: PersonCase) -> [Judgement] {
        let needed = LevelNeed(judged.level, book.catalog).person
        let fact = Explanation.fact(
            judged.level.id.rawValue, judged.level.marking, judged.level.provenance,
            fields: ["personnelClearance"])
        let rules = book.rules(Self.neededKinds, for: judged.level, on: judged.date)
            .filter { $0.owner == judged.level.owner }
        let raised = SupposedLevel.all(for: judged.need, on: judged.date, book)
        if needed == .notRequired, raised.isEmpty {
            return [notRequired(judged, [fact] + rules.map { $0.leaf() })]
        }
        let held = judged.person.clearances.map { self.judge($0, judged) }
        if let best = held.min(by: { $0.verdict < $1.verdict }), best.verdict < .ineligible {
            return best.judgements
        }
        let reasons = Set(
            held.flatMap { judgement in
                judgement.judgements.filter { $0.verdict == .ineligible }.map(\.explanation.text)
            }
        ).sorted()
        let text =
            held.isEmpty
            ? "\(judged.who) holds no clearance" : reasons.joined(separator: "; ")
        if needed == .required || !raised.isEmpty {
            return [
                Judgement(
                    "clearance-required", .ineligible, text,
                    because: [fact] + rules.map { $0.leaf() })
            ]
        }
        return [
            Judgement(
                "clearance-required", .unknown,
                "whether \(judged.level.marking) needs a clearance is not known; \(text)",
                because: [fact],
                questions: [
                    OpenQuestion(
                        id: "clearance-required:\(judged.level.id)",
                        text: "Does \(judged.level.marking) need a personnel clearance?",
                        askWhom: book.authority(of: judged.level.owner))
                ])
        ]
    }

    private func notRequired(_ judged: PersonCase, _ facts: [Explanation]) -> Judgement {
        let text = "\(judged.level.marking) needs no personnel clearance"
        guard judged.level.provenance.confidence(of: "personnelClearance") != .unverified else {
            return Judgement(
                "clearance-not-required", .unknown, "not verified: \(text)", because: facts,
                questions: [
                    OpenQuestion(
                        id: "clearance-not-required:\(judged.level.id)",
                        text: "Is it confirmed that \(text)?",
                        askWhom: book.authority(of: judged.level.owner))
                ])
        }
        return Judgement("clearance-not-required", .eligible, text, because: facts)
    }

    /// One clearance by every rule.
    private func judge(_ held: HeldClearance, _ judged: PersonCase) -> CaseJudgement {
        let rules = book.rules(Self.validityKinds, for: judged.level, on: judged.date)
        return CaseJudgement(
            judgements: standing(held, judged).judgements
                + [
                    held.validity.judge(
                        on: judged.date, held.name, row: judged.person.id, rules,
                        renewal: since.map { ($0, held.leadTime, book.authority(of: held.issuer)) })
                ])
    }

    /// One clearance by every rule but its own days.
    func standing(_ held: HeldClearance, _ judged: PersonCase) -> CaseJudgement {
        let one = HeldCase(held: held, base: judged)
        return CaseJudgement(judgements: Self.heldRules.flatMap { $0.judge(one) })
    }
}

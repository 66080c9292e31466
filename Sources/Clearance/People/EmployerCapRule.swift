import Catalog
import Diagnostics
import Requirements

/// A person reads no higher than the employer is cleared.
struct EmployerCapRule: PersonRule {
    static let kinds: Set<RuleKind> = [.employerCap]
    private static let id = "employer-cap"

    func judge(_ judged: PersonCase) -> [Judgement] {
        let needsNone = LevelNeed(judged.level, judged.catalog).facility == .notRequired
        let asksForRegister = judged.book.rules(Self.kinds, for: judged.level, on: judged.date)
            .contains { $0.owner == judged.level.owner }
        if needsNone && !asksForRegister { return [] }
        guard let employer = judged.person.employer else {
            return [
                judged.unknown(
                    Self.id, "the employer of \(judged.who) is not said",
                    ask: "Who employs \(judged.who), and to which level is that body cleared?",
                    of: "whoever keeps the roster")
            ]
        }
        if employer == Person.customer { return [] }
        guard let facility = judged.roster.facility(employer) else {
            return [
                Judgement(
                    Self.id, .unknown,
                    "the facility clearance of the employer of \(judged.who) is not said",
                    because: rules(judged).map { $0.leaf() },
                    questions: [
                        // What the roster calls the employer may be anything: only ids are shown.
                        OpenQuestion(
                            id: "\(Self.id):\(judged.person.id)",
                            text: "Which facility clearance does the employer of \(judged.who) "
                                + "hold, and until when?",
                            askWhom: "the employer of \(judged.who)")
                    ])
            ]
        }
        let found = FacilityJudge(judged.book, renewingSince: judged.since).judge(
            facility, for: judged.level, on: judged.date)
        return [
            Judgement(
                Self.id, found.verdict,
                found.verdict == .eligible
                    ? "employer \(facility.id) may handle \(judged.level.marking)"
                    : found.reasons.joined(separator: "; "),
                because: rules(judged).map { $0.leaf() } + found.judgements.map(\.explanation),
                steps: found.steps, questions: found.questions, premises: found.premises)
        ]
    }

    private func rules(_ judged: PersonCase) -> [RuleRow] {
        judged.book.rules(Self.kinds, for: judged.level, on: judged.date)
    }
}

import Catalog
import Diagnostics
import Requirements

/// Beside the clearance stand the need to know, which the owner confirms, and a briefing.
struct NeedToKnowRule: PersonRule {
    static let kinds: Set<RuleKind> = [.needToKnow]
    private static let id = "need-to-know"

    func judge(_ judged: PersonCase) -> [Judgement] {
        guard judged.level.isClassified else { return [] }
        let cited = judged.book.rules(Self.kinds, for: judged.level, on: judged.date)
            .map { $0.leaf() }
        if judged.person.needToKnow == false {
            return [
                Judgement(
                    Self.id, .ineligible, "\(judged.who) is said to have no need to know",
                    because: cited)
            ]
        }
        let isBriefed = judged.person.briefed.map { $0 <= judged.date } ?? false
        var steps: [Step] = []
        if judged.person.needToKnow == nil {
            steps.append(
                Step(
                    id: "\(Self.id):\(judged.level.id)",
                    text: "the need to know of each person is confirmed for "
                        + judged.level.marking, authority: "the customer's security officer"))
        }
        if !isBriefed {
            steps.append(
                Step(
                    id: "briefing:\(judged.level.id)",
                    text: "each person is briefed, and signs for it, before the first access to "
                        + judged.level.marking, authority: "the employer's security officer"))
        }
        guard !steps.isEmpty else {
            return [
                Judgement(
                    Self.id, .eligible, "\(judged.who) has the need to know and is briefed",
                    because: cited)
            ]
        }
        return [
            Judgement(
                Self.id, .conditional,
                "clearance alone never suffices: need to know and briefing come beside it",
                because: cited, steps: steps)
        ]
    }
}

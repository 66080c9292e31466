import Catalog
import Diagnostics
import Requirements

/// The clearance is final where the owner does not take an interim one.
struct FinalNotInterimRule: HeldClearanceRule {
    static let kinds: Set<RuleKind> = [.finalNotInterim]
    private static let id = "final-not-interim"

    func judge(_ judged: HeldCase) -> [Judgement] {
        switch judged.held.status {
        case .final: return []
        case .pending:
            return [
                Judgement(Self.id, .ineligible, "\(judged.name) is asked for, not granted yet")
            ]
        case .interim: return [interim(judged)]
        case nil:
            return [
                judged.base.unknown(
                    Self.id, "whether \(judged.name) is final is not said",
                    ask: "Is the clearance of \(judged.base.who) final or interim?",
                    of: "whoever keeps the roster")
            ]
        }
    }

    private func interim(_ judged: HeldCase) -> Judgement {
        let rule = judged.base.book.rules(Self.kinds, for: judged.level, on: judged.base.date)
            .first { $0.owner == judged.level.owner }
        if let rule {
            return Judgement(
                Self.id, .ineligible,
                "\(judged.name) is an interim one; \(judged.level.marking) asks for a final one",
                because: [rule.leaf()])
        }
        return Judgement(
            Self.id, .unknown,
            "\(judged.name) is an interim one: whether \(judged.base.ownerName) takes it for "
                + "\(judged.level.marking) is not known",
            because: judged.base.book.rules(Self.kinds, for: judged.level, on: judged.base.date)
                .prefix(1).map { $0.leaf() },
            questions: [
                OpenQuestion(
                    id: "\(Self.id):\(judged.level.id)",
                    text: "Is an interim clearance taken for \(judged.level.marking)?",
                    askWhom: judged.base.book.authority(of: judged.level.owner))
            ])
    }
}

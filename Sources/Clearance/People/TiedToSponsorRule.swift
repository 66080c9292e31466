import Catalog
import Diagnostics
import Requirements

/// A clearance that is tied to its sponsor counts while the sponsor is the employer or the
/// customer; otherwise somebody has to take it over, where that can be done at all.
struct TiedToSponsorRule: HeldClearanceRule {
    static let kinds: Set<RuleKind> = [.fallsWithPost]
    private static let id = "falls-with-post"

    func judge(_ judged: HeldCase) -> [Judgement] {
        let rules = judged.base.book.rules(Self.kinds, of: judged.held.issuer).filter {
            $0.terms.holds(on: judged.base.date)
        }
        guard judged.held.clearance?.isSponsored ?? false || !rules.isEmpty else { return [] }
        let facts = rules.map { $0.leaf() } + record(judged)
        guard let sponsor = judged.held.sponsor else {
            let question = "Who sponsors the clearance of \(judged.base.who), and until when?"
            return [
                Judgement(
                    Self.id, .unknown,
                    "\(judged.name) ends with its sponsor, who is not named", because: facts,
                    questions: [
                        OpenQuestion(
                            id: "\(Self.id):\(judged.base.person.id)", text: question,
                            askWhom: "whoever keeps the roster")
                    ])
            ]
        }
        if sponsor == Person.customer || sponsor == judged.base.person.employer { return [] }
        if rules.contains(where: { $0.terms.canMove == false }) {
            return [
                Judgement(
                    Self.id, .ineligible,
                    "\(judged.name) falls with the post that it was granted for and does not "
                        + "move to another one", because: facts)
            ]
        }
        return [
            Judgement(
                Self.id, .conditional, "\(judged.name) is tied to another sponsor",
                because: facts,
                steps: [
                    Step(
                        id: "\(Self.id):\(judged.base.person.id)",
                        text: "the new sponsor takes over the clearance of \(judged.base.who)",
                        authority: judged.base.book.authority(of: judged.held.issuer))
                ])
        ]
    }

    private func record(_ judged: HeldCase) -> [Explanation] {
        guard let clearance = judged.held.clearance else { return [] }
        return [
            Explanation.fact(
                clearance.id.rawValue, clearance.name, clearance.provenance,
                fields: ["sponsored"])
        ]
    }
}

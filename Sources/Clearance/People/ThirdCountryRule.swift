import Catalog
import Diagnostics
import Requirements

/// Nationals of a third country need the consent of the owner, or of the originator.
struct ThirdCountryRule: PersonRule {
    static let kinds: Set<RuleKind> = [.thirdCountryConsent]

    func judge(_ judged: PersonCase) -> [Judgement] {
        guard judged.level.isClassified else { return [] }
        return judged.book.rules(Self.kinds, for: judged.level, on: judged.date)
            .filter { $0.owner == judged.level.owner && !$0.terms.nations.isEmpty }
            .filter { !judged.isNational(of: $0.terms.nations) }
            .map { rule in
                guard !judged.person.nationalities.isEmpty else {
                    return judged.unknown(
                        rule.kind.rawValue, "the nationality of \(judged.who) is not said",
                        ask: "Of which nations is \(judged.who) a citizen?",
                        of: "whoever keeps the roster")
                }
                let nations = rule.terms.nations.map(\.rawValue).joined(separator: ", ")
                return Judgement(
                    rule.kind.rawValue, .conditional,
                    "\(judged.who) is of a third country, not of \(nations): consent is needed",
                    because: [rule.leaf()],
                    steps: [
                        Step(
                            id: "\(rule.kind.rawValue):\(judged.person.id)",
                            text: "the originator of information at \(judged.level.marking) "
                                + "consents in writing to access by \(judged.who)",
                            authority: judged.book.authority(of: judged.level.owner))
                    ])
            }
    }
}

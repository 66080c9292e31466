import Catalog
import Diagnostics
import Requirements

/// The level asks for persons of a nation, or for its citizens: two populations.
struct PopulationRule: PersonRule {
    static let kinds: Set<RuleKind> = [.personsOrCitizens]

    func judge(_ judged: PersonCase) -> [Judgement] {
        judged.book.rules(Self.kinds, for: judged.level, on: judged.date)
            .filter { $0.owner == judged.level.owner && !$0.terms.nations.isEmpty }
            .map { judge(judged, $0) }
    }

    private func judge(_ judged: PersonCase, _ rule: RuleRow) -> Judgement {
        let id = rule.kind.rawValue
        let nations = rule.terms.nations.map(\.rawValue).joined(separator: " or ")
        let isPersons = rule.terms.population == .persons
        let whom = isPersons ? "persons" : "citizens"
        let isOne =
            judged.isNational(of: rule.terms.nations)
            || isPersons
                && judged.person.residentOf.contains {
                    judged.catalog.isCountry($0, in: rule.terms.nations)
                }
        if isOne {
            return Judgement(
                id, .eligible, "\(judged.who) is among the \(whom) of \(nations)",
                because: [rule.leaf()])
        }
        if judged.person.nationalities.isEmpty {
            return judged.unknown(
                id, "the nationality of \(judged.who) is not said",
                ask: "Of which nations is \(judged.who) a citizen?", of: "whoever keeps the roster")
        }
        return Judgement(
            id, .ineligible,
            "\(judged.level.marking) is for \(whom) of \(nations)"
                + (isPersons ? "" : ": who only lives there is none"), because: [rule.leaf()])
    }
}

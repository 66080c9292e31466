import Catalog
import Diagnostics
import Requirements

/// The person is of a nation that the enclave and the post let in: a release list narrows whatever
/// the clearance.
struct NationalityRule: PersonRule {
    private static let id = "nationality"
    static let soleKinds: Set<RuleKind> = [.soleNationalOperator]

    func judge(_ judged: PersonCase) -> [Judgement] {
        judged.need.admitted.map { list(judged, $0) } + post(judged)
    }

    private func list(_ judged: PersonCase, _ nations: [OwnerID]) -> Judgement {
        let names = nations.map(\.rawValue).joined(separator: ", ")
        if judged.person.nationalities.isEmpty {
            return notSaid(judged)
        }
        guard judged.isNational(of: nations) else {
            return Judgement(
                Self.id, .ineligible,
                "\(judged.who) is of none of the nations that are let in: \(names)")
        }
        return Judgement(
            Self.id, .eligible, "\(judged.who) is of a nation that is let in: \(names)")
    }

    private func post(_ judged: PersonCase) -> [Judgement] {
        guard let asked = judged.need.nationality else { return [] }
        if judged.person.nationalities.isEmpty { return [notSaid(judged)] }
        let cited =
            asked.isSole
            ? judged.book.rules(Self.soleKinds, for: judged.level, on: judged.date).map {
                $0.leaf()
            }
            : []
        let isOther =
            asked.isSole
            && !judged.person.nationalities.allSatisfy {
                judged.catalog.isCountry($0, in: asked.nations)
            }
        guard judged.isNational(of: asked.nations), !isOther else {
            return [
                Judgement(
                    "sole-national-operator", .ineligible,
                    isOther
                        ? "\(judged.who) holds a nationality beside \(asked.text)"
                        : "\(judged.who) is not of \(asked.text), as the post asks", because: cited)
            ]
        }
        return [
            Judgement(
                "sole-national-operator", .eligible,
                "\(judged.who) is of \(asked.text), as the post asks", because: cited)
        ]
    }

    private func notSaid(_ judged: PersonCase) -> Judgement {
        judged.unknown(
            Self.id, "the nationality of \(judged.who) is not said",
            ask: "Of which nations is \(judged.who) a citizen?", of: "whoever keeps the roster")
    }
}

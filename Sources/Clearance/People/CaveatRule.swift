import Catalog
import Diagnostics
import Requirements

/// A caveat beats a clearance: it lets in those whom it names and nobody else.
struct CaveatRule: PersonRule {
    static let kinds: Set<RuleKind> = [.caveatBeatsClearance, .soleNationality]
    private static let id = "caveat-beats-clearance"

    func judge(_ judged: PersonCase) -> [Judgement] {
        judged.need.caveats.map { judge(judged, $0) }
    }

    private func judge(_ judged: PersonCase, _ caveat: Caveat) -> Judgement {
        let names = caveat.admits.map(\.rawValue).joined(separator: ", ")
        let facts =
            [
                Explanation.fact(
                    caveat.id.rawValue, "\(caveat.marking) admits \(names)", caveat.provenance,
                    fields: ["admits"])
            ]
            + judged.book.rules(Self.kinds, of: caveat.owner).map { $0.leaf() }
        if judged.person.nationalities.isEmpty {
            return judged.unknown(
                Self.id, "the nationality of \(judged.who) is not said",
                ask: "Of which nations is \(judged.who) a citizen?", of: "whoever keeps the roster")
        }
        let isOther =
            caveat.isSole
            && !judged.person.nationalities.allSatisfy {
                judged.catalog.isCountry($0, in: caveat.admits)
            }
        guard judged.isNational(of: caveat.admits), !isOther else {
            return denied(judged, caveat, isOther: isOther, facts)
        }
        guard caveat.provenance.confidence(of: "admits") != .unverified else {
            return Judgement(
                Self.id, .unknown,
                "not verified: \(caveat.marking) lets in people of \(names)", because: facts,
                questions: [
                    OpenQuestion(
                        id: "\(Self.id):\(caveat.id)",
                        text: "Whom does \(caveat.marking) let in?",
                        askWhom: judged.book.authority(of: caveat.owner))
                ])
        }
        return Judgement(
            Self.id, .eligible, "\(caveat.marking) lets in \(judged.who)", because: facts)
    }

    private func denied(
        _ judged: PersonCase, _ caveat: Caveat, isOther: Bool, _ facts: [Explanation]
    ) -> Judgement {
        if let others = caveat.alsoAdmits, !isOther {
            return Judgement(
                Self.id, .unknown,
                "\(caveat.marking) lets in \(others) too; whether \(judged.who) is one is not said",
                because: facts,
                questions: [
                    OpenQuestion(
                        id: "\(Self.id):\(caveat.id).\(judged.person.id)",
                        text: "Is \(judged.who) one of the \(others)?",
                        askWhom: judged.book.authority(of: caveat.owner))
                ])
        }
        return Judgement(
            Self.id, .ineligible,
            isOther
                ? "\(caveat.marking) shuts out \(judged.who), who holds another nationality beside"
                : "\(caveat.marking) shuts out \(judged.who), whatever the clearance",
            because: facts)
    }
}

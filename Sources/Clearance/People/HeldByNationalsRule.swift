import Catalog
import Diagnostics
import Requirements

/// The holder is of those to whom the issuer grants the clearance: citizens, or persons who live
/// there for good.
struct HeldByNationalsRule: HeldClearanceRule {
    static let kinds: Set<RuleKind> = [.citizensOnly, .citizensByClass, .residentsAdmitted]

    func judge(_ judged: HeldCase) -> [Judgement] {
        let rows = judged.base.book.rules(Self.kinds, of: judged.held.issuer).filter { rule in
            !rule.terms.nations.isEmpty && rule.terms.holds(on: judged.base.date)
                && (rule.terms.clearances.isEmpty
                    || judged.held.clearance.map { rule.terms.clearances.contains($0.id) } ?? false)
                && (rule.levels.isEmpty
                    || judged.held.level.map { rule.levels.contains($0.id) } ?? false)
        }
        return rows.compactMap { judge(judged, $0) } + byClearance(judged)
            + notSaid(judged, isSaid: !rows.isEmpty)
    }

    /// Where nobody says who may hold the clearance, that somebody else than a national does has to
    /// be asked about.
    private func notSaid(_ judged: HeldCase, isSaid: Bool) -> [Judgement] {
        let issuer = judged.held.issuer
        let openRows = judged.base.book.rules(Self.kinds, of: issuer).contains { rule in
            rule.terms.nations.isEmpty && rule.terms.holds(on: judged.base.date) && rule.isSure()
                && (rule.terms.clearances.isEmpty
                    || judged.held.clearance.map { rule.terms.clearances.contains($0.id) } ?? false)
        }
        guard !isSaid, !openRows, judged.held.clearance?.citizenship.isEmpty ?? true,
            judged.catalog.owner(issuer)?.kind == .country,
            !judged.base.isNational(of: [issuer])
        else { return [] }
        let kind = "citizens-only"
        guard !judged.base.person.nationalities.isEmpty else { return [nationalityNotSaid(judged)] }
        return [
            Judgement(
                kind, .unknown,
                "whether somebody who is no national of \(issuer) may hold \(judged.name) is not "
                    + "known",
                questions: [
                    OpenQuestion(
                        id: "\(kind):\(judged.base.person.id)",
                        text: "May \(judged.base.who), who is no national of \(issuer), hold its "
                            + "clearance?",
                        askWhom: judged.base.book.authority(of: issuer))
                ])
        ]
    }

    private func judge(_ judged: HeldCase, _ rule: RuleRow) -> Judgement? {
        let person = judged.base.person
        let nations = rule.terms.nations.map(\.rawValue).joined(separator: " or ")
        let kind = rule.kind.rawValue
        if judged.base.isNational(of: rule.terms.nations) { return nil }
        let catalog = judged.catalog
        if rule.terms.population == .persons,
            person.residentOf.contains(where: { catalog.isCountry($0, in: rule.terms.nations) })
        {
            return nil
        }
        guard !person.nationalities.isEmpty else { return nationalityNotSaid(judged, kind) }
        if rule.terms.canBeWaived {
            return Judgement(
                kind, .unknown,
                "\(judged.name) is granted to citizens of \(nations), to others by waiver only",
                because: [rule.leaf()],
                questions: [
                    OpenQuestion(
                        id: "\(kind):\(person.id)",
                        text: "Was the citizenship of \(judged.base.who) waived for the "
                            + "clearance?",
                        askWhom: judged.base.book.authority(of: judged.held.issuer))
                ])
        }
        let whom = rule.terms.population == .persons ? "persons" : "citizens"
        return Judgement(
            kind, .ineligible, "\(judged.name) is granted to \(whom) of \(nations) only",
            because: [rule.leaf()])
    }

    private func nationalityNotSaid(
        _ judged: HeldCase, _ kind: String = RuleKind.citizensOnly.rawValue
    ) -> Judgement {
        judged.base.unknown(
            kind, "the nationality of \(judged.base.who) is not said",
            ask: "Of which nations is \(judged.base.who) a citizen?",
            of: "whoever keeps the roster")
    }

    /// What the clearance's own record says of citizenship.
    private func byClearance(_ judged: HeldCase) -> [Judgement] {
        guard let clearance = judged.held.clearance, !clearance.citizenship.isEmpty,
            !judged.base.isNational(of: clearance.citizenship)
        else { return [] }
        guard !judged.base.person.nationalities.isEmpty else { return [nationalityNotSaid(judged)] }
        let nations = clearance.citizenship.map(\.rawValue).joined(separator: " or ")
        return [
            Judgement(
                "citizens-only", .ineligible, "\(judged.name) is held by citizens of \(nations)",
                because: [
                    Explanation.fact(
                        clearance.id.rawValue, clearance.name, clearance.provenance,
                        fields: ["citizenship"])
                ])
        ]
    }
}

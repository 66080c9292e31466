package import Catalog
import Diagnostics
package import Quantities

/// Judges whether data may go from a system of one level to a system of another over a network.
///
/// A cloud sync, also that of a device in the field, is electronic exchange.
package struct ExchangeJudge: Sendable {
    static let guardKinds: Set<RuleKind> = [.crossDomainGuard]
    static let capKinds: Set<RuleKind> = [.electronicCap]
    static let consentKinds: Set<RuleKind> = [.releaseConsent]

    let book: RuleBook

    /// Creates a judge.
    package init(_ book: RuleBook) { self.book = book }

    /// Judges a flow on a day.
    package func judge(
        from source: Level, to target: Level, on date: CalendarDate
    ) -> CaseJudgement {
        if source.id == target.id {
            return CaseJudgement(judgements: [
                Judgement("cross-domain-guard", .eligible, "both ends are at \(source.marking)")
            ])
        }
        guard source.owner == target.owner else {
            return CaseJudgement(judgements: between(source, target, date))
        }
        return CaseJudgement(judgements: [within(source, target, date)])
    }

    private func within(_ source: Level, _ target: Level, _ date: CalendarDate) -> Judgement {
        let rules = book.rules(Self.guardKinds, for: source, on: date).map { $0.leaf() }
        if source.ladder == target.ladder, target.rank > source.rank {
            return Judgement(
                "cross-domain-guard", .eligible,
                "from \(source.marking) data may go up to \(target.marking), one way",
                because: rules)
        }
        let way =
            source.ladder == target.ladder
            ? "down from \(source.marking) to \(target.marking)"
            : "from \(source.marking) to \(target.marking), another ladder"
        return Judgement(
            "cross-domain-guard", .conditional, "data goes \(way) through an approved guard only",
            because: rules,
            steps: [
                Step(
                    id: "cross-domain-guard:\(source.id).\(target.id)",
                    text: "a guard is approved for data that goes \(way)",
                    authority: book.authority(of: source.owner))
            ])
    }

    // MARK: - Two owners

    private func between(
        _ source: Level, _ target: Level, _ date: CalendarDate
    ) -> [Judgement] {
        guard source.isClassified else {
            return [
                Judgement(
                    "electronic-cap", .eligible, "\(source.marking) is no classification")
            ]
        }
        let consent = Judgement(
            "release-consent", .conditional,
            "what \(name(source.owner)) owns goes to \(name(target.owner)) only as released",
            because: book.rules(Self.consentKinds, for: source, on: date).map { $0.leaf() },
            steps: [
                Step(
                    id: "release-consent:\(source.owner).\(target.owner)",
                    text: "\(name(source.owner)) releases the information to "
                        + name(target.owner), authority: book.authority(of: source.owner))
            ])
        let agreements = book.agreements(between: source.owner, and: target.owner)
        let judged = agreements.map { electronic($0, source, date) }
        let best =
            judged.min { $0.verdict < $1.verdict }
            ?? unknown(
                "no agreement between \(name(source.owner)) and \(name(target.owner)) is in the "
                    + "catalog", [], source, target)
        return [best, consent]
    }

    private func electronic(
        _ agreement: Agreement, _ source: Level, _ date: CalendarDate
    ) -> Judgement {
        let id = "electronic-cap"
        let cited = book.rules(Self.capKinds).map { $0.leaf() }
        let fact = Explanation.fact(
            agreement.id.rawValue, agreement.title, agreement.provenance,
            fields: ["electronic", "electronicUpTo"])
        let because = [fact] + cited
        if agreement.until.map({ $0 <= date }) ?? false || agreement.status == .ended {
            return Judgement(
                id, .ineligible, "\(agreement.title) no longer holds", because: because)
        }
        switch agreement.electronic {
        case .notAtAll:
            return Judgement(
                id, .ineligible, "by \(agreement.title) nothing is exchanged over networks",
                because: because)
        case .unknown:
            return unknown(
                "up to which level \(agreement.title) admits exchange over networks is not known",
                because, source, source)
        case .capped:
            let caps = agreement.electronicUpTo.compactMap { book.catalog.level($0) }
            let table = LevelTable(book.catalog)
            let verdicts = caps.map { cap -> Bool? in
                if cap.owner == source.owner { return !source.isAbove(cap) }
                return table.counterpart(of: source, in: cap.owner).map {
                    !$0.level.isAbove(cap)
                }
            }
            let names = caps.map(\.marking).joined(separator: ", ")
            if verdicts.contains(false) {
                return Judgement(
                    id, .ineligible,
                    "\(agreement.title) admits exchange over networks up to \(names) only",
                    because: because)
            }
            guard verdicts.contains(true),
                agreement.provenance.confidence(of: "electronic", "electronicUpTo") != .unverified,
                agreement.status == .inForce
            else {
                return unknown(
                    "not verified: \(agreement.title) admits exchange over networks up to \(names)",
                    because, source, source)
            }
            return Judgement(
                id, .eligible, "\(agreement.title) admits exchange over networks up to \(names)",
                because: because)
        }
    }

    private func unknown(
        _ text: String, _ because: [Explanation], _ source: Level, _ target: Level
    ) -> Judgement {
        Judgement(
            "electronic-cap", .unknown, text, because: because,
            questions: [
                OpenQuestion(
                    id: "electronic-cap:\(source.id).\(target.id)",
                    text: "Up to which level may information of \(name(source.owner)) go over "
                        + "networks to \(name(target.owner))?",
                    askWhom: book.authority(of: source.owner))
            ])
    }

    private func name(_ owner: OwnerID) -> String {
        book.catalog.owner(owner)?.name ?? owner.rawValue
    }
}

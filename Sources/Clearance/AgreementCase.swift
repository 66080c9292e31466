import Catalog
import Diagnostics
import Quantities

/// One agreement, asked whether by it a clearance counts for another party's information.
struct AgreementCase {
    let agreement: Agreement
    let held: Level
    let name: String
    let issuer: OwnerID
    let wanted: Level
    let date: CalendarDate
    let isNational: Bool?
    let book: RuleBook

    private static let rule = "recognition-by-agreement"

    /// At best the clearance counts once the owner releases the information: an agreement obliges
    /// nobody to.
    func judge() -> Recognition.Outcome {
        if let denied = denial { return denied }
        let open = questions
        guard open.isEmpty else {
            return .open(
                Judgement(
                    Self.rule, .unknown,
                    "whether \(name) counts for \(wanted.marking) by \(agreement.title) is not "
                        + "known", because: facts, questions: open))
        }
        let text = "\(name) counts for \(wanted.marking) by \(agreement.title)"
        let release = Step(
            id: "agreement-not-release:\(wanted.owner)",
            text: "\(ownerName) decides to release information at \(wanted.marking) to people "
                + "cleared by \(book.catalog.owner(issuer)?.name ?? issuer.rawValue)",
            authority: book.authority(of: wanted.owner))
        let isSecondary = agreement.provenance.confidence(ofAll: Self.grounds) == .secondary
        return .open(
            Judgement(
                Self.rule, .conditional, text,
                because: facts
                    + book.rules(Recognition.releaseKinds, for: wanted, on: date).map { $0.leaf() },
                steps: [release],
                premises: isSecondary
                    ? [Premise(id: "\(Self.rule):\(agreement.id)", text: text)] : []))
    }

    /// Fields that a recognition rests on.
    private static let grounds = ["direction", "upTo", "inForce", "until", "status", "parties"]

    private var ownerName: String {
        book.catalog.owner(wanted.owner)?.name ?? wanted.owner.rawValue
    }

    private var facts: [Explanation] {
        [
            Explanation.fact(
                agreement.id.rawValue, agreement.title, agreement.provenance,
                fields: Self.grounds)
        ] + (counterpart.map { [$0.leaf] } ?? missing)
            + book.rules(Recognition.agreementKinds, for: wanted, on: date).prefix(1)
            .map { $0.leaf() }
    }

    /// What becomes of a level that the other side has not, as rules of the two owners say.
    private var missing: [Explanation] {
        book.rules(Recognition.missingKinds).filter {
            $0.owner == nil || $0.owner == held.owner || $0.owner == wanted.owner
        }.map { $0.leaf() }
    }

    /// The level of the clearance's ladder that counts as the wanted one.
    private var counterpart: LevelTable.Counterpart? {
        LevelTable(book.catalog).counterpart(of: wanted, in: held.owner)
    }

    // MARK: - What speaks against it

    private var denial: Recognition.Outcome? {
        if agreement.until.map({ $0 <= date }) ?? false || agreement.status == .ended {
            return deny("\(agreement.title) no longer holds on \(date)")
        }
        if let inForce = agreement.inForce, date < inForce {
            return deny("\(agreement.title) holds from \(inForce) only")
        }
        if case .oneWay(let from, let by) = agreement.direction,
            from != held.owner || by != wanted.owner
        {
            return deny("by \(agreement.title) recognition runs the other way only")
        }
        let caps = agreement.upTo.compactMap { book.catalog.level($0) }
        if let cap = caps.first(where: { $0.owner == wanted.owner }), wanted.isAbove(cap) {
            return deny("\(agreement.title) goes up to \(cap.marking) only")
        }
        if let counterpart, counterpart.isSure {
            if let cap = caps.first(where: { $0.owner == held.owner }),
                counterpart.level.isAbove(cap)
            {
                return deny("\(agreement.title) goes up to \(cap.marking) only")
            }
            if held.ladder != counterpart.level.ladder || held.rank < counterpart.level.rank {
                return deny(
                    "\(name) is lower than \(counterpart.level.marking), the counterpart of "
                        + wanted.marking)
            }
        }
        return nil
    }

    private func deny(_ text: String) -> Recognition.Outcome {
        .denied(Judgement(Self.rule, .ineligible, text, because: facts))
    }

    // MARK: - What is not known

    private var questions: [OpenQuestion] {
        var texts: [(field: String, text: String)] = []
        let title = agreement.title
        if agreement.status != .inForce { texts.append(("status", "Is \(title) in force?")) }
        if agreement.kind != .generalSecurity, agreement.kind != .recognition {
            texts.append(("kind", "Does \(title) recognise clearances?"))
        }
        if agreement.direction == .unknown {
            texts.append(("direction", "Who recognises whose clearances by \(title)?"))
        }
        let hasCap = agreement.upTo.contains { id in
            [held.owner, wanted.owner].contains(book.catalog.level(id)?.owner)
        }
        if !hasCap { texts.append(("upTo", "Up to which level does \(title) go?")) }
        if let counterpart {
            if !counterpart.isSure {
                texts.append(
                    (
                        "levels",
                        "Is it confirmed that \(counterpart.level.marking) counts as "
                            + "\(wanted.marking)?"
                    ))
            }
        } else {
            texts.append(
                ("levels", "Which level of \(held.owner) counts as \(wanted.marking) by \(title)?"))
        }
        if isNational == false {
            texts.append(
                (
                    "nationals",
                    "Does \(title) cover people cleared by \(issuer) who are not its nationals?"
                ))
        }
        let unverified = Self.grounds.filter {
            agreement.provenance.confidence(ofAll: [$0]) == .unverified
                && !texts.map(\.field).contains($0)
        }
        if !unverified.isEmpty {
            texts.append(
                (
                    unverified.joined(separator: "+"),
                    "Is it confirmed what the catalog says of \(title): "
                        + unverified.joined(separator: ", ") + "?"
                ))
        }
        return texts.map { field, text in
            OpenQuestion(
                id: "\(Self.rule):\(agreement.id).\(field)", text: text,
                askWhom: book.authority(of: wanted.owner))
        }
    }
}

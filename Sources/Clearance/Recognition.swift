package import Catalog
import Diagnostics
package import Quantities

/// Tells what a clearance for a level of one ladder is worth for a level of another, or of its own.
///
/// Levels are compared through the owner's ladder, or by an agreement with direction, cap and
/// date and a table that sets the two ladders side by side; never by their words or bands.
package struct Recognition: Sendable {
    /// What was found, with what it rests on.
    package enum Outcome: Sendable {
        /// It covers.
        case covers(Judgement)
        /// It may, once a fact is known or a step done; never surely.
        case open(Judgement)
        /// It does not.
        case denied(Judgement)

        /// What was judged.
        package var judgement: Judgement {
            switch self {
            case .covers(let judgement), .open(let judgement), .denied(let judgement): judgement
            }
        }
    }

    static let ladderKinds: Set<RuleKind> = [.higherCoversLower]
    static let directionKinds: Set<RuleKind> = [.directionalRecognition]
    static let agreementKinds: Set<RuleKind> = [.recognitionByAgreement, .agreementCap]
    static let tableKinds: Set<RuleKind> = [.equivalenceByTable]
    static let absenceKinds: Set<RuleKind> = [.absenceIsUnknown]
    static let releaseKinds: Set<RuleKind> = [.agreementNotRelease]
    static let missingKinds: Set<RuleKind> = [.missingLevel]

    let book: RuleBook

    /// Creates the recognition of a catalog's ladders and agreements.
    package init(_ book: RuleBook) { self.book = book }

    private var catalog: CatalogSnapshot { book.catalog }

    /// Judges whether a clearance for `held`, granted by `issuer`, covers `wanted` on a day.
    ///
    /// - Parameters:
    ///   - name: The clearance as answers name it.
    ///   - isNational: Whether its holder is a national of the issuer; `nil` for a facility, or
    ///     where the roster does not say.
    package func judge(
        _ held: Level, _ name: String, issuer: OwnerID, for wanted: Level, on date: CalendarDate,
        isNational: Bool?
    ) -> Outcome {
        if held.owner == wanted.owner { return ownLadder(held, name, wanted, date) }
        if let found = directional(held, name, wanted, date) { return found }
        let agreements = book.agreements(between: held.owner, and: wanted.owner)
        guard !agreements.isEmpty else { return noAgreement(held, name, wanted, date) }
        let judged = agreements.map {
            AgreementCase(
                agreement: $0, held: held, name: name, issuer: issuer, wanted: wanted, date: date,
                isNational: isNational, book: book
            ).judge()
        }
        return judged.min { rank($0) < rank($1) } ?? noAgreement(held, name, wanted, date)
    }

    private func rank(_ outcome: Outcome) -> Int {
        switch outcome {
        case .covers: 0
        case .open(let judgement): judgement.verdict == .conditional ? 1 : 2
        case .denied: 3
        }
    }

    /// One ladder of one owner: a higher level covers a lower one; a parallel ladder, nothing.
    private func ownLadder(
        _ held: Level, _ name: String, _ wanted: Level, _ date: CalendarDate
    ) -> Outcome {
        let cited = book.rules(Self.ladderKinds, for: wanted, on: date).map { $0.leaf() }
        guard held.ladder == wanted.ladder else {
            return .denied(
                Judgement(
                    "higher-covers-lower", .ineligible,
                    "\(name) stands in another ladder than \(wanted.marking): parallel ladders "
                        + "never convert", because: cited))
        }
        let facts = (held.id == wanted.id ? [held] : [held, wanted]).map { level in
            Explanation.fact(
                level.id.rawValue, "\(level.marking) is step \(level.rank) of the ladder",
                level.provenance, fields: ["rank"])
        }
        guard held.rank >= wanted.rank else {
            return .denied(
                Judgement(
                    "higher-covers-lower", .ineligible,
                    "\(name) is lower than \(wanted.marking)", because: facts))
        }
        return .covers(
            Judgement(
                "higher-covers-lower", .eligible,
                held.id == wanted.id
                    ? "\(name) opens \(wanted.marking)"
                    : "\(name) covers the lower \(wanted.marking)",
                because: (held.id == wanted.id ? [] : cited) + facts))
    }

    /// A nation's rule that its clearances open an organisation's information, and not conversely.
    private func directional(
        _ held: Level, _ name: String, _ wanted: Level, _ date: CalendarDate
    ) -> Outcome? {
        let own = book.rules(Self.directionKinds, of: held.owner)
            .first { $0.terms.nations.contains(wanted.owner) && $0.terms.holds(on: date) }
        if let own {
            guard let mapped = LevelTable(catalog).counterpart(of: wanted, in: held.owner) else {
                return nil
            }
            return byTable(held, name, wanted, mapped, rule: own)
        }
        let other = book.rules(Self.directionKinds, of: wanted.owner)
            .first { $0.terms.nations.contains(held.owner) && $0.terms.holds(on: date) }
        return other.map { rule in
            .denied(
                Judgement(
                    "directional-recognition", .ineligible,
                    "\(name) does not open \(wanted.marking): recognition runs the other way only",
                    because: [rule.leaf()]))
        }
    }

    private func byTable(
        _ held: Level, _ name: String, _ wanted: Level, _ mapped: LevelTable.Counterpart,
        rule: RuleRow
    ) -> Outcome {
        let facts =
            [rule.leaf(), mapped.leaf] + book.rules(Self.tableKinds).prefix(1).map { $0.leaf() }
        guard held.ladder == mapped.level.ladder, held.rank >= mapped.level.rank else {
            return .denied(
                Judgement(
                    "directional-recognition", .ineligible,
                    "\(name) is lower than \(mapped.level.marking), the counterpart of "
                        + wanted.marking, because: facts))
        }
        let text = "\(name) opens \(wanted.marking), whose counterpart is \(mapped.level.marking)"
        guard mapped.isSure, rule.isSure() else {
            return .open(
                Judgement(
                    "directional-recognition", .unknown, "not verified: \(text)", because: facts,
                    questions: [
                        OpenQuestion(
                            id: "directional-recognition:\(held.id).\(wanted.id)",
                            text: "Is it confirmed that \(text)?",
                            askWhom: book.authority(of: wanted.owner))
                    ]))
        }
        return .covers(
            Judgement(
                "directional-recognition", .eligible, text, because: facts,
                premises: [
                    Premise(
                        id: "directional-recognition:\(rule.id)",
                        text: "\(text) (reported by a third party)")
                ]))
    }

    /// No agreement in the catalog is no proof that there is none.
    private func noAgreement(
        _ held: Level, _ name: String, _ wanted: Level, _ date: CalendarDate
    ) -> Outcome {
        let owners = [held.owner, wanted.owner].map { catalog.owner($0)?.name ?? $0.rawValue }
        return .open(
            Judgement(
                "absence-is-unknown", .unknown,
                "no agreement between \(owners[0]) and \(owners[1]) is in the catalog: whether "
                    + "\(name) counts for \(wanted.marking) is not known",
                because: book.rules(Self.absenceKinds, for: wanted, on: date).prefix(1)
                    .map { $0.leaf() },
                questions: [
                    OpenQuestion(
                        id: "absence-is-unknown:\(held.owner).\(wanted.owner)",
                        text: "Is there an agreement by which \(owners[1]) recognises clearances "
                            + "of \(owners[0]), and up to which level?",
                        askWhom: book.authority(of: wanted.owner))
                ]))
    }
}

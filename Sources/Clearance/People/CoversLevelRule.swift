import Catalog
import Diagnostics
import Quantities
import Requirements

/// The clearance opens the level that access supposes: the information's own, or the one above it
/// where the owner asks for more of administrators, of system users or of many items.
struct CoversLevelRule: HeldClearanceRule {
    static let occasionalKinds: Set<RuleKind> = [.screeningLadder]

    func judge(_ judged: HeldCase) -> [Judgement] {
        guard let level = judged.held.level else { return [opensNothing(judged)] }
        let own = covers(level, judged.level, judged)
        let raised = SupposedLevel.all(
            for: judged.base.need, on: judged.base.date, judged.base.book
        )
        .filter { $0.level.id != judged.level.id }
        guard !raised.isEmpty else { return [own] }
        return raised.map { raise($0, level, own, judged) }
    }

    /// A check that opens no level may still be enough for single items.
    private func opensNothing(_ judged: HeldCase) -> Judgement {
        occasional(judged)
            ?? Judgement(
                "higher-covers-lower", .ineligible,
                "\(judged.name) opens no level by itself",
                because: judged.held.clearance.map {
                    [Explanation.fact($0.id.rawValue, $0.name, $0.provenance)]
                } ?? [])
    }

    private func covers(_ held: Level, _ wanted: Level, _ judged: HeldCase) -> Judgement {
        let person = judged.base.person
        let isNational =
            person.nationalities.isEmpty
            ? nil : judged.base.isNational(of: [judged.held.issuer])
        let outcome = Recognition(judged.base.book).judge(
            held, judged.name, issuer: judged.held.issuer, for: wanted, on: judged.base.date,
            isNational: isNational)
        if case .denied(let judgement) = outcome {
            return wanted.id == judged.level.id ? occasional(judged) ?? judgement : judgement
        }
        return sure(outcome.judgement, judged)
    }

    /// A clearance of whose level nobody is sure opens nothing surely.
    private func sure(_ judgement: Judgement, _ judged: HeldCase) -> Judgement {
        guard judgement.verdict < .unknown, let clearance = judged.held.clearance,
            clearance.level == judged.held.level?.id,
            clearance.provenance.confidence(of: "level") == .unverified
        else { return judgement }
        return Judgement(
            judgement.rule, .unknown, "not verified: \(judgement.explanation.text)",
            because: [judgement.explanation],
            questions: [
                OpenQuestion(
                    id: "clearance-level:\(clearance.id)",
                    text: "Which level does \(clearance.name) open?",
                    askWhom: judged.base.book.authority(of: judged.held.issuer))
            ])
    }

    /// Single items under supervision, where the owner admits the clearance to them.
    private func occasional(_ judged: HeldCase) -> Judgement? {
        guard let clearance = judged.held.clearance else { return nil }
        let rule = judged.base.book.rules(Self.occasionalKinds, of: judged.level.owner).first {
            $0.terms.opens == judged.level.id && $0.terms.clearances.contains(clearance.id)
                && $0.terms.holds(on: judged.base.date)
        }
        guard let rule else { return nil }
        switch judged.base.need.volume {
        case .many: return nil
        case .few where !rule.isSure():
            return Judgement(
                "screening-ladder", .unknown,
                "not verified: \(judged.name) gives occasional access to "
                    + "\(judged.level.marking)", because: [rule.leaf()],
                questions: [
                    OpenQuestion(
                        id: "screening-ladder:\(rule.id)",
                        text: "Does \(clearance.name) give occasional access to "
                            + "\(judged.level.marking)?",
                        askWhom: judged.base.book.authority(of: judged.level.owner))
                ])
        case .few:
            return Judgement(
                "screening-ladder", .conditional,
                "\(judged.name) gives occasional access to \(judged.level.marking), under "
                    + "supervision", because: [rule.leaf()],
                steps: [
                    Step(
                        id: "screening-ladder:\(rule.id)",
                        text: "access to \(judged.level.marking) by holders of "
                            + "\(clearance.name) is occasional and supervised",
                        authority: "the security officer of the post")
                ])
        case nil:
            return Judgement(
                "screening-ladder", .ineligible,
                "\(judged.name) gives occasional access to \(judged.level.marking) only; the post "
                    + "does not say that it sees few items", because: [rule.leaf()])
        }
    }

    /// Where more than the information's own level is supposed.
    private func raise(
        _ supposed: SupposedLevel, _ held: Level, _ own: Judgement, _ judged: HeldCase
    ) -> Judgement {
        let higher = covers(held, supposed.level, judged)
        guard higher.verdict != .eligible, own.verdict != .ineligible else {
            return higher.verdict == .eligible
                ? Judgement(
                    supposed.rule.kind.rawValue, .eligible, higher.explanation.text,
                    because: [supposed.leaf, higher.explanation], premises: higher.premises)
                : own
        }
        guard supposed.isCertain else {
            return Judgement(
                supposed.rule.kind.rawValue, .unknown,
                "\(judged.name) may be one step too low: \(supposed.doubt)",
                because: [supposed.leaf, own.explanation], steps: own.steps,
                questions: own.questions + [
                    OpenQuestion(
                        id: "\(supposed.rule.kind.rawValue):\(supposed.rule.id)",
                        text: supposed.question,
                        askWhom: judged.base.book.authority(of: judged.level.owner))
                ], premises: own.premises)
        }
        guard higher.verdict == .ineligible else { return higher }
        return Judgement(
            supposed.rule.kind.rawValue, .ineligible,
            "\(judged.name) is too low: \(supposed.why) asks for \(supposed.level.marking)",
            because: [supposed.leaf])
    }
}

/// A level that access supposes instead of the information's own, and by which rule.
struct SupposedLevel {
    static let systemKinds: Set<RuleKind> = [.systemAccessAbove, .administratorClearance]
    static let volumeKinds: Set<RuleKind> = [.volume]

    let level: Level
    let rule: RuleRow
    /// Whether it surely holds for this post.
    let isCertain: Bool

    var leaf: Explanation { rule.leaf() }

    /// What asks for more, as in "access to many items".
    var why: String {
        switch rule.kind {
        case .volume: "access to many items"
        case .administratorClearance: "administration of the system"
        default: "use of a classified system"
        }
    }

    /// Why it is not certain that it holds.
    var doubt: String {
        rule.isSure("levels", "opens")
            ? "the post does not say how many items its people see"
            : "whether \(why) asks for \(level.marking) is not verified"
    }

    /// What settles it.
    var question: String {
        rule.isSure("levels", "opens")
            ? "Do the people of the post see many items of the level, or few?"
            : "Does \(why) still ask for \(level.marking)?"
    }

    /// Every rule that raises what a need supposes, in the order of their ids.
    static func all(
        for need: AccessNeed, on date: CalendarDate, _ book: RuleBook
    ) -> [SupposedLevel] {
        let system = book.rules(systemKinds, for: need.level, on: date).filter {
            $0.kind == .systemAccessAbove || need.isSystemWide
        }
        let volume = book.rules(volumeKinds, for: need.level, on: date).filter {
            $0.terms.volume == .many && need.volume != .few
        }
        return (system + volume).compactMap { rule in
            guard let id = rule.terms.opens ?? rule.administratorLevel,
                let level = book.catalog.level(id)
            else { return nil }
            let isCertain =
                rule.isSure("levels", "opens", "administratorLevel")
                && (rule.kind != .volume || need.volume == .many)
            return SupposedLevel(level: level, rule: rule, isCertain: isCertain)
        }
    }
}

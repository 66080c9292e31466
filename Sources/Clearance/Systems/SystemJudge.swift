import Catalog
import Diagnostics
package import Quantities
package import Requirements

/// Judges whether a system may hold the information that it is said to hold.
package struct SystemJudge: Sendable {
    static let labelKinds: Set<RuleKind> = [.labelIsNotAccreditation]
    static let foreignKinds: Set<RuleKind> = [.foreignAuthorisationDoesNotCount]
    static let placeKinds: Set<RuleKind> = [.locationBound, .networkBound]
    static let decidesKinds: Set<RuleKind> = [.customerDecides]
    static let ownerKinds: Set<RuleKind> = [.accreditedByOwner]
    static let standingKinds: Set<RuleKind> = [
        .aggregation, .cryptographyApproved, .emissionSecurity,
    ]

    let book: RuleBook
    let since: CalendarDate?

    /// Creates a judge.
    ///
    /// - Parameter since: First day of work that is judged over its whole length; `nil` where each
    ///   day is judged by itself.
    package init(_ book: RuleBook, renewingSince since: CalendarDate? = nil) {
        self.book = book
        self.since = since
    }

    /// Judges by every rule; the best of what the system holds counts.
    package func judge(_ system: InformationSystem, on date: CalendarDate) -> CaseJudgement {
        guard system.level.isClassified else {
            return CaseJudgement(judgements: [
                Judgement(
                    "accredited-by-owner", .eligible,
                    "\(system.level.marking) is no classification")
            ])
        }
        let held = system.accreditations.map { judge($0, system, date) }
        let best = held.min { $0.verdict < $1.verdict }
        let accreditation: [Judgement]
        if let best, best.verdict < .ineligible {
            accreditation = best.judgements
        } else {
            let reasons = held.flatMap { held in
                held.judgements.filter { $0.verdict == .ineligible }
            }
            accreditation = [open(system, reasons, date)]
        }
        return CaseJudgement(
            judgements: accreditation + place(system, date) + standing(system, date))
    }

    // MARK: - What it holds

    private func judge(
        _ held: InformationSystem.Held, _ system: InformationSystem, _ date: CalendarDate
    ) -> CaseJudgement {
        let scheme = held.scheme
        let fact = Explanation.fact(scheme.id.rawValue, scheme.name, scheme.provenance)
        if scheme.kind == .civilLabel {
            let rules = book.rules(Self.labelKinds, for: system.level, on: date).map { $0.leaf() }
            return CaseJudgement(judgements: [
                Judgement(
                    "label-is-not-accreditation", .ineligible,
                    "\(scheme.name) is a civil label: it admits nothing classified",
                    because: [fact] + rules)
            ])
        }
        if scheme.owner != system.level.owner, !scheme.covers.contains(system.level.id) {
            let rules = book.rules(Self.foreignKinds, for: system.level, on: date)
                .map { $0.leaf() }
            return CaseJudgement(judgements: [
                Judgement(
                    "foreign-authorisation-does-not-count", .ineligible,
                    "\(scheme.name) is another owner's and says nothing about "
                        + system.level.marking, because: [fact] + rules)
            ])
        }
        guard scheme.covers.contains(system.level.id) else {
            return CaseJudgement(judgements: [
                Judgement(
                    "accredited-by-owner", .ineligible,
                    "\(scheme.name) does not cover \(system.level.marking)", because: [fact])
            ])
        }
        let validity = held.validity.judge(
            on: date, scheme.name, row: system.id, [],
            renewal: since.map { ($0, scheme.leadTime, scheme.grantedBy) })
        return CaseJudgement(
            judgements: [covers(scheme, system, fact), validity] + status(held, system))
    }

    private func covers(
        _ scheme: AccreditationScheme, _ system: InformationSystem, _ fact: Explanation
    ) -> Judgement {
        let text = "\(scheme.name) covers \(system.level.marking)"
        switch scheme.provenance.confidence(of: "covers") {
        case .unverified:
            return Judgement(
                "accredited-by-owner", .unknown, "not verified: \(text)", because: [fact],
                questions: [
                    OpenQuestion(
                        id: "accredited-by-owner:\(scheme.id).covers",
                        text: "Is it confirmed that \(text)?", askWhom: scheme.grantedBy)
                ])
        case .secondary:
            return Judgement(
                "accredited-by-owner", .eligible, text, because: [fact],
                premises: [
                    Premise(
                        id: "accredited-by-owner:\(scheme.id)",
                        text: "\(text) (reported by a third party)")
                ])
        case .primary:
            return Judgement("accredited-by-owner", .eligible, text, because: [fact])
        }
    }

    private func status(
        _ held: InformationSystem.Held, _ system: InformationSystem
    ) -> [Judgement] {
        let scheme = held.scheme
        switch held.status {
        case .final: return []
        case .pending:
            return [
                Judgement(
                    "accredited-by-owner", .conditional, "\(scheme.name) is asked for",
                    steps: [step(system, scheme)])
            ]
        case .interim:
            return [
                Judgement(
                    "accredited-by-owner", .conditional,
                    "\(scheme.name) is granted for the time being", steps: [step(system, scheme)])
            ]
        case nil:
            return [
                Judgement(
                    "accredited-by-owner", .unknown,
                    "whether \(scheme.name) is granted for good "
                        + "is not said",
                    questions: [
                        OpenQuestion(
                            id: "accredited-by-owner:\(system.id)",
                            text: "Is the accreditation of system \(system.id) final?",
                            askWhom: scheme.grantedBy)
                    ])
            ]
        }
    }

    private func step(_ system: InformationSystem, _ scheme: AccreditationScheme) -> Step {
        Step(
            id: "accredited-by-owner:\(system.id)",
            text: "system \(system.id) is accredited for \(system.level.marking)",
            authority: scheme.grantedBy, leadTime: scheme.leadTime)
    }

    // MARK: - What it lacks

    /// Without an accreditation that counts, the owner may still grant one.
    private func open(
        _ system: InformationSystem, _ reasons: [Judgement], _ date: CalendarDate
    ) -> Judgement {
        let rules = book.rules(
            Self.ownerKinds.union(Self.decidesKinds), for: system.level, on: date
        ).map { $0.leaf() }
        let text =
            reasons.isEmpty
            ? "system \(system.id) holds no accreditation"
            : reasons.map(\.explanation.text).joined(separator: "; ")
        let because = reasons.map(\.explanation) + rules
        let scheme = book.catalog.owner(system.level.owner)?.accreditations.first {
            $0.kind == .securityAccreditation && $0.covers.contains(system.level.id)
        }
        guard let scheme else {
            return Judgement(
                "accredited-by-owner", .unknown,
                "\(text); who accredits systems for \(system.level.marking) is not known",
                because: because,
                questions: [
                    OpenQuestion(
                        id: "accredited-by-owner:\(system.level.id)",
                        text: "Who accredits systems for \(system.level.marking), under which "
                            + "scheme?",
                        askWhom: book.authority(of: system.level.owner))
                ])
        }
        return Judgement(
            "accredited-by-owner", .conditional,
            "\(text); \(scheme.name) has to come on top", because: because,
            steps: [step(system, scheme)])
    }

    // MARK: - Where it stands

    /// Schemes of the owner that hold in named places only.
    private func place(_ system: InformationSystem, _ date: CalendarDate) -> [Judgement] {
        let bound = system.accreditations.map(\.scheme).filter {
            !$0.places.isEmpty && $0.covers.contains(system.level.id)
        }
        guard !bound.isEmpty else { return [] }
        let rules = book.rules(Self.placeKinds, for: system.level, on: date).map { $0.leaf() }
        return bound.map { scheme in
            let places = scheme.places.map(\.rawValue).joined(separator: ", ")
            guard let country = system.country else {
                return Judgement(
                    "location-bound", .unknown, "where system \(system.id) stands is not said",
                    because: rules,
                    questions: [
                        OpenQuestion(
                            id: "location-bound:\(system.id)",
                            text: "In which country does system \(system.id) stand?",
                            askWhom: "whoever keeps the roster")
                    ])
            }
            let isThere = book.catalog.isCountry(country, in: scheme.places)
            return Judgement(
                "location-bound", isThere ? .eligible : .ineligible,
                isThere
                    ? "\(scheme.name) holds in \(places)"
                    : "\(scheme.name) holds in \(places) only, not in \(country)",
                because: rules)
        }
    }

    /// What data cannot decide: it is asked for, never passed over.
    private func standing(_ system: InformationSystem, _ date: CalendarDate) -> [Judgement] {
        book.rules(Self.standingKinds, for: system.level, on: date).compactMap { rule in
            guard let question = Self.question(rule, system) else { return nil }
            return Judgement(
                rule.kind.rawValue, .conditional, question.text, because: [rule.leaf()],
                steps: [
                    Step(
                        id: "\(rule.kind.rawValue):\(system.level.id)", text: question.step,
                        authority: book.authority(of: system.level.owner))
                ])
        }
    }

    private static func question(
        _ rule: RuleRow, _ system: InformationSystem
    ) -> (text: String, step: String)? {
        switch rule.kind {
        case .emissionSecurity:
            // Shielding is asked about from the level at which readers are cleared.
            guard system.level.band != .restricted else { return nil }
            return (
                "emission security is decided for each facility",
                "the accreditor says which shielding the facility of system \(system.id) needs"
            )
        case .cryptographyApproved:
            return (
                "cryptography is approved by the owner, level by level",
                "the owner's cryptographic authority has approved what protects "
                    + system.level.marking
            )
        default:
            // Other owners' customs about collections say nothing here.
            guard rule.owner == system.level.owner else { return nil }
            return (
                "a collection may be more sensitive than its parts",
                "the owner decides whether what system \(system.id) collects is of a higher level"
            )
        }
    }
}

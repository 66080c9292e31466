import Catalog
import Diagnostics
import Quantities
import Requirements

/// Classified information sits only on systems that its owner's authority has accredited.
///
/// A civil label never covers it, nor does another state's authorisation: both are said. Where the
/// owner has a scheme that can accredit such a system, the verdict is conditional on that step.
struct AccreditedByOwnerRule: EligibilityRule {
    static let id = "accredited-by-owner"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        let level = judged.level
        guard level.isClassified else { return [] }
        let schemes = (judged.catalog.owner(level.owner)?.accreditations ?? [])
            .filter { $0.kind == .securityAccreditation && $0.covers.contains(level.id) }
        guard let scheme = schemes.first else {
            return [
                Judgement(
                    Self.id, .unknown,
                    "no scheme is known by which a system may hold \(level.marking)",
                    because: [levelFact(level)],
                    questions: [
                        OpenQuestion(
                            id: "\(Self.id):\(level.id)",
                            text: "Under which scheme is a system accredited for "
                                + "\(level.marking)?",
                            askWhom: "the security authority of \(level.owner)")
                    ])
            ]
        }
        if let held = accreditation(judged, schemes) {
            let fact = Explanation.fact(held.id.rawValue, scheme.name, held.provenance)
            return [
                judged.eligible(
                    Self.id, "accredited for \(level.marking)", by: fact, held.provenance,
                    field: "scheme", ask: scheme.grantedBy)
            ]
        }
        return [conditional(judged, scheme)]
    }

    private func accreditation(
        _ judged: JudgedCase, _ schemes: [AccreditationScheme]
    ) -> Authorisation? {
        judged.catalog.authorisations.first { held in
            schemes.contains { $0.id == held.scheme }
                && held.services.contains(judged.service.id)
                && held.sites.contains(judged.site.id)
                && (held.expires.map { judged.requirement.term.end <= $0 } ?? false)
                && (held.evidenceDate.map { !judged.isStale($0) } ?? false)
        }
    }

    private func levelFact(_ level: Level) -> Explanation {
        .fact(
            level.id.rawValue, "\(level.marking) is a classification of \(level.owner)",
            level.provenance)
    }

    private func conditional(_ judged: JudgedCase, _ scheme: AccreditationScheme) -> Judgement {
        let level = judged.level
        let labels = judged.demand.enclave.schemes.filter { $0.kind == .civilLabel }
        var reasons = [
            levelFact(level), .fact(scheme.id.rawValue, scheme.name, scheme.provenance),
        ]
        reasons += judged.catalog.rules
            .filter { $0.applies(to: level) && Self.cited.contains($0.kind) }
            .map { Explanation.fact($0.id.rawValue, $0.text, $0.provenance) }
        let names = labels.map(\.name).joined(separator: ", ")
        let text =
            labels.isEmpty
            ? "\(level.marking) needs \(scheme.name)"
            : "\(names) does not cover \(level.marking): it needs \(scheme.name) as well"
        let isSure = scheme.provenance.confidence != .unverified
        return Judgement(
            Self.id, .conditional, text, because: reasons,
            steps: [
                Step(
                    id: "accredit:\(scheme.id)/\(level.id)",
                    text: "accreditation of the customer's system for \(level.marking) "
                        + "under \(scheme.name)",
                    authority: scheme.grantedBy, leadTime: scheme.leadTime)
            ],
            questions: isSure ? [] : [schemeQuestion(scheme, level)])
    }

    private func schemeQuestion(_ scheme: AccreditationScheme, _ level: Level) -> OpenQuestion {
        OpenQuestion(
            id: "\(Self.id):\(scheme.id)",
            text: "What does accreditation for \(level.marking) ask of a shared public region "
                + "(tenancy, cryptography), how long does it take and what does it cost?",
            askWhom: scheme.grantedBy)
    }

    /// Rules that the derivation cites.
    private static let cited: Set<RuleKind> = [
        .labelIsNotAccreditation, .accreditedByOwner, .foreignAuthorisationDoesNotCount,
    ]
}

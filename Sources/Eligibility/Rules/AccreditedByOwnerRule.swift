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
        let rules = judged.catalog.rules
            .filter { $0.applies(to: level) && Self.cited.contains($0.kind) }
        reasons += rules.map { Explanation.fact($0.id.rawValue, $0.text, $0.provenance) }
        let names = labels.map(\.name).joined(separator: ", ")
        let text =
            labels.isEmpty
            ? "\(level.marking) needs this on top of the offer: \(scheme.name)"
            : "\(names) is a civil label and does not cover \(level.marking), which needs this as "
                + "well: \(scheme.name)"
        let open = rules.compactMap { rule in
            rule.question.map {
                OpenQuestion(id: "rule:\(rule.id)", text: $0, askWhom: scheme.grantedBy)
            }
        }
        return Judgement(
            Self.id, .conditional, text, because: reasons,
            steps: [
                Step(
                    id: "accredit:\(scheme.id)/\(level.id)",
                    text: "the customer's system is accredited: \(scheme.name)",
                    authority: scheme.grantedBy, leadTime: scheme.leadTime)
            ],
            questions: open + (scheme.leadTime == nil ? [schemeQuestion(scheme, level)] : []))
    }

    private func schemeQuestion(_ scheme: AccreditationScheme, _ level: Level) -> OpenQuestion {
        OpenQuestion(
            id: "\(Self.id):\(scheme.id)",
            text: "How long does accreditation of a system for \(level.marking) take, what does "
                + "it cost, and which approved products must it use?",
            askWhom: scheme.grantedBy)
    }

    /// Rules that the derivation cites.
    private static let cited: Set<RuleKind> = [
        .labelIsNotAccreditation, .accreditedByOwner, .foreignAuthorisationDoesNotCount,
        .soleJurisdiction, .labelPropagates,
    ]
}

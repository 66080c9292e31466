import Catalog
import Clearance
import Diagnostics
import LocatedInput
import Quantities
import Requirements

/// The offer holds the civil labels that the customer asks for, over the whole term, on fresh
/// evidence.
struct CertifiedUnderRule: EligibilityRule {
    static let id = "certified-under"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        judged.demand.enclave.schemes.filter { $0.kind == .civilLabel }
            .map { judge(judged, $0) }
    }

    private func judge(_ judged: JudgedCase, _ scheme: AccreditationScheme) -> Judgement {
        let held = judged.catalog.authorisations.filter { authorisation in
            authorisation.scheme == scheme.id
                && authorisation.services.contains(judged.service.id)
                && authorisation.sites.contains(judged.site.id)
        }
        // The best of several certificates counts; of equal ones the one with the newest evidence.
        let newestFirst = held.sorted { ($1.newest, $0.id) < ($0.newest, $1.id) }
        let judgements = newestFirst.map { judge(judged, scheme, $0) }
        let best =
            judgements.min { $0.verdict < $1.verdict } ?? nothingFound(judged, scheme)
        guard best.verdict == .unknown,
            judged.requirement.acceptance.certificates == .atStart
        else { return best }
        return shownAtStart(judged, scheme, best)
    }

    /// Where the customer takes certificates at the start of the term, one that is not known is a
    /// step: the provider shows it, or has itself certified. The question stays open.
    private func shownAtStart(
        _ judged: JudgedCase, _ scheme: AccreditationScheme, _ unknown: Judgement
    ) -> Judgement {
        let provider = judged.provider.name
        return Judgement(
            Self.id, .conditional,
            "\(unknown.explanation.text); the customer takes it at the start of the term",
            because: unknown.explanation.children,
            steps: [
                Step(
                    id: "certify:\(scheme.id)/\(judged.provider.id)",
                    text: "by \(judged.requirement.term.start), \(provider) shows a certificate of "
                        + "\(scheme.name) that covers every site and service offered here",
                    authority: scheme.grantedBy, leadTime: scheme.leadTime, cost: nil)
            ],
            questions: unknown.questions, premises: unknown.premises)
    }

    private func nothingFound(_ judged: JudgedCase, _ scheme: AccreditationScheme) -> Judgement {
        let isKnown = judged.catalog.authorisations.contains {
            $0.scheme == scheme.id && $0.provider == judged.provider.id
        }
        let text =
            isKnown
            ? "no known certificate of \(scheme.name) covers \(judged.service.name) at "
                + judged.site.name
            : "nothing public says that \(judged.provider.name) holds \(scheme.name)"
        return Judgement(
            Self.id, .unknown, text,
            because: [.fact(scheme.id.rawValue, scheme.name, scheme.provenance)],
            questions: [question(judged, scheme)])
    }

    private func question(
        _ judged: JudgedCase, _ scheme: AccreditationScheme
    ) -> OpenQuestion {
        OpenQuestion(
            id: "\(Self.id):\(scheme.id)/\(judged.provider.id)",
            text: "Which certificate of \(scheme.name) does \(judged.provider.name) hold: number, "
                + "services and sites in scope, expiry?",
            askWhom: "\(judged.provider.name), or \(scheme.grantedBy)",
            asks: .certificate(scheme.id, judged.provider.id))
    }

    private func judge(
        _ judged: JudgedCase, _ scheme: AccreditationScheme, _ held: Authorisation
    ) -> Judgement {
        let fact = Explanation.fact(
            held.id.rawValue, Self.describe(held, scheme), held.provenance,
            fields: Authorisation.grounds)
        if let issued = held.issued, judged.requirement.asOf.value < issued {
            return Judgement(
                Self.id, .unknown,
                "a certificate of \(scheme.name) is only issued on \(issued)", because: [fact],
                questions: [question(judged, scheme)])
        }
        if let expires = held.expires, expires <= judged.requirement.asOf.value {
            return Judgement(
                Self.id, .unknown,
                "the last known \(scheme.name) certificate expired on \(expires)", because: [fact],
                questions: [question(judged, scheme)])
        }
        guard let evidence = held.evidenceDate else {
            return Judgement(
                Self.id, .unknown, "the evidence of \(scheme.name) carries no date",
                because: [fact], questions: [question(judged, scheme)])
        }
        if judged.isStale(evidence) {
            return Judgement(
                Self.id, .unknown,
                "the evidence of \(scheme.name) is of \(evidence), older than "
                    + "\(judged.requirement.procurement.evidenceMaxAge)",
                because: [fact], questions: [question(judged, scheme)])
        }
        return overTerm(judged, scheme, held, fact)
    }

    private func overTerm(
        _ judged: JudgedCase, _ scheme: AccreditationScheme, _ held: Authorisation,
        _ fact: Explanation
    ) -> Judgement {
        let sure = judged.eligible(
            Self.id, "\(scheme.name) is held at \(judged.site.name)", by: fact, held.provenance,
            fields: Authorisation.grounds, ask: judged.provider.name)
        let end = judged.requirement.term.end
        if sure.verdict == .eligible, let expires = held.expires, expires >= end { return sure }
        guard sure.verdict == .eligible else { return unverified(judged, scheme, held, fact) }
        let until = held.expires.map { "expires on \($0)" } ?? "has no published expiry"
        return Judgement(
            Self.id, .conditional,
            "\(scheme.name) is held, but \(until); the term ends on \(end)", because: [fact],
            steps: [
                Step(
                    id: "renew:\(scheme.id)/\(judged.provider.id)",
                    text: "\(judged.provider.name) keeps \(scheme.name) in force until \(end)",
                    authority: scheme.grantedBy, leadTime: CalendarPeriod(), cost: nil)
            ],
            premises: sure.premises)
    }

    private func unverified(
        _ judged: JudgedCase, _ scheme: AccreditationScheme, _ held: Authorisation,
        _ fact: Explanation
    ) -> Judgement {
        Judgement(
            Self.id, .unknown,
            "evidence of \(held.evidenceDate?.description ?? "no date") says that "
                + "\(judged.provider.name) holds \(scheme.name); that it covers "
                + "\(judged.service.name) at \(judged.site.name) is not verified",
            because: [fact], questions: [question(judged, scheme)])
    }

    private static func describe(_ held: Authorisation, _ scheme: AccreditationScheme) -> String {
        var text = scheme.name
        if let reference = held.reference { text += ", \(reference)" }
        if let issued = held.issued { text += ", issued \(issued)" }
        if let expires = held.expires { text += ", expires \(expires)" }
        return text
    }
}

extension Authorisation {
    /// Date of the evidence as text; undated evidence comes last.
    fileprivate var newest: String { evidenceDate?.description ?? "" }
}

import Catalog
import Clearance
import Diagnostics
import LocatedInput
import Quantities
import Requirements

/// Classified information sits only on systems that its owner's authority has accredited.
///
/// A civil label never covers it, nor does another state's authorisation: both are said. Where the
/// owner has a scheme that can accredit such a system, the verdict is conditional on that step; it
/// is unknown where nothing says that the scheme admits a platform shared or connected like this.
/// A ladder beside the main one, such as PROTECTED in Canada, is judged like a classification: its
/// owner asks something of systems too, and what it asks has to be known.
struct AccreditedByOwnerRule: EligibilityRule {
    static let id = "accredited-by-owner"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        let level = judged.level
        let asked = judged.demand.enclave.schemes.filter { $0.kind == .securityAccreditation }
        guard level.isClassified || level.ladder != nil else {
            return unsureClassification(judged) + asked.map { judge(judged, [$0]) }
        }
        let covering = Self.schemes(for: level, judged.catalog)
        let others = asked.filter { !covering.contains($0) }.map { judge(judged, [$0]) }
        guard !covering.isEmpty else { return [noScheme(level)] + others }
        let named = asked.filter { covering.contains($0) }
        let forLevel =
            named.isEmpty ? [judge(judged, covering)] : named.map { judge(judged, [$0]) }
        return forLevel + others
    }

    /// The owner's own schemes by which a system may hold the level, least far-reaching first.
    private static func schemes(
        for level: Level, _ catalog: CatalogSnapshot
    ) -> [AccreditationScheme] {
        (catalog.owner(level.owner)?.accreditations ?? [])
            .filter { $0.kind == .securityAccreditation && $0.covers.contains(level.id) }
            .sorted { ($0.covers.count, $0.id) < ($1.covers.count, $1.id) }
    }

    /// Judges by the surest accreditation under any of `schemes`; without one, the first is a step.
    private func judge(_ judged: JudgedCase, _ schemes: [AccreditationScheme]) -> Judgement {
        let held = accreditations(judged, schemes)
        let best = held.min { ($0.verdict, $0.premises.count) < ($1.verdict, $1.premises.count) }
        if let best, best.verdict == .eligible { return best }
        // A scheme that reaches further does not stand in for one that was made for the level.
        let nearest = schemes.prefix { $0.covers.count == schemes[0].covers.count }
        let scheme = nearest.first { Self.admits(judged, $0) } ?? schemes[0]
        if scheme.covers.contains(judged.level.id), !Self.admits(judged, scheme) {
            return unverified(judged, scheme)
        }
        return conditional(judged, scheme, unsure: best)
    }

    /// Tells whether it was read that the scheme covers its levels, and on such a platform.
    private static func admits(_ judged: JudgedCase, _ scheme: AccreditationScheme) -> Bool {
        let model = judged.deliveryModel
        guard scheme.provenance.confidence(of: "covers", "platforms", "places") != .unverified,
            isInPlace(judged, scheme)
        else { return false }
        return scheme.platforms.isEmpty
            || scheme.platforms.contains(model.isolation)
                && model.provenance.confidence(of: "isolation") != .unverified
    }

    /// Devices in the field are where the customer takes them; their home is his country.
    private static func isInPlace(_ judged: JudgedCase, _ scheme: AccreditationScheme) -> Bool {
        let site = judged.site.country
        let country = site == Site.ofCustomer ? judged.requirement.customer.country.value : site
        return scheme.places.isEmpty || judged.catalog.isCountry(country, in: scheme.places)
    }

    /// That a level is not classified spares the accreditation only where it is sure.
    private func unsureClassification(_ judged: JudgedCase) -> [Judgement] {
        let level = judged.level
        let text = "\(level.marking) is no classification of \(level.owner)"
        let fact = Explanation.fact(
            level.id.rawValue, text, level.provenance, fields: ["classified"])
        let judgement = judged.eligible(
            Self.id, text, by: fact, level.provenance, fields: ["classified"],
            ask: "the security authority of \(level.owner)")
        return judgement.verdict == .eligible ? [] : [judgement]
    }

    private func noScheme(_ level: Level) -> Judgement {
        Judgement(
            Self.id, .unknown,
            "no scheme is known by which a system may hold \(level.marking)",
            because: [levelFact(level)],
            questions: [
                OpenQuestion(
                    id: "\(Self.id):\(level.id)",
                    text: "Under which scheme is a system accredited for \(level.marking)?",
                    askWhom: "the security authority of \(level.owner)", asks: .owner(level.owner))
            ])
    }

    /// Judges each accreditation that is held over the whole term on fresh evidence.
    private func accreditations(
        _ judged: JudgedCase, _ schemes: [AccreditationScheme]
    ) -> [Judgement] {
        schemes.flatMap { scheme in
            judged.catalog.authorisations.filter { held in
                held.scheme == scheme.id && held.services.contains(judged.service.id)
                    && held.sites.contains(judged.site.id)
                    && (held.issued.map { $0 <= judged.requirement.asOf.value } ?? true)
                    && (held.expires.map { judged.requirement.term.end <= $0 } ?? false)
                    && (held.evidenceDate.map { !judged.isStale($0) } ?? false)
            }.map { judge(judged, scheme, $0) }
        }
    }

    /// What is held has to be sure, and so has what the scheme covers.
    private func judge(
        _ judged: JudgedCase, _ scheme: AccreditationScheme, _ held: Authorisation
    ) -> Judgement {
        let covers = scheme.covers.contains(judged.level.id)
        let text =
            covers
            ? "\(judged.site.name) is accredited for \(judged.level.marking)"
            : "\(scheme.name) is held at \(judged.site.name)"
        let heldFact = Explanation.fact(
            held.id.rawValue, scheme.name, held.provenance, fields: Authorisation.grounds)
        let isHeld = judged.eligible(
            Self.id, text, by: heldFact, held.provenance, fields: Authorisation.grounds,
            ask: scheme.grantedBy)
        guard covers, isHeld.verdict == .eligible else { return isHeld }
        let schemeFact = Explanation.fact(
            scheme.id.rawValue, "\(scheme.name) covers \(judged.level.marking)",
            scheme.provenance, fields: ["covers"])
        let isCovered = judged.eligible(
            Self.id, "\(scheme.name) covers \(judged.level.marking)", by: schemeFact,
            scheme.provenance, fields: ["covers"], ask: scheme.grantedBy)
        guard isCovered.verdict == .eligible else { return isCovered }
        return Judgement(
            Self.id, .eligible, text, because: [heldFact, schemeFact],
            premises: isHeld.premises + isCovered.premises)
    }

    private func levelFact(_ level: Level) -> Explanation {
        let what = level.isClassified ? "classification" : "marking"
        return .fact(
            level.id.rawValue, "\(level.marking) is a \(what) of \(level.owner)",
            level.provenance)
    }

    /// Whether the scheme admits such a platform at all was not read: nothing rests on it.
    private func unverified(_ judged: JudgedCase, _ scheme: AccreditationScheme) -> Judgement {
        let level = judged.level
        let elsewhere =
            Self.isInPlace(judged, scheme) ? "" : " and stands in \(judged.site.country)"
        return Judgement(
            Self.id, .unknown,
            "it is not verified that \(scheme.name) can admit \(judged.deliveryModel.name), "
                + "which is \(judged.deliveryModel.isolation.rawValue)\(elsewhere), to "
                + "\(level.marking)",
            because: [
                levelFact(level), .fact(scheme.id.rawValue, scheme.name, scheme.provenance),
            ],
            questions: [
                OpenQuestion(
                    id: "\(Self.id):\(scheme.id)/\(judged.deliveryModel.isolation.rawValue)"
                        + (elsewhere.isEmpty ? "" : "/\(judged.site.country)"),
                    text: "Can a platform that is \(judged.deliveryModel.isolation.rawValue)"
                        + "\(elsewhere) be accredited for \(level.marking), and under which "
                        + "conditions?",
                    askWhom: scheme.grantedBy,
                    asks: .confirmation(record: scheme.id.rawValue, fields: ["covers"]))
            ])
    }

    private func conditional(
        _ judged: JudgedCase, _ scheme: AccreditationScheme, unsure: Judgement?
    ) -> Judgement {
        let level = judged.level
        let labels = judged.demand.enclave.schemes.filter { $0.kind == .civilLabel }
        var reasons = level.isClassified ? [levelFact(level)] : []
        reasons.append(.fact(scheme.id.rawValue, scheme.name, scheme.provenance))
        let rules = judged.catalog.rules
            .filter { $0.applies(to: level) && Self.cited.contains($0.kind) }
        reasons += rules.map { Explanation.fact($0.id.rawValue, $0.text, $0.provenance) }
        reasons += unsure?.explanation.children ?? []
        let open = rules.compactMap { rule in
            rule.question.map {
                OpenQuestion(
                    id: "rule:\(rule.id)", text: $0, askWhom: scheme.grantedBy,
                    asks: rule.owner.map { .owner($0) } ?? .rules)
            }
        }
        let foreign = foreignAuthorisations(judged)
        reasons += foreign
        let terms = judged.requirement.authorityTerms.first { $0.scheme.value == scheme.id }
        let time = terms?.leadTime ?? scheme.leadTime
        let isKnown = time != nil && terms?.cost != nil
        return Judgement(
            Self.id, .conditional, Self.text(level, scheme, labels) + Self.notCounted(foreign),
            because: reasons,
            steps: [
                Step(
                    id: Self.stepID(judged, scheme),
                    text: Self.stepText(judged, scheme), authority: scheme.grantedBy,
                    leadTime: time, cost: terms?.cost)
            ],
            questions: open + (isKnown ? [] : [schemeQuestion(scheme, level)])
                + (unsure?.questions ?? []))
    }

    /// One accreditation is of one system: in the customer's halls each enclave is one, since
    /// another owner's accreditation, or one under another caveat, does not count for it; devices
    /// in the field are one of their own.
    private static func stepID(_ judged: JudgedCase, _ scheme: AccreditationScheme) -> String {
        let level = judged.level.id
        if judged.site.hall != nil {
            return "accredit:\(scheme.id)/\(level)/\(judged.enclave.id)"
        }
        let devices = judged.service.capability == .edgeDevice ? "/devices" : ""
        return "accredit:\(scheme.id)/\(level)\(devices)"
    }

    private static func stepText(_ judged: JudgedCase, _ scheme: AccreditationScheme) -> String {
        let subject =
            judged.site.hall != nil
            ? "the customer's system for \(judged.enclave.id) is"
            : judged.service.capability == .edgeDevice
                ? "the customer's devices for \(judged.level.marking) are"
                : "the customer's system for \(judged.level.marking) is"
        return "\(subject) accredited: \(scheme.name)"
    }

    /// Authorisations by other states than the owner of the information: said, and not counted.
    private func foreignAuthorisations(_ judged: JudgedCase) -> [Explanation] {
        let catalog = judged.catalog
        return catalog.authorisations.filter { held in
            held.services.contains(judged.service.id) && held.sites.contains(judged.site.id)
        }.compactMap { held in
            guard let scheme = catalog.scheme(held.scheme), scheme.owner != judged.level.owner,
                scheme.kind == .securityAccreditation
            else { return nil }
            return Explanation.fact(
                held.id.rawValue, scheme.name, held.provenance, fields: Authorisation.grounds)
        }
    }

    private static func notCounted(_ foreign: [Explanation]) -> String {
        guard !foreign.isEmpty else { return "" }
        let names = foreign.map(\.text).joined(separator: ", ")
        return " (\(names) of another state does not count here)"
    }

    private static func text(
        _ level: Level, _ scheme: AccreditationScheme, _ labels: [AccreditationScheme]
    ) -> String {
        guard scheme.covers.contains(level.id) else {
            return "the customer asks for this as well: \(scheme.name)"
        }
        if labels.isEmpty {
            return "\(level.marking) needs this on top of the offer: \(scheme.name)"
        }
        let names = labels.map(\.name).joined(separator: ", ")
        return "\(names) is a civil label and does not cover \(level.marking), which needs this as "
            + "well: \(scheme.name)"
    }

    private func schemeQuestion(_ scheme: AccreditationScheme, _ level: Level) -> OpenQuestion {
        OpenQuestion(
            id: "\(Self.id):\(scheme.id)",
            text: "How long does accreditation of a system for \(level.marking) take, what does "
                + "it cost, and which approved products must it use?",
            askWhom: scheme.grantedBy, asks: .leadTime(scheme.id))
    }

    /// Rules that the derivation cites.
    private static let cited: Set<RuleKind> = [
        .labelIsNotAccreditation, .accreditedByOwner, .foreignAuthorisationDoesNotCount,
        .soleJurisdiction, .labelPropagates,
    ]
}

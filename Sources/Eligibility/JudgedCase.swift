import Catalog
import Clearance
import Diagnostics
import LocatedInput
import Quantities
import Requirements

/// Everything that a rule may look at: one offer, one demand, the catalog and the requirement.
struct JudgedCase {
    let demand: Demand
    let offer: Offer
    let service: Service
    let site: Site
    let provider: Provider
    let deliveryModel: DeliveryModel
    let requirement: Requirement
    let catalog: CatalogSnapshot

    var enclave: Enclave { demand.enclave.enclave }
    var level: Level { demand.enclave.level }

    /// Tells whether `country` is one of `places`, or a member of an organisation among them.
    func isCountry(_ country: OwnerID, in places: [OwnerID]) -> Bool {
        catalog.isCountry(country, in: places)
    }

    /// Tells whether evidence of `date` is older than the requirement allows.
    func isStale(_ date: CalendarDate) -> Bool {
        let limit = requirement.procurement.evidenceMaxAge
        guard let end = try? date.adding(limit) else { return true }
        return end < requirement.asOf.value
    }

    /// Judges by a fact that says yes: eligible, unless it is not sure enough.
    ///
    /// An unverified fact gives `unknown` and a question; a secondary one stays eligible and
    /// becomes a premise.
    ///
    /// - Parameter fields: every field of the fact that the yes rests on; the least sure decides.
    func eligible(
        _ rule: String, _ text: String, by fact: Explanation, _ provenance: Provenance,
        fields: [String], ask: String, extra: [Explanation] = []
    ) -> Judgement {
        let id = "\(rule):\(factID(fact)).\(fields.first ?? "")"
        switch provenance.confidence(ofAll: fields) {
        case .primary:
            return Judgement(rule, .eligible, text, because: [fact] + extra)
        case .secondary:
            return Judgement(
                rule, .eligible, text, because: [fact] + extra,
                premises: [Premise(id: id, text: "\(text) (reported by a third party)")])
        case .unverified:
            return Judgement(
                rule, .unknown, "not verified: \(text)", because: [fact] + extra,
                questions: [
                    OpenQuestion(
                        id: id, text: "Is it confirmed that \(text)?", askWhom: ask,
                        asks: .confirmation(
                            record: factID(fact),
                            fields: fields.filter { provenance.confidence(of: $0) == .unverified }))
                ])
        }
    }

    /// Judges by a fact that says yes once a step is done; an unverified fact gives `unknown`.
    func conditional(
        _ rule: String, _ text: String, by fact: Explanation, _ provenance: Provenance,
        fields: [String], step: Step
    ) -> Judgement {
        let sure = eligible(rule, text, by: fact, provenance, fields: fields, ask: step.authority)
        guard sure.verdict == .eligible else { return sure }
        return Judgement(
            rule, .conditional, text, because: [fact], steps: [step], premises: sure.premises)
    }

    private func factID(_ fact: Explanation) -> String {
        if case .fact(let id, _, _, _) = fact.kind { id } else { offer.id.rawValue }
    }
}

extension Authorisation {
    /// An authorisation is as sure as the least sure of what it is, covers, where and until when.
    static let grounds = ["scheme", "services", "sites", "expires", "evidenceDate"]
}

import Catalog
import Clearance
import Diagnostics
import Requirements

/// The customer may order at the site today.
struct OrderableRule: EligibilityRule {
    static let id = "orderable"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        let site = judged.site
        let fields = ["orderableBy", "status"]
        let fact = Explanation.fact(
            site.id.rawValue,
            "\(site.name): status \(site.status.rawValue), orderable by "
                + "\(site.orderableBy)", site.provenance, fields: fields)
        let question = OpenQuestion(
            id: "\(Self.id):\(site.id)",
            text: "Can this customer order at \(site.name) (\(site.id))?",
            askWhom: judged.provider.name, asks: .orderable(site.id))
        if site.orderableBy == Site.notThisCustomer {
            return [
                Judgement(
                    Self.id, .ineligible,
                    "\(judged.provider.name) says that this customer may not order at "
                        + site.name, because: [fact])
            ]
        }
        switch site.status {
        case .closed, .announced:
            return [
                Judgement(
                    Self.id, .ineligible, "\(site.name) is \(site.status.rawValue)",
                    because: [fact])
            ]
        case .listed:
            return [
                Judgement(
                    Self.id, .unknown,
                    "\(site.name) is listed, but nothing public says who may order there",
                    because: [fact], questions: [question])
            ]
        case .available:
            if site.orderableBy == "by-contract" { return [byContract(judged, fact)] }
            let isOwn = site.orderableBy == Site.thisCustomer
            guard site.orderableBy == "any" || isOwn else {
                return [
                    Judgement(
                        Self.id, .unknown,
                        "whether this customer may order at \(site.name) is not published",
                        because: [fact], questions: [question])
                ]
            }
            return [
                judged.eligible(
                    Self.id,
                    "\(site.name) is open to \(isOwn ? "this" : "any") customer", by: fact,
                    site.provenance, fields: fields, ask: judged.provider.name)
            ]
        }
    }

    /// Sold to any customer by a contract of its own, which the provider has still to agree.
    private func byContract(_ judged: JudgedCase, _ fact: Explanation) -> Judgement {
        let site = judged.site
        let provider = judged.provider.name
        return judged.conditional(
            Self.id, "\(site.name) is sold by an individual contract", by: fact, site.provenance,
            fields: ["orderableBy", "status"],
            step: Step(
                id: "contract:\(judged.provider.id)/\(site.deliveryModel)",
                text: "\(provider) agrees a contract with this customer for "
                    + "\(judged.deliveryModel.name), export licences included",
                authority: provider, leadTime: nil, cost: nil))
    }
}

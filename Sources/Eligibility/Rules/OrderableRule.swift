import Catalog
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
            askWhom: judged.provider.name)
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
            guard site.orderableBy == "any" else {
                return [
                    Judgement(
                        Self.id, .unknown,
                        "whether this customer may order at \(site.name) is not published",
                        because: [fact], questions: [question])
                ]
            }
            return [
                judged.eligible(
                    Self.id, "\(site.name) is open to any customer", by: fact, site.provenance,
                    fields: fields, ask: judged.provider.name)
            ]
        }
    }
}

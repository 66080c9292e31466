import Catalog
import Clearance
import Diagnostics
import Requirements

/// The provider states that it sells the service, with the capability, at the site.
struct OfferedAtRule: EligibilityRule {
    static let id = "offered-at"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        let service = judged.service
        let fields = ["sites", "capability"]
        let text = "\(service.name) is sold at \(judged.site.name)"
        let fact = Explanation.fact(
            service.id.rawValue, "\(text) as \(service.kind)", service.provenance,
            fields: fields)
        return [
            judged.eligible(
                Self.id, text, by: fact, service.provenance, fields: fields,
                ask: judged.provider.name)
        ]
    }
}

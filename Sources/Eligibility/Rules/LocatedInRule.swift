import Catalog
import Clearance
import Diagnostics
import LocatedInput
import Requirements

/// Data rests in one of the countries that the customer names.
struct LocatedInRule: EligibilityRule {
    static let id = "located-in"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        let allowed = judged.enclave.residency.map(\.value)
        guard !allowed.isEmpty else { return [] }
        let site = judged.site
        let places = allowed.map(\.rawValue).joined(separator: ", ")
        let fact = Explanation.fact(
            site.id.rawValue, "\(site.name) is in \(site.country)", site.provenance,
            fields: ["country"])
        guard judged.isCountry(site.country, in: allowed) else {
            return [
                Judgement(
                    Self.id, .ineligible,
                    "data would rest in \(site.country); residency asks for \(places)",
                    because: [fact])
            ]
        }
        return [
            judged.eligible(
                Self.id, "data rests in \(site.country)", by: fact, site.provenance,
                fields: ["country"], ask: judged.provider.name)
        ]
    }
}

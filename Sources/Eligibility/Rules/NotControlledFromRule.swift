import Catalog
import Clearance
import Diagnostics
import LocatedInput
import Requirements

/// No excluded country controls the provider, by ownership or by a law that compels its parent.
struct NotControlledFromRule: EligibilityRule {
    static let id = "not-controlled-from"
    private static let fields = ["parent", "compellableBy"]

    func judge(_ judged: JudgedCase) -> [Judgement] {
        let excluded = judged.requirement.procurement.excludedParents.map(\.value)
        guard !excluded.isEmpty else { return [] }
        let provider = judged.provider
        let fact = Explanation.fact(
            provider.id.rawValue,
            "the parent of \(provider.name) is \(provider.parentName) in \(provider.parentCountry)",
            provider.provenance, fields: Self.fields)
        if judged.isCountry(provider.parentCountry, in: excluded) {
            return [
                Judgement(
                    Self.id, .ineligible,
                    "the ultimate parent, \(provider.parentName), is in \(provider.parentCountry)",
                    because: [fact])
            ]
        }
        if let country = provider.compellableBy.first(where: { judged.isCountry($0, in: excluded) })
        {
            return [
                Judgement(
                    Self.id, .ineligible, "law of \(country) can compel \(provider.parentName)",
                    because: [fact])
            ]
        }
        return [
            judged.eligible(
                Self.id, "no excluded country controls \(provider.name)", by: fact,
                provider.provenance, fields: Self.fields, ask: provider.name)
        ]
    }
}

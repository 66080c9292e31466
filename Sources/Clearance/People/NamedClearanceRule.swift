import Catalog
import Diagnostics
import Requirements

/// Where a clearance is asked for by its name, another one to the same level is none.
struct NamedClearanceRule: HeldClearanceRule {
    func judge(_ judged: HeldCase) -> [Judgement] {
        guard let asked = judged.base.need.clearance, judged.held.clearance?.id != asked.id else {
            return []
        }
        if let held = judged.held.level, held.isAbove(judged.level) { return [] }
        return [
            Judgement(
                "named-clearance", .ineligible, "\(judged.name) is not \(asked.name)",
                because: [Explanation.fact(asked.id.rawValue, asked.name, asked.provenance)])
        ]
    }
}

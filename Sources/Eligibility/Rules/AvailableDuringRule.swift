import Catalog
import Diagnostics
import Quantities
import Requirements

/// The site is in service over the whole evaluated term.
struct AvailableDuringRule: EligibilityRule {
    static let id = "available-during"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        let term = judged.requirement.term
        let site = judged.site
        if let from = site.availableFrom, term.start < from {
            return [ineligible(judged, "opens on \(from), after the term begins on \(term.start)")]
        }
        if let until = site.availableUntil, until < term.end {
            return [ineligible(judged, "closes on \(until), before the term ends on \(term.end)")]
        }
        return []
    }

    private func ineligible(_ judged: JudgedCase, _ text: String) -> Judgement {
        let site = judged.site
        return Judgement(
            Self.id, .ineligible, "\(site.name) \(text)",
            because: [.fact(site.id.rawValue, "\(site.name) \(text)", site.provenance)])
    }
}

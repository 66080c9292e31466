import Catalog
import Clearance
import Diagnostics
import LocatedInput
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
        return onStatedDates(judged)
    }

    /// A site that is to open, or has a day on which it closes, is as sure as that day; one that is
    /// open rests on its status.
    private func onStatedDates(_ judged: JudgedCase) -> [Judgement] {
        let site = judged.site
        let opening = site.availableFrom.flatMap {
            judged.requirement.asOf.value < $0 ? "opens on \($0)" : nil
        }
        let closing = site.availableUntil.map { "closes on \($0)" }
        let days = [opening, closing].compactMap { $0 }
        guard !days.isEmpty else { return [] }
        let text = "\(site.name) \(days.joined(separator: " and "))"
        let fields =
            (opening == nil ? [] : ["availableFrom"]) + (closing == nil ? [] : ["availableUntil"])
        let fact = Explanation.fact(
            site.id.rawValue, text, site.provenance, fields: fields)
        return [
            judged.eligible(
                Self.id, text, by: fact, site.provenance, fields: fields,
                ask: judged.provider.name)
        ]
    }

    private func ineligible(_ judged: JudgedCase, _ text: String) -> Judgement {
        let site = judged.site
        return Judgement(
            Self.id, .ineligible, "\(site.name) \(text)",
            because: [.fact(site.id.rawValue, "\(site.name) \(text)", site.provenance)])
    }
}

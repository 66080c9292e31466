import Catalog
import Clearance
package import Diagnostics
package import LocatedInput
import Quantities
import Requirements

/// What a quote file says of platforms and of the seats at them.
package struct QuotedPlatforms: Sendable {
    /// A copy of a workload at a site.
    struct Placement: Sendable, Hashable {
        let enclave: String
        let site: String
        let verdict: Verdict
        let steps: [Step]
    }

    /// Seats of one kind.
    struct Seat: Sendable, Hashable {
        let post: String?
        let enclave: String
        let site: String?
        let role: RoleID
        let persons: Int
        let milliFTE: Int64
    }

    let placements: [Placement]
    let seats: [Seat]
    /// Text of the requirement that was quoted.
    let requirementText: String

    /// Tells whether the quote was made of a requirement, word for word.
    package func isOf(_ source: RequirementSource) -> Bool { requirementText == source.text }

    /// Reads a quote in the form `sovereign-quote/1`.
    ///
    /// - Returns: `nil` where the file is none, or has no package.
    package init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard value["format"]?.text == QuoteFile.format,
            let placed = value["placements"]?.elements
        else {
            collector.report(
                .proposalNoPackage, "the file is no quote with a package", at: value.location,
                help: "name a file that quote --output has written with the ending .json")
            return nil
        }
        placements = placed.compactMap { Placement($0) }
        seats = (value["staff"]?["seats"]?.elements ?? []).compactMap { Seat($0) }
        requirementText = value["requirement"]?["text"]?.text ?? ""
    }
}

extension QuotedPlatforms.Placement {
    init?(_ value: LocatedValue) {
        guard let demand = value["demand"]?.text, let dot = demand.firstIndex(of: "."),
            let site = value["site"]?.text,
            let verdict = value["verdict"]?.text.flatMap(Verdict.init)
        else { return nil }
        enclave = String(demand[..<dot])
        self.site = site
        self.verdict = verdict
        steps = (value["steps"]?.elements ?? []).compactMap { step in
            guard let id = step["id"]?.text, let text = step["text"]?.text else {
                return nil
            }
            return Step(
                id: id, text: text, authority: step["authority"]?.text ?? "",
                leadTime: step["leadTime"]?.text.flatMap {
                    try? CalendarPeriod(parsing: $0)
                })
        }
    }
}

extension QuotedPlatforms.Seat {
    init?(_ value: LocatedValue) {
        guard let enclave = value["enclave"]?.text, let role = value["role"]?.text,
            let persons = value["persons"]?.text.flatMap(Int.init),
            let work = value["milliFTE"]?.text.flatMap(Int64.init)
        else { return nil }
        post = value["post"]?.text
        self.enclave = enclave
        site = value["site"]?.text
        self.role = RoleID(role)
        self.persons = persons
        milliFTE = work
    }
}

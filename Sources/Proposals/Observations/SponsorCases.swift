import LocatedInput
import Requirements

/// How many people must be cleared already, where new cases are limited.
struct SponsorCases: Observer {
    func observe(_ observed: ObservedCase) throws -> [Observation] {
        let staff = observed.requirement.staff
        guard let limit = staff.sponsorLimit?.value else { return [] }
        let lists = staff.people.filter { $0.heads != nil }
        let stated = lists.filter { $0.cleared != nil }
        let open = lists.filter { $0.cleared == nil }
        let cases = stated.map(newCases).reduce(0, +)
        let paths = ["staff.sponsorLimit"]
        let sums = stated.map {
            "'\($0.id)': \($0.heads?.value ?? 0) asked, \($0.cleared?.value ?? 0) cleared, "
                + "\(newCases($0)) new cases"
        }
        if cases > limit {
            return [
                Observation(
                    kind: "sponsor-limit", weight: .fault,
                    paths: paths + stated.map { "staff.people.\($0.id)" },
                    text: "the people asked need \(cases) new clearance cases, and the customer "
                        + "sponsors at most \(limit)",
                    workings: sums,
                    wayOut: "sponsor \(cases), or ask for \(cases - limit) people fewer")
            ]
        }
        let people = open.compactMap(\.heads?.value).reduce(0, +)
        let left = limit - cases
        guard people > left else { return [] }
        let sum = open.map { "\($0.heads?.value ?? 0) '\($0.id)'" }.joined(separator: " + ")
        return [
            Observation(
                kind: "sponsor-limit", weight: .notice,
                paths: paths + open.map { "staff.people.\($0.id)" },
                text: "\(people) people are asked, and at most \(left) new clearance cases "
                    + "can be sponsored for them: at least \(people - left) must already hold "
                    + "their clearance",
                workings: sums + ["\(sum) = \(people); \(people) - \(left) = \(people - left)"],
                wayOut: "state 'cleared' for each list of people, so that new cases are counted")
        ]
    }

    private func newCases(_ list: PeopleDemand) -> Int {
        max(0, (list.heads?.value ?? 0) - (list.cleared?.value ?? 0))
    }
}

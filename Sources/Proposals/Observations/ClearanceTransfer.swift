import Catalog
import LocatedInput
import Requirements

/// Clearances that do not move to a new employer of themselves.
struct ClearanceTransfer: Observer {
    func observe(_ observed: ObservedCase) throws -> [Observation] {
        observed.bound.staff.people.compactMap { list in
            guard list.isSponsored else { return nil }
            let count = list.demand.heads?.value ?? list.demand.available?.value ?? 0
            return Observation(
                kind: "clearance-transfer", weight: .notice,
                paths: [list.path],
                text: "the clearances of the \(count) people cleared to \(list.level.marking) are "
                    + "tied to their sponsor: whoever is cleared elsewhere counts only when the "
                    + "new sponsor accepts the transfer",
                wayOut: "have the sponsor's acceptance in writing for each person before the term "
                    + "begins")
        }
    }
}

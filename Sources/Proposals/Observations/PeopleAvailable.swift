import Catalog
import LocatedInput
import Requirements

/// Posts that need more people than exist.
struct PeopleAvailable: Observer {
    func observe(_ observed: ObservedCase) throws -> [Observation] {
        let limits = PeopleLimits(bound: observed.bound, catalog: observed.catalog)
        return observed.bound.staff.people.compactMap { list in
            let level = list.level.id.rawValue
            guard let available = list.demand.available?.value,
                let least = observed.world.staff.least[level],
                PeopleWords.whole(least.milliFTE) > Int64(available),
                isOnlyList(list, observed.world.staff, limits)
            else { return nil }
            let needed = PeopleWords.decimal(least.milliFTE, scale: 2)
            let hired = PeopleWords.whole(least.milliFTE)
            var seen: Set<String> = []
            return Observation(
                kind: "people-available", weight: .fault,
                paths: [list.path]
                    + least.rows.compactMap(\.path).filter { seen.insert($0).inserted },
                text: "posts at \(list.level.marking) need \(needed) full-time people, hired as "
                    + "\(hired); \(available) are available",
                workings: least.rows.map(\.words),
                wayOut: "ask for fewer seats, fill some with the customer's own people, or find "
                    + "\(hired - Int64(available)) people more")
        }
    }

    /// Whether nobody but the list's people can fill seats of its level: no higher level stands in
    /// their pools, and every seat of the level is theirs.
    private func isOnlyList(
        _ list: BoundStaff.BoundPeople, _ staff: StaffPlan, _ limits: PeopleLimits
    ) -> Bool {
        let level = list.level.id.rawValue
        let heads = staff.heads.filter { $0.level == level }
        guard heads.allSatisfy({ limits.counts($0, in: list) }) else { return false }
        let pools = Set(heads.map(\.pool))
        return staff.heads.filter { pools.contains($0.pool) }.allSatisfy {
            $0.level == level || limits.isBelow($0.level, list.level)
        }
    }
}

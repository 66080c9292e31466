import Catalog
import LocatedInput
import Quantities
import Requirements
import Sizing

/// How many seats a stated number of people cover where nobody may act alone.
struct TwoPersonCover: Observer {
    func observe(_ observed: ObservedCase) throws -> [Observation] {
        let planner = SeatPlanner(catalog: observed.catalog, bound: observed.bound)
        return try observed.bound.staff.people.compactMap { list in
            guard let heads = list.demand.heads?.value ?? list.demand.available?.value,
                isTwoPerson(list, observed, planner),
                let model = observed.world.staff.seats.first(where: {
                    $0.level == list.level.id
                })?.model ?? planner.fallback
            else { return nil }
            return try notice(list, heads, model, observed)
        }
    }

    /// Whether two people fill a seat of the level: by the requirement's rule, or at some post.
    private func isTwoPerson(
        _ list: BoundStaff.BoundPeople, _ observed: ObservedCase, _ planner: SeatPlanner
    ) -> Bool {
        planner.isTwoPerson(list.level)
            || observed.world.staff.seats.contains {
                $0.level == list.level.id && $0.persons > 1
            }
    }

    private func notice(
        _ list: BoundStaff.BoundPeople, _ heads: Int, _ model: OperatingModel,
        _ observed: ObservedCase
    ) throws -> Observation {
        let coverage = observed.requirement.staff.coverage
        let hours = SeatPlanner.hours(coverage)
        let week = try SeatPlanner.week(model)
        let one = try SeatCoverage(seats: 1, hoursPerWeek: hours).people(week)
        let two = try SeatCoverage(seats: 1, hoursPerWeek: hours, personsPerSeat: 2).people(week)
        let covered = try ExactRatio(heads).divided(by: two).floor()
        let when = coverage == .aroundTheClock ? "around the clock" : "in business hours"
        let marking = list.level.marking
        var workings = [
            "\(hours) h a week / (\(model.hoursPerWeek) h x \(model.productiveShare)) = "
                + "\(PeopleWords.decimal(one, scale: 2)) people for a seat with one person; x 2 = "
                + "\(PeopleWords.decimal(two, scale: 2)), hired as \(try two.ceiling())",
            "\(heads) / \(PeopleWords.decimal(two, scale: 2)) = "
                + "\(PeopleWords.decimal(try ExactRatio(heads).divided(by: two), scale: 2))",
        ]
        if let least = observed.world.staff.least[list.level.id.rawValue] {
            let needed = PeopleWords.whole(least.milliFTE)
            workings.append(
                "the seats asked at \(marking) need at least "
                    + "\(PeopleWords.decimal(least.milliFTE, scale: 2)) people, hired as \(needed)"
                    + (needed > heads ? ": more than \(heads)" : ""))
        }
        return Observation(
            kind: "two-person-cover", weight: .notice, paths: [list.path],
            text: "a seat at \(marking) filled \(when) by two people takes "
                + "\(PeopleWords.decimal(two, scale: 2)) people, hired as \(try two.ceiling()): "
                + "\(heads) people cover \(covered) such \(covered == 1 ? "seat" : "seats")",
            workings: workings)
    }
}

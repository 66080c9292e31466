import Assembly
import Catalog
import LocatedInput
import Quantities
import Requirements

/// Says rules about people in the customer's words, with their arithmetic.
struct PeopleWords {
    let world: PreparedWorld

    private var staff: Requirement.StaffDemand { world.bound.requirement.staff }

    /// What nothing priced could serve, of people whose place does not matter.
    var unserved: [(demandID: String, reasons: [String])] {
        world.staff.unservable.map { entry in
            (entry.path, ["no rate prices its people: \(entry.people)"])
        }
    }

    /// A limit of the problem that is about people.
    func words(limit id: String) -> String {
        for list in world.bound.staff.people {
            let who = "\(Self.people(list)) (\(list.path))"
            if id == PeopleLimits.Name.floor(list.demand.id), let heads = list.demand.heads {
                return "at least \(heads.value) \(who) are provided"
            }
            if id == PeopleLimits.Name.ceiling(list.demand.id),
                let available = list.demand.available
            {
                return "\(available.value) \(who) are available" + needed(list)
            }
        }
        if let set = apart(id) {
            let names = set.map { "'\($0.id)'" }.joined(separator: ", ")
            let least = set.compactMap(\.heads?.value).reduce(0, +)
            return "at least \(least) people are provided for the lists \(names) together, nobody "
                + "counted twice (staff.people)"
        }
        let sets = PeopleLimits.caseSets(staff)
        let lists = Set(sets.flatMap { $0 }.map(\.id)).sorted()
            .compactMap { id in staff.people.first { $0.id == id } }
        let cleared = lists.map { "\($0.cleared?.value ?? 0) of '\($0.id)'" }
        return "at most \(staff.sponsorLimit?.value ?? 0) new clearance cases are sponsored "
            + "(staff.sponsorLimit); cleared already are \(cleared.joined(separator: ", "))"
    }

    /// The rule in a few words.
    func short(limit id: String) -> String {
        for list in world.bound.staff.people {
            if id == PeopleLimits.Name.floor(list.demand.id) {
                return "the least number of people '\(list.demand.id)'"
            }
            if id == PeopleLimits.Name.ceiling(list.demand.id) {
                return "the number of people '\(list.demand.id)' who are available"
            }
        }
        if let set = apart(id) {
            return "counting the people of "
                + set.map { "'\($0.id)'" }.joined(separator: ", ") + " apart"
        }
        return "the limit of sponsored cases"
    }

    /// The lists whose floor a limit is, where it is one of several together.
    private func apart(_ id: String) -> [PeopleDemand]? {
        PeopleLimits.apartSets(staff).first { PeopleLimits.floor($0).id == id }
    }

    private func needed(_ list: BoundStaff.BoundPeople) -> String {
        guard let work = world.staff.least[list.level.id.rawValue]?.milliFTE, work > 0 else {
            return ""
        }
        return "; posts at this level need at least \(Self.decimal(work, scale: 2)) full-time "
            + "people, hired as \(Self.whole(work))"
    }

    /// As in "people cleared to SECRETO, ES only".
    static func people(_ list: BoundStaff.BoundPeople) -> String {
        let nations = list.nationality.map { ", of nationality \($0.text)," } ?? ""
        return "people cleared to \(list.level.marking)\(nations)"
    }

    /// Whole people for work in thousandths of one.
    static func whole(_ milliFTE: Int64) -> Int64 { (milliFTE + 999) / 1000 }

    /// Thousandths with few decimals, rounded half up.
    static func decimal(_ milliFTE: Int64, scale: Int) -> String {
        guard let ratio = try? ExactRatio(Int128(milliFTE), over: 1000) else { return "" }
        return decimal(ratio, scale: scale)
    }

    static func decimal(_ ratio: ExactRatio, scale: Int) -> String {
        ((try? ratio.rounded(toScale: scale, mode: .halfUp)) ?? .zero).padded(toScale: scale)
    }
}

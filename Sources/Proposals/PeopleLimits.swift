import Assembly
import Catalog
import LocatedInput
import Requirements

/// Compiles the people that a contract has to provide: floors and ceilings on heads, and the limit
/// of sponsored cases.
///
/// A list's new cases are its heads beyond those who are cleared already, and never below none.
/// That their sum stays within a limit means that it does so for every set of lists: a limit each.
struct PeopleLimits {
    let bound: BoundRequirement
    let catalog: CatalogSnapshot

    private var lists: [BoundStaff.BoundPeople] { bound.staff.people }

    /// Identifiers of limits: they hold a dot or are no name, so that no budget has them.
    enum Name {
        static func floor(_ list: String) -> String { "staff.people.\(list).heads" }
        static func ceiling(_ list: String) -> String { "staff.people.\(list).available" }
        static let sponsor = "staff.sponsorLimit"
        static func sponsor(_ lists: [String]) -> String {
            "\(sponsor).\(lists.joined(separator: "+"))"
        }
        static func heads(_ list: String) -> String { "heads/\(list)" }
        static func floor(_ lists: [String]) -> String { floor(lists.joined(separator: "+")) }
        static func heads(_ lists: [String]) -> String { heads(lists.joined(separator: "+")) }
        static func cases(_ lists: [String]) -> String {
            "cases/\(lists.joined(separator: "+"))"
        }
    }

    /// Every set of lists that state who is cleared, where a limit of cases is stated.
    static func caseSets(_ staff: Requirement.StaffDemand) -> [[PeopleDemand]] {
        guard staff.sponsorLimit != nil else { return [] }
        let stated = staff.people.filter { $0.cleared != nil }.sorted { $0.id < $1.id }
        return stated.reduce([[]]) { sets, list in sets + sets.map { $0 + [list] } }
            .filter { !$0.isEmpty }
    }

    /// Most lists whose people are none of another list's: each set of them is a floor.
    private static let mostApart = 6

    /// Every set of two or more lists whose people are different ones: those that say so, with at
    /// most one that does not.
    static func apartSets(_ staff: Requirement.StaffDemand) -> [[PeopleDemand]] {
        let asked = staff.people.filter { $0.heads != nil }.sorted { $0.id < $1.id }
        let apart = asked.filter { $0.amongst?.value == PeopleDemand.Amongst.none }
        guard (1...mostApart).contains(apart.count) else { return [] }
        let others = asked.filter { $0.amongst == nil }
        let sets = apart.reduce([[]]) { sets, list in sets + sets.map { $0 + [list] } }
            .filter { !$0.isEmpty }
        return (sets + sets.flatMap { set in others.map { set + [$0] } })
            .filter { $0.count > 1 }.map { $0.sorted { $0.id < $1.id } }
    }

    /// The floor of a set of lists: nobody is counted twice in it.
    static func floor(_ set: [PeopleDemand]) -> AssemblyProblem.Limit {
        let ids = set.map(\.id)
        let least = set.compactMap(\.heads?.value).reduce(0, +)
        return AssemblyProblem.Limit(
            id: Name.floor(ids), measure: Name.heads(ids), min: Int64(least))
    }

    /// Sets of lists that could otherwise be filled by the same people.
    private var sharingSets: [[PeopleDemand]] {
        Self.apartSets(bound.requirement.staff).filter { set in
            let found = set.compactMap { demand in lists.first { $0.demand.id == demand.id } }
            return found.allSatisfy { one in
                found.contains { $0.demand.id != one.demand.id && shareHeads(one, $0) }
            }
        }
    }

    private func shareHeads(
        _ one: BoundStaff.BoundPeople, _ other: BoundStaff.BoundPeople
    ) -> Bool {
        let isSameLevel =
            one.level.id == other.level.id
            || one.demand.countsHigher && other.level.isAbove(one.level)
            || other.demand.countsHigher && one.level.isAbove(other.level)
        return isSameLevel
            && (one.role == nil || other.role == nil || one.role?.id == other.role?.id)
    }

    /// Limits of one requirement, without the catalog.
    static func limits(_ staff: Requirement.StaffDemand) -> [AssemblyProblem.Limit] {
        var limits: [AssemblyProblem.Limit] = []
        for list in staff.people {
            let measure = Name.heads(list.id)
            if let heads = list.heads {
                limits.append(
                    .init(id: Name.floor(list.id), measure: measure, min: Int64(heads.value)))
            }
            if let available = list.available {
                limits.append(
                    .init(
                        id: Name.ceiling(list.id), measure: measure, max: Int64(available.value)))
            }
        }
        for set in caseSets(staff) {
            let ids = set.map(\.id)
            let cleared = set.compactMap(\.cleared?.value).reduce(0, +)
            let most = (staff.sponsorLimit?.value ?? 0) + cleared
            limits.append(
                .init(id: Name.sponsor(ids), measure: Name.cases(ids), max: Int64(most)))
        }
        return limits.sorted { $0.id < $1.id }
    }

    var limits: [AssemblyProblem.Limit] {
        (Self.limits(bound.requirement.staff) + sharingSets.map(Self.floor))
            .sorted { $0.id < $1.id }
    }

    /// Enough heads of a level for every list at once.
    var mostHeads: Int64 {
        Int64(lists.compactMap(\.demand.heads?.value).reduce(0, +))
    }

    /// What one head counts towards.
    func measures(of head: StaffPlan.HeadPrice) -> [String: Int64] {
        var measures: [String: Int64] = [:]
        for list in lists where counts(head, in: list) {
            measures[Name.heads(list.demand.id)] = 1
        }
        for set in sharingSets
        where set.contains(where: { measures[Name.heads($0.id)] != nil }) {
            measures[Name.heads(set.map(\.id))] = 1
        }
        for set in Self.caseSets(bound.requirement.staff) {
            let units = set.filter { measures[Name.heads($0.id)] != nil }.count
            if units > 0 { measures[Name.cases(set.map(\.id))] = Int64(units) }
        }
        return measures
    }

    /// Tells whether a head is one of a list's people, or of a list whose people are among them.
    func counts(_ head: StaffPlan.HeadPrice, in list: BoundStaff.BoundPeople) -> Bool {
        isOne(head, of: list)
            || lists.contains { other in
                other.demand.amongst?.value == .list(list.demand.id) && isOne(head, of: other)
            }
    }

    /// Tells whether a staff level stands below a level: one that needs no clearance does.
    func isBelow(_ name: String, _ level: Level) -> Bool {
        guard let other = catalog.level(LevelID(name)) else { return true }
        return level.isAbove(other)
    }

    private func isOne(_ head: StaffPlan.HeadPrice, of list: BoundStaff.BoundPeople) -> Bool {
        guard let level = catalog.level(LevelID(head.level)),
            list.role == nil || list.role?.id == head.role.id
        else { return false }
        let isLevel =
            level.id == list.level.id
            || list.demand.countsHigher && level.isAbove(list.level)
        guard isLevel else { return false }
        guard let nationality = list.nationality else { return true }
        return head.nationality?.fulfils(nationality) ?? false
    }
}

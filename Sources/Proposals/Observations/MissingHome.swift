import Catalog
import LocatedInput
import Requirements

/// Devices sync to an enclave of their own level and owner; without one, an environment is missing.
///
/// A lower or higher level is a border between domains, which no sync may cross by itself.
struct MissingHome: Observer {
    static let kind = "missing-home"

    func observe(_ observed: ObservedCase) -> [Observation] {
        observed.bound.fleets.compactMap { observe($0, observed.bound) }
    }

    private func observe(_ fleet: BoundFleet, _ bound: BoundRequirement) -> Observation? {
        let level = fleet.enclave.level
        let homes = bound.enclaves.filter { $0.level.id == level.id }
        guard let named = fleet.fleet.home else {
            guard homes.isEmpty else { return nil }
            return fault(fleet, level, [], bound)
        }
        guard let home = bound.enclaves.first(where: { $0.enclave.id == named.value }),
            home.level.id != level.id
        else { return nil }
        let owner = home.level.owner
        let why =
            owner != level.owner
            ? "\(home.level.marking) is information of \(owner), \(level.marking) of \(level.owner)"
            : "\(home.level.marking) is step \(home.level.rank) of the ladder of \(owner) "
                + "(band \(home.level.band.rawValue)), \(level.marking) is step \(level.rank) "
                + "(band \(level.band.rawValue))"
        let instead =
            homes.isEmpty
            ? [] : ["enclaves of their level: \(homes.map(\.enclave.id).joined(separator: ", "))"]
        return fault(fleet, level, ["their home is '\(named.value)': \(why)"] + instead, bound)
    }

    private func fault(
        _ fleet: BoundFleet, _ level: Level, _ workings: [String], _ bound: BoundRequirement
    ) -> Observation {
        let id = fleet.fleet.id
        let hasHome = bound.enclaves.contains { $0.level.id == level.id }
        let levels = bound.enclaves.map { "\($0.enclave.id) at \($0.level.marking)" }
        return Observation(
            kind: Self.kind, weight: .fault, paths: ["edge.\(id).home"],
            text: hasHome
                ? "the \(fleet.fleet.count) devices of '\(id)' hold \(level.marking) and may not "
                    + "sync to an enclave of another level"
                : "the \(fleet.fleet.count) devices of '\(id)' hold \(level.marking), and the "
                    + "requirement has no enclave of that level for them to sync to: an "
                    + "environment is missing",
            workings: workings + ["enclaves asked: \(levels.joined(separator: ", "))"],
            wayOut: hasHome
                ? "name an enclave of \(level.marking) as their home"
                : "ask for an enclave at \(level.marking), or classify the devices at the level of "
                    + "one that is asked")
    }
}

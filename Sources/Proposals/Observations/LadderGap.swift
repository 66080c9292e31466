import Catalog
import Requirements

/// A ladder that lacks a step between those asked must not be read with another nation's steps.
struct LadderGap: Observer {
    static let kind = "ladder-gap"

    func observe(_ observed: ObservedCase) -> [Observation] {
        var seen: Set<OwnerID> = []
        return observed.bound.enclaves.compactMap { enclave in
            guard seen.insert(enclave.level.owner).inserted,
                let owner = observed.catalog.owner(enclave.level.owner)
            else { return nil }
            return observe(owner, observed.bound)
        }
    }

    private func observe(_ owner: Owner, _ bound: BoundRequirement) -> Observation? {
        let asked = bound.enclaves.filter { $0.level.owner == owner.id }
        guard let absent = owner.absentLevels.first,
            asked.contains(where: { $0.level.isClassified })
        else { return nil }
        let ladder = owner.levels.map { "\($0.marking) (band \($0.band.rawValue))" }
        let since = absent.since.map { " since \($0)" } ?? ""
        return Observation(
            kind: Self.kind, weight: .notice,
            paths: asked.map { "enclaves.\($0.enclave.id).classification" },
            text:
                "the ladder of \(owner.name) has no \(absent.marking)\(since): nothing asked here "
                + "is mapped to band \(absent.band.rawValue), and no level is guessed for it",
            workings: ["ladder: \(ladder.joined(separator: ", "))"]
                + asked.map {
                    "\($0.enclave.id): \($0.level.marking), band \($0.level.band.rawValue)"
                }
                + (absent.note.map { [$0] } ?? []),
            wayOut: nil)
    }
}

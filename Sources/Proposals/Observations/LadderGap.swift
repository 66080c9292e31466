import Catalog
import Requirements

/// A ladder that lacks a step between those asked must not be read with another nation's steps.
struct LadderGap: Observer {
    static let kind = "ladder-gap"

    func observe(_ observed: ObservedCase) -> [Observation] {
        var seen: Set<OwnerID> = []
        return observed.bound.enclaves.flatMap { enclave -> [Observation] in
            guard seen.insert(enclave.level.owner).inserted,
                let owner = observed.catalog.owner(enclave.level.owner)
            else { return [] }
            // A marking that was dropped while its band has another step leaves no gap.
            return owner.absentLevels.filter { absent in
                !owner.levels.contains { $0.band == absent.band }
            }.compactMap { observe($0, of: owner, observed.bound) }
        }
    }

    private func observe(
        _ absent: AbsentLevel, of owner: Owner, _ bound: BoundRequirement
    ) -> Observation? {
        let asked = bound.enclaves.filter { $0.level.owner == owner.id }
        guard asked.contains(where: { $0.level.isClassified }) else { return nil }
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

import Catalog
import LocatedInput
import Requirements

/// Enclaves of one band but of different owners, or under different caveats, are different
/// domains: in one hall they stand on platforms of their own, each accredited by itself.
struct KeptApart: Observer {
    static let kind = "kept-apart"

    func observe(_ observed: ObservedCase) -> [Observation] {
        let enclaves = observed.bound.enclaves.filter(\.level.isClassified)
        return enclaves.indices.flatMap { first in
            enclaves[(first + 1)...].compactMap { observe(enclaves[first], $0, observed) }
        }
    }

    private func observe(
        _ one: BoundEnclave, _ other: BoundEnclave, _ observed: ObservedCase
    ) -> Observation? {
        guard one.level.band == other.level.band else { return nil }
        let caveats = [one, other].map { enclave in
            Set([enclave.enclave.releasableTo.map(\.value)] + enclave.caveats.map(\.admits))
        }
        let isOtherOwner = one.level.owner != other.level.owner
        guard isOtherOwner || caveats[0] != caveats[1] else { return nil }
        let ids = [one.enclave.id, other.enclave.id]
        let halls = one.enclave.halls.map(\.value)
            .filter { other.enclave.halls.map(\.value).contains($0) }
        let place =
            halls.isEmpty ? "" : ", also in the same hall (\(halls.joined(separator: ", ")))"
        return Observation(
            kind: Self.kind, weight: .notice, paths: ids.map { "enclaves.\($0)" },
            text: "\(described(one)) and \(described(other)) are kept apart: platforms, people's "
                + "access and accreditation are each enclave's own\(place)",
            workings: [relation(one.level, other.level, observed.catalog)]
                + [one, other].map { accreditation($0, observed.catalog) },
            wayOut: nil)
    }

    private func described(_ enclave: BoundEnclave) -> String {
        let release = enclave.enclave.releasableTo.map(\.value.rawValue)
        let caveat =
            (enclave.caveats.isEmpty
                ? "" : " " + enclave.caveats.map(\.marking).joined(separator: ", "))
            + (release.isEmpty ? "" : " for the eyes of \(release.joined(separator: ", ")) only")
        return "\(enclave.enclave.id) (\(enclave.level.marking)\(caveat))"
    }

    private func relation(_ one: Level, _ other: Level, _ catalog: CatalogSnapshot) -> String {
        guard one.owner != other.owner else {
            return "one level, \(one.marking), under different release lists: a caveat beats a "
                + "clearance"
        }
        let sides = [(one, other), (other, one)]
        for (from, to) in sides {
            guard let found = from.equivalents.first(where: { $0.level == to.id }) else { continue }
            return "\(from.marking) and \(to.marking) stand side by side (\(found.basis); "
                + "\(found.provenance.confidence.rawValue)), which is an equivalence of "
                + "protection, not one owner: \(one.owner) and \(other.owner)"
        }
        return "no table in the catalog sets \(one.marking) of \(one.owner) beside "
            + "\(other.marking) of \(other.owner)"
    }

    private func accreditation(_ enclave: BoundEnclave, _ catalog: CatalogSnapshot) -> String {
        let level = enclave.level
        let schemes = (catalog.owner(level.owner)?.accreditations ?? []).filter {
            $0.kind == .securityAccreditation && $0.covers.contains(level.id)
        }
        guard let scheme = schemes.first else {
            return "\(enclave.enclave.id): no scheme is known that admits \(level.marking)"
        }
        return "\(enclave.enclave.id): \(scheme.name), granted by \(scheme.grantedBy)"
    }
}

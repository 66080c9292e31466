import Catalog
import LocatedInput
import Requirements

/// An encrypted copy abroad is nothing without its keys: keys that stay where the data is lost
/// leave nothing to recover.
struct KeysCannotFollow: Observer {
    static let kind = "keys-cannot-follow"

    func observe(_ observed: ObservedCase) -> [Observation] {
        observed.bound.enclaves.compactMap { observe($0.enclave, observed.catalog) }
    }

    private func observe(_ enclave: Enclave, _ catalog: CatalogSnapshot) -> Observation? {
        guard let recovery = enclave.recovery, recovery.isEncrypted, !enclave.keysWithin.isEmpty
        else { return nil }
        let keys = Set(enclave.keysWithin.flatMap { countries($0.value, catalog) })
        let lost = Set(recovery.outside.flatMap { countries($0.value, catalog) })
        let left = keys.subtracting(lost)
        let places = Set(recovery.within.flatMap { countries($0.value, catalog) })
        let usable = places.isEmpty ? left : left.intersection(places.subtracting(lost))
        guard usable.isEmpty else { return nil }
        let kept = names(enclave.keysWithin)
        let away = recovery.outside.isEmpty ? "" : " outside \(names(recovery.outside))"
        let inside = recovery.within.isEmpty ? "" : " in \(names(recovery.within))"
        return Observation(
            kind: Self.kind, weight: .fault,
            paths: ["enclaves.\(enclave.id).keys", "enclaves.\(enclave.id).recovery"],
            text:
                "enclave '\(enclave.id)' is to be recovered\(away)\(inside) from encrypted copies "
                + "while its keys stay within \(kept): when \(kept) is lost, so are the keys, and "
                + "the copies cannot be read",
            workings: [
                "keys may be in: \(kept)",
                "recovery\(inside)\(away); copies are encrypted",
                "countries that may hold both a copy and a key: none",
            ],
            wayOut:
                "let a second holder abroad keep keys (state it under 'keys.within'), or give up "
                + "recovery abroad")
    }

    private func countries(_ place: OwnerID, _ catalog: CatalogSnapshot) -> [OwnerID] {
        guard let owner = catalog.owner(place), !owner.members.isEmpty else { return [place] }
        return owner.members
    }

    private func names(_ places: [Located<OwnerID>]) -> String {
        places.map(\.value.rawValue).joined(separator: ", ")
    }
}

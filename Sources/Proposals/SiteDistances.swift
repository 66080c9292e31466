import Catalog
import LocatedInput
import Quantities
import Requirements

/// Judges pairs of sites against the least distance that an enclave asks.
///
/// The place of a site is known to within some kilometres; two sites count as far enough only where
/// even their nearest possible points are. A pair whose places are not known is too close.
struct SiteDistances {
    let bound: BoundRequirement
    let catalog: CatalogSnapshot

    /// Pairs for each enclave that states a distance, in the order of enclaves and sites.
    ///
    /// - Parameter used: sites that something could be placed at; devices in the field are no place
    ///   of copies.
    func tooClose(among used: Set<SiteID>) -> [SitePair] {
        let sites = catalog.sites.filter {
            used.contains($0.id) && $0.country != Site.ofCustomer
        }
        var known: [Int: [SitePair]] = [:]
        return bound.enclaves.flatMap { enclave -> [SitePair] in
            let least = enclave.enclave.apartKilometres?.value ?? 0
            guard least > 0 else { return [] }
            let pairs =
                known[least]
                ?? sites.indices.flatMap { first in
                    sites[(first + 1)...].compactMap { pair(sites[first], $0, least) }
                }
            known[least] = pairs
            return pairs.map { $0.of(enclave.enclave.id, least) }
        }
    }

    private func pair(_ one: Site, _ other: Site, _ least: Int) -> SitePair? {
        if let stated = catalog.statedDistance(one.id, other.id) {
            guard stated.kilometres < least else { return nil }
            return SitePair(
                first: one.id, second: other.id,
                reason: "they lie \(stated.kilometres) km apart, as is stated by "
                    + "\(stated.provenance.source); at least \(least) km is asked")
        }
        guard let here = place(one), let there = place(other) else {
            return SitePair(
                first: one.id, second: other.id,
                reason:
                    "where one of them lies is not published; at least \(least) km must be certain")
        }
        let distance = GreatCircle.kilometres(from: here, to: there)
        let slack = (one.withinKilometres ?? 0) + (other.withinKilometres ?? 0)
        guard distance - slack < least else { return nil }
        return SitePair(
            first: one.id, second: other.id,
            reason: "as far as is published they lie \(Self.range(distance, slack)) km apart "
                + "(\(one.place), \(other.place)); at least \(least) km must be certain")
    }

    private static func range(_ distance: Int, _ slack: Int) -> String {
        slack == 0 ? "\(distance)" : "\(max(0, distance - slack)) to \(distance + slack)"
    }

    /// The most that two sites can lie apart as far as is published; `nil` where it is not.
    func most(_ one: SiteID, _ other: SiteID) -> Int? {
        guard let one = catalog.site(one), let other = catalog.site(other),
            let here = place(one), let there = place(other)
        else { return nil }
        return GreatCircle.kilometres(from: here, to: there) + (one.withinKilometres ?? 0)
            + (other.withinKilometres ?? 0)
    }

    private func place(_ site: Site) -> GreatCircle.Place? {
        guard let latitude = site.latitude, let longitude = site.longitude else { return nil }
        return GreatCircle.Place(latitude: latitude, longitude: longitude)
    }
}

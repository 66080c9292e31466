/// How far apart two sites lie, as somebody states it who knows where the halls stand.
package struct StatedDistance: Sendable, Hashable, Codable {
    /// The site whose id comes first.
    package let first: SiteID
    /// The other site.
    package let second: SiteID
    /// Whole kilometres, rounded down.
    package let kilometres: Int
    /// Who states it.
    package let provenance: Provenance

    /// Names a pair of sites, whichever comes first.
    static func id(_ one: SiteID, _ other: SiteID) -> String {
        "\(min(one, other))/\(max(one, other))"
    }
}

extension CatalogSnapshot {
    /// Finds the distance that somebody states for two sites.
    package func statedDistance(_ one: SiteID, _ other: SiteID) -> StatedDistance? {
        distances.first { $0.first == min(one, other) && $0.second == max(one, other) }
    }
}

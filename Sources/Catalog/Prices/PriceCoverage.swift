import Quantities

/// Tells what of a site has a price on the catalog's date, and where the holes are.
package struct PriceCoverage: Sendable {
    /// What a catalog knows of a capability at a site.
    package enum State: String, Sendable {
        /// A service lists the site, and at least one of its sizes has a price.
        case priced
        /// A service lists the site, and nobody publishes its price.
        case noPrice = "no price"
        /// No service lists the site.
        case notListed = ""
    }

    /// Capabilities that quotes can size, in the order of the columns.
    package static let capabilities = Capability.allCases

    /// Sites that some service lists, by identifier.
    package let rows: [(site: Site, states: [State])]
    /// Sites that no service lists.
    package let sitesWithoutService: Int

    /// Looks every site of a catalog up.
    package init(_ catalog: CatalogSnapshot) {
        let devices = Set(catalog.edgeDevices.map(\.serviceID))
        let offers = catalog.offers.filter { !devices.contains($0.service) }
        let bySite = Dictionary(grouping: offers, by: \.site)
        rows = catalog.sites.compactMap { site in
            guard let offers = bySite[site.id] else { return nil }
            let services = offers.compactMap { catalog.service($0.service) }
            return (
                site,
                Self.capabilities.map { capability in
                    let listed = services.filter { $0.capability == capability }
                    if listed.isEmpty { return .notListed }
                    return listed.contains { Self.isPriced($0, at: site, catalog) }
                        ? .priced : .noPrice
                }
            )
        }
        sitesWithoutService = catalog.sites.count - devices.count - rows.count
    }

    private static func isPriced(
        _ service: Service, at site: Site, _ catalog: CatalogSnapshot
    ) -> Bool {
        let sized = catalog.instances(of: service.id).map { machine in
            [machine.coreSku, machine.memorySku].compactMap(\.self)
        }
        let stored = service.attributes[.skus].flatMap(SkuCount.list)?.map(\.sku) ?? []
        return (sized + [stored]).contains { skus in
            !skus.isEmpty
                && skus.allSatisfy { !catalog.plans(sku: $0, at: site, on: catalog.date).isEmpty }
        }
    }
}

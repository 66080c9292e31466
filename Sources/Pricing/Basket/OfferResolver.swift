import Catalog
import Diagnostics
import Quantities

/// What an offer's words stand for: meters at a site, each so many times.
struct ResolvedOffer: Sendable {
    /// A meter and how many of its units one unit of the offer takes.
    struct Part: Sendable, Hashable {
        let sku: String
        let count: Int
    }

    let site: Site
    /// As tables print it.
    let name: String
    let parts: [Part]
}

/// Finds offers by their words.
struct OfferResolver {
    let catalog: CatalogSnapshot
    let asOf: CalendarDate
    let collector: FindingCollector

    /// Finds an offer: a meter, a machine or a service at a site.
    ///
    /// - Returns: `nil` after a finding.
    func resolve(_ row: BasketRow) -> ResolvedOffer? {
        let pieces = row.offer.split(separator: "@", omittingEmptySubsequences: false)
        guard pieces.count >= 2, let last = pieces.last, !last.isEmpty else {
            collector.report(
                .priceUnknownOffer, "'\(row.offer)' names no site", at: row.location,
                help: "write a meter, a machine or a service, then '@' and a site")
            return nil
        }
        let what = pieces.dropLast().joined(separator: "@")
        guard let site = catalog.site(SiteID(String(last))) else {
            collector.report(
                .priceUnknownOffer, "unknown site '\(last)'", at: row.location,
                help: DidYouMean.help(
                    for: String(last), in: catalog.sites.map(\.id.rawValue)))
            return nil
        }
        if let found = parts(what, at: site) {
            return ResolvedOffer(site: site, name: found.name, parts: found.parts)
        }
        collector.report(
            .priceUnknownOffer, "\(provider(of: site)) sells no '\(what)' at \(site.id)",
            at: row.location, help: DidYouMean.help(for: what, in: names(at: site)))
        return nil
    }

    private func provider(of site: Site) -> String {
        catalog.provider(site.provider)?.name ?? site.provider.rawValue
    }

    private func parts(
        _ what: String, at site: Site
    ) -> (name: String, parts: [ResolvedOffer.Part])? {
        if catalog.isPriced(sku: what, by: site.provider) {
            return (what, [ResolvedOffer.Part(sku: what, count: 1)])
        }
        let services = catalog.services.filter { $0.provider == site.provider }
        for service in services {
            if let machine = catalog.instances(of: service.id).first(where: {
                $0.id.rawValue == what && $0.shape == .fixed
            }) {
                let memory = machine.memorySku.map {
                    ResolvedOffer.Part(sku: $0, count: machine.memoryGiB)
                }
                let machine = ResolvedOffer.Part(sku: machine.coreSku, count: 1)
                return (what, [machine] + (memory.map { [$0] } ?? []))
            }
        }
        guard let service = services.first(where: { $0.id.rawValue == what }),
            let skus = service.attributes[.skus].flatMap(SkuCount.list)
        else { return nil }
        return (service.name, skus.map { ResolvedOffer.Part(sku: $0.sku, count: $0.count) })
    }

    private func names(at site: Site) -> [String] {
        let services = catalog.services.filter { $0.provider == site.provider }
        let machines = services.flatMap { catalog.instances(of: $0.id) }
            .filter { $0.shape == .fixed }.map(\.id.rawValue)
        return catalog.skus(of: site.provider, at: site, on: asOf) + machines
            + services.filter { $0.attributes[.skus] != nil }.map(\.id.rawValue)
    }
}

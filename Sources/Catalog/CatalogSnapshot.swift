package import Quantities

/// An immutable, hashed state of the catalog: facts, no verdicts.
///
/// Every list is in the order of its identifiers. Look-ups by identifier take constant time.
package struct CatalogSnapshot: Sendable {
    /// As the lowest layer with a `catalog.yaml` states it, as in `2026.11.1`.
    package let version: String
    /// Date of the catalog as a whole, from the same file.
    package let date: CalendarDate
    /// SHA-256 over the paths and bytes of every file of every layer; scenarios are left out.
    package let contentHash: ContentHash
    /// Nations and organisations together.
    package let owners: [Owner]
    /// Those of `rules.yaml` and of every owner's file.
    package let rules: [RuleRow]
    /// Each with its delivery models.
    package let providers: [Provider]
    /// Sites of all providers, closed and announced ones too.
    package let sites: [Site]
    /// Services of all providers; those without a site make no offer.
    package let services: [Service]
    /// What schemes have granted, in force or not: dates are judged, not dropped.
    package let authorisations: [Authorisation]
    /// Machines of all compute services.
    package let instances: [InstanceType]
    /// Rows of all price sheets, whatever their validity; see `priceRows`.
    package let prices: [PriceRow]
    /// What people can be hired to do.
    package let roles: [Role]
    /// Rates of all countries and roles.
    package let labourRates: [LabourRate]
    /// Seats by the way of delivery.
    package let operatingModels: [OperatingModel]
    /// By publishing day, then currency.
    package let exchangeRates: [ExchangeRate]
    /// Discounts that providers have agreed to; empty where none has.
    package let programmes: [Programme]
    /// Every service at every site that lists it.
    package let offers: [Offer]

    private let ownerIndex: [OwnerID: Int]
    private let providerIndex: [ProviderID: Int]
    private let siteIndex: [SiteID: Int]
    private let serviceIndex: [ServiceID: Int]
    private let roleIndex: [RoleID: Int]
    private let operatingModelIndex: [OperatingModelID: Int]
    private let levelsByID: [LevelID: Level]
    private let schemesByID: [SchemeID: AccreditationScheme]
    private let pricesBySku: [ProviderSku: [Int]]

    private struct ProviderSku: Hashable {
        let provider: ProviderID
        let sku: String
    }

    init(_ draft: CatalogDraft, head: CatalogHead, contentHash: ContentHash) {
        version = head.version
        date = head.date
        self.contentHash = contentHash
        owners = draft.owners.sorted
        rules = draft.rules.sorted
        providers = draft.providers.sorted
        sites = draft.sites.sorted
        services = draft.services.sorted
        authorisations = draft.authorisations.sorted
        instances = draft.instances.sorted
        prices = draft.prices.sorted
        roles = draft.roles.sorted
        labourRates = draft.labourRates.sorted
        operatingModels = draft.operatingModels.sorted
        exchangeRates = draft.exchangeRates.sorted
        programmes = draft.programmes.sorted
        ownerIndex = Self.index(owners, \.id)
        providerIndex = Self.index(providers, \.id)
        siteIndex = Self.index(sites, \.id)
        serviceIndex = Self.index(services, \.id)
        roleIndex = Self.index(roles, \.id)
        operatingModelIndex = Self.index(operatingModels, \.id)
        var levels: [LevelID: Level] = [:]
        var schemes: [SchemeID: AccreditationScheme] = [:]
        for owner in owners {
            for level in owner.levels { levels[level.id] = level }
            for scheme in owner.accreditations { schemes[scheme.id] = scheme }
        }
        levelsByID = levels
        schemesByID = schemes
        var bySku: [ProviderSku: [Int]] = [:]
        for (index, row) in prices.enumerated() {
            bySku[ProviderSku(provider: row.provider, sku: row.sku), default: []].append(index)
        }
        pricesBySku = bySku
        let sitesByID = siteIndex
        offers = services.flatMap { service in
            service.sites.compactMap { id in
                sitesByID[id].map { Offer(service: service, site: draft.sites.sorted[$0]) }
            }
        }.sorted { $0.id < $1.id }
    }

    private static func index<Record, ID: Hashable>(
        _ records: [Record], _ id: KeyPath<Record, ID>
    ) -> [ID: Int] {
        Dictionary(
            records.enumerated().map { ($1[keyPath: id], $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Finds a nation or an organisation.
    package func owner(_ id: OwnerID) -> Owner? { ownerIndex[id].map { owners[$0] } }
    /// Finds a provider.
    package func provider(_ id: ProviderID) -> Provider? { providerIndex[id].map { providers[$0] } }
    /// Finds a site.
    package func site(_ id: SiteID) -> Site? { siteIndex[id].map { sites[$0] } }
    /// Finds a service.
    package func service(_ id: ServiceID) -> Service? { serviceIndex[id].map { services[$0] } }
    /// Finds a level of any ladder.
    package func level(_ id: LevelID) -> Level? { levelsByID[id] }
    /// Finds an accreditation scheme of any owner.
    package func scheme(_ id: SchemeID) -> AccreditationScheme? { schemesByID[id] }
    /// Finds a role.
    package func role(_ id: RoleID) -> Role? { roleIndex[id].map { roles[$0] } }
    /// Finds an operating model.
    package func operatingModel(_ id: OperatingModelID) -> OperatingModel? {
        operatingModelIndex[id].map { operatingModels[$0] }
    }

    /// Finds the delivery model of a site.
    package func deliveryModel(of site: Site) -> DeliveryModel? {
        provider(site.provider)?.deliveryModels.first { $0.id == site.deliveryModel }
    }

    /// Gives the rows that price `sku` at `site` on `date`, lowest tier first.
    ///
    /// A row that names the site comes before the provider's list for all sites; a row whose
    /// validity does not include the date is left out. Validity is half-open: a price holds from
    /// `effectiveFrom` up to, not on, `effectiveUntil`.
    package func priceRows(
        sku: String, plan: PricePlan, at site: Site, on date: CalendarDate
    ) -> [PriceRow] {
        let rows = (pricesBySku[ProviderSku(provider: site.provider, sku: sku)] ?? [])
            .map { prices[$0] }
            .filter { $0.plan == plan && $0.isEffective(on: date) }
        let own = rows.filter { $0.sites.contains(site.id) }
        return (own.isEmpty ? rows.filter(\.sites.isEmpty) : own)
            .sorted { ($0.tierFrom, $0.id) < ($1.tierFrom, $1.id) }
    }

    /// Gives the plans under which `sku` is priced at `site`, on demand first.
    package func plans(sku: String, at site: Site, on date: CalendarDate) -> [PricePlan] {
        let rows = (pricesBySku[ProviderSku(provider: site.provider, sku: sku)] ?? [])
            .map { prices[$0] }
            .filter { $0.isEffective(on: date) && ($0.sites.isEmpty || $0.sites.contains(site.id)) }
        return Set(rows.map(\.plan)).sorted()
    }

    /// Gives the reference rates of the last publishing day up to `date`.
    ///
    /// - Returns: `nil` where the catalog has no rates that early.
    package func referenceRates(on date: CalendarDate) -> (
        day: CalendarDate, rates: [ExchangeRate]
    )? {
        guard let day = exchangeRates.map(\.date).filter({ $0 <= date }).max() else { return nil }
        return (day, exchangeRates.filter { $0.date == day })
    }
}

extension PriceRow {
    /// Tells whether the row holds on `date`; both ends may be open.
    package func isEffective(on date: CalendarDate) -> Bool {
        (effectiveFrom.map { $0 <= date } ?? true) && (effectiveUntil.map { date < $0 } ?? true)
    }
}

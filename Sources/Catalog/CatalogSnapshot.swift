package import Quantities

/// An immutable, hashed state of the catalog: facts, no verdicts.
///
/// Every list is in the order of its identifiers. Look-ups by identifier take constant time.
package struct CatalogSnapshot: Sendable {
    /// As the lowest layer with a `catalog.yaml` states it, as in `2026.11.1`.
    package var version: String { records.version }
    /// Date of the catalog as a whole, from the same file.
    package var date: CalendarDate { records.date }
    /// SHA-256 over the paths and bytes of every file of every layer; scenarios are left out.
    package var contentHash: ContentHash { records.contentHash }
    /// Nations and organisations together.
    package var owners: [Owner] { records.owners }
    /// Those of `rules.yaml` and of every owner's file.
    package var rules: [RuleRow] { records.rules }
    /// Each with its delivery models.
    package var providers: [Provider] { records.providers }
    /// Sites of all providers, closed and announced ones too.
    package var sites: [Site] { records.sites }
    /// Services of all providers; those without a site make no offer.
    package var services: [Service] { records.services }
    /// What schemes have granted, in force or not: dates are judged, not dropped.
    package let authorisations: [Authorisation]
    /// The same, and what sources say not to be authorised.
    package var authorisationRecords: [Authorisation] { records.authorisations }
    /// Machines of all compute services.
    package var instances: [InstanceType] { records.instances }
    /// What platforms in customers' halls are sold in.
    package var modules: [PlatformModule] { records.modules }
    /// Devices for the field, those that can no longer be ordered too.
    package var edgeDevices: [EdgeDevice] { records.edgeDevices }
    /// Rows of all price sheets in the order read, whatever their validity; see `priceRows`. Rows
    /// are made as they are asked for: a sheet may have a million.
    package var prices: some Sequence<PriceRow> { records.prices }
    /// Number of rows of all price sheets.
    package var priceCount: Int { records.prices.count }
    /// What people can be hired to do.
    package var roles: [Role] { records.roles }
    /// Rates of all countries and roles.
    package var labourRates: [LabourRate] { records.labourRates }
    /// Seats by the way of delivery.
    package var operatingModels: [OperatingModel] { records.operatingModels }
    /// By publishing day, then currency.
    package var exchangeRates: [ExchangeRate] { records.exchangeRates }
    /// Discounts that providers have agreed to; empty where none has.
    package var programmes: [Programme] { records.programmes }
    /// Distances between two sites that somebody states; others follow from their places.
    package var distances: [StatedDistance] { records.distances }
    /// Vocabulary of services.
    package var capabilities: [CapabilityTerm] { records.capabilities }
    /// What nations have agreed about each other's information.
    package var agreements: [Agreement] { records.agreements }
    /// Services by way of delivery.
    package var availabilities: [ServiceAvailability] { records.availabilities }
    /// What products demand of each other.
    package var dependencies: [Dependency] { records.dependencies }
    /// What providers commit to about their people.
    package var commitments: [StaffCommitment] { records.commitments }
    /// Other names of records in tables and sheets.
    package var aliases: [NameAlias] { records.aliases }
    /// Measured differences between price regions.
    package var uplifts: [PriceUplift] { records.uplifts }
    /// What clearing people costs.
    package var clearanceCosts: [ClearanceCost] { records.clearanceCosts }
    /// Schemes for scoring.
    package var frameworks: [Framework] { records.frameworks }
    /// Providers by a framework.
    package var assessments: [FrameworkAssessment] { records.assessments }
    /// Every service that quotes can size, at every site that lists it.
    package let offers: [Offer]

    /// What everything is looked up in.
    let records: CatalogRecords

    private let ownerIndex: [OwnerID: Int]
    private let providerIndex: [ProviderID: Int]
    private let siteIndex: [SiteID: Int]
    private let serviceIndex: [ServiceID: Int]
    private let roleIndex: [RoleID: Int]
    private let operatingModelIndex: [OperatingModelID: Int]
    private let levelsByID: [LevelID: Level]
    private let schemesByID: [SchemeID: AccreditationScheme]
    private let instancesByService: [ServiceID: [InstanceType]]
    private let currenciesByProvider: [ProviderID: Set<Currency>]

    init(_ records: CatalogRecords) {
        self.records = records
        ownerIndex = Self.index(records.owners, \.id)
        providerIndex = Self.index(records.providers, \.id)
        siteIndex = Self.index(records.sites, \.id)
        serviceIndex = Self.index(records.services, \.id)
        roleIndex = Self.index(records.roles, \.id)
        operatingModelIndex = Self.index(records.operatingModels, \.id)
        authorisations = records.authorisations.filter { $0.status == .authorised }
        var levels: [LevelID: Level] = [:]
        var schemes: [SchemeID: AccreditationScheme] = [:]
        for owner in records.owners {
            for level in owner.levels { levels[level.id] = level }
            for scheme in owner.accreditations { schemes[scheme.id] = scheme }
        }
        levelsByID = levels
        schemesByID = schemes
        instancesByService = Dictionary(grouping: records.instances, by: \.service)
        currenciesByProvider = records.prices.terms.reduce(into: [:]) { found, terms in
            found[terms.provider, default: []].insert(terms.currency)
        }
        let sitesByID = siteIndex
        offers = records.services.filter { $0.capability != nil }.flatMap { service in
            service.sites.compactMap { id in
                sitesByID[id].map { Offer(service: service, site: records.sites[$0]) }
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
    /// Tells whether `country` is one of `places`, or a member of an organisation among them.
    package func isCountry(_ country: OwnerID, in places: [OwnerID]) -> Bool {
        places.contains { $0 == country || owner($0)?.members.contains(country) ?? false }
    }
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
        let rows = records.prices.rows(
            of: sku, site.provider, at: site.id, plan: plan, on: date)
        if rows.count == 1 { return rows }
        let own = rows.filter { $0.sites.contains(site.id) }
        return (own.isEmpty ? rows.filter(\.sites.isEmpty) : own)
            .sorted { ($0.tierFrom, $0.id) < ($1.tierFrom, $1.id) }
    }

    /// Gives the plans under which `sku` is priced at `site`, on demand first.
    package func plans(sku: String, at site: Site, on date: CalendarDate) -> [PricePlan] {
        let rows = records.prices.rows(
            of: sku, site.provider, at: site.id, plan: nil, on: date)
        return Set(rows.map(\.plan)).sorted()
    }

    /// Gives the days on which a price of `sku` at `site` begins or ends, in order.
    package func priceChanges(sku: String, at site: Site) -> [CalendarDate] {
        records.prices.changes(of: sku, site.provider, at: site.id)
    }

    /// Tells whether any sheet of `provider` prices `sku`, wherever and whenever.
    package func isPriced(sku: String, by provider: ProviderID) -> Bool {
        records.prices.contains(sku, provider)
    }

    /// Gives the meters of `provider` that hold at `site` on `date`, in the order of their names.
    package func skus(of provider: ProviderID, at site: Site, on date: CalendarDate) -> [String] {
        records.prices.skus(of: provider, at: site.id, on: date)
    }

    /// Gives the machines of a compute service, in the order of their identifiers.
    package func instances(of service: ServiceID) -> [InstanceType] {
        instancesByService[service] ?? []
    }

    /// Gives the currencies that a provider's price sheets are in.
    package func currencies(of provider: ProviderID) -> Set<Currency> {
        currenciesByProvider[provider] ?? []
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

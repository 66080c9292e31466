package import Quantities

/// A room of the customer in which a provider's platform can stand.
package struct Hall: Sendable, Hashable {
    /// Unique among the halls of a requirement.
    package let id: String
    /// As the customer calls it.
    package let name: String
    /// Where it stands.
    package let country: OwnerID
    /// City or base.
    package let place: String
    /// Degrees of `place`; `nil` where the customer does not say.
    package let latitude: ExactDecimal?
    /// Degrees of `place`, east positive; `nil` where the customer does not say.
    package let longitude: ExactDecimal?

    /// Creates a hall.
    package init(
        id: String, name: String, country: OwnerID, place: String, latitude: ExactDecimal?,
        longitude: ExactDecimal?
    ) {
        self.id = id
        self.name = name
        self.country = country
        self.place = place
        self.latitude = latitude
        self.longitude = longitude
    }
}

extension Site {
    /// The country of a platform that stands wherever the customer's hall does.
    package static let ofCustomer = OwnerID("customer")

    /// Names the platform in a hall, as in `oracle-c3-isolated.madrid`.
    package func id(in hall: Hall) -> SiteID { SiteID("\(id).\(hall.id)") }

    /// The same platform in a hall of the customer.
    func placed(in hall: Hall) -> Site {
        Site(
            id: id(in: hall), provider: provider, name: "\(name) in \(hall.name)",
            country: hall.country, deliveryModel: deliveryModel, hall: hall.id, place: hall.place,
            latitude: hall.latitude, longitude: hall.longitude, withinKilometres: 0,
            status: status, orderableBy: orderableBy, availableFrom: availableFrom,
            availableUntil: availableUntil, highestMarking: highestMarking, operators: operators,
            note: note, provenance: provenance)
    }
}

extension CatalogSnapshot {
    /// Gives the catalog with every platform for customers' halls standing in each of `halls`.
    ///
    /// A platform whose hall nobody names makes no offer: without halls such sites are left out.
    package func placing(in halls: [Hall]) -> CatalogSnapshot {
        let templates = sites.filter { deliveryModel(of: $0)?.isCustomerSite ?? false }
        guard !templates.isEmpty else { return self }
        let places = Dictionary(
            templates.map { site in (site.id, halls.map { site.id(in: $0) }) },
            uniquingKeysWith: { first, _ in first })
        func expanded(_ sites: [SiteID]) -> [SiteID] { sites.flatMap { places[$0] ?? [$0] } }
        var records = self.records
        records.sites =
            (sites.filter { places[$0.id] == nil }
            + templates.flatMap { site in halls.map { site.placed(in: $0) } })
            .sorted { $0.id < $1.id }
        records.services = services.map { service in
            var service = service
            service.sites = expanded(service.sites)
            return service
        }
        records.authorisations = authorisations.map { held in
            var held = held
            held.sites = expanded(held.sites)
            return held
        }
        records.prices = records.prices.placed(places)
        records.modules = modules.flatMap { module in
            (places[module.site] ?? [module.site]).map { site in
                var module = module
                module.site = site
                return module
            }
        }
        return CatalogSnapshot(records)
    }
}

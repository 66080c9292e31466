import Diagnostics
import LocatedInput
import Quantities

extension CatalogCheck {
    func checkProviders() {
        let operating = draft.operatingModels.ids
        for provider in draft.providers.sorted {
            countries([provider.parentCountry], provider.provenance, "parent.country")
            countries(provider.compellableBy, provider.provenance, "compellableBy")
            once(provider.deliveryModels.map { ($0.id.rawValue, $0.provenance) }, "delivery model")
            for model in provider.deliveryModels {
                checkReaches(model)
                let seats = model.operatingModel.map { [$0] } ?? []
                refer(seats, "operating model", operating, model.provenance, "operatingModel")
            }
        }
        checkSites()
    }

    private func checkReaches(_ model: DeliveryModel) {
        let reaches = [
            (model.operatorResidence, "operators.residence"),
            (model.operatorNationality, "operators.nationality"),
            (model.supportFrom, "support.from"), (model.telemetryIn, "telemetry.in"),
        ]
        for (reach, field) in reaches {
            if case .only(let places) = reach { countries(places, model.provenance, field) }
        }
    }

    private func checkSites() {
        let providers = draft.providers
        for site in draft.sites.sorted {
            refer([site.provider], "provider", providers.ids, site.provenance, "id")
            let models = providers[site.provider.rawValue]?.deliveryModels ?? []
            checkCountry(site, models)
            refer(
                [site.deliveryModel], "delivery model", models.map(\.id.rawValue), site.provenance,
                "deliveryModel")
        }
    }

    /// Platforms for customers' halls stand in no country of their own; all others do.
    private func checkCountry(_ site: Site, _ models: [DeliveryModel]) {
        let isForHalls = models.contains { $0.id == site.deliveryModel && $0.isCustomerSite }
        guard isForHalls else { return countries([site.country], site.provenance, "country") }
        if site.country != Site.ofCustomer {
            collector.report(
                .catalogUnknownReference,
                "'\(site.id)' stands in halls of customers, not in '\(site.country)'",
                at: place(site.provenance, "country", site.country.rawValue),
                help: "write '\(Site.ofCustomer)', or take 'customerSite' from its delivery model")
        }
    }

    func checkModules() {
        let resources = Dictionary(grouping: draft.modules.sorted, by: \.site)
        for module in draft.modules.sorted {
            refer(sites: [module.site], of: module.provider, module.provenance, "site")
        }
        for service in draft.services.sorted {
            guard let resource = service.attributes[.resource] else { continue }
            for site in service.sites {
                let known = (resources[site] ?? []).flatMap(\.provides).map(\.resource)
                guard !known.contains(resource) else { continue }
                collector.report(
                    .catalogUnknownReference,
                    "no module of '\(site)' provides '\(resource)'",
                    at: place(service.provenance, "attributes", "resource=\(resource)"),
                    help: DidYouMean.help(for: resource, in: known))
            }
        }
    }

    func checkEdgeDevices() {
        for device in draft.edgeDevices.sorted {
            refer(
                [device.provider], "provider", draft.providers.ids, device.provenance,
                "provider")
        }
    }

    func checkServices() {
        for service in draft.services.sorted {
            let fact = service.provenance
            refer([service.provider], "provider", draft.providers.ids, fact, "id")
            refer(sites: service.sites, of: service.provider, fact)
            let isCounted =
                service.capability == .graphicsProcessors && service.attributes[.unit] == "gpu"
            if let unit = service.attributes[.unit], !isCounted, Unit(symbol: unit) == nil {
                collector.report(
                    .catalogUnknownUnit, "'\(unit)' is no unit of capacity",
                    at: place(fact, "attributes", "unit=\(unit)"),
                    help: "write GB or GiB, as the provider sells")
            }
        }
    }

    func checkInstances() {
        let services = draft.services.ids
        for instance in draft.instances.sorted {
            refer([instance.service], "service", services, instance.provenance, "service")
            if instance.shape == .flexible, instance.memorySku == nil {
                collector.report(
                    .catalogUnknownReference,
                    "flexible instance '\(instance.id)' names no memorySku",
                    at: place(instance.provenance, "shape"),
                    help: "a machine sized core by core is priced by core and by memory")
            }
        }
    }

    func checkAuthorisations() {
        let services = draft.services
        for authorisation in draft.authorisations.sorted {
            let fact = authorisation.provenance
            refer([authorisation.scheme], "accreditation scheme", schemes, fact, "scheme")
            refer(authorisation.services, "service", services.ids, fact, "services")
            for id in authorisation.services {
                belongs(
                    id.rawValue, "service", of: services[id.rawValue]?.provider,
                    to: authorisation.provider, fact, "services")
            }
            refer(sites: authorisation.sites, of: authorisation.provider, fact)
        }
    }

    /// Reports sites that do not exist, and sites of another provider.
    func refer(
        sites: [SiteID], of provider: ProviderID, _ fact: Provenance, _ field: String = "sites"
    ) {
        let known = draft.sites
        refer(sites, "site", known.ids, fact, field)
        for id in sites {
            belongs(
                id.rawValue, "site", of: known[id.rawValue]?.provider, to: provider, fact,
                field)
        }
    }
}

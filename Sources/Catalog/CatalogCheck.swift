import Diagnostics
import LocatedInput
import Quantities

/// Cross-checks the records of all files: every reference resolves, every tier list is one.
struct CatalogCheck {
    let draft: CatalogDraft
    let collector: FindingCollector

    func run() {
        checkOwners()
        checkProviders()
        checkServices()
        checkInstances()
        checkAuthorisations()
        checkPrices()
        checkLabour()
        checkSources()
    }

    private var levels: Set<String> {
        Set(draft.owners.sorted.flatMap(\.levels).map(\.id.rawValue))
    }

    private var schemes: Set<String> {
        Set(draft.owners.sorted.flatMap(\.accreditations).map(\.id.rawValue))
    }

    /// Reports `id` where it is not among `known`.
    private func refer(
        _ id: String, _ what: String, _ known: some Collection<String>, at location: SourceLocation
    ) {
        // A record that could not be read was reported at its own place already.
        guard !known.contains(id), !draft.unreadable.contains(id) else { return }
        let near = DidYouMean.nearest(to: id, in: known.sorted())
        collector.report(
            .catalogUnknownReference, "unknown \(what) '\(id)'", at: location,
            help: near.map { "did you mean '\($0)'?" })
    }

    private func checkOwners() {
        let levels = levels
        for (id, entry) in draft.owners.entries.sorted(by: { $0.key < $1.key }) {
            let owner = entry.record
            var ranks: [Int: Level] = [:]
            for level in owner.levels {
                if let other = ranks.updateValue(level, forKey: level.rank) {
                    collector.report(
                        .catalogRankTwice,
                        "levels '\(other.id)' and '\(level.id)' of '\(id)' share rank "
                            + "\(level.rank)",
                        at: level.provenance.location(of: "rank"),
                        help: "a ladder is ordered: give each level its own rank")
                }
                for equivalent in level.equivalents {
                    refer(
                        equivalent.level.rawValue, "level", levels,
                        at: equivalent.provenance.location(of: "level"))
                }
            }
            for scheme in owner.accreditations {
                for level in scheme.covers {
                    refer(
                        level.rawValue, "level", levels,
                        at: scheme.provenance.location(of: "covers"))
                }
            }
            for clearance in owner.clearances {
                refer(
                    clearance.level.rawValue, "level", levels,
                    at: clearance.provenance.location(of: "level"))
            }
        }
        for rule in draft.rules.sorted {
            for level in rule.levels + (rule.administratorLevel.map { [$0] } ?? []) {
                refer(level.rawValue, "level", levels, at: rule.provenance.location(of: "levels"))
            }
        }
    }

    private func checkProviders() {
        let providers = draft.providers.entries.keys
        for site in draft.sites.sorted {
            refer(site.provider.rawValue, "provider", providers, at: site.provenance.location)
            let models =
                draft.providers.entries[site.provider.rawValue]?.record.deliveryModels ?? []
            refer(
                site.deliveryModel.rawValue, "delivery model", models.map(\.id.rawValue),
                at: site.provenance.location(of: "deliveryModel"))
        }
        let operating = draft.operatingModels.entries.keys
        for provider in draft.providers.sorted {
            for model in provider.deliveryModels {
                if let id = model.operatingModel {
                    refer(
                        id.rawValue, "operating model", operating,
                        at: model.provenance.location(of: "operatingModel"))
                }
            }
        }
    }

    private func checkServices() {
        let sites = draft.sites.entries.keys
        for service in draft.services.sorted {
            for site in service.sites {
                refer(site.rawValue, "site", sites, at: service.provenance.location(of: "sites"))
            }
            if let unit = service.attributes[.unit], Unit(symbol: unit) == nil {
                collector.report(
                    .catalogUnknownUnit, "'\(unit)' is no unit of capacity",
                    at: service.provenance.location(of: "attributes"),
                    help: "write GB or GiB, as the provider sells")
            }
        }
    }

    private func checkInstances() {
        let services = draft.services.entries.keys
        for instance in draft.instances.sorted {
            refer(
                instance.service.rawValue, "service", services,
                at: instance.provenance.location(of: "service"))
            if instance.shape == .flexible, instance.memorySku == nil {
                collector.report(
                    .catalogUnknownReference,
                    "flexible instance '\(instance.id)' names no memorySku",
                    at: instance.provenance.location(of: "memorySku"),
                    help: "a machine sized core by core is priced by core and by memory")
            }
        }
    }

    private func checkAuthorisations() {
        let schemes = schemes
        for authorisation in draft.authorisations.sorted {
            let place = authorisation.provenance
            refer(
                authorisation.scheme.rawValue, "accreditation scheme", schemes,
                at: place.location(of: "scheme"))
            for service in authorisation.services {
                refer(
                    service.rawValue, "service", draft.services.entries.keys,
                    at: place.location(of: "services"))
            }
            for site in authorisation.sites {
                refer(
                    site.rawValue, "site", draft.sites.entries.keys,
                    at: place.location(of: "sites"))
            }
        }
    }

    private struct Meter: Hashable {
        let provider: ProviderID
        let sku: String
        let sites: [SiteID]
        let plan: PricePlan
        let from: CalendarDate?
    }

    private func checkPrices() {
        var meters: [Meter: [PriceRow]] = [:]
        for row in draft.prices.sorted {
            for site in row.sites {
                refer(
                    site.rawValue, "site", draft.sites.entries.keys,
                    at: row.provenance.location(of: "sites"))
            }
            if let from = row.effectiveFrom, let until = row.effectiveUntil, until <= from {
                collector.report(
                    .catalogEmptyValidity,
                    "the price of '\(row.sku)' ends on \(until), not after \(from)",
                    at: row.provenance.location(of: "effectiveUntil"),
                    help: "validity runs from the first day up to, not on, the second")
            }
            let meter = Meter(
                provider: row.provider, sku: row.sku, sites: row.sites, plan: row.plan,
                from: row.effectiveFrom)
            meters[meter, default: []].append(row)
        }
        for rows in meters.values { checkTiers(rows) }
    }

    private func checkTiers(_ rows: [PriceRow]) {
        let tiers = rows.sorted { ($0.tierFrom, $0.id) < ($1.tierFrom, $1.id) }
        guard let first = tiers.first else { return }
        if first.tierFrom != .zero {
            collector.report(
                .catalogBrokenTiers,
                "the lowest tier of '\(first.sku)' begins at \(first.tierFrom)",
                at: first.provenance.location(of: "tierFrom"), help: "the first tier begins at 0")
        }
        for (lower, upper) in zip(tiers, tiers.dropFirst()) {
            if lower.tierFrom == upper.tierFrom {
                collector.report(
                    .catalogBrokenTiers, "'\(upper.sku)' has two prices from \(upper.tierFrom) on",
                    at: upper.provenance.location(of: "tierFrom"),
                    notes: [
                        FindingNote("the other one", at: lower.provenance.location(of: "tierFrom"))
                    ],
                    help: "two prices with one identity: keep the one that holds")
            }
            if lower.unit != upper.unit || lower.model != upper.model
                || lower.currency != upper.currency || lower.block != upper.block
            {
                collector.report(
                    .catalogBrokenTiers,
                    "the tiers of '\(upper.sku)' differ in unit, model or currency",
                    at: upper.provenance.location(of: "tierFrom"),
                    notes: [
                        FindingNote("the tier below", at: lower.provenance.location(of: "tierFrom"))
                    ],
                    help: "tiers of one meter share unit, model, block and currency")
            }
        }
    }

    private func checkLabour() {
        let roles = draft.roles.entries.keys
        for rate in draft.labourRates.sorted {
            refer(rate.role.rawValue, "role", roles, at: rate.provenance.location(of: "role"))
            if let level = rate.level {
                refer(level.rawValue, "level", levels, at: rate.provenance.location(of: "level"))
            }
        }
        for model in draft.operatingModels.sorted {
            refer(model.role.rawValue, "role", roles, at: model.provenance.location(of: "role"))
        }
        for programme in draft.programmes.sorted {
            refer(
                programme.provider.rawValue, "provider", draft.providers.entries.keys,
                at: programme.provenance.location(of: "provider"))
            for level in programme.levels {
                refer(level.rawValue, "level", levels, at: programme.provenance.location)
            }
        }
    }

    /// A source names a document or a body; a word or two names nothing.
    private func checkSources() {
        let facts =
            draft.services.sorted.map(\.provenance) + draft.sites.sorted.map(\.provenance)
            + draft.authorisations.sorted.map(\.provenance) + draft.rules.sorted.map(\.provenance)
            + draft.owners.sorted.flatMap(\.levels).map(\.provenance)
        for fact in facts where fact.source.utf8.count < 12 {
            collector.report(
                .catalogSourceNamesNothing, "'\(fact.source)' names no source",
                at: fact.location(of: "source"),
                help: "give the name of the document or page, and its address")
        }
    }
}

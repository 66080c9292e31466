import Diagnostics
import LocatedInput

/// Cross-checks of what is known beside offers and prices.
extension CatalogCheck {
    func checkDossier() {
        checkAgreements()
        checkCapabilities()
        checkProviderFacts()
        checkAliases()
        checkFrameworks()
        for cost in draft.clearanceCosts.sorted {
            countries([cost.country], cost.provenance, "country")
        }
    }

    private func checkAgreements() {
        for agreement in draft.agreements.sorted {
            let fact = agreement.provenance
            countries(agreement.parties, fact, "parties")
            refer(agreement.upTo, "level", levels, fact, "upTo")
            refer(agreement.electronicUpTo, "level", levels, fact, "electronicUpTo")
            guard case .oneWay(let from, let by) = agreement.direction else { continue }
            for party in [from, by] where !agreement.parties.contains(party) {
                collector.report(
                    .catalogContradiction, "'\(party)' is no party of the agreement",
                    at: place(fact, "direction"),
                    help:
                        "parties are: \(agreement.parties.map(\.rawValue).joined(separator: ", "))")
            }
        }
    }

    /// Words of the vocabulary, and those that quotes can price, which need no row.
    private var capabilityWords: [String] {
        let sized = Capability.allCases + [.edgeDevice]
        return Array(draft.capabilities.ids) + sized.map(\.rawValue)
    }

    private func checkCapabilities() {
        let known = Set(capabilityWords)
        for service in draft.services.sorted {
            refer([service.kind], "capability", known, service.provenance, "capability")
        }
        let doubted = priceRows { terms in
            terms.capability.map { !known.contains($0.rawValue) } ?? false
        }
        for price in doubted {
            let capability = price.capability.map { [$0] } ?? []
            refer(capability, "capability", known, price.provenance, "capability")
        }
    }

    private func checkProviderFacts() {
        for row in draft.availabilities.sorted {
            refer(services: [row.service], of: row.provider, row.provenance, "service")
            refer(models: [row.deliveryModel], of: row.provider, row.provenance, "deliveryModel")
        }
        for row in draft.authorisations.sorted {
            let models = row.deliveryModel.map { [$0] } ?? []
            refer(models: models, of: row.provider, row.provenance, "deliveryModel")
        }
        for row in draft.dependencies.sorted {
            refer([row.provider], "provider", draft.providers.ids, row.provenance, "id")
            refer(services: row.services, of: row.provider, row.provenance, "services")
            refer(services: row.requires, of: row.provider, row.provenance, "requires")
            refer(models: row.deliveryModels, of: row.provider, row.provenance, "deliveryModels")
            refer(sites: row.sites, of: row.provider, row.provenance)
        }
        for row in draft.commitments.sorted {
            refer([row.provider], "provider", draft.providers.ids, row.provenance, "id")
            refer(models: row.deliveryModels, of: row.provider, row.provenance, "deliveryModels")
        }
        for row in draft.uplifts.sorted {
            refer([row.provider], "provider", draft.providers.ids, row.provenance, "id")
        }
    }

    private func refer(
        services ids: [ServiceID], of provider: ProviderID, _ fact: Provenance, _ field: String
    ) {
        let known = draft.services
        refer(ids, "service", known.ids, fact, field)
        for id in ids {
            belongs(
                id.rawValue, "service", of: known[id.rawValue]?.provider, to: provider, fact,
                field)
        }
    }

    private func refer(
        models ids: [Identifier<DeliveryModel>], of provider: ProviderID, _ fact: Provenance,
        _ field: String
    ) {
        let known = draft.providers[provider.rawValue]?.deliveryModels ?? []
        refer(ids, "delivery model", known.map(\.id.rawValue), fact, field)
    }

    /// An alias means one record, and the same name in the same table means one record only.
    private func checkAliases() {
        struct Name: Hashable {
            let provider: ProviderID
            let kind: NameAlias.Kind
            let alias: String
            let usedIn: String
        }
        var first: [Name: NameAlias] = [:]
        for alias in draft.aliases.sorted {
            checkTarget(alias)
            let name = Name(
                provider: alias.provider, kind: alias.kind, alias: alias.alias,
                usedIn: alias.usedIn)
            guard let other = first[name] else {
                first[name] = alias
                continue
            }
            guard other.of != alias.of else { continue }
            collector.report(
                .catalogContradiction,
                "'\(alias.alias)' means '\(other.of)' and '\(alias.of)' in '\(alias.usedIn)'",
                at: place(alias.provenance, "of"),
                notes: [FindingNote("the other one", at: place(other.provenance, "of"))],
                help: "a name means one record: tell the two tables apart in usedIn, or correct it")
        }
    }

    private func checkTarget(_ alias: NameAlias) {
        let fact = alias.provenance
        switch alias.kind {
        case .site: refer(sites: [SiteID(alias.of)], of: alias.provider, fact, "of")
        case .service: refer(services: [ServiceID(alias.of)], of: alias.provider, fact, "of")
        case .provider: refer([ProviderID(alias.of)], "provider", draft.providers.ids, fact, "of")
        case .sku:
            // A meter may be named before it has a price.
            break
        }
    }

    private func checkFrameworks() {
        for row in draft.assessments.sorted {
            let fact = row.provenance
            refer([row.framework], "framework", draft.frameworks.ids, fact, "framework")
            refer([row.provider], "provider", draft.providers.ids, fact, "provider")
            let models = row.deliveryModel.map { [$0] } ?? []
            refer(models: models, of: row.provider, fact, "deliveryModel")
            guard let framework = draft.frameworks[row.framework.rawValue] else { continue }
            let objectives = framework.objectives.map(\.id)
            refer(
                row.objective.map { [Identifier<Framework.Objective>($0)] } ?? [], "objective",
                objectives, fact, "objective")
            let steps = framework.levels.map(\.level)
            for (step, field) in [(row.claimed, "claimed"), (row.evidenced, "evidenced")] {
                guard let step, !steps.contains(step) else { continue }
                collector.report(
                    .catalogUnknownReference,
                    "'\(framework.id)' has no level \(step)", at: place(fact, field),
                    help: "levels are: \(steps.map(String.init).joined(separator: ", "))")
            }
        }
    }
}

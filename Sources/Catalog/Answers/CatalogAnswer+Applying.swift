import Diagnostics
import LocatedInput
import Quantities

extension CatalogAnswer {
    /// Adds the fact to the records of a catalog, or to the record that it speaks of.
    ///
    /// - Parameter collector: Gets a finding where that record is not there; none for assumptions.
    func apply(to draft: inout CatalogDraft, layer: Int, into collector: FindingCollector?) {
        let isKnown: Bool
        switch fact {
        case .price, .rate, .certificate, .distance:
            add(to: &draft, layer: layer, into: collector ?? FindingCollector())
            isKnown = true
        case .leadTime(let scheme, let period):
            isKnown = change(scheme, in: &draft) {
                $0.leadTime = period
                $0.provenance.note(provenance, for: ["leadTime"])
            }
        case .reach(let name, let kind, let reach):
            isKnown = change(name, in: &draft) { model in
                switch kind {
                case .support: model.supportFrom = reach
                case .telemetry: model.telemetryIn = reach
                case .nationality: model.operatorNationality = reach
                case .residence: model.operatorResidence = reach
                }
                model.provenance.note(provenance, for: [kind.rawValue])
            }
        case .connectivity(let name, let connections):
            isKnown = change(name, in: &draft) {
                $0.connectivity = connections
                $0.provenance.note(provenance, for: ["connectivity"])
            }
        case .orderable(let site, let isYes):
            isKnown = draft.sites.change(site.rawValue) {
                if isYes { $0.status = .available }
                $0.orderableBy = isYes ? Site.thisCustomer : Site.notThisCustomer
                $0.provenance.note(provenance, for: ["orderableBy", "status"])
            }
        case .attribute(let service, let name, let value):
            isKnown = draft.services.change(service.rawValue) {
                $0.attributes[name] = value
                $0.provenance.note(provenance, for: [name.rawValue])
            }
        case .confirmation(let record, let fields):
            isKnown = confirm(record, fields, in: &draft)
        }
        guard !isKnown, let collector else { return }
        collector.report(
            .catalogUnknownReference,
            "the catalog has no record that '\(question)' speaks of", at: provenance.location,
            help: "give the catalog that the question came from before the folder of answers")
    }

    private func add(
        to draft: inout CatalogDraft, layer: Int, into collector: FindingCollector
    ) {
        let place = provenance.location
        let id = "answer:\(question)"
        switch fact {
        case .price(let price):
            let row = PriceRow(price, id: PriceID(id), provenance)
            draft.prices.add(row, layer: layer, into: collector)
        case .rate(let rate):
            let row = LabourRate(rate, id: RateID(id), provenance)
            draft.labourRates.add(row, id: id, at: place, layer: layer, into: collector)
        case .certificate(let held):
            let row = Authorisation(held, id: Identifier(id), provenance)
            draft.authorisations.add(row, id: id, at: place, layer: layer, into: collector)
        case .distance(let one, let other, let kilometres):
            let row = StatedDistance(
                first: min(one, other), second: max(one, other), kilometres: kilometres,
                provenance: provenance)
            draft.distances.add(
                row, id: StatedDistance.id(one, other), at: place, layer: layer, into: collector)
        case .leadTime, .reach, .connectivity, .orderable, .attribute, .confirmation: break
        }
    }

    private func change(
        _ scheme: SchemeID, in draft: inout CatalogDraft,
        _ body: (inout AccreditationScheme) -> Void
    ) -> Bool {
        for owner in draft.owners.sorted {
            guard let index = owner.accreditations.firstIndex(where: { $0.id == scheme })
            else { continue }
            return draft.owners.change(owner.id.rawValue) { body(&$0.accreditations[index]) }
        }
        return false
    }

    private func change(
        _ name: ModelName, in draft: inout CatalogDraft, _ body: (inout DeliveryModel) -> Void
    ) -> Bool {
        var isKnown = false
        _ = draft.providers.change(name.provider.rawValue) { provider in
            guard let index = provider.deliveryModels.firstIndex(where: { $0.id == name.model })
            else { return }
            body(&provider.deliveryModels[index])
            isKnown = true
        }
        return isKnown
    }

    /// Takes note of a confirmation in the record of that identifier, of whatever kind it is.
    private func confirm(
        _ record: String, _ fields: [String], in draft: inout CatalogDraft
    ) -> Bool {
        let note: (inout Provenance) -> Void = { [provenance] in
            $0.note(provenance, for: fields)
        }
        let parts = record.split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count == 2 {
            let name = ModelName(provider: ProviderID(parts[0]), model: Identifier(parts[1]))
            return change(name, in: &draft) { note(&$0.provenance) }
        }
        if draft.sites.change(record, { note(&$0.provenance) }) { return true }
        if draft.services.change(record, { note(&$0.provenance) }) { return true }
        if draft.authorisations.change(record, { note(&$0.provenance) }) { return true }
        if draft.providers.change(record, { note(&$0.provenance) }) { return true }
        if change(SchemeID(record), in: &draft, { note(&$0.provenance) }) { return true }
        for owner in draft.owners.sorted {
            guard let index = owner.levels.firstIndex(where: { $0.id.rawValue == record })
            else { continue }
            return draft.owners.change(owner.id.rawValue) { note(&$0.levels[index].provenance) }
        }
        return false
    }
}

extension PriceRow {
    init(_ price: CatalogAnswer.Price, id: PriceID, _ provenance: Provenance) {
        self.init(
            id: id, provider: price.provider, sku: price.sku, capability: nil,
            sites: price.sites.sorted(),
            plan: .onDemand, unit: price.unit, model: .perUnit, block: .one, tierFrom: .zero,
            amount: price.estimate.likely, currency: price.estimate.currency,
            basis: price.estimate.basis, low: price.estimate.low, high: price.estimate.high,
            aggregation: .resource, minimum: nil, included: nil,
            effectiveFrom: price.validity.from,
            effectiveUntil: price.validity.until, sheetRow: nil, sheetUnit: nil, note: price.note,
            provenance: provenance)
    }
}

extension LabourRate {
    init(_ rate: CatalogAnswer.Rate, id: RateID, _ provenance: Provenance) {
        self.init(
            id: id, country: rate.country, role: rate.role, level: rate.level,
            hoursPerUnit: rate.hoursPerUnit, low: rate.estimate.low,
            likely: rate.estimate.likely, high: rate.estimate.high,
            currency: rate.estimate.currency, basis: rate.estimate.basis, derivation: rate.note,
            provenance: provenance)
    }
}

extension Authorisation {
    init(
        _ held: CatalogAnswer.Certificate, id: Identifier<Authorisation>, _ provenance: Provenance
    ) {
        self.init(
            id: id, provider: held.provider, scheme: held.scheme, services: held.services,
            sites: held.sites, deliveryModel: nil, status: .authorised,
            reference: held.reference, issued: held.validity.from,
            expires: held.validity.until, evidenceDate: held.evidenceDate, provenance: provenance)
    }
}

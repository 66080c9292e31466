import Catalog
import Clearance
import Eligibility
import LocatedInput
import Quantities
import Requirements

/// Rows that ask for prices: one for each meter without one.
extension QuestionSheet {
    /// Meters beyond which a price sheet of its own is the better answer.
    private static let mostMeters = 12

    /// A meter without a price and what one unit of it is.
    private struct Meter {
        let sku: String
        let unit: PriceUnit
        /// Whether it prices a module, of which no option says how many are taken.
        var isModule = false
    }

    func priceRows(_ question: OpenQuestion, _ missing: String) throws -> [QuestionRow] {
        let entries = world.unpriced.filter { $0.missing.contains(missing) }
        guard let first = entries.first, let site = catalog.site(first.judgement.offer.site),
            let service = catalog.service(first.judgement.offer.service)
        else { return [] }
        let judgements = entries.map(\.judgement)
        let together = soldTogether(site) ?? judgements
        var found = try worth.price(of: together)
        let others = Set(entries.flatMap(\.missing)).subtracting([missing]).sorted()
        if !others.isEmpty {
            found.means += "; together with \(others.joined(separator: ", "))"
        }
        let count = judgements.count
        let effect =
            (count == 1 ? "an admitted offer" : "\(count) admitted offers")
            + " without a price, so not used"
        let concerns = judgements.map { "\($0.demand.id): \($0.offer.id)" }
        let meters = meters(service, site, missing)
        guard !meters.isEmpty, meters.count <= Self.mostMeters else {
            let file = meters.isEmpty ? "services.csv" : "prices/"
            return [
                row(
                    question, concerns: concerns, effect: effect, found,
                    QuestionRow.Answer(
                        kind: .catalogFile,
                        cells: [.subject: ["providers/\(service.provider)/\(file)"]]))
            ]
        }
        return try meters.map { meter in
            row(
                question, concerns: concerns, effect: effect,
                meters.count == 1 && others.isEmpty && together.count == 1
                    ? try withUnitPrice(found, first.judgement, meter, site) : found,
                answer(meter, site, service),
                idSuffix: meters.count == 1 ? "" : "#\(meter.sku)")
        }
    }

    private func answer(_ meter: Meter, _ site: Site, _ service: Service) -> QuestionRow.Answer {
        QuestionRow.Answer(
            kind: .price,
            cells: [
                .provider: [service.provider.rawValue], .subject: [meter.sku],
                .sites: sites(site).map(\.rawValue),
            ],
            unit: "\(requirement.currency.value.code)/\(meter.unit.rawValue)")
    }

    /// All offers without a price on a platform in the customer's halls: it is sold whole, and one
    /// price list holds for all halls.
    private func soldTogether(_ site: Site) -> [OfferJudgement]? {
        guard site.hall != nil, let platform = written(site) else { return nil }
        return world.unpriced.map(\.judgement).filter { judgement in
            catalog.site(judgement.offer.site).flatMap { written($0) } == platform
        }
    }

    /// The site that a price is of; none where no file lists the site, as for a device in the
    /// field.
    private func sites(_ site: Site) -> [SiteID] {
        written(site).map { [$0] } ?? []
    }

    /// Adds the price of one unit that the price of the whole term comes to.
    private func withUnitPrice(
        _ found: QuestionWorth.Found, _ judgement: OfferJudgement, _ meter: Meter, _ site: Site
    ) throws -> QuestionWorth.Found {
        guard case .money(let breakEven) = found.worth, !meter.isModule else { return found }
        let currency = requirement.currency.value
        let price = CatalogAnswer.Price(
            ofOne: currency, provider: judgement.offer.provider, sku: meter.sku,
            sites: sites(site), unit: meter.unit)
        guard let unit = try worth.unitPrice(judgement, price, breakEvenE4: breakEven) else {
            return found
        }
        return (
            found.worth,
            found.means + "; about \(currency.code) \(unit) for each \(meter.unit.rawValue)"
        )
    }

    /// Meters of a service at a site that have no price there.
    private func meters(_ service: Service, _ site: Site, _ missing: String) -> [Meter] {
        let asOf = requirement.asOf.value
        var meters: [Meter] = []
        let module = catalog.modules.first {
            $0.site == site.id && "\($0.name) (\($0.sku)) at \(site.name)" == missing
        }
        if let module {
            meters = [Meter(sku: module.sku, unit: .unitMonth, isModule: true)]
        } else if service.capability == .virtualMachines {
            for instance in catalog.instances(of: service.id) {
                let isFixed = instance.shape == .fixed
                meters.append(
                    Meter(sku: instance.coreSku, unit: isFixed ? .instanceHour : .coreHour))
                if let memory = instance.memorySku {
                    meters.append(Meter(sku: memory, unit: .gibibyteHour))
                }
            }
        } else {
            let unit = service.attributes[.unit].flatMap { PriceUnit(rawValue: "\($0)-month") }
            meters = CandidateBuilder.meters(of: service)
                .filter { "\($0.sku) at \(site.name)" == missing }
                .map { Meter(sku: $0.sku, unit: unit ?? .unitMonth) }
        }
        var seen: Set<String> = []
        return meters.filter { meter in
            seen.insert(meter.sku).inserted
                && catalog.plans(sku: meter.sku, at: site, on: asOf).isEmpty
        }
    }
}

package import Catalog
package import Diagnostics
import Quantities

/// Prices baskets: any list of things, from the sheets of a catalog, under an agreement.
///
/// Without a date in the agreement each day has the price that the sheets give for it, so that a
/// known change splits its month; with one, the prices of that date hold throughout.
package struct BasketPricer: Sendable {
    let catalog: CatalogSnapshot
    let agreement: PriceAgreement
    let rates: ExchangeTable

    /// Creates a pricer.
    package init(catalog: CatalogSnapshot, agreement: PriceAgreement, rates: ExchangeTable) {
        self.catalog = catalog
        self.agreement = agreement
        self.rates = rates
    }

    /// Prices a basket; what is wrong with it is a finding.
    ///
    /// - Returns: `nil` after a finding that leaves nothing to price.
    package func price(_ basket: Basket, into collector: FindingCollector) -> PricedBasket? {
        guard let drafts = drafts(basket, into: collector), !collector.hasErrors else {
            return nil
        }
        do {
            let run = BasketRun(pricer: self, basket: basket, drafts: drafts)
            let priced = try run.priced(.likely, into: collector)
            guard !collector.hasErrors else { return nil }
            return try run.finished(priced) {
                try run.priced($0, into: FindingCollector())
            }
        } catch PricingError.belowFloor(let ids) {
            let rows = basket.rows.filter { row in
                ids.contains { $0 == row.id || $0.hasPrefix(row.id + "/") }
            }
            for row in rows {
                collector.report(
                    .priceBelowFloor, "'\(row.id)' falls below the floor of the agreement",
                    at: row.location,
                    help: "take off less, or record who waives the floor, why and until when")
            }
        } catch {
            collector.report(
                .priceAmountsTooLarge, "the basket cannot be priced: \(error)",
                at: basket.rows.first?.location)
        }
        return nil
    }

    /// The periods of the agreement, or one that spans the basket.
    func periods(_ basket: Basket) -> [PriceAgreement.Period] {
        guard agreement.periods.isEmpty, let from = basket.rows.map(\.from).min(),
            let to = basket.rows.map(\.to).max()
        else { return agreement.periods }
        return [
            PriceAgreement.Period(
                id: "base", from: from, to: to, isExtension: false, isToBeAgreed: false, cap: nil)
        ]
    }

    /// Cuts rows into meters and periods.
    private func drafts(_ basket: Basket, into collector: FindingCollector) -> [BasketDraft]? {
        let periods = periods(basket)
        let asOf = agreement.asOf ?? catalog.date
        let resolver = OfferResolver(catalog: catalog, asOf: asOf, collector: collector)
        var drafts: [BasketDraft] = []
        for row in basket.rows {
            guard let offer = resolver.resolve(row) else { continue }
            let inside = periods.filter { $0.from < row.to && row.from < $0.to }
            let days = inside.map { max($0.from, row.from).days(until: min($0.to, row.to)) }
                .reduce(0, +)
            if days != row.from.days(until: row.to) {
                collector.report(
                    .priceOutsidePeriods,
                    "'\(row.id)' runs from \(row.from) to \(row.to), outside every period in part",
                    at: row.location,
                    notes: [],
                    help: "periods: "
                        + periods.map { "\($0.id) \($0.from) to \($0.to)" }.joined(separator: ", "))
            }
            do {
                for (number, part) in offer.parts.enumerated() {
                    let suffix = offer.parts.count > 1 ? "/\(number + 1)" : ""
                    for period in inside {
                        let ending = periods.count > 1 ? "/\(period.id)" : ""
                        drafts.append(
                            try BasketDraft(
                                id: row.id + suffix + ending, resource: row.id + suffix, row: row,
                                offer: offer, part: part, period: period))
                    }
                }
            } catch {
                collector.report(
                    .priceAmountsTooLarge, "'\(row.id)' cannot be priced: \(error)",
                    at: row.location)
            }
        }
        reportTwice(drafts, into: collector)
        return drafts
    }

    /// Lines are named after rows, meters and periods: an id may look like another's line.
    private func reportTwice(_ drafts: [BasketDraft], into collector: FindingCollector) {
        var seen: Set<String> = []
        for draft in drafts where !seen.insert(draft.id).inserted {
            collector.report(
                .priceDuplicateRow, "two lines would be called '\(draft.id)'",
                at: draft.row.location, help: "give the row an id without '/'")
        }
    }
}

/// A line before its prices are known.
struct BasketDraft: Sendable {
    let id: String
    /// Row and meter, whatever the period.
    let resource: String
    let row: BasketRow
    let offer: ResolvedOffer
    let sku: String
    let period: PriceAgreement.Period
    let months: [BasketMonth]
    /// In units of the offer, by month.
    let quantities: [ExactDecimal]
    /// In units of what the meter counts, by month.
    let meterQuantities: [ExactDecimal]

    init(
        id: String, resource: String, row: BasketRow, offer: ResolvedOffer,
        part: ResolvedOffer.Part, period: PriceAgreement.Period
    ) throws {
        self.id = id
        self.resource = resource
        self.row = row
        self.offer = offer
        sku = part.sku
        self.period = period
        let from = max(row.from, period.from)
        months = BasketMonths.of(from, min(row.to, period.to))
        let count = BasketMonths.count(row.from, row.to)
        let all =
            try row.growth?.quantities(from: row.quantity, months: count)
            ?? Array(repeating: row.quantity, count: count)
        let offset = (from.year - row.from.year) * 12 + from.month - row.from.month
        let quantities = Array(all[offset..<min(all.count, offset + months.count)])
        self.quantities = quantities
        meterQuantities = try quantities.map { try $0.multiplied(by: ExactDecimal(part.count)) }
    }

    /// The plan that its months are priced under before terms are mixed in.
    var plan: PricePlan {
        switch row.plan {
        case .one(let plan): plan
        case .cheapest: .onDemand
        }
    }

    var use: MeterUse {
        MeterUse(
            id: id, resource: resource, row: row, site: offer.site, sku: sku, plan: plan,
            months: months,
            quantities: meterQuantities)
    }
}

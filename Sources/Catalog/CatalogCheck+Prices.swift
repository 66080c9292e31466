import Diagnostics
import LocatedInput
import Quantities

extension CatalogCheck {
    /// What one price list prices a meter for in one place: rows of it that hold on one day are its
    /// tiers.
    private struct Meter: Hashable {
        let provider: ProviderID
        let plan: PricePlan
        /// None for the list of all sites.
        let site: SiteID?
        /// A provider may have a list of its own in several currencies.
        let currency: Currency
    }

    func checkPrices() {
        let sheets = draft.prices.sheets
        let sites = draft.sites
        for row in priceRows({ terms in
            terms.sites.contains { sites[$0.rawValue]?.provider != terms.provider }
        }) {
            refer(sites: row.sites, of: row.provider, row.provenance)
        }
        for row in priceRows({ !Self.hasValidity($0) }) { checkValidity(row) }
        let index = PriceIndex(sheets)
        for sku in 0..<UInt32(sheets.skus.count) { checkMeter(index.rows(of: sku), of: sheets) }
    }

    /// Makes the rows whose terms are doubted; of a sheet in order that is none.
    func priceRows(_ isDoubted: (PriceTerms) -> Bool) -> [PriceRow] {
        let sheets = draft.prices.sheets
        let doubted = sheets.terms.map(isDoubted)
        guard doubted.contains(true) else { return [] }
        // No more than can be told.
        return sheets.rows.indices.lazy.filter { doubted[Int(sheets.rows[$0].terms)] }
            .prefix(collector.maximumFindings).map { sheets[UInt32($0)] }
    }

    /// Checks the rows of one meter in all places and plans.
    private func checkMeter(_ numbers: ArraySlice<UInt32>, of sheets: PriceSheets) {
        if numbers.count == 1, isWithoutTiers(numbers[numbers.startIndex], of: sheets) { return }
        var meters: [Meter: [UInt32]] = [:]
        for number in numbers {
            let terms = sheets.terms[Int(sheets.rows[Int(number)].terms)]
            for site in terms.sites.isEmpty ? [nil] : terms.sites.map(Optional.some) {
                let meter = Meter(
                    provider: terms.provider, plan: terms.plan, site: site,
                    currency: terms.currency)
                meters[meter, default: []].append(number)
            }
        }
        for rows in meters.values {
            if rows.count == 1, isWithoutTiers(rows[0], of: sheets) { continue }
            checkDays(rows.map { sheets[$0] })
        }
    }

    private func isWithoutTiers(_ number: UInt32, of sheets: PriceSheets) -> Bool {
        let row = sheets.rows[Int(number)]
        return row.tierFrom == 0 && !row.isWhole
    }

    private static func hasValidity(_ terms: PriceTerms) -> Bool {
        guard let from = terms.effectiveFrom, let until = terms.effectiveUntil else { return true }
        return from < until
    }

    private func checkValidity(_ row: PriceRow) {
        guard let from = row.effectiveFrom, let until = row.effectiveUntil, until <= from else {
            return
        }
        collector.report(
            .catalogEmptyValidity,
            "the price of '\(row.sku)' ends on \(until), not after \(from)",
            at: place(row.provenance, "effectiveUntil"),
            help: "validity runs from the first day up to, not on, the second")
    }

    /// Checks the rows that hold together on any day: which rows do changes only where one begins
    /// or ends.
    private func checkDays(_ rows: [PriceRow]) {
        checkTiers(rows.filter { $0.effectiveFrom == nil })
        for day in Set(rows.flatMap { [$0.effectiveFrom, $0.effectiveUntil] }) {
            if let day { checkTiers(rows.filter { $0.isEffective(on: day) }) }
        }
    }

    private func checkTiers(_ rows: [PriceRow]) {
        let tiers = rows.sorted { ($0.tierFrom, $0.id) < ($1.tierFrom, $1.id) }
        guard let first = tiers.first else { return }
        if first.tierFrom != .zero {
            collector.report(
                .catalogBrokenTiers,
                "the lowest tier of '\(first.sku)' begins at \(first.tierFrom)",
                at: place(first.provenance, "tierFrom"), help: "the first tier begins at 0")
        }
        for (lower, upper) in zip(tiers, tiers.dropFirst()) { compare(lower, upper) }
    }

    private func compare(_ lower: PriceRow, _ upper: PriceRow) {
        if lower.tierFrom == upper.tierFrom {
            collector.report(
                .catalogBrokenTiers,
                "'\(upper.sku)' has two prices from \(upper.tierFrom) on at one time",
                at: place(upper.provenance, "id"),
                notes: [FindingNote("the other one", at: place(lower.provenance, "id"))],
                help: "end the one that no longer holds with effectiveUntil, or delete it")
        } else if !upper.model.hasTiers {
            collector.report(
                .catalogBrokenTiers,
                "'\(upper.sku)' has several tiers, but its model is \(upper.model.rawValue)",
                at: place(upper.provenance, "id"),
                notes: [FindingNote("the tier below", at: place(lower.provenance, "id"))],
                help: "tiers are graduated or volume")
        }
        if lower.unit != upper.unit || lower.model != upper.model
            || lower.block != upper.block || lower.aggregation != upper.aggregation
            || lower.minimum != upper.minimum
        {
            collector.report(
                .catalogBrokenTiers,
                "the tiers of '\(upper.sku)' differ in unit, model, block, aggregation "
                    + "or least amount", at: place(upper.provenance, "id"),
                notes: [FindingNote("the tier below", at: place(lower.provenance, "id"))],
                help: "tiers of one meter share all of these")
        }
    }
}

import Diagnostics
import LocatedInput
import Quantities

/// Reads SKUs of the Google Cloud Billing Catalog.
struct GoogleSkuSheet: SheetReader {
    private let context: SheetContext

    init(_ context: SheetContext) {
        self.context = context
    }

    mutating func read(_ stream: SheetStream) -> Bool {
        let reader = JSONRecordReader(
            stream, [["skus", "[]"], ["nextPageToken"]], into: context.collector)
        return reader.read { record in
            if record.pattern == 0 {
                context.tally.items += 1
                read(record)
            } else if record.kind() == .text, !record.bytes().isEmpty {
                context.pagesWithNext.append(record.place())
            }
            return context.collector.omittedCount == 0
        }
    }

    private func read(_ sku: JSONRecord) {
        guard let id = sku.member("skuId"), let infos = sku.member("pricingInfo"),
            let info = sku.children(of: infos).last
        else { return context.missing("pricingInfo", at: sku.place()) }
        guard let expression = sku.member("pricingExpression", of: info),
            let unitAt = sku.member("usageUnit", of: expression),
            let tiers = sku.member("tieredRates", of: expression)
        else { return context.missing("pricingExpression", at: sku.place(info)) }
        if let time = sku.member("effectiveTime", of: info) {
            // The time of the answer, not of a change of the price.
            context.note(date: sku.text(time))
        }
        var regions: [(String, SourceLocation)] = []
        if let at = sku.member("serviceRegions") {
            regions = sku.children(of: at).map { (sku.text($0), sku.place($0)) }
        }
        guard let sites = context.sites(of: regions),
            let meaning = context.unit(sku.text(unitAt), at: sku.place(unitAt))
        else { return }
        var price = SheetPrice(
            sku: sku.text(id), sites: sites, unit: meaning.unit, block: meaning.block,
            amount: .zero, currency: "", origin: sku.text(id), sheetUnit: sku.text(unitAt))
        price.isPerAccount = isPerAccount(sku, info)
        price.note = note(sku, expression, unitAt)
        for tier in sku.children(of: tiers) { add(price, sku, tier, meaning) }
    }

    private func add(
        _ price: SheetPrice, _ sku: JSONRecord, _ tier: Int, _ meaning: SheetUnits.Meaning
    ) {
        var price = price
        guard let money = sku.member("unitPrice", of: tier) else {
            return context.missing("unitPrice", at: sku.place(tier))
        }
        if let at = sku.member("startUsageAmount", of: tier) {
            guard let from = context.number(sku.bytes(at), "startUsageAmount", at: sku.place(at)),
                let bound = try? from.multiplied(by: meaning.block)
            else { return }
            price.tierFrom = bound
            if !bound.isZero {
                context.tally.remark(
                    "bounds of tiers belong to the lower tier: a rate holds only after "
                        + "startUsageAmount", at: sku.place(at))
            }
        }
        let currency = sku.member("currencyCode", of: money)
        price.currency = currency.map { sku.text($0) } ?? ""
        guard context.takes(currency: price.currency, at: sku.place(currency ?? money)),
            let amount = amount(sku, money)
        else { return }
        price.amount = amount
        context.add(price, at: sku.place(money))
    }

    /// Whole units and billionths, both exact.
    private func amount(_ sku: JSONRecord, _ money: Int) -> ExactDecimal? {
        var amount = ExactDecimal.zero
        if let at = sku.member("units", of: money) {
            guard let units = context.number(sku.bytes(at), "units", at: sku.place(at)) else {
                return nil
            }
            amount = units
        }
        guard let at = sku.member("nanos", of: money) else { return amount }
        guard let nanos = context.number(sku.bytes(at), "nanos", at: sku.place(at)) else {
            return nil
        }
        guard let whole = nanos.wholeNumber, whole < 1_000_000_000,
            let sum = try? amount.adding(ExactDecimal(coefficient: whole, scale: 9))
        else {
            context.collector.report(
                .sheetPlaceholder, "nanos is \(nanos), expected 0 to 999999999",
                at: sku.place(at), help: "the sheet was edited: fetch it again")
            return nil
        }
        return sum
    }

    private func isPerAccount(_ sku: JSONRecord, _ info: Int) -> Bool {
        guard let aggregation = sku.member("aggregationInfo", of: info),
            let level = sku.member("aggregationLevel", of: aggregation)
        else { return false }
        return sku.text(level) == "ACCOUNT"
    }

    /// What has to be known of the unit: the month of 744 hours, and what is for display only.
    private func note(_ sku: JSONRecord, _ expression: Int, _ unitAt: Int) -> String {
        var notes = sku.member("description").map { [sku.text($0)] } ?? []
        if sku.text(unitAt).hasSuffix(".mo") || sku.text(unitAt) == "mo" {
            notes.append("a month of this sheet has 744 hours (2,678,400 seconds)")
            context.tally.remark(
                "a month of this sheet has 744 hours, not 730", at: sku.place(unitAt))
            checkMonth(sku, expression)
        }
        if let at = sku.member("displayQuantity", of: expression),
            case .number(let quantity) = SheetNumber.read(sku.bytes(at)), quantity != .one
        {
            notes.append("displayQuantity \(quantity) is for display only")
            context.tally.remark(
                "displayQuantity is for display only: prices are per usageUnit",
                at: sku.place(at))
        }
        return notes.joined(separator: "; ")
    }

    /// The factor to base units tells how long the month is: 2^30 bytes x 2,678,400 seconds.
    private func checkMonth(_ sku: JSONRecord, _ expression: Int) {
        guard sku.member("usageUnit", of: expression).map({ sku.text($0) }) == "GiBy.mo",
            let at = sku.member("baseUnitConversionFactor", of: expression),
            let factor = context.number(
                sku.bytes(at), "baseUnitConversionFactor", at: sku.place(at)),
            factor != ExactDecimal(2_875_910_101_401_600)
        else { return }
        context.collector.report(
            .sheetTermPrice,
            "a GiBy.mo is \(factor) base units, expected 2875910101401600 for 744 hours",
            at: sku.place(at), help: "look up how long a month of this sheet is",
            severity: .warning)
    }
}

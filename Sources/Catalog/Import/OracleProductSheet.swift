import Diagnostics
import LocatedInput
import Quantities

/// Reads products of Oracle's price list, and copies of it with one price a product.
struct OracleProductSheet: SheetReader {
    private let context: SheetContext

    init(_ context: SheetContext) {
        self.context = context
    }

    mutating func read(_ stream: SheetStream) -> Bool {
        let reader = JSONRecordReader(
            stream,
            [["items", "[]"], ["products", "[]"], ["metadata"], ["hasMore"]],
            into: context.collector)
        var items = 0
        var stated: (count: Int, place: SourceLocation)?
        let isWhole = reader.read { record in
            switch record.pattern {
            case 0, 1:
                items += 1
                context.tally.items += 1
                read(record)
            case 2:
                if let at = record.member("apiLastUpdated") { context.note(date: record.text(at)) }
                if let at = record.member("totalProducts"), let count = Int(record.text(at)) {
                    stated = (count, record.place(at))
                }
            default:
                if record.text() == "true" { context.pagesWithNext.append(record.place()) }
            }
            return context.collector.omittedCount == 0
        }
        if let stated, stated.count != items, isWhole {
            context.collector.report(
                .sheetPageMissing, "the list counts \(stated.count) products and holds \(items)",
                at: stated.place, help: "the copy is cut: fetch the list again")
        }
        return isWhole
    }

    private func read(_ product: JSONRecord) {
        guard let part = product.member("partNumber"), let metric = product.member("metricName")
        else { return context.missing("partNumber", at: product.place()) }
        guard
            let meaning = context.unit(
                product.text(metric).split(separator: " ").joined(separator: " "),
                at: product.place(metric))
        else { return }
        var price = SheetPrice(
            sku: product.text(part), sites: context.sitesOfList, unit: meaning.unit,
            block: meaning.block, amount: .zero, currency: "USD", origin: product.text(part),
            sheetUnit: product.text(metric))
        price.isPerAccount = true
        price.note = product.member("displayName").map { product.text($0) } ?? ""
        refine(&price, product)
        if let flat = product.member("priceUSD") { return add(flat: flat, price, product) }
        guard let lists = product.member("currencyCodeLocalizations") else {
            return context.missing("currencyCodeLocalizations", at: product.place())
        }
        for list in product.children(of: lists) { read(list, price, product) }
    }

    /// Compute counts cores and memory, where other services count pieces.
    private func refine(_ price: inout SheetPrice, _ product: JSONRecord) {
        let category = product.member("serviceCategory").map { product.text($0) } ?? ""
        guard category.hasPrefix("Compute") else { return }
        let metric = price.sheetUnit.lowercased()
        if metric == "ocpu per hour" { price.unit = .coreHour }
        if metric == "gigabyte per hour" || metric == "gigabytes per hour" {
            price.unit = .gibibyteHour
            price.note += "; the sheet says Gigabyte, and calls memory Gibibyte elsewhere"
        }
    }

    private func read(_ list: Int, _ price: SheetPrice, _ product: JSONRecord) {
        var price = price
        let currency = product.member("currencyCode", of: list)
        price.currency = currency.map { product.text($0) } ?? ""
        guard context.takes(currency: price.currency, at: product.place(currency ?? list)),
            let tiers = product.member("prices", of: list)
        else { return }
        var last = ExactDecimal.zero
        var isSorted = true
        for tier in product.children(of: tiers) {
            guard let next = add(tier, price, product) else { continue }
            if next < last { isSorted = false }
            last = next
        }
        if !isSorted {
            context.tally.remark("tiers do not stand in their order", at: product.place(tiers))
        }
    }

    /// Adds one tier, and returns where it begins.
    private func add(_ tier: Int, _ price: SheetPrice, _ product: JSONRecord) -> ExactDecimal? {
        var price = price
        guard let value = product.member("value", of: tier) else {
            context.missing("value", at: product.place(tier))
            return nil
        }
        guard let amount = context.number(product.bytes(value), "value", at: product.place(value))
        else { return nil }
        price.amount = amount
        var from = ExactDecimal.zero
        if let at = product.member("rangeMin", of: tier) {
            guard let bound = context.number(product.bytes(at), "rangeMin", at: product.place(at)),
                let units = try? bound.multiplied(by: price.block)
            else { return nil }
            from = bound
            price.tierFrom = units
        }
        if let at = product.member("rangeMax", of: tier) {
            guard let end = context.number(product.bytes(at), "rangeMax", at: product.place(at))
            else { return nil }
            price.statesEnds = true
            if !Self.isOpen(end) {
                price.tierUntil = try? end.multiplied(by: price.block)
            } else {
                context.tally.remark(
                    "\(end) stands for no upper bound", at: product.place(at))
            }
        }
        if let model = product.member("model", of: tier), product.text(model) != "PAY_AS_YOU_GO" {
            price.sku += "/" + product.text(model).lowercased()
        }
        context.add(price, at: product.place(value))
        return from
    }

    /// The two numbers that the list writes for infinity.
    private static func isOpen(_ bound: ExactDecimal) -> Bool {
        bound == ExactDecimal(999_999_999) || bound == ExactDecimal(999_999_999_999_999)
    }

    /// A copy with one price a product has kept the first tier only: there, 0 is not the price.
    private func add(flat: Int, _ price: SheetPrice, _ product: JSONRecord) {
        var price = price
        guard context.takes(currency: "USD", at: product.place(flat)),
            let amount = context.number(product.bytes(flat), "priceUSD", at: product.place(flat))
        else { return }
        guard !amount.isZero else {
            context.tally.leaveOut(.tiersLost)
            context.tally.remark(
                "products read 0 in a copy without tiers: only the free tier was kept",
                .sheetTiersLost, at: product.place(flat))
            return
        }
        price.amount = amount
        context.add(price, at: product.place(flat))
    }
}

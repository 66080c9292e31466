import Diagnostics
import LocatedInput
import Quantities

/// Reads price sheets of an Azure agreement (EA, MCA), and cost exports, which state the prices
/// that were paid.
///
/// A sheet's `unitPrice` is for the block that the unit names. An export's `EffectivePrice` is
/// checked against its quantity and cost, which tell whether it is for a block or a single unit.
struct AzureAgreementSheet: SheetReader {
    private let context: SheetContext
    /// Of exports: the price that was read from the row with the largest quantity, by meter.
    private var paid: [String: Paid] = [:]

    private struct Paid {
        var price: SheetPrice
        var quantity: ExactDecimal
        var place: SourceLocation
        var rows = 1
    }

    /// Meters of an export; a bill has thousands.
    private static let mostMeters = 1_000_000

    init(_ context: SheetContext) {
        self.context = context
    }

    mutating func read(_ stream: SheetStream) -> Bool {
        let reader = CSVRecordReader(stream, into: context.collector)
        var header: SheetHeader?
        while let row = reader.next() {
            guard let known = header else {
                if row.count > 4 { header = SheetHeader(row, context) }
                continue
            }
            context.tally.items += 1
            guard known.fits(row, context) else { continue }
            if known.has("effectiveprice"), known.has("quantity") {
                readExport(row, known)
            } else {
                readSheet(row, known)
            }
            if context.collector.omittedCount > 0 { return false }
        }
        if header == nil, !reader.isBroken {
            context.collector.report(
                .inputCSVHeader, "no row names columns such as 'UnitOfMeasure' and 'UnitPrice'",
                at: SourceLocation(path: stream.path, line: 1, column: 1, length: 0),
                help: "the copy is cut: export it again")
        }
        return !reader.isBroken && header != nil
    }

    mutating func finish() {
        for key in paid.keys.sorted() {
            guard let meter = paid[key] else { continue }
            context.add(meter.price, at: meter.place)
        }
        paid = [:]
    }

    /// What a row of either kind says of its meter; `nil` after noting what is unknown.
    private func price(
        _ row: CSVRecordReader.Row, _ header: SheetHeader, column: String
    ) -> SheetPrice? {
        func text(_ name: String) -> String { header.text(name, row) }
        let unitText = text("unitofmeasure")
        let meter = text("meterid")
        guard !meter.isEmpty else {
            context.missing("MeterId", at: row.place())
            return nil
        }
        let currency =
            ["billingcurrencycode", "billingcurrency", "currencycode", "currency"]
            .first { header.has($0) } ?? "currency"
        guard
            let amount = context.number(
                header.bytes(column, row), column, at: header.place(column, row)),
            let meaning = context.unit(unitText, at: header.place("unitofmeasure", row)),
            context.takes(currency: text(currency), at: header.place(currency, row))
        else { return nil }
        return SheetPrice(
            sku: meter, sites: "*", unit: meaning.unit, block: meaning.block, amount: amount,
            currency: text(currency), origin: meter, sheetUnit: unitText, note: text("metername"))
    }

    private mutating func readSheet(_ row: CSVRecordReader.Row, _ header: SheetHeader) {
        func text(_ name: String) -> String { header.text(name, row) }
        guard var price = price(row, header, column: "unitprice") else { return }
        let region = text("meterregion")
        if !region.isEmpty, region.lowercased() != "global" {
            guard let site = context.site(of: region, at: header.place("meterregion", row)) else {
                return
            }
            price.sites = site
        }
        if !text("skuid").isEmpty { price.sku += "/" + text("skuid") }
        for (column, isEnd) in [("effectivestartdate", false), ("effectiveenddate", true)] {
            guard
                case .day(let date) = isEnd
                    ? SheetDate.end(text(column))
                    : SheetDate.first(text(column))
            else { continue }
            if isEnd { price.until = date } else { price.from = date }
        }
        if let from = price.from, let until = price.until, until <= from {
            return context.leaveOutEmpty(from: from, at: header.place("effectiveenddate", row))
        }
        if header.has("tierminimumunits"), !text("tierminimumunits").isEmpty {
            let place = header.place("tierminimumunits", row)
            guard
                let from = context.number(
                    header.bytes("tierminimumunits", row), "tierMinimumUnits", at: place),
                let units = try? from.multiplied(by: price.block)
            else { return }
            price.tierFrom = units
        }
        guard term(&price, row, header) else { return }
        context.add(price, at: header.place("unitprice", row))
    }

    /// A reservation's price is that of the whole term; a savings plan's is by the hour.
    private func term(
        _ price: inout SheetPrice, _ row: CSVRecordReader.Row, _ header: SheetHeader
    ) -> Bool {
        let kind = header.text("pricetype", row).lowercased().filter { $0 != " " }
        let term = header.text("term", row)
        if kind.hasPrefix("devtest") { price.sku += "/devtest" }
        guard kind == "reservation" || kind == "reservedinstance" || kind == "savingsplan" else {
            return true
        }
        if kind == "savingsplan" {
            price.sku += "/savings-plan"
            guard let months = SheetPrice.months(ofTerm: term) else {
                context.tally.unknown(unit: "term \(term)", at: header.place("term", row))
                return false
            }
            price.months = months
            return true
        }
        guard price.holdsForTerm(term) else {
            context.tally.unknown(
                unit: "\(price.sheetUnit) for \(term)", at: header.place("term", row))
            return false
        }
        context.tally.remark(
            "prices of reservations are for the whole term, whatever the unit says",
            .sheetTermPrice, at: header.place("unitprice", row))
        return true
    }
}

// MARK: - Cost exports

extension AzureAgreementSheet {
    private mutating func readExport(_ row: CSVRecordReader.Row, _ header: SheetHeader) {
        func text(_ name: String) -> String { header.text(name, row) }
        guard var price = price(row, header, column: "effectiveprice") else { return }
        let region = text("resourcelocation").filter { $0 != " " }
        guard
            let site = context.site(
                of: region.lowercased(), at: header.place("resourcelocation", row))
        else { return }
        price.sites = site
        price.isDerived = true
        if case .day(let date) = SheetDate.first(text("date")) {
            context.sheetDate = max(context.sheetDate ?? date, date)
        }
        let model = text("pricingmodel").lowercased()
        if !model.isEmpty, model != "ondemand" { price.sku += "/" + model }
        let quantity = Self.number(text("quantity")) ?? .zero
        guard checkCost(&price, quantity, row, header) else { return }
        price.note +=
            "; price paid, EffectivePrice of the row with the largest quantity, \(quantity)"
        let key = price.sku + "\u{1F}" + site + "\u{1F}" + price.currency
        let place = header.place("effectiveprice", row)
        guard var known = paid[key] else {
            if paid.count < Self.mostMeters {
                paid[key] = Paid(price: price, quantity: quantity, place: place)
            }
            return
        }
        known.rows += 1
        context.tally.leaveOut(.paidAlike)
        if !Self.isNear(known.price.amount, price.amount) {
            context.collector.report(
                .sheetPriceTwice,
                "'\(price.sku)' was paid at \(price.amount) here, and at \(known.price.amount)",
                at: place, notes: [FindingNote("the other price is", at: known.place)],
                help: "export a period with one price, or import the price sheet itself")
        } else if quantity > known.quantity {
            known = Paid(price: price, quantity: quantity, place: place, rows: known.rows)
        }
        paid[key] = known
    }

    private static func number(_ text: String) -> ExactDecimal? {
        if case .number(let number) = SheetNumber.read(text) { return number }
        return nil
    }

    /// Whether two prices differ only by the rounding of an export: by less than 1 in 100,000.
    private static func isNear(_ one: ExactDecimal, _ other: ExactDecimal) -> Bool {
        guard one != other else { return true }
        let difference = try? max(one, other).subtracting(min(one, other))
        let scaled = try? difference?.multiplied(by: ExactDecimal(100_000))
        return scaled.map { $0 < max(one, other) } ?? false
    }

    /// Finds by quantity and cost whether the price is for a block or for a single unit.
    private func checkCost(
        _ price: inout SheetPrice, _ quantity: ExactDecimal, _ row: CSVRecordReader.Row,
        _ header: SheetHeader
    ) -> Bool {
        guard !quantity.isZero, let cost = Self.number(header.text("costinbillingcurrency", row)),
            !cost.isZero, let whole = try? quantity.multiplied(by: price.amount)
        else { return true }
        if Self.isClose(whole, cost) { return true }
        if let blocks = try? cost.multiplied(by: price.block), Self.isClose(whole, blocks) {
            // The quantity is in single units, the price for a block.
            return true
        }
        if let all = try? whole.multiplied(by: price.block), Self.isClose(all, cost) {
            // The quantity is in blocks, the price for a single unit.
            price.block = .one
            return true
        }
        context.collector.report(
            .sheetTermPrice,
            "\(quantity) at \(price.amount) cost \(cost): the price is for something else",
            at: header.place("effectiveprice", row),
            help: "import the price sheet itself instead of the export")
        return false
    }

    /// Whether two amounts differ by at most 1 in 100: exports cut the digits of both.
    private static func isClose(_ one: ExactDecimal, _ other: ExactDecimal) -> Bool {
        let difference = try? max(one, other).subtracting(min(one, other))
        let scaled = try? difference?.multiplied(by: ExactDecimal(100))
        return scaled.map { $0 <= max(one, other) } ?? false
    }
}

import Catalog
package import Pricing
import Quantities

/// A priced basket as the table that a buyer sets beside its own estimate.
///
/// One row for each line: item, level, meter, unit price, monthly quantity, months, amounts; then
/// the sums by item and period, which re-foot.
package enum BasketCSV {
    static let header = [
        "record", "item", "period", "level", "line", "offer", "sku", "site", "plan", "unit",
        "unitPrice", "sheetCurrency", "quantityPerMonth", "months", "list", "discount",
        "amount", "currency",
    ]

    /// Returns the table.
    package static func render(_ basket: PricedBasket) -> String {
        let items = BuyerItems(
            basket.lines.map { ($0.row.item, $0.row.level) },
            periods: basket.periods.map(\.period.id))
        var rows = [header]
        for line in basket.lines {
            rows.append(row(line, items, basket))
        }
        var sums: [[String]: Int64] = [:]
        for line in basket.lines {
            let item = items.item(line.row.item, line.row.level, line.periodID)
            sums[[item, line.periodID, line.row.level ?? ""], default: 0] += line.money.minorUnits
        }
        let currency = basket.agreement.currency
        for (key, units) in sums.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            rows.append(total("item-total", key, Money(minorUnits: units, currency: currency)))
        }
        for period in basket.periods {
            let id = period.period.id
            let difference = period.waterfall.invoiceDifference
            if difference.minorUnits != 0 {
                rows.append(total("rounding", ["", id, ""], difference))
            }
            rows.append(total("period-total", ["", id, ""], period.waterfall.total))
        }
        if let totals = basket.totals {
            rows.append(total("evaluated", ["", "", ""], totals.evaluated))
        }
        return CSVText.render(rows)
    }

    private static func row(
        _ line: BasketLine, _ items: BuyerItems, _ basket: PricedBasket
    ) -> [String] {
        let meter = line.runs.first?.parts.first?.meter
        let currency = basket.agreement.currency
        let list =
            (try? line.stepped.line.list.rounded(basket.agreement.roundingMode))
            ?? .zero(currency)
        let discount = Money(
            minorUnits: line.money.minorUnits - list.minorUnits, currency: currency)
        let prices = meter?.schedule.tiers.map { tier in
            "\(tier.amount)" + (tier.from.isZero ? "" : " above \(tier.from)")
        }.joined(separator: "; ")
        let block =
            meter.map {
                $0.schedule.block == .one || $0.unit == .unitDay
                    ? "" : "\($0.schedule.block) "
            } ?? ""
        return [
            "line", items.item(line.row.item, line.row.level, line.periodID), line.periodID,
            line.row.level ?? "", line.id, line.name, line.sku, line.site.rawValue,
            line.mix == nil ? meter?.plan.name ?? "" : "terms mixed",
            block + (meter?.unit.rawValue ?? ""), prices ?? "", line.list.currency.code,
            line.runs.first?.quantity.description ?? "",
            "\(line.runs.map(\.months).reduce(0, +))", text(list), text(discount),
            text(line.money), currency.code,
        ]
    }

    private static func total(_ record: String, _ key: [String], _ money: Money) -> [String] {
        [record] + Array(key.prefix(2)) + [key[2]]
            + Array(repeating: "", count: header.count - 6) + [text(money), money.currency.code]
    }

    private static func text(_ money: Money) -> String {
        money.decimal.padded(toScale: money.currency.minorUnits)
    }
}

/// Numbers the buyer's line items: those of the base from 0001, those of options from 1001, 2001,
/// …, an item for each level where the buyer names none.
struct BuyerItems {
    private let levels: [String]
    private let periods: [String]

    init(_ lines: [(item: String?, level: String?)], periods: [String]) {
        var levels: [String] = []
        for line in lines where line.item == nil {
            let level = line.level ?? ""
            if !levels.contains(level) { levels.append(level) }
        }
        self.levels = levels
        self.periods = periods
    }

    func item(_ item: String?, _ level: String?, _ period: String) -> String {
        if let item { return item }
        let number = (levels.firstIndex(of: level ?? "") ?? 0) + 1
        let digits = String(number)
        let option = periods.firstIndex(of: period) ?? 0
        return "\(option)" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}

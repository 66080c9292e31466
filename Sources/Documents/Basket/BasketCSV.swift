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
        for line in basket.lines { rows += self.rows(line, items, basket) }
        var sums: [[String]: Int64] = [:]
        for line in basket.lines {
            let item = items.item(line)
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
            if period.period.isToBeAgreed {
                rows.append(total("to-be-agreed", ["", id, ""], .zero(currency)))
            } else if let cap = period.period.cap,
                cap.minorUnits < period.waterfall.total.minorUnits
            {
                rows.append(total("period-cap", ["", id, ""], cap))
            }
        }
        if let totals = basket.totals {
            rows.append(total("evaluated", ["", "", ""], totals.evaluated))
        }
        return CSVText.render(rows)
    }

    /// A row for each run of months that are alike; amounts of the runs sum to the line's.
    private static func rows(
        _ line: BasketLine, _ items: BuyerItems, _ basket: PricedBasket
    ) -> [[String]] {
        let currency = basket.agreement.currency
        let list =
            (try? line.stepped.line.list.rounded(basket.agreement.roundingMode))
            ?? .zero(currency)
        let weights = line.mix == nil ? line.runs.map(weight) : []
        let isSplit = weights.count > 1 && weights.contains { $0 > 0 }
        let lists = isSplit ? parts(list, weights) : [list]
        let nets = isSplit ? parts(line.money, weights) : [line.money]
        return zip(lists, nets).enumerated().map { index, amounts in
            let run = line.runs[index]
            let months = isSplit ? run.months : line.runs.map(\.months).reduce(0, +)
            return row(line, run, months: months, items.item(line), amounts.0, amounts.1)
        }
    }

    /// What a run comes to, in millionths of a unit of its currency, as a share of its line.
    private static func weight(_ run: BasketLine.Run) -> Int64 {
        let exact = try? run.charge.amount.multiplied(by: run.factor)
            .multiplied(by: ExactRatio(run.months * 1_000_000)).rounded(.halfUp)
        return exact ?? 0
    }

    private static func parts(_ money: Money, _ weights: [Int64]) -> [Money] {
        (try? money.allocated(by: weights, remainder: .largestRemainder))
            ?? weights.map { _ in .zero(money.currency) }
    }

    private static func row(
        _ line: BasketLine, _ run: BasketLine.Run, months: Int, _ item: String, _ list: Money,
        _ net: Money
    ) -> [String] {
        let meter = run.parts.first?.meter
        let discount = Money(
            minorUnits: net.minorUnits - list.minorUnits, currency: net.currency)
        let prices = meter?.schedule.tiers.map { tier in
            "\(tier.amount)" + (tier.from.isZero ? "" : " above \(tier.from)")
        }.joined(separator: "; ")
        let block =
            meter.map {
                $0.schedule.block == .one || $0.unit == .unitDay ? "" : "\($0.schedule.block) "
            } ?? ""
        return [
            "line", item, line.periodID, line.row.level ?? "", line.id, line.name, line.sku,
            line.site.rawValue, line.mix == nil ? meter?.plan.name ?? "" : "terms mixed",
            block + (meter?.unit.rawValue ?? ""), prices ?? "", line.list.currency.code,
            run.quantity.description, "\(months)", text(list), text(discount), text(net),
            net.currency.code,
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
    private let named: Set<String>

    init(_ lines: [(item: String?, level: String?)], periods: [String]) {
        var levels: [String] = []
        for line in lines where line.item == nil {
            let level = line.level ?? ""
            if !levels.contains(level) { levels.append(level) }
        }
        self.levels = levels
        self.periods = periods
        named = Set(lines.compactMap(\.item))
    }

    func item(_ line: BasketLine) -> String {
        if let item = line.row.item { return item }
        let option = periods.firstIndex(of: line.periodID) ?? 0
        var number = (levels.firstIndex(of: line.row.level ?? "") ?? 0) + 1
        // Numbers that the buyer uses are the buyer's.
        while named.contains(Self.text(option, number)) { number += max(1, levels.count) }
        return Self.text(option, number)
    }

    private static func text(_ option: Int, _ number: Int) -> String {
        let digits = String(number)
        return "\(option)" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}

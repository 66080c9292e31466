import Catalog
package import Pricing
import Quantities

/// A priced basket as a document.
package struct BasketOutline: Sendable {
    let basket: PricedBasket
    private let title: String

    /// Creates the document of a basket.
    ///
    /// - Parameter title: What the basket is called, such as the name of its file.
    package init(_ basket: PricedBasket, title: String) {
        self.basket = basket
        self.title = title
    }

    private var currency: Currency { basket.agreement.currency }

    /// The document.
    package var blocks: [DocumentBlock] {
        [.heading(level: 1, "Prices: \(title)"), .paragraph(headline)] + unpriced + lines + steps
            + totals + taxes + credits + promise + savings + money + conventions
    }

    private var headline: String {
        guard let totals = basket.totals else {
            let rows = Set(basket.unpriced.map(\.rowID)).count
            return "No total: \(rows) \(rows == 1 ? "row has" : "rows have") no price."
        }
        let options = totals.options.count
        let periods =
            options == 0
            ? "" : ", base period and \(options) \(options == 1 ? "option" : "options")"
        let span = basket.periods.first.map { first in
            "\(first.period.from) to \(basket.periods.last?.period.to ?? first.period.to)"
        }
        return "\(Figures.money(totals.evaluated)) excluding tax\(periods), \(span ?? "")."
    }

    private var unpriced: [DocumentBlock] {
        guard !basket.unpriced.isEmpty else { return [] }
        return [
            .heading(level: 2, "Without a price"),
            .table(
                DocumentBlock.Table(
                    columns: [.init("row"), .init("meter"), .init("why")],
                    rows: basket.unpriced.map { [$0.rowID, $0.meter, $0.reason] })),
        ]
    }

    private var lines: [DocumentBlock] {
        guard !basket.lines.isEmpty else { return [] }
        let hasSteps = basket.lines.contains { !$0.stepped.rows.isEmpty }
        let rows = basket.lines.map { line in
            [
                line.id,
                line.name + (line.name == line.sku ? "" : " (\(line.sku))")
                    + ", \(line.site)", Self.unitPrice(line), Self.quantity(line),
                "\(line.runs.map(\.months).reduce(0, +))",
                line.stepped.line.list.amount.rounded(currency),
            ]
                + (hasSteps ? [Figures.amount(line.money)] : [])
        }
        return [
            .heading(level: 2, "Lines"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("line"), .init("what and where"), .init("unit price"),
                        .init("a month", isFigure: true), .init("months", isFigure: true),
                        .init(hasSteps ? "list, \(currency.code)" : currency.code, isFigure: true),
                    ]
                        + (hasSteps ? [.init("net, \(currency.code)", isFigure: true)] : []),
                    rows: rows)),
        ] + notes
    }

    /// Terms mixed in, records of waived floors, and prices that change inside a month.
    private var notes: [DocumentBlock] {
        let texts = basket.lines.flatMap { line -> [String] in
            var texts: [String] = []
            if let mix = line.mix, let saved = try? mix.mix.saved {
                let bought = mix.mix.purchases.map { purchase in
                    "\(Figures.number(purchase.units)) x \(mix.offers[purchase.offer].name) from "
                        + "month \(mix.firstMonth + purchase.start + 1)"
                }
                texts.append(
                    "\(line.id): \(bought.joined(separator: ", ")); saves "
                        + "\(saved.currency.code) \(saved.amount.rounded(saved.currency)) of "
                        + "\(mix.mix.allOnDemand.amount.rounded(saved.currency)) on demand")
            }
            if let reason = line.noTerms {
                texts.append("\(line.id): priced without terms: \(reason)")
            }
            if let waiver = line.stepped.waiver {
                texts.append(
                    "\(line.id): below the floor, waived by \(waiver.role): \(waiver.reason); "
                        + "until \(waiver.until)")
            }
            let split = line.runs.filter { $0.parts.count > 1 }.count
            if split > 0 {
                texts.append(
                    "\(line.id): the price changes inside \(split) "
                        + "\(split == 1 ? "month" : "months"), which is split by its days")
            }
            return texts
        }
        return texts.isEmpty ? [] : [.bullets(texts)]
    }

    private var steps: [DocumentBlock] {
        guard !basket.agreement.steps.isEmpty || basket.agreement.floor != nil else { return [] }
        let names = Dictionary(
            basket.agreement.steps.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
        let rows = basket.periods.flatMap { period -> [[String]] in
            let waterfall = period.waterfall
            let list = waterfall.list.amount
            let prefix = basket.periods.count > 1 ? "\(period.period.id): " : ""
            let steps = waterfall.subtotals.map { subtotal in
                [
                    prefix + (names[subtotal.stepID] ?? subtotal.stepID),
                    subtotal.amount.rounded(currency), subtotal.after.rounded(currency),
                    Self.share(list, subtotal.after),
                ]
            }
            let rounding = try? ExactRatio(waterfall.total.decimal)
                .subtracting(waterfall.net.amount)
            return [[prefix + "list", "", list.rounded(currency), ""]] + steps + [
                [
                    prefix + "rounding", (rounding ?? .zero).decimalText,
                    Figures.amount(waterfall.total), "",
                ]
            ]
        }
        return [
            .heading(level: 2, "From list to net"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("step"), .init("amount, \(currency.code)", isFigure: true),
                        .init("after it", isFigure: true),
                        .init("against the list", isFigure: true),
                    ], rows: rows)),
            .paragraph(
                basket.agreement.combination == .sequential
                    ? "Shares follow each other: each is of what the steps before left."
                    : "Shares are added: each is of the price in its level's book, down to nothing."
            ),
        ] + expired
    }

    /// Approvals that end before what they are applied to.
    private var expired: [DocumentBlock] {
        guard let end = basket.periods.last?.period.to else { return [] }
        var records = basket.agreement.steps.compactMap { step in
            step.approval.map { (step.name, $0) }
        }
        if case .waived(let approval)? = basket.agreement.floor?.rule {
            records.append(("floor", approval))
        }
        let texts = records.filter { $0.1.until < end }.map { name, approval in
            "\(name): approved by \(approval.role) until \(approval.until) only, and applied up to "
                + "\(end)"
        }
        return texts.isEmpty ? [] : [.bullets(texts)]
    }

    private static func share(_ list: ExactRatio, _ after: ExactRatio) -> String {
        guard !list.isZero, let left = try? after.divided(by: list),
            let change = try? left.subtracting(.one).multiplied(by: ExactRatio(100))
                .rounded(toScale: 2, mode: .halfUp)
        else { return "" }
        let sign = change.isNegative || change.isZero ? "" : "+"
        return "\(sign)\(change.padded(toScale: 2)) %"
    }
}

// What a line says of itself.
extension BasketOutline {
    /// The rates of the first month, with what they buy.
    static func unitPrice(_ line: BasketLine) -> String {
        guard let meter = line.runs.first?.parts.first?.meter else { return "" }
        let schedule = meter.schedule
        let isWhole = schedule.block == .one || meter.unit == .unitDay
        let block = isWhole ? "" : "\(Figures.number(schedule.block)) "
        let rates = schedule.tiers.map { tier in
            "\(tier.amount)" + (meter.unit == .percent ? " %" : "")
                + (tier.from.isZero ? "" : " above \(tier.from)")
        }.joined(separator: ", ")
        let plan = line.mix == nil ? meter.plan.name : "terms mixed"
        if meter.unit == .percent { return "\(rates) of other charges" }
        return switch schedule.model {
        case .flat: "\(schedule.currency.code) \(rates) a month, \(plan)"
        case .package:
            "\(schedule.currency.code) \(rates) per started \(block)\(meter.unit.rawValue), \(plan)"
        case .volume:
            "\(schedule.currency.code) \(rates) per \(block)\(meter.unit.rawValue), all at the "
                + "tier reached, \(plan)"
        case .graduated, .block:
            "\(schedule.currency.code) \(rates) per \(block)\(meter.unit.rawValue), \(plan)"
        }
    }

    /// What is asked a month; the first and the last where it grows.
    static func quantity(_ line: BasketLine) -> String {
        let first = line.runs.first?.quantity ?? .zero
        let last = line.runs.last?.quantity ?? .zero
        return first == last
            ? Figures.number(first) : "\(Figures.number(first)) to \(Figures.number(last))"
    }
}

extension ExactRatio {
    /// Rounded half up to the decimals of a currency, with commas, for a reader.
    func rounded(_ currency: Currency) -> String {
        let rounded = try? rounded(toScale: currency.minorUnits, mode: .halfUp)
        return (rounded ?? .zero).grouped(minimumScale: currency.minorUnits)
    }
}

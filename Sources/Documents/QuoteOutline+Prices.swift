import Catalog
import Clearance
import Eligibility
import Pricing
import Proposals
import Quantities
import Requirements

extension QuoteOutline {
    func prices(_ package: PricedPackage) -> [DocumentBlock] {
        [.heading(level: 2, "Price")] + lineTable(package) + arithmetic(package)
            + steps(package) + totals(package) + contract(package) + money(package)
            + basis(package)
    }

    private func lineTable(_ package: PricedPackage) -> [DocumentBlock] {
        let rows = runs(of: package.lines, alike: Self.areAlike).map { run in
            let line = run[0]
            return [
                Self.identifiers(run.map(\.id)), line.demandID,
                "\(line.quantity), \(line.site)", unitPrice(line), unitsAMonth(line),
                Self.times(run.count, "\(line.priced.months)"),
                Self.times(run.count, Figures.amount(line.priced.money)),
            ]
        }
        return [
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("line"), .init("workload"), .init("quantity and site"),
                        .init("unit price"), .init("units a month", isFigure: true),
                        .init("months", isFigure: true), .init(currency.code, isFigure: true),
                    ], rows: rows))
        ]
    }

    /// Lines that differ by their option period alone.
    private static func areAlike(_ one: QuoteLine, _ other: QuoteLine) -> Bool {
        one.origin == other.origin && one.product == other.product && one.meter == other.meter
            && one.monthlyQuantity == other.monthlyQuantity
            && one.priced.months == other.priced.months && one.priced.money == other.priced.money
            && one.period.id != "base" && other.period.id != "base"
    }

    /// Rows that follow each other and are alike, such as those of equal option periods.
    func runs<Row>(of rows: [Row], alike: (Row, Row) -> Bool) -> [[Row]] {
        var runs: [[Row]] = []
        for row in rows {
            if let last = runs.last?.last, alike(last, row) {
                runs[runs.count - 1].append(row)
            } else {
                runs.append([row])
            }
        }
        return runs
    }

    /// "L3", or "L3–L9" for a row that stands for several lines.
    static func identifiers(_ ids: [String]) -> String {
        guard ids.count > 1, let first = ids.first, let last = ids.last else {
            return ids.first ?? ""
        }
        return "\(first)–\(last)"
    }

    /// A figure of one line, as often as there are lines.
    static func times(_ count: Int, _ text: String) -> String {
        count > 1 ? "\(count) x \(text)" : text
    }

    /// What the price of a month is for; days are shown as a year's twelfth, pieces by their count.
    private func unitsAMonth(_ line: QuoteLine) -> String {
        let isDaily = line.meter.unit == .unitDay
        let units = Figures.number(line.monthlyQuantity) + (isDaily ? " / 12" : "")
        return line.priced.count == 1 ? units : "\(Figures.number(line.priced.count)) x \(units)"
    }

    private func steps(_ package: PricedPackage) -> [DocumentBlock] {
        guard !package.stepLines.isEmpty else { return [] }
        let rows = package.stepLines.map {
            [$0.id, $0.step.text, $0.step.authority, Figures.amount($0.priced.money)]
        }
        return [
            .heading(level: 3, "Steps that cost the customer something, once"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("line"), .init("step"), .init("by"),
                        .init(currency.code, isFigure: true),
                    ], rows: rows)),
            .paragraph("These amounts are the customer's own; the requirement states them."),
        ]
    }

    /// The rate that a calculator needs, with what it buys and under which plan.
    private func unitPrice(_ line: QuoteLine) -> String {
        let schedule = (try? line.meter.sharedAllowance)?.beyond ?? line.meter.schedule
        // A price by the day is for twelve twelfths of it; see `PriceBook`.
        let isWhole = schedule.block == .one || line.meter.unit == .unitDay
        let block = isWhole ? "" : "\(Figures.number(schedule.block)) "
        let rates = schedule.tiers.map { tier in
            tier.from.isZero ? "\(tier.amount)" : "\(tier.amount) above \(tier.from)"
        }
        let per: String
        switch schedule.model {
        case .flat: per = "a month, whatever the usage"
        case .package: per = "per started \(block)\(line.meter.unit.rawValue)"
        case .volume: per = "per \(block)\(line.meter.unit.rawValue), all at the tier reached"
        case .graduated, .block: per = "per \(block)\(line.meter.unit.rawValue)"
        }
        return "\(schedule.currency.code) \(rates.joined(separator: ", ")) \(per), "
            + line.meter.plan.name
    }

    private func arithmetic(_ package: PricedPackage) -> [DocumentBlock] {
        guard let line = package.lines.first else { return [] }
        let from = line.priced.termCharge.currency
        let base =
            "Each line is units a month x unit price x months, converted and rounded once, "
            + "half up"
            + (package.lines.contains { $0.priced.count > 1 }
                ? "; whole modules are rounded each, and then counted." : ".")
        guard from != currency else { return [.paragraph(base)] }
        let rates = ratesText(from)
        return [
            .paragraph(
                base + " \(rates). \(line.id): \(Figures.number(line.monthlyQuantity)) x "
                    + "\(rate(line)) x \(line.priced.months) = \(from.code) "
                    + "\(line.priced.termCharge.amount.decimalText); converted "
                    + "\(Figures.money(line.priced.money)).")
        ]
    }

    private func rate(_ line: QuoteLine) -> String {
        ((try? line.meter.sharedAllowance)?.beyond.tiers.first?.amount
            ?? line.meter.schedule.tiers.first?.amount ?? .zero).description
    }

    /// The dated rates by which an amount in a currency is converted.
    func ratesText(_ from: Currency) -> String {
        let shown = proposal.rates.rates.filter { $0.currency == from || $0.currency == currency }
            .map { "1 EUR = \($0.unitsPerEuro) \($0.currency.code)" }
        let table = proposal.rates.tableName(for: [from, currency])
        return "\(table) of \(proposal.rates.date): \(shown.joined(separator: ", "))"
    }

    private func totals(_ package: PricedPackage) -> [DocumentBlock] {
        let hasSteps = !package.stepLines.isEmpty
        let gap = hasSteps ? ["", "", "", ""] : ["", "", ""]
        var rows = package.periods.map { total in
            [
                "\(total.period.id), \(total.period.start) to \(total.period.end)",
                Figures.amount(total.cloud), Figures.amount(total.people),
            ] + (hasSteps ? [Figures.amount(total.steps)] : []) + [
                total.discountE4 == 0
                    ? "0" : "-" + Figures.roundedAmount(total.discountE4, currency),
                Figures.amount(total.net),
            ]
        }
        let waterfall = package.waterfall
        rows.append(
            ["total, before rounding"] + gap + [Figures.exact(waterfall.totalE4, currency)])
        rows.append(["rounding row"] + gap + [Figures.exact(waterfall.roundingE4, currency)])
        rows.append(["total evaluated, excluding tax"] + gap + [Figures.money(waterfall.total)])
        var blocks: [DocumentBlock] = [
            .heading(level: 3, "Totals"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("period"), .init("cloud", isFigure: true),
                        .init("people", isFigure: true),
                    ] + (hasSteps ? [.init("steps", isFigure: true)] : []) + [
                        .init("discounts", isFigure: true), .init("net", isFigure: true),
                    ], rows: rows)),
        ]
        if !package.discounts.isEmpty {
            blocks.append(.list(package.discounts.map { .init(mark: "-", text: text(of: $0)) }))
        }
        return blocks
    }

    /// A discount with its arithmetic: what it takes off, which shares of what, on which lines.
    private func text(of discount: QuotedDiscount) -> String {
        let shares = discount.row.slices.filter { $0.basisPoints > 0 }.map {
            "\(Figures.percent(basisPoints: $0.basisPoints)) of \(Figures.money($0.spend))"
        }
        let lines =
            discount.lineIDs.joined(separator: ", ")
            + (discount.year.map { ", their part of year \($0)" } ?? "")
        let spend = "spend \(Figures.money(discount.row.spend)) of \(lines)"
        guard !shares.isEmpty else { return "\(discount.title): nothing off; \(spend)" }
        return "\(discount.title): \(Figures.whole(discount.row.amountE4, currency)) off, "
            + "\(shares.joined(separator: " + ")); \(spend)"
    }

    private func basis(_ package: PricedPackage) -> [DocumentBlock] {
        let whole = package.claim.byBasis.map(\.amount.minorUnits).reduce(0, +)
        let shares = package.claim.byBasis.map {
            "\($0.basis.rawValue) \(Figures.money($0.amount)) "
                + "(\(Figures.percent($0.amount.minorUnits, of: whole)))"
        }
        var text =
            "What the total rests on, before discounts: " + shares.joined(separator: ", ")
            + "."
        if let range = package.range {
            text +=
                " At the low end of the indicative figures the best package costs "
                + "\(Figures.rounded(range.lowE4, currency)), at the high end "
                + "\(Figures.rounded(range.highE4, currency)); the choice "
                + (range.choiceStays ? "stays the same." : "changes.")
            if !range.highKeepsBudgets {
                text +=
                    " At the high end no package keeps the budgets: the amount is what the "
                    + "cheapest one costs without them."
            }
        }
        return [.paragraph(text)]
    }
}

extension ExactRatio {
    /// All digits where they end within twelve decimals, else rounded half up to six.
    var decimalText: String {
        if let exact = try? rounded(toScale: 12, mode: .halfUp), ExactRatio(exact) == self {
            return exact.description
        }
        return (try? rounded(toScale: 6, mode: .halfUp).description) ?? description
    }
}

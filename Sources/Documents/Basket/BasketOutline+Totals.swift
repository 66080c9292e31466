import Pricing
import Quantities

extension BasketOutline {
    private var currency: Currency { basket.agreement.currency }

    var totals: [DocumentBlock] {
        guard let totals = basket.totals else { return [] }
        var rows = [["base", Figures.amount(totals.base)]]
        rows += totals.options.map { option in
            switch option.price {
            case .priced(let money): [option.id, Figures.amount(money)]
            case .capped(let money): ["\(option.id), at most", Figures.amount(money)]
            case .toBeAgreed: ["\(option.id), to be agreed: not counted", ""]
            }
        }
        rows.append(["evaluated, excluding tax", Figures.amount(totals.evaluated)])
        if totals.surge.minorUnits != 0 || !totals.fees.isEmpty {
            rows.append(
                [
                    "surge, \(totals.terms.surgePercent) % of base and options but extensions",
                    Figures.amount(totals.surge),
                ])
            rows += totals.fees.map { fee in
                ["\(fee.fee.name), \(fee.fee.percent) % after surge", Figures.amount(fee.amount)]
            }
            rows.append(["evaluated, surge and fees", Figures.amount(totals.withFees)])
        }
        let bounds = [
            ("ceiling", totals.terms.ceiling), ("obligated", totals.terms.obligated),
            ("guaranteed minimum", totals.terms.minimum), ("exit", basket.agreement.exit),
        ]
        rows += bounds.compactMap { name, money in money.map { [name, Figures.amount($0)] } }
        let identities = ((try? totals.identities) ?? []).map {
            ($0.holds ? "holds: " : "DOES NOT HOLD: ") + $0.text
        }
        return [
            .heading(level: 2, "Totals"),
            .table(
                DocumentBlock.Table(
                    columns: [.init("what"), .init(currency.code, isFigure: true)], rows: rows)),
            .bullets(identities),
        ]
    }

    var taxes: [DocumentBlock] {
        let taxed = basket.taxes.map { tax -> [String] in
            guard let rule = tax.rule else {
                return ["no rule of the agreement", "", Figures.amount(tax.net), "not known"]
            }
            let kinds = rule.kinds.map(\.rawValue).sorted().joined(separator: ", ")
            return [
                rule.place + (kinds.isEmpty ? "" : ", \(kinds)")
                    + (rule.isReverseCharge ? ", owed by the buyer" : ""),
                "\(rule.percent) %", Figures.amount(tax.net), Figures.amount(tax.due),
            ]
        }
        var blocks: [DocumentBlock] = []
        if !taxed.isEmpty {
            blocks += [
                .heading(level: 2, "Tax, beside the totals"),
                .table(
                    DocumentBlock.Table(
                        columns: [
                            .init("where, on what"), .init("rate", isFigure: true),
                            .init("net", isFigure: true), .init("tax", isFigure: true),
                        ], rows: taxed)),
            ]
        }
        if let duty = basket.duty {
            let payer =
                duty.rule.incoterm.sellerPaysDuty
                ? "the seller pays it, and it is no part of the lines"
                : "the buyer pays it"
            blocks.append(
                .paragraph(
                    "Duty, \(duty.rule.percent) % on goods, \(duty.rule.incoterm.rawValue): "
                        + "\(Figures.money(duty.due)); \(payer)."))
        }
        return blocks
    }

    var credits: [DocumentBlock] {
        guard !basket.credits.isEmpty else { return [] }
        let rows = basket.credits.map { credit, amount in
            [
                credit.id, credit.reason, credit.belongsTo.map { "\($0)" } ?? "",
                Figures.amount(amount),
            ]
        }
        let sum = basket.credits.map(\.amount.minorUnits).reduce(0, +)
        var blocks: [DocumentBlock] = [
            .heading(level: 2, "Credits, beside the totals"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("credit"), .init("for"), .init("of the month"),
                        .init(currency.code, isFigure: true),
                    ], rows: rows)),
        ]
        if let totals = basket.totals, let minimum = totals.terms.minimum,
            totals.evaluated.minorUnits + sum < minimum.minorUnits
        {
            blocks.append(
                .paragraph(
                    "With the credits less is due than the guaranteed minimum of "
                        + "\(Figures.money(minimum)): the minimum is due."))
        }
        return blocks
    }

    var promise: [DocumentBlock] {
        guard let promise = basket.agreement.promise, !basket.promise.isEmpty else { return [] }
        let rows = basket.promise.map { row in
            [
                "\(row.percent) %", Figures.amount(row.counted), Figures.amount(row.uncounted),
                Figures.amount(row.shortfall), Figures.amount(row.overage),
                Figures.amount(row.due),
            ]
        }
        return [
            .heading(level: 2, "Spend commitment"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("consumption", isFigure: true), .init("counts", isFigure: true),
                        .init("does not", isFigure: true), .init("shortfall", isFigure: true),
                        .init("overage", isFigure: true), .init("due", isFigure: true),
                    ], rows: rows)),
            .paragraph(
                "Promised: \(Figures.money(promise.commitment.amount)); spend beyond it counts "
                    + "\(promise.commitment.overageFactor) times."),
        ]
    }

    var savings: [DocumentBlock] {
        guard let plan = basket.savings else { return [] }
        let code = plan.perHour.currency
        let rows = [
            ["promised an hour", plan.perHour.amount.decimalText],
            ["hours", Figures.number(Int64(plan.hours))],
            ["promise used", plan.used.amount.rounded(code)],
            ["promise lost", plan.lost.amount.rounded(code)],
            ["promise and what it did not reach", plan.total.amount.rounded(code)],
            ["the same without a promise", plan.without.amount.rounded(code)],
        ]
        return [
            .heading(level: 2, "Savings plan, beside the lines"),
            .table(
                DocumentBlock.Table(
                    columns: [.init("what"), .init(code.code, isFigure: true)], rows: rows)),
            .paragraph(
                (plan.isCheapest ? "No other promise costs less. " : "")
                    + "Each hour stands alone: the promise goes to the greatest saving first, and "
                    + "what an hour does not use is lost."),
        ]
    }

    var money: [DocumentBlock] {
        var items: [String] = []
        for row in basket.exposure?.rows ?? [] {
            items.append(
                "\(row.currency.code) 10 % down: \(Figures.money(row.lower)); 10 % up: "
                    + "\(Figures.money(row.upper)) "
                    + "(\(Figures.money(row.amount)) of the total is priced in it)")
        }
        if let settled = basket.settled, let totals = basket.totals {
            items.append(
                "paid in \(settled.currency.code): \(Figures.money(settled)), "
                    + basket.rates.words(
                        from: totals.evaluated.currency, to: settled.currency))
        }
        if let range = basket.range {
            items.append(
                "at the low end of indicative prices \(Figures.money(range.low)), at the high end "
                    + Figures.money(range.high))
        }
        return items.isEmpty ? [] : [.heading(level: 2, "What moves it"), .bullets(items)]
    }

    var conventions: [DocumentBlock] {
        let agreement = basket.agreement
        let hours =
            switch agreement.hours {
            case .average: "730 hours"
            case .actual: "the hours of the calendar, 672 to 744"
            case .longest: "744 hours"
            }
        let mode = Self.words(agreement.roundingMode)
        var items = [
            "a month of a meter that runs by the hour has \(hours); a part of a month counts by "
                + "its days",
            agreement.roundingPlace == .line
                ? "each line is rounded once, \(mode); totals are sums of the printed lines"
                : "the total of a period is rounded once, \(mode); printed lines may differ "
                    + "from it by cents",
            "surge, fees, taxes, duty and promised spend are rounded half up, once each",
            agreement.asOf.map { "prices of \($0) hold throughout" }
                ?? "each day has the price that the sheets give for it",
        ]
        let start = basket.periods.first?.period.from
        items += agreement.rates.filter { rate in
            rate.validUntil.map { end in start.map { end <= $0 } ?? false } ?? false
        }.map { rate in
            "the rate from \(rate.source.code) to \(rate.target.code) ended on "
                + "\(rate.validUntil.map { "\($0)" } ?? ""), before the first day it is used for"
        }
        let foreign = Set(basket.lines.map(\.list.currency)).subtracting([agreement.currency])
        items += foreign.sorted().map {
            "\($0.code) by \(basket.rates.words(from: $0, to: agreement.currency))"
        }
        return [.heading(level: 2, "How it is counted"), .bullets(items)]
    }

    static func words(_ mode: RoundingMode) -> String {
        switch mode {
        case .halfUp: "half up"
        case .halfEven: "half to even"
        case .down: "down"
        case .up: "up"
        case .floor: "to the lower"
        case .ceiling: "to the higher"
        }
    }
}

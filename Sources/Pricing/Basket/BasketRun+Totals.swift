import Catalog
import Quantities

extension BasketRun {
    /// Adds what is worked out from the sums of lines.
    ///
    /// - Parameter again: Prices the same basket at another end of indicative prices.
    func finished(_ priced: Priced, again: (Estimate) throws -> Priced) throws -> PricedBasket {
        let agreement = pricer.agreement
        let counted = try self.counted(priced)
        let totals =
            try priced.unpriced.isEmpty && !priced.periods.isEmpty
            ? self.totals(priced) : nil
        let credits = try agreement.credits.map {
            ($0, try $0.rounded(agreement.roundingMode))
        }
        let isIndicative = counted.contains { $0.line.basis == .indicative }
        var range: (low: Money, high: Money)?
        if totals != nil, isIndicative {
            range = (
                try self.totals(again(.low)).evaluated, try self.totals(again(.high)).evaluated
            )
        }
        return PricedBasket(
            lines: priced.lines, unpriced: priced.unpriced, periods: priced.periods,
            totals: totals, taxes: try taxes(counted), duty: try duty(counted), credits: credits,
            promise: totals == nil ? [] : try promise(counted),
            savings: try savings(priced),
            exposure: try totals.map { try exposure($0.evaluated, counted) },
            settled: try totals.flatMap { try settled($0.evaluated) },
            range: range, agreement: agreement, rates: pricer.rates)
    }

    /// A line with what of it counts towards totals.
    private typealias Counted = (line: BasketLine, amount: Money)

    /// Lines of the periods that count: of a capped one that passes its cap the cap, in proportion.
    private func counted(_ priced: Priced) throws -> [Counted] {
        try priced.periods.flatMap { one -> [Counted] in
            if one.period.isToBeAgreed { return [] }
            let lines = priced.lines.filter { $0.periodID == one.period.id }
            guard let cap = one.period.cap, try !one.waterfall.total.isAtMost(cap) else {
                return lines.map { ($0, $0.money) }
            }
            let parts = try cap.allocated(
                by: lines.map(\.money.minorUnits), remainder: .largestRemainder)
            return Array(zip(lines, parts))
        }
    }

    private func totals(_ priced: Priced) throws -> ContractTotals {
        let options = priced.periods.dropFirst().map { one -> ContractTotals.Option in
            let price: ContractTotals.OptionPrice
            if one.period.isToBeAgreed {
                price = .toBeAgreed
            } else if let cap = one.period.cap {
                price = .capped(cap)
            } else {
                price = .priced(one.waterfall.total)
            }
            return ContractTotals.Option(
                id: one.period.id, price: price, isExtension: one.period.isExtension)
        }
        return try ContractTotals(
            base: priced.periods[0].waterfall.total, options: Array(options),
            terms: pricer.agreement.terms)
    }

    /// Each rule on what it falls on, then what no rule falls on.
    private func taxes(_ lines: [Counted]) throws -> [PricedBasket.TaxAmount] {
        let rules = pricer.agreement.taxes
        guard !rules.isEmpty else { return [] }
        let zero = Money.zero(pricer.agreement.currency)
        var taxed: Set<String> = []
        var found = try rules.map { rule in
            let under = lines.filter { rule.falls(on: $0.line.row.kind, in: $0.line.place) }
            taxed.formUnion(under.map(\.line.id))
            let net = try under.reduce(zero) { try $0.adding($1.amount) }
            return PricedBasket.TaxAmount(rule: rule, net: net, due: try rule.due(on: net))
        }
        let rest = try lines.filter { !taxed.contains($0.line.id) }
            .reduce(zero) { try $0.adding($1.amount) }
        if rest.minorUnits != 0 {
            found.append(PricedBasket.TaxAmount(rule: nil, net: rest, due: zero))
        }
        return found
    }

    private func duty(_ lines: [Counted]) throws -> PricedBasket.DutyAmount? {
        try pricer.agreement.duty.map { rule in
            let zero = Money.zero(pricer.agreement.currency)
            let due = try lines.reduce(zero) {
                try $0.adding(rule.due(on: $1.amount, $1.line.row.kind))
            }
            return PricedBasket.DutyAmount(rule: rule, due: due)
        }
    }

    private func promise(_ lines: [Counted]) throws -> [SpendCommitment.Row] {
        guard let promise = pricer.agreement.promise else { return [] }
        let zero = Money.zero(pricer.agreement.currency)
        var (counted, uncounted) = (zero, zero)
        for line in lines {
            let counts =
                promise.counts.isEmpty
                || promise.counts.contains { PriceStep.matches($0, line.line.sku) }
            if counts {
                counted = try counted.adding(line.amount)
            } else {
                uncounted = try uncounted.adding(line.amount)
            }
        }
        return try SpendCommitment.shownPercents.map {
            try promise.commitment.row(counted: counted, uncounted: uncounted, percent: $0)
        }
    }

    private func exposure(_ total: Money, _ lines: [Counted]) throws -> CurrencyExposure {
        try CurrencyExposure(
            total: total, parts: lines.map { ($0.line.list.currency, $0.amount) })
    }

    private func settled(_ total: Money) throws -> Money? {
        guard let settlement = pricer.agreement.settlement,
            settlement != pricer.agreement.currency
        else { return nil }
        return try pricer.rates.convert(UnroundedMoney(total), to: settlement)
            .rounded(pricer.agreement.roundingMode)
    }
}

import Catalog
import Diagnostics
import Quantities

/// One run over a basket: charges, terms, steps, totals.
struct BasketRun {
    let pricer: BasketPricer
    let basket: Basket
    let drafts: [BasketDraft]

    private var agreement: PriceAgreement { pricer.agreement }
    private var currency: Currency { agreement.currency }

    /// Lines with their way to net, by period.
    struct Priced {
        var lines: [BasketLine] = []
        var unpriced: [PricedBasket.UnpricedRow] = []
        var periods: [PricedBasket.PeriodPrices] = []
        /// By line.
        var charges: [String: [MonthCharge]] = [:]
    }

    /// A line before its steps.
    private struct Listed {
        let draft: BasketDraft
        let runs: [BasketLine.Run]
        let mix: BasketLine.Mix?
        let list: UnroundedMoney
        let basis: PriceBasis
    }

    func priced(_ estimate: Estimate, into collector: FindingCollector) throws -> Priced {
        let months = MeterMonths(
            catalog: pricer.catalog, agreement: agreement, estimate: estimate)
        let found = try months.charges(of: drafts.map(\.use))
        var result = Priced()
        result.charges = found.charges
        var listed: [Listed] = []
        for draft in drafts {
            if let reason = missing(draft, found) {
                result.unpriced.append(
                    PricedBasket.UnpricedRow(
                        rowID: draft.row.id, meter: "\(draft.sku)@\(draft.offer.site.id)",
                        reason: reason))
                continue
            }
            let charges = found.charges[draft.id] ?? []
            guard checkPlan(draft, collector) else { continue }
            listed.append(
                try isShare(charges)
                    ? share(draft, charges, of: found, estimate)
                    : line(draft, charges, estimate))
        }
        for period in pricer.periods(basket) {
            let inside = listed.filter { $0.draft.period.id == period.id }
            let waterfall = try self.waterfall(inside)
            result.periods.append(.init(period: period, waterfall: waterfall))
            for (listed, stepped) in zip(inside, waterfall.lines) {
                result.lines.append(try line(listed, stepped))
            }
        }
        return result
    }

    /// Why a draft has no price; `nil` where it has one.
    private func missing(_ draft: BasketDraft, _ found: MeterMonths.Result) -> String? {
        if let month = found.missing[draft.id]?.first {
            let of = draft.plan == .onDemand ? "" : " with a \(draft.plan.name)"
            return "no price\(of) from \(month.from) on"
        }
        return found.beyond[draft.id].map { "\($0)" }
    }

    /// A single plan of whole terms has to fit the time.
    private func checkPlan(_ draft: BasketDraft, _ collector: FindingCollector) -> Bool {
        guard case .one(.committed(let months)) = draft.row.plan else { return true }
        if draft.months.allSatisfy(\.isWhole), draft.months.count.isMultiple(of: months) {
            return true
        }
        collector.report(
            .pricePlanDoesNotFit,
            "a \(PricePlan.committed(months: months).name) does not divide the time of "
                + "'\(draft.id)', \(draft.months[0].from) to "
                + "\(draft.months[draft.months.count - 1].to)", at: draft.row.location,
            help: "write 'cheapest' as its plan: whole terms are mixed with use without one")
        return false
    }

    private func line(
        _ draft: BasketDraft, _ charges: [MonthCharge], _ estimate: Estimate
    ) throws -> Listed {
        let runs = try self.runs(draft, charges)
        let basis = self.basis(charges)
        if case .cheapest = draft.row.plan, let mix = try mix(draft, charges, estimate) {
            return Listed(draft: draft, runs: runs, mix: mix, list: mix.mix.total, basis: basis)
        }
        return Listed(draft: draft, runs: runs, mix: nil, list: try sum(runs), basis: basis)
    }

    private func sum(_ runs: [BasketLine.Run]) throws -> UnroundedMoney {
        let zero = UnroundedMoney.zero(runs.first?.charge.currency ?? currency)
        return try runs.reduce(zero) { sum, run in
            let factor = try run.factor.multiplied(by: ExactRatio(run.months))
            return try sum.adding(run.charge.multiplied(by: factor))
        }
    }

    private func basis(_ charges: [MonthCharge]) -> PriceBasis {
        let all = Set(charges.flatMap { $0.parts.map(\.meter.basis) })
        return all.contains(.indicative)
            ? .indicative : all.contains(.derived) ? .derived : .published
    }

    /// Months in a row that are alike.
    private func runs(
        _ draft: BasketDraft, _ charges: [MonthCharge]
    ) throws -> [BasketLine.Run] {
        var runs: [BasketLine.Run] = []
        for (index, charge) in charges.enumerated() {
            let parts = charge.parts.map {
                BasketLine.Part(
                    days: $0.days, meter: $0.meter, units: $0.units, charge: $0.charge)
            }
            let factor = try self.factor(charge.month)
            let quantity = draft.quantities[index]
            let isAlike = runs.last.map { last in
                last.quantity == quantity && last.units == charge.units
                    && last.charge == charge.charge && last.factor == factor
                    && last.parts.map(\.meter) == parts.map(\.meter)
                    && (last.parts.count == 1 || last.parts == parts)
            }
            if let last = runs.last, isAlike == true {
                runs[runs.count - 1] = BasketLine.Run(
                    from: last.from, to: charge.month.to, months: last.months + 1,
                    quantity: quantity, units: last.units, parts: last.parts,
                    charge: last.charge, factor: factor)
            } else {
                runs.append(
                    BasketLine.Run(
                        from: charge.month.from, to: charge.month.to, months: 1,
                        quantity: quantity, units: charge.units, parts: parts,
                        charge: charge.charge, factor: factor))
            }
        }
        return runs
    }

    /// By what indices move a month of the contract.
    private func factor(_ month: BasketMonth) throws -> ExactRatio {
        guard let indexation = agreement.indexation,
            let start = pricer.periods(basket).first?.from
        else { return .one }
        let number = (month.start.year - start.year) * 12 + month.start.month - start.month
        return try indexation.factor(month: max(0, number))
    }
}

// Terms mixed into a line.
extension BasketRun {
    /// The cheapest mix of terms; `nil` where units are not whole, prices have tiers or move, or no
    /// term is sold.
    private func mix(
        _ draft: BasketDraft, _ charges: [MonthCharge], _ estimate: Estimate
    ) throws -> BasketLine.Mix? {
        guard agreement.indexation == nil, let first = charges.first?.parts.first?.meter,
            charges.allSatisfy({ $0.month.isWhole && $0.parts.count == 1 }),
            Self.isPlain(first), let units = Self.whole(draft.meterQuantities)
        else { return nil }
        let day = agreement.asOf ?? draft.months[0].from
        let book = PriceBook(
            pricer.catalog, asOf: day, estimate: estimate, preferring: currency)
        let terms = try pricer.catalog.plans(sku: draft.sku, at: draft.offer.site, on: day)
            .compactMap { plan -> (offer: CommitmentOffer, meter: Meter)? in
                guard plan != .onDemand,
                    let meter = try book.anyMeter(
                        sku: draft.sku, plan: plan, at: draft.offer.site),
                    Self.isPlain(meter), meter.unit == first.unit,
                    meter.schedule.currency == first.schedule.currency
                else { return nil }
                // A term of months is counted in months of the year, whatever bills count.
                let month = meter.unit.isHourly ? ExactDecimal(PriceBook.hoursPerMonth) : .one
                let offer = try CommitmentOffer(
                    name: plan.name, months: plan.months, upfront: .zero(first.schedule.currency),
                    monthly: meter.schedule.charge(for: month))
                return (offer, meter)
            }
        guard !terms.isEmpty else { return nil }
        let offers = terms.map(\.offer)
        let singles = try zip(charges, units).map { charge, count in
            count == 0
                ? UnroundedMoney.zero(first.schedule.currency)
                : try charge.charge.divided(by: ExactRatio(count))
        }
        let mix = try PlanMix.cheapest(units: units, onDemand: singles, offers: offers)
        return mix.purchases.isEmpty
            ? nil : BasketLine.Mix(offers: offers, meters: terms.map(\.meter), mix: mix)
    }

    /// One price for every unit.
    private static func isPlain(_ meter: Meter) -> Bool {
        meter.schedule.tiers.count == 1 && meter.schedule.model != .flat
            && meter.schedule.model != .package && meter.unit != .percent && meter.unit != .unit
    }

    private static func whole(_ quantities: [ExactDecimal]) -> [Int64]? {
        let whole = quantities.compactMap(\.wholeNumber)
        return whole.count == quantities.count ? whole : nil
    }
}

// Shares of other charges.
extension BasketRun {
    private func isShare(_ charges: [MonthCharge]) -> Bool {
        charges.contains { $0.parts.contains { $0.meter.unit == .percent } }
    }

    /// A line that is a share of what the same account pays the same provider in each month.
    private func share(
        _ draft: BasketDraft, _ charges: [MonthCharge], of found: MeterMonths.Result,
        _ estimate: Estimate
    ) throws -> Listed {
        let others = drafts.filter { other in
            other.offer.site.provider == draft.offer.site.provider
                && other.row.account == draft.row.account && other.row.payer == draft.row.payer
                && !isShare(found.charges[other.id] ?? [])
        }
        let shares = try charges.map { charge -> MonthCharge in
            guard let meter = charge.parts.first?.meter else { return charge }
            let schedule = try PercentageSchedule(
                tiers: meter.schedule.tiers, minimum: meter.rows.first?.minimum ?? .zero,
                currency: meter.schedule.currency)
            var sum = UnroundedMoney.zero(schedule.currency)
            for other in others {
                for month in found.charges[other.id] ?? []
                where month.month.start == charge.month.start {
                    sum = try sum.adding(month.charge)
                }
            }
            let due = try schedule.charge(on: sum)
            return MonthCharge(
                month: charge.month, units: sum.amount, charge: due,
                parts: [
                    .init(days: charge.month.days, meter: meter, units: sum.amount, charge: due)
                ])
        }
        return try line(draft, shares, estimate)
    }
}

// From list to net.
extension BasketRun {
    private func waterfall(_ listed: [Listed]) throws -> StepWaterfall {
        let lines = try listed.map { one in
            ListedLine(
                id: one.draft.id, sku: one.draft.sku, level: one.draft.row.level,
                list: try pricer.rates.convert(one.list, to: currency))
        }
        return try StepWaterfall(
            lines, steps: agreement.steps, combination: agreement.combination,
            floor: agreement.floor, currency: currency, place: agreement.roundingPlace,
            mode: agreement.roundingMode)
    }

    private func line(_ listed: Listed, _ stepped: SteppedLine) throws -> BasketLine {
        let draft = listed.draft
        return BasketLine(
            id: draft.id, row: draft.row, name: draft.offer.name, sku: draft.sku,
            site: draft.offer.site.id, provider: draft.offer.site.provider,
            periodID: draft.period.id, runs: listed.runs, mix: listed.mix, list: listed.list,
            rate: try pricer.rates.rate(from: listed.list.currency, to: currency),
            stepped: stepped, basis: listed.basis,
            place: draft.row.place ?? draft.offer.site.country.rawValue)
    }
}

import Catalog
import Diagnostics
import Quantities

/// One run over a basket: charges, terms, steps, totals.
struct BasketRun {
    let pricer: BasketPricer
    let basket: Basket
    let drafts: [BasketDraft]
    let periods: [PriceAgreement.Period]

    init(pricer: BasketPricer, basket: Basket, drafts: [BasketDraft]) {
        self.pricer = pricer
        self.basket = basket
        self.drafts = drafts
        periods = pricer.periods(basket)
    }

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
        /// Why no term was mixed in where that was asked.
        let noTerms: String?
        let list: UnroundedMoney
        let basis: PriceBasis
    }

    /// What came of looking for terms.
    private enum Mixed {
        case mixed(BasketLine.Mix)
        case without(String)
    }

    func priced(_ estimate: Estimate, into collector: FindingCollector) throws -> Priced {
        let months = MeterMonths(
            catalog: pricer.catalog, agreement: agreement, estimate: estimate)
        let found = try months.charges(of: drafts.map(\.use))
        var result = Priced()
        result.charges = found.charges
        var listed: [Listed] = []
        var shares: [BasketDraft] = []
        for draft in drafts {
            if let reason = missing(draft, found) {
                result.unpriced.append(
                    PricedBasket.UnpricedRow(
                        rowID: draft.row.id, meter: "\(draft.sku)@\(draft.offer.site.id)",
                        reason: reason))
                continue
            }
            let charges = found.charges[draft.id] ?? []
            if isShare(charges) {
                shares.append(draft)
            } else if checkPlan(draft, collector) {
                listed.append(try line(draft, charges, estimate))
            }
        }
        // Shares are of what the other lines come to.
        let paid = try paid(listed, found)
        for draft in shares {
            listed.append(
                try share(draft, found.charges[draft.id] ?? [], of: paid, estimate))
        }
        let order = Dictionary(
            drafts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { one, _ in one })
        listed.sort { (order[$0.draft.id] ?? 0) < (order[$1.draft.id] ?? 0) }
        for period in periods {
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
        if Set(draft.quantities).count > 1 {
            collector.report(
                .pricePlanDoesNotFit,
                "the quantity of '\(draft.id)' changes, and a term is paid for what it began with",
                at: draft.row.location,
                help: "write 'cheapest' as its plan: terms begin and end where that is cheapest")
            return false
        }
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
        guard case .cheapest = draft.row.plan else {
            return Listed(
                draft: draft, runs: runs, mix: nil, noTerms: nil, list: try sum(runs),
                basis: basis)
        }
        switch try mix(draft, charges, estimate) {
        case .mixed(let mix):
            return Listed(
                draft: draft, runs: runs, mix: mix, noTerms: nil,
                list: try mix.mix.total.adding(mix.rest), basis: basis)
        case .without(let reason):
            return Listed(
                draft: draft, runs: runs, mix: nil, noTerms: reason, list: try sum(runs),
                basis: basis)
        }
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
            let start = periods.first?.from
        else { return .one }
        let number = BasketMonths.elapsed(start, month.from)
        return try indexation.factor(month: max(0, number))
    }
}

// Terms mixed into a line.
extension BasketRun {
    /// The cheapest mix of terms over the whole months and whole units of a line; what is left of
    /// both is had without a term.
    private func mix(
        _ draft: BasketDraft, _ charges: [MonthCharge], _ estimate: Estimate
    ) throws -> Mixed {
        if agreement.indexation != nil { return .without("prices are indexed") }
        let whole = charges.indices.filter { charges[$0].month.isWhole }
        guard let start = whole.first, let end = whole.last,
            let first = charges[start].parts.first?.meter
        else { return .without("it has no whole month") }
        let inner = Array(start...end)
        guard inner.allSatisfy({ charges[$0].parts.count == 1 }), Self.isPlain(first) else {
            return .without("its price has tiers, or changes inside a month")
        }
        let terms = try self.terms(draft, first, estimate)
        if terms.isEmpty { return .without("no term is sold for it") }
        let units = try inner.map { try ExactRatio(draft.meterQuantities[$0]).floor() }
        let singles = try inner.map { try single(charges[$0], draft.meterQuantities[$0]) }
        let mix = try PlanMix.cheapest(
            units: units, onDemand: singles, offers: terms.map(\.offer))
        if mix.purchases.isEmpty { return .without("no term is cheaper than none") }
        var rest = UnroundedMoney.zero(first.schedule.currency)
        var monthly: [UnroundedMoney] = []
        for (index, charge) in charges.enumerated() {
            guard let place = inner.firstIndex(of: index) else {
                rest = try rest.adding(charge.charge)
                monthly.append(charge.charge)
                continue
            }
            let part = try ExactRatio(draft.meterQuantities[index])
                .subtracting(ExactRatio(units[place]))
            let open = try singles[place].multiplied(by: part)
            rest = try rest.adding(open)
            let running = try mix.purchases.filter {
                $0.start <= place && place < $0.start + terms[$0.offer].offer.months
            }.reduce(UnroundedMoney.zero(first.schedule.currency)) {
                let month = try terms[$1.offer].offer.perMonth
                return try $0.adding(month.multiplied(by: ExactRatio($1.units)))
            }
            let single = try singles[place].multiplied(by: ExactRatio(mix.onDemand[place]))
            monthly.append(try running.adding(single).adding(open))
        }
        return .mixed(
            BasketLine.Mix(
                offers: terms.map(\.offer), meters: terms.map(\.meter), mix: mix,
                firstMonth: start, rest: rest, monthly: monthly))
    }

    /// Price of one unit in a month.
    private func single(
        _ charge: MonthCharge, _ quantity: ExactDecimal
    ) throws -> UnroundedMoney {
        quantity.isZero
            ? .zero(charge.charge.currency)
            : try charge.charge.divided(by: ExactRatio(quantity))
    }

    /// The terms that the sheets sell for a meter, with what a unit and month of each costs.
    private func terms(
        _ draft: BasketDraft, _ first: Meter, _ estimate: Estimate
    ) throws -> [(offer: CommitmentOffer, meter: Meter)] {
        let day = agreement.asOf ?? draft.months[0].from
        let book = PriceBook(
            pricer.catalog, asOf: day, estimate: estimate, preferring: currency)
        return try pricer.catalog.plans(sku: draft.sku, at: draft.offer.site, on: day)
            .compactMap { plan in
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
    }

    /// One price for every unit.
    private static func isPlain(_ meter: Meter) -> Bool {
        meter.schedule.tiers.count == 1 && meter.schedule.model != .flat
            && meter.schedule.model != .package && meter.unit != .percent && meter.unit != .unit
    }
}

// Shares of other charges.
extension BasketRun {
    private func isShare(_ charges: [MonthCharge]) -> Bool {
        charges.contains { $0.parts.contains { $0.meter.unit == .percent } }
    }

    /// Who pays whom in which month of which period.
    private struct Payment: Hashable {
        let provider: ProviderID
        let account: String
        let payer: String
        let period: String
        let month: CalendarDate

        init(_ draft: BasketDraft, _ month: BasketMonth) {
            provider = draft.offer.site.provider
            account = draft.row.account
            payer = draft.row.payer
            period = draft.period.id
            self.month = month.start
        }
    }

    /// What accounts pay providers by month and currency; the cost of a term is spread over it.
    private func paid(
        _ listed: [Listed], _ found: MeterMonths.Result
    ) throws -> [Payment: [Currency: UnroundedMoney]] {
        var paid: [Payment: [Currency: UnroundedMoney]] = [:]
        for one in listed {
            for (index, charge) in (found.charges[one.draft.id] ?? []).enumerated() {
                let amount = one.mix?.monthly[index] ?? charge.charge
                let key = Payment(one.draft, charge.month)
                let known = paid[key]?[amount.currency] ?? .zero(amount.currency)
                paid[key, default: [:]][amount.currency] = try known.adding(amount)
            }
        }
        return paid
    }

    /// A line that is a share of what the same account pays the same provider in each month.
    private func share(
        _ draft: BasketDraft, _ charges: [MonthCharge],
        of paid: [Payment: [Currency: UnroundedMoney]], _ estimate: Estimate
    ) throws -> Listed {
        let shares = try charges.map { charge -> MonthCharge in
            guard let meter = charge.parts.first?.meter else { return charge }
            let schedule = try PercentageSchedule(
                tiers: meter.schedule.tiers, minimum: meter.rows.first?.minimum ?? .zero,
                currency: meter.schedule.currency)
            var sum = UnroundedMoney.zero(schedule.currency)
            for (_, amount) in (paid[Payment(draft, charge.month)] ?? [:]).sorted(by: {
                $0.key < $1.key
            }) {
                sum = try sum.adding(pricer.rates.convert(amount, to: schedule.currency))
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
            periodID: draft.period.id, runs: listed.runs, mix: listed.mix, noTerms: listed.noTerms,
            list: listed.list,
            rate: try pricer.rates.rate(from: listed.list.currency, to: currency),
            stepped: stepped, basis: listed.basis,
            place: draft.row.place ?? draft.offer.site.country.rawValue)
    }
}

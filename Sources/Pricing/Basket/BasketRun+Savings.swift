import Catalog
import Quantities

extension BasketRun {
    /// What a promise by the hour does to the use that it has rates for; `nil` where none is
    /// agreed.
    ///
    /// Whole months of meters that run by the hour at one price count, hour by hour; each hour of a
    /// month uses the same.
    func savings(_ priced: Priced) throws -> PricedBasket.Savings? {
        guard let promise = pricer.agreement.savings else { return nil }
        let hours = try kinds(promise, priced)
        guard !hours.isEmpty else { return nil }
        let plan: SavingsPlan
        if let perHour = promise.perHour {
            plan = try SavingsPlan(
                perHour: UnroundedMoney(amount: perHour, currency: promise.currency))
        } else {
            plan = try SavingsPlan.cheapest(for: hours, currency: promise.currency).plan
        }
        let none = try SavingsPlan(perHour: .zero(promise.currency))
        let zero = UnroundedMoney.zero(promise.currency)
        var (used, lost, total, without) = (zero, zero, zero, zero)
        for (uses, count) in hours {
            let hour = try plan.hour(uses)
            let times = ExactRatio(count)
            used = try used.adding(hour.used.multiplied(by: times))
            lost = try lost.adding(hour.lost.multiplied(by: times))
            total = try total.adding(hour.total.multiplied(by: times))
            without = try without.adding(none.hour(uses).total.multiplied(by: times))
        }
        return PricedBasket.Savings(
            perHour: plan.perHour, isCheapest: promise.perHour == nil,
            hours: hours.map(\.count).reduce(0, +), used: used, lost: lost, total: total,
            without: without)
    }

    /// The uses of an hour of each month, with how many hours it has.
    private func kinds(
        _ promise: PriceAgreement.SavingsPromise, _ priced: Priced
    ) throws -> [(uses: [SavingsPlan.Use], count: Int)] {
        var months: [CalendarDate: [SavingsPlan.Use]] = [:]
        let counted = Set(priced.lines.filter { $0.mix == nil }.map(\.id))
        for draft in drafts where counted.contains(draft.id) && !draft.period.isToBeAgreed {
            guard let rate = promise.rates[draft.sku] else { continue }
            for (index, charge) in (priced.charges[draft.id] ?? []).enumerated() {
                guard charge.month.isWhole, charge.parts.count == 1,
                    let meter = charge.parts.first?.meter, meter.unit.isHourly,
                    meter.plan == .onDemand, meter.schedule.currency == promise.currency,
                    meter.schedule.tiers.count == 1, meter.schedule.block == .one
                else { continue }
                months[charge.month.start, default: []].append(
                    SavingsPlan.Use(
                        sku: draft.sku, units: draft.meterQuantities[index],
                        onDemand: meter.schedule.tiers[0].amount, plan: rate))
            }
        }
        return months.sorted { $0.key < $1.key }.map { start, uses in
            (uses, pricer.agreement.hours.hours(year: start.year, month: start.month))
        }
    }
}

import Catalog
import LocatedInput
import Pricing
import Quantities
import Requirements

/// A part of a period, or all of it, with the meter that prices it.
struct PlanPart {
    let meter: Meter
    let period: Term.Period
}

extension CandidateBuilder {
    /// A plan with what a month of it costs in the requirement's currency.
    private struct Plan {
        let meter: Meter
        let term: Int
        let month: ExactRatio
    }

    /// Gives the cheapest way to have `units` of a sku through a period: whole terms one after the
    /// other, months without one; on demand only where asked.
    ///
    /// Every unit is needed in every month, so that all of them go the same way: the shortest path
    /// over the months of the period. Of equal prices the shorter commitment is taken, of equal
    /// ways the one whose terms come first.
    ///
    /// - Returns: The parts in the order of time; empty where there is no price.
    func cheapestPlans(
        sku: String, units: ExactDecimal, at site: Site, in period: Term.Period, onDemandOnly: Bool
    ) throws -> [PlanPart] {
        let plans = try self.plans(
            sku: sku, units: units, at: site, months: period.months, onDemandOnly: onDemandOnly)
        // Nothing is cheaper than the cheapest month, over and over, where its terms fill the time.
        guard let best = plans.first else { return [] }
        if period.months.isMultiple(of: best.term) {
            return [PlanPart(meter: best.meter, period: period)]
        }
        guard let way = try Self.way(through: period.months, plans) else { return [] }
        return try parts(of: period, way)
    }

    /// Plans that fit into a number of months, the cheapest month first, then the shortest term.
    private func plans(
        sku: String, units: ExactDecimal, at site: Site, months: Int, onDemandOnly: Bool
    ) throws -> [Plan] {
        var plans: [Plan] = []
        for plan in book.plans(sku: sku, at: site) {
            guard plan == .onDemand || (!onDemandOnly && plan.months <= months),
                let meter = try book.meter(sku: sku, plan: plan, at: site), meter.unit != .unit
            else { continue }
            // Plans of one sku may be metered by hour or by month, in one currency or another.
            let schedule = try meter.sharedAllowance?.beyond ?? meter.schedule
            let charge = try schedule.charge(for: Self.monthly(units, meter))
            let month = try rates.convert(charge, to: requirement.currency.value).amount
            plans.append(Plan(meter: meter, term: max(1, plan.months), month: month))
        }
        return plans.sorted { ($0.month, $0.term) < ($1.month, $1.term) }
    }

    /// The plans by which months are passed at least cost; `nil` where no way leads through.
    private static func way(through months: Int, _ plans: [Plan]) throws -> [Plan]? {
        // Least cost from each month to the end, with the plan that begins there.
        var least: [(cost: ExactRatio, plan: Int)?] = Array(repeating: nil, count: months + 1)
        least[months] = (.zero, -1)
        for month in stride(from: months - 1, through: 0, by: -1) {
            for (number, plan) in plans.enumerated() where month + plan.term <= months {
                guard let rest = least[month + plan.term] else { continue }
                let cost = try plan.month.multiplied(by: ExactRatio(plan.term)).adding(rest.cost)
                // Of equal ways the one that begins with the cheapest month, so with a term.
                if let known = least[month], known.cost <= cost { continue }
                least[month] = (cost, number)
            }
        }
        guard least[0] != nil else { return nil }
        var way: [Plan] = []
        var month = 0
        while month < months, let step = least[month] {
            way.append(plans[step.plan])
            month += plans[step.plan].term
        }
        return way
    }

    /// Terms of one plan that follow each other are one part.
    private func parts(of period: Term.Period, _ way: [Plan]) throws -> [PlanPart] {
        var runs: [(plan: Plan, months: Int)] = []
        for plan in way {
            if let last = runs.last, last.plan.meter.plan == plan.meter.plan {
                runs[runs.count - 1].months += plan.term
            } else {
                runs.append((plan, plan.term))
            }
        }
        var from = requirement.term.months(before: period)
        return try runs.map { run in
            let start = try requirement.term.start.adding(CalendarPeriod(months: from))
            from += run.months
            let end = try requirement.term.start.adding(CalendarPeriod(months: from))
            return PlanPart(
                meter: run.plan.meter,
                period: Term.Period(id: period.id, start: start, end: end, months: run.months))
        }
    }
}

import Assembly
import LocatedInput
import Quantities
import Requirements

/// Says a budget that stands against every package, and the least that would do.
struct BudgetRepair {
    let writer: ProposalWriter

    private var limits: BudgetLimits {
        BudgetLimits(writer.world.bound, rates: writer.world.rates)
    }

    private var problem: AssemblyProblem { writer.world.compiled.problem }

    /// A limit in the customer's words: amount, tax, scope, and what it is net.
    func words(_ budget: Budget, _ limitID: String) -> String {
        let part = limits.parts(of: budget).first { $0.id == limitID }
        let months = part?.months ?? 12
        let words = BudgetWords(limits: limits)
        let plain =
            "budget \(limitID) (\(budget.covers.value.word)) is at most "
            + "\(budget.amount.value.grouped)"
        guard let net = try? words.asLimit(budget, months: months) else {
            return budget.scope.isEmpty
                ? plain : plain + " for \(budget.scope.joined(separator: ", "))"
        }
        let clauses = (try? words.clauses(budget)) ?? []
        let share = months < 12 ? ", of which \(months) of 12 months" : ""
        return "\(plain), \(clauses.joined(separator: ", "))\(share): \(net)"
    }

    /// The least amount of a budget at which a package exists, in the budget's own terms.
    func repair(_ budget: Budget) -> String? {
        guard let (needed, answer) = try? leastAmount(of: budget) else { return nil }
        let most = budget.amount.value
        let more = Money(
            minorUnits: needed.minorUnits - most.minorUnits, currency: most.currency)
        let total = E4.text(answer.totalE4, writer.requirement.currency.value)
        let tax = budget.tax.value == .included ? ", tax included" : ""
        return
            "with budget \(budget.id) at \(needed.grouped)\(tax), \(more.grouped) more, a package "
            + "exists; it costs \(total) in all"
    }

    /// Finds the least stated amount of a budget that admits a package, and the cheapest one at it.
    ///
    /// The least of each measure that the budget bounds is found by solving for it. More may be
    /// needed, by a budget of several measures or where discounts lower others: halving finds it.
    private func leastAmount(of budget: Budget) throws -> (Money, AssemblyAnswer)? {
        let parts = limits.parts(of: budget)
        let ids = parts.map(\.id)
        var low: Int64 = 0
        for part in parts {
            let answer = writer.solver(problem.leastOf(part.measure, withoutLimits: ids))
            guard answer.status == .optimal else { return nil }
            low = max(low, try stated(answer, budget, part).minorUnits)
        }
        let currency = budget.amount.value.currency
        func money(_ units: Int64) -> Money { Money(minorUnits: units, currency: currency) }
        if let answer = try solved(budget, at: money(low)) { return (money(low), answer) }
        guard let free = solved(without: ids) else { return nil }
        var high = try parts.map { try stated(free, budget, $0).minorUnits }.max() ?? low
        guard var best = try solved(budget, at: money(high)) else { return nil }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if let answer = try solved(budget, at: money(middle)) {
                (high, best) = (middle, answer)
            } else {
                low = middle
            }
        }
        return (money(high), best)
    }

    /// The stated amount that allows an answer's whole total in one part.
    private func stated(
        _ answer: AssemblyAnswer, _ budget: Budget, _ part: BudgetLimits.Part
    ) throws -> Money {
        let net = Money(
            minorUnits: E4.minorUnitsUp(answer.totalE4),
            currency: writer.requirement.currency.value)
        return try limits.stated(allowing: net, of: budget, months: part.months)
    }

    /// Solves with a budget at another amount; `nil` where no package is proved.
    private func solved(_ budget: Budget, at amount: Money) throws -> AssemblyAnswer? {
        var problem = problem
        for part in limits.parts(of: budget) {
            for index in problem.limits.indices where problem.limits[index].id == part.id {
                problem.limits[index].max =
                    try limits.net(amount, of: budget, months: part.months).minorUnits
            }
        }
        let answer = writer.solver(problem)
        return answer.status == .optimal ? answer : nil
    }

    /// Solves without some limits; `nil` where no package is proved.
    func solved(without ids: [String]) -> AssemblyAnswer? {
        var problem = problem
        problem.limits.removeAll { ids.contains($0.id) }
        let answer = writer.solver(problem)
        return answer.status == .optimal ? answer : nil
    }
}

extension AssemblyProblem {
    /// Returns the problem whose total is one measure of this one, without some limits.
    ///
    /// Limits on the total cannot be kept, since the total is another, nor can those on measures
    /// that discounts lower which do not lower this one: they are left out, so that the least found
    /// is at most the true one.
    fileprivate func leastOf(_ measure: String, withoutLimits ids: [String]) -> AssemblyProblem {
        var problem = self
        problem.limits.removeAll { ids.contains($0.id) }
        guard measure != Self.totalMeasure else { return problem }
        problem.limits.removeAll { $0.measure == Self.totalMeasure }
        for demand in problem.demands.indices {
            for option in problem.demands[demand].options.indices {
                let measures = problem.demands[demand].options[option].measures
                problem.demands[demand].options[option].cost = measures[measure] ?? 0
            }
        }
        for pool in problem.staffPools.indices {
            for level in problem.staffPools[pool].levels.indices {
                let measures = problem.staffPools[pool].levels[level].measures
                problem.staffPools[pool].levels[level].headCost = measures[measure] ?? 0
            }
        }
        for enclave in problem.enclaves.indices {
            for place in problem.enclaves[enclave].places.indices {
                for module in problem.enclaves[enclave].places[place].modules.indices {
                    let measures =
                        problem.enclaves[enclave].places[place].modules[module].measures
                    problem.enclaves[enclave].places[place].modules[module].cost =
                        measures[measure] ?? 0
                }
            }
        }
        for charge in problem.charges.indices {
            problem.charges[charge].cost = problem.charges[charge].measures[measure] ?? 0
        }
        let others = problem.discounts.filter { !$0.reduces.contains(measure) }
        let lowered = Set(others.flatMap(\.reduces))
        problem.limits.removeAll { lowered.contains($0.measure) }
        problem.discounts.removeAll { !$0.reduces.contains(measure) }
        return problem
    }
}

import Assembly
import Pricing
import Quantities
import Requirements

extension PricedModule {
    /// The module of an enclave with what one adds to the measures of budgets.
    func assembled(
        in enclave: String, measuring measures: BudgetMeasures
    ) throws -> AssemblyProblem.Module {
        var module = assembled
        for line in lines {
            for (name, amount) in try measures.amounts(
                of: line.priced, in: line.period, for: [enclave], cut: .zero)
            {
                module.measures[name, default: 0] += amount
            }
        }
        return module
    }
}

extension BudgetMeasures {
    /// A step with a stated cost, paid once when one of `options` is chosen.
    func charge(
        step: String, cost: Money, options: [String], enclaves: Set<String>,
        rates: EuroReferenceRates
    ) throws -> AssemblyProblem.Charge {
        var measures = try amounts(ofOnce: cost, for: enclaves, rates: rates)
        measures.merge(["period/base": cost.minorUnits, "year/1": cost.minorUnits]) { $1 }
        return AssemblyProblem.Charge(
            id: "step/\(step)", cost: cost.minorUnits, anyOf: options.sorted(),
            measures: measures)
    }

    /// What an amount adds that is paid once, on the first day of the term.
    func amounts(
        ofOnce cost: Money, for enclaves: Set<String>, rates: EuroReferenceRates
    ) throws -> [String: Int64] {
        guard isNeeded, let base = requirement.term.periods.first else { return [:] }
        let priced = try PricedLine(
            id: "once", charge: .once(UnroundedMoney(cost)), months: base.months, rates: rates,
            currency: cost.currency, rounding: .halfUp)
        return try amounts(
            of: priced, on: .steps, in: base, for: enclaves, cut: .zero)
    }
}

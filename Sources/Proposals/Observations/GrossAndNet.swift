import Catalog
import LocatedInput
import Quantities
import Requirements

/// A budget that includes tax, while every price is net.
struct GrossAndNet: Observer {
    func observe(_ observed: ObservedCase) throws -> [Observation] {
        let limits = BudgetLimits(observed.bound, rates: observed.world.rates)
        return try observed.requirement.budgets.compactMap { budget in
            guard let percent = limits.percent(of: budget), !percent.isZero else { return nil }
            let gross = budget.amount.value
            let hundred = ExactRatio(100)
            let net = try UnroundedMoney(gross)
                .multiplied(by: hundred.divided(by: hundred.adding(ExactRatio(percent))))
                .rounded(.floor)
            let tax = try gross.subtracting(net)
            let above = try ExactDecimal(100).adding(percent)
            return Observation(
                kind: "gross-and-net", weight: .notice, paths: ["budgets.\(budget.id)"],
                text: "budget '\(budget.id)' of \(gross.grouped) includes tax of \(percent) %: it "
                    + "pays for \(net.grouped) of net prices, \(tax.grouped) less; every price "
                    + "and total in this answer is net",
                workings: [
                    "\(gross.grouped) x 100 / \(above) = \(net.grouped), rounded down to the "
                        + "smallest unit; the rest is tax: \(tax.grouped)"
                ] + sources(budget, observed))
        }
    }

    private func sources(_ budget: Budget, _ observed: ObservedCase) -> [String] {
        for (enclave, tax) in observed.bound.taxes
        where budget.scope.isEmpty || budget.scope.contains(enclave) {
            guard case .taxed(let tax) = tax else { continue }
            return [
                "\(tax.name) of \(tax.percent) % in \(tax.place): \(tax.provenance.source), "
                    + "\(tax.provenance.asOf), \(tax.provenance.confidence.rawValue)"
            ]
        }
        return []
    }
}

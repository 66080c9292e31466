import Assembly
import LocatedInput
import Quantities
import Requirements

extension Budget {
    /// Tells whether a limit of an assembly problem is this budget, or one year of it.
    func isLimit(_ limit: String) -> Bool { limit == id || limit.hasPrefix("\(id)/") }
}

/// What the budgets of a requirement are as limits of an assembly problem.
///
/// An amount becomes net minor units of the quote's currency in one step: pro rata months, less
/// tax, converted, all exact, then rounded down. A gross budget at rate r so admits exactly the net
/// totals whose (100 + r) / 100 is at most the budget.
struct BudgetLimits {
    let requirement: Requirement
    /// Percent of tax by enclave; none where it cannot be told.
    let percents: [String: ExactDecimal]
    let rates: EuroReferenceRates

    init(
        _ requirement: Requirement, percents: [String: ExactDecimal], rates: EuroReferenceRates
    ) {
        self.requirement = requirement
        self.percents = percents
        self.rates = rates
    }

    init(_ bound: BoundRequirement, rates: EuroReferenceRates) {
        var percents: [String: ExactDecimal] = [:]
        for entry in bound.taxes { percents[entry.enclave] = entry.tax.percent }
        self.init(bound.requirement, percents: percents, rates: rates)
    }

    /// One limit of a budget: all of it, or one year.
    struct Part {
        let id: String
        let measure: String
        /// As in "contract year 3", "2027-04, 9 months"; empty for the whole budget.
        let label: String
        /// Months of a year that is pro rata; 12 for a whole one.
        let months: Int
    }

    /// The limits of a budget, in order.
    func parts(of budget: Budget) -> [Part] {
        let scope = Self.prefix(budget)
        switch budget.covers.value {
        case .base:
            return [.init(id: budget.id, measure: "\(scope)period/base", label: "", months: 12)]
        case .option(let number):
            return [
                .init(
                    id: budget.id, measure: "\(scope)period/option-\(number)", label: "",
                    months: 12)
            ]
        case .evaluated:
            let measure =
                scope.isEmpty ? AssemblyProblem.totalMeasure : "\(scope)total"
            return [.init(id: budget.id, measure: measure, label: "", months: 12)]
        case .eachYear:
            return BudgetYears.months(in: requirement.term, from: budget.yearStart).map { year in
                let isContract = budget.yearStart == .contract
                let months = isContract ? 12 : min(12, year.months)
                return .init(
                    id: "\(budget.id)/year-\(year.key)", measure: "\(scope)year/\(year.key)",
                    label: (isContract ? "contract year \(year.key)" : "year \(year.key)")
                        + (months < 12 ? ", \(months) of 12 months" : ""),
                    months: months)
            }
        }
    }

    /// Begins the measures of a budget's scope; empty where it pays for everything.
    static func prefix(_ budget: Budget) -> String {
        guard !budget.scope.isEmpty else { return "" }
        let kind = budget.sharedPeople == .counted ? "scope" : "scope-own"
        return "\(kind)/\(budget.scope.joined(separator: "+"))/"
    }

    /// Percent of tax in an amount that includes it; `nil` where the amount is net.
    func percent(of budget: Budget) -> ExactDecimal? {
        guard budget.tax.value == .included else { return nil }
        let fleets = requirement.edge.map(\.enclaveID)
        let paid = (requirement.enclaves.map(\.id) + fleets).filter {
            budget.scope.isEmpty || budget.scope.contains($0)
        }
        return paid.compactMap { percents[$0] }.first
    }

    /// Net units of the quote's currency that one unit of the budget's amount allows.
    func factor(of budget: Budget, months: Int) throws -> ExactRatio {
        var factor = try ExactRatio(Int128(months), over: 12)
        if let percent = percent(of: budget) {
            let gross = try ExactRatio(ExactDecimal(100)).adding(ExactRatio(percent))
            factor = try factor.multiplied(by: ExactRatio(100).divided(by: gross))
        }
        let rate = try rates.rate(
            from: budget.amount.value.currency, to: requirement.currency.value)
        return try factor.multiplied(by: rate)
    }

    /// Most that may be spent net, in the quote's currency, where `amount` is stated.
    func net(_ amount: Money, of budget: Budget, months: Int) throws -> Money {
        let exact = try UnroundedMoney(amount).amount
            .multiplied(by: factor(of: budget, months: months))
        return try UnroundedMoney(amount: exact, currency: requirement.currency.value)
            .rounded(.floor)
    }

    /// Least amount that, stated as the budget, allows a net amount of the quote's currency.
    func stated(allowing net: Money, of budget: Budget, months: Int) throws -> Money {
        let exact = try UnroundedMoney(net).amount.divided(by: factor(of: budget, months: months))
        return try UnroundedMoney(amount: exact, currency: budget.amount.value.currency)
            .rounded(.ceiling)
    }

    /// Every limit of every budget.
    func limits() throws -> [AssemblyProblem.Limit] {
        try requirement.budgets.flatMap { budget in
            try parts(of: budget).map { part in
                .init(
                    id: part.id, measure: part.measure,
                    max: try net(budget.amount.value, of: budget, months: part.months).minorUnits)
            }
        }
    }
}

/// Says a budget in the customer's terms.
struct BudgetWords {
    let limits: BudgetLimits

    /// As in "tax included", "of enclaves a, b"; a clause each.
    func clauses(_ budget: Budget) throws -> [String] {
        var clauses: [String] = []
        switch budget.tax.value {
        case .excluded: clauses.append("tax excluded")
        case .exempt: clauses.append("exempt from tax")
        case .included:
            let percent = limits.percent(of: budget) ?? .zero
            clauses.append("tax of \(percent) % included")
        }
        if !budget.scope.isEmpty {
            clauses.append("for \(budget.scope.joined(separator: ", "))")
        }
        return clauses
    }

    /// What the stated amount is as a net limit of the quote's currency, where it is another
    /// figure; `nil` where it is the same.
    func asLimit(_ budget: Budget, months: Int) throws -> String? {
        let amount = budget.amount.value
        let net = try limits.net(amount, of: budget, months: months)
        return net == amount ? nil : "\(net.grouped) net"
    }
}

import LocatedInput
import Pricing
import Quantities
import Requirements

/// Works out what a priced amount adds to the measures of budgets that look at some enclaves only,
/// or at years that do not begin with the contract's.
///
/// People who serve enclaves inside and outside a scope count in full unless the budget leaves them
/// out, and so does a step that enclaves inside and outside wait for, always. Years that begin
/// elsewhere count a line net of a negotiated discount, rounded up; discounts with tiers and free
/// quantities lower no single such year, which errs to the safe side.
struct BudgetMeasures {
    let requirement: Requirement

    private var special: [Budget] {
        requirement.budgets.filter { budget in
            !budget.scope.isEmpty
                || (budget.covers.value == .eachYear && budget.yearStart != .contract)
        }
    }

    /// Whether any budget needs measures of its own.
    var isNeeded: Bool { !special.isEmpty }

    /// What an amount pays for: a budget may leave out people, and nothing else.
    enum Spending { case products, people, steps }

    /// Amounts by measure.
    ///
    /// - Parameters:
    ///   - enclaves: Those that the amount is spent for; several for shared people, and for a step
    ///     that several wait for.
    ///   - cut: Share of the amount that negotiated discounts take off, 0 to 1.
    func amounts(
        of priced: PricedLine, on spending: Spending = .products, in period: Term.Period,
        for enclaves: Set<String>, cut: ExactRatio
    ) throws -> [String: Int64] {
        var amounts: [String: Int64] = [:]
        for budget in special where counts(budget, spending, enclaves) {
            let prefix = BudgetLimits.prefix(budget)
            let units = priced.money.minorUnits
            switch budget.covers.value {
            case .base, .option: amounts["\(prefix)period/\(period.id)"] = units
            case .evaluated: amounts["\(prefix)total"] = units
            case .eachYear:
                let years = BudgetYears.months(
                    of: period, in: requirement.term, from: budget.yearStart)
                let parts = try priced.split(overMonths: years.map(\.months))
                let isContract = budget.yearStart == .contract
                for (year, part) in zip(years, parts) {
                    amounts["\(prefix)year/\(year.key)"] =
                        isContract
                        ? part.minorUnits : try Self.net(part.minorUnits, cut)
                }
            }
        }
        return amounts
    }

    private static func net(_ units: Int64, _ cut: ExactRatio) throws -> Int64 {
        try ExactRatio(units).multiplied(by: ExactRatio.one.subtracting(cut)).rounded(.ceiling)
    }

    private func counts(
        _ budget: Budget, _ spending: Spending, _ enclaves: Set<String>
    ) -> Bool {
        let scope = Set(budget.scope)
        if scope.isEmpty || enclaves.isSubset(of: scope) { return true }
        return (spending == .steps || budget.sharedPeople == .counted)
            && !enclaves.isDisjoint(with: scope)
    }

    /// Measures that a discount of a period lowers beside those of the whole requirement: the ones
    /// of scopes that hold every enclave whose lines it counts.
    ///
    /// - Parameter year: The contract year of the discount; `nil` where it spans the period.
    func reduced(by enclaves: Set<String>, in period: String, year: Int?) -> [String] {
        var names: [String] = []
        for budget in special where !budget.scope.isEmpty && enclaves.isSubset(of: budget.scope) {
            let prefix = BudgetLimits.prefix(budget)
            switch budget.covers.value {
            case .base, .option: names.append("\(prefix)period/\(period)")
            case .evaluated: names.append("\(prefix)total")
            case .eachYear:
                guard let year, budget.yearStart == .contract else { continue }
                names.append("\(prefix)year/\(year)")
            }
        }
        return Set(names).sorted()
    }

    /// Enclaves in groups that no budget and no tax tells apart, each sorted.
    static func groups(_ bound: BoundRequirement) -> [[String]] {
        var groups: [(signature: String, enclaves: [String])] = []
        for (enclave, tax) in bound.taxes {
            let scopes = bound.requirement.budgets.enumerated()
                .filter { $0.element.scope.contains(enclave) }.map { "\($0.offset)" }
            let signature = "\(tax.percent?.description ?? "?")/\(scopes.joined(separator: ","))"
            if let index = groups.firstIndex(where: { $0.signature == signature }) {
                groups[index].enclaves.append(enclave)
            } else {
                groups.append((signature, [enclave]))
            }
        }
        return groups.map { $0.enclaves.sorted() }
    }
}

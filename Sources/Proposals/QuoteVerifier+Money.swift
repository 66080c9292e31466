import Assembly
import Catalog
import Diagnostics
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Holds taxes, budgets and negotiated discounts against the requirement's text.
extension QuoteVerifier {
    /// Every budget is a limit of its kind with its amount, less tax and converted.
    func budgets(_ requirement: Requirement) -> [String] {
        var percents: [String: ExactDecimal] = [:]
        for part in file.taxes {
            for enclave in part.enclaves { percents[enclave] = part.percent }
        }
        let limits = BudgetLimits(requirement, percents: percents, rates: file.rates)
        var differences: [String] = []
        for budget in requirement.budgets {
            let solved = file.problem.limits.filter { budget.isLimit($0.id) }
            let untold =
                budget.tax.value == .included && limits.percent(of: budget) == nil
            let asked = try? limits.parts(of: budget).map { part in
                AssemblyProblem.Limit(
                    id: part.id, measure: part.measure,
                    max: try limits.net(
                        budget.amount.value, of: budget, months: part.months
                    ).minorUnits)
            }
            if untold || asked != solved {
                differences.append("budget '\(budget.id)' is not the problem's limit")
            }
        }
        return differences + negotiated(requirement)
    }

    /// Negotiated discounts are those of the requirement, at their rates.
    private func negotiated(_ requirement: Requirement) -> [String] {
        file.problem.discounts.compactMap { solved in
            let parts = solved.id.split(separator: "/")
            guard parts.first == "negotiated", parts.count > 1 else { return nil }
            let asked = requirement.discounts.first { $0.id == parts[1] }
            let points = asked.map { Int64($0.basisPoints) }
            let isSame =
                solved.tiers.count == 1 && solved.tiers.first?.from == 0
                && solved.tiers.first?.basisPoints == points
            return isSame ? nil : "discount '\(solved.id)' is not the requirement's"
        }
    }

    /// Each limit of a budget stands once, with what the package spends of it.
    func budgetUses() -> [String] {
        guard let requirement = embedded else { return [] }
        let answer = AssemblyAnswer(
            status: .feasible, totalE4: file.answer.totalE4, options: file.answer.options,
            modules: file.answer.modules, heads: file.answer.heads)
        let spent = PackageChecker.check(file.problem, answer).limitsE4
        let limits = file.problem.limits.filter { limit in
            requirement.budgets.contains { $0.isLimit(limit.id) }
        }
        var differences: [String] = []
        if limits.map(\.id).sorted() != file.budgets.map(\.limit).sorted() {
            differences.append("the budgets shown are not those of the problem")
        }
        for use in file.budgets {
            guard let limit = limits.first(where: { $0.id == use.limit }), let most = limit.max
            else { continue }
            differences += compare("budget \(use.limit), spent", use.spentE4) {
                spent[limit.id] ?? 0
            }
            differences += compare("budget \(use.limit), limit", use.limitNet.minorUnits) { most }
            differences += compare("budget \(use.limit), left", Int128(use.left.minorUnits)) {
                Int128(most) - Int128(E4.minorUnitsUp(use.spentE4))
            }
        }
        return differences
    }

    /// What budgets of some enclaves, or of years that begin with a month, look at.
    func budgetMeasures(
        of option: AssemblyProblem.Option, in enclave: String, _ lines: [QuoteFile.Line]
    ) -> [String] {
        guard let requirement = embedded else { return [] }
        let measures = BudgetMeasures(requirement: requirement)
        guard measures.isNeeded else { return [] }
        return compare("\(option.id), what budgets look at", budgetParts(of: option)) {
            var sums: [String: Int64] = [:]
            for line in lines {
                guard
                    let whole = requirement.term.evaluatedPeriods.first(where: {
                        $0.id == line.period
                    })
                else { continue }
                let period = Term.Period(
                    id: whole.id, start: line.from ?? whole.start, end: whole.end,
                    months: line.months)
                let amounts = try measures.amounts(
                    of: priced(line), in: period, for: [enclave],
                    cut: cut(line, requirement))
                for (name, amount) in amounts { sums[name, default: 0] += amount }
            }
            return sums
        }
    }

    private func budgetParts(of option: AssemblyProblem.Option) -> [String: Int64] {
        let contract = Set(file.lines.flatMap(\.years).map { "year/\($0.year)" })
        return option.measures.filter { name, _ in
            name.hasPrefix("scope/") || name.hasPrefix("scope-own/")
                || (name.hasPrefix("year/") && !contract.contains(name))
        }
    }

    private func cut(_ line: QuoteFile.Line, _ requirement: Requirement) throws -> ExactRatio {
        let held = negotiated(on: line, requirement).map(\.basisPoints)
        return try DiscountOrder(requirement.contract).share(held)
    }

    /// Discounts that the file takes off a line, in the order of the requirement.
    func negotiated(
        on line: QuoteFile.Line, _ requirement: Requirement
    ) -> [NegotiatedDiscount] {
        requirement.discounts.filter { discount in
            file.discounts.contains {
                $0.id.hasPrefix("negotiated/\(discount.id)/") && $0.lines.contains(line.id)
            }
        }
    }

    /// Parts by tax sum to the lines and to the total; the tax of each recomputes.
    func taxes() -> [String] {
        guard let requirement = embedded else { return [] }
        var enclaves: [String: String] = [:]
        for demand in file.problem.demands {
            for option in demand.options { enclaves[option.id] = demand.enclave }
        }
        let taxed = file.taxes.flatMap(\.enclaves)
        let known = requirement.enclaves.map(\.id) + requirement.edge.map(\.enclaveID)
        var differences: [String] = []
        if taxed.sorted() != known.sorted() {
            differences.append("the enclaves taxed are not those of the requirement")
        }
        for part in file.taxes {
            let name = "tax of \(part.enclaves.joined(separator: ", "))"
            differences += compare("\(name), products", part.cloud) {
                try sum(
                    file.lines.filter { line in
                        let place = line.module?.place.split(separator: "/").first
                        let enclave =
                            place.map(String.init) ?? line.option.flatMap { enclaves[$0] }
                        return part.enclaves.contains(enclave ?? "")
                    }.map(\.amount))
            }
            guard let percent = part.percent else { continue }
            differences += compare(name, part.due) {
                let share = try ExactRatio(percent).divided(by: ExactRatio(100))
                return try UnroundedMoney(part.net).multiplied(by: share).rounded(.halfUp)
            }
            differences += compare("\(name), with tax", part.gross) {
                try part.due.map { try part.net.adding($0) }
            }
        }
        differences += compare("people by tax", try? sum(file.taxes.map(\.people))) {
            try sum(file.people.map(\.amount))
        }
        differences += compare("steps by tax", try? sum(file.taxes.map(\.steps))) {
            try sum(file.steps.map(\.amount))
        }
        differences += compare("nets by tax", try? sum(file.taxes.map(\.net))) {
            file.total.amount
        }
        return differences
    }
}

import Assembly
import LocatedInput
import Quantities
import Requirements

extension AnswerWriter {
    /// What the package takes of each budget.
    func budgetAnswers() throws -> [RequirementAnswer] {
        let limits = BudgetLimits(writer.world.bound, rates: writer.world.rates)
        let words = BudgetWords(limits: limits)
        return try requirement.budgets.map { budget in
            var asked = ["\(budget.covers.value.word), at most \(budget.amount.value.grouped)"]
            asked += try words.clauses(budget)
            if let net = try words.asLimit(budget, months: 12) { asked.append("that is \(net)") }
            return RequirementAnswer(
                path: "budgets.\(budget.id)", asked: asked.joined(separator: ", "),
                status: .met, answer: "kept: \(spent(budget))")
        }
    }

    /// What is spent of a budget; of a yearly one, the year with least left.
    private func spent(_ budget: Budget) -> String {
        let uses = budgets.filter { $0.budgetID == budget.id }
        let currency = requirement.currency.value
        guard let use = uses.min(by: { $0.left.minorUnits < $1.left.minorUnits }) else {
            return "nothing is spent"
        }
        let net = E4.text(use.spentE4, currency)
        guard budget.covers.value == .eachYear else {
            let own = use.spent.grouped
            return budget.amount.value.currency == currency && budget.tax.value != .included
                ? net : "\(own) (\(net) net)"
        }
        return "in every year; \(use.label) has least left: \(net) spent of "
            + "\(use.limit.grouped)"
    }
}

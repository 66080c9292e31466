import LocatedInput
import Quantities
import Requirements

/// A yearly cap and a budget of the base period or of everything that say different things.
struct BudgetsDisagree: Observer {
    func observe(_ observed: ObservedCase) throws -> [Observation] {
        let budgets = observed.requirement.budgets
        var found: [Observation] = []
        for yearly in budgets where yearly.covers.value == .eachYear {
            for whole in budgets where Self.isComparable(whole, yearly) {
                guard let one = try compare(whole, yearly, observed) else { continue }
                found.append(one)
            }
        }
        return found
    }

    /// Only amounts in the same currency and on the same tax and scope say the same thing.
    private static func isComparable(_ whole: Budget, _ yearly: Budget) -> Bool {
        switch whole.covers.value {
        case .base, .evaluated: break
        case .eachYear, .option: return false
        }
        return whole.amount.value.currency == yearly.amount.value.currency
            && whole.tax.value == yearly.tax.value && whole.scope == yearly.scope
    }

    private func compare(
        _ whole: Budget, _ yearly: Budget, _ observed: ObservedCase
    ) throws -> Observation? {
        let term = observed.requirement.term
        let periods =
            whole.covers.value == .base ? Array(term.periods.prefix(1)) : term.evaluatedPeriods
        let months = periods.map(\.months).reduce(0, +)
        let cap = yearly.amount.value
        let caps = try UnroundedMoney(cap)
            .multiplied(by: ExactRatio(Int128(months), over: 12)).rounded(.floor)
        let budget = whole.amount.value
        guard caps != budget else { return nil }
        let over = try caps.subtracting(budget)
        let isMore = !over.isNegative
        let difference = isMore ? over : try over.negated()
        let years = try ExactRatio(Int128(months), over: 12).rounded(toScale: 2, mode: .halfUp)
        let span = whole.covers.value == .base ? "the base period" : "the evaluated term"
        let consequence =
            isMore
            ? "\(difference.grouped) more than budget '\(whole.id)', so that not every year can "
                + "use its cap"
            : "\(difference.grouped) less than budget '\(whole.id)', so that this much of it "
                + "cannot be spent"
        return Observation(
            kind: "budgets-disagree", weight: .notice,
            paths: ["budgets.\(yearly.id)", "budgets.\(whole.id)"],
            text: "\(years) years of \(span) at the yearly \(cap.grouped) are \(caps.grouped), "
                + consequence,
            workings: [
                "\(years) x \(cap.grouped) = \(caps.grouped); budget '\(whole.id)': "
                    + "\(budget.grouped); difference \(difference.grouped)"
            ] + (isMore ? try room(cap, budget, months) : []) + dearest(yearly, observed),
            wayOut: "say which of the two holds; both are kept until then")
    }

    /// How far a year may be above the average: what is paid at the start counts to the first.
    private func room(_ cap: Money, _ budget: Money, _ months: Int) throws -> [String] {
        let average = try UnroundedMoney(budget)
            .multiplied(by: ExactRatio(12, over: Int128(months))).rounded(.floor)
        return [
            "the budget is \(average.grouped) a year on average; one year may take "
                + "\(try cap.subtracting(average).grouped) more: what is paid at the start, such "
                + "as hardware, counts to its first year"
        ]
    }

    /// The years against the cap: one with more hardware at its start is dearer.
    private func dearest(_ yearly: Budget, _ observed: ObservedCase) -> [String] {
        let uses = observed.package?.budgets.filter { $0.budgetID == yearly.id } ?? []
        let currency = observed.requirement.currency.value
        guard let most = uses.min(by: { $0.left.minorUnits < $1.left.minorUnits }) else {
            return []
        }
        return uses.map {
            "\($0.label): \(E4.text($0.spentE4, currency)) of \($0.limit.grouped)"
                + ($0.limitID == most.limitID ? ", least left: \($0.left.grouped)" : "")
        }
    }
}

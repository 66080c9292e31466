package import Quantities
package import Requirements

/// The tax on the enclaves of a package that are treated alike.
package struct TaxPart: Sendable {
    /// Whose lines and people it sums.
    package let enclaves: [String]
    /// What falls on them.
    package let tax: EnclaveTax
    /// Lines before discounts.
    package let cloud: Money
    /// Their part of the people.
    package let people: Money
    /// Steps that are paid once, shared equally by the enclaves that wait for them.
    package let steps: Money
    /// Their part of the discounts, in ten-thousandths of a minor unit.
    package let discountE4: Int64
    /// Cloud, people and steps less discounts; the parts sum to the quote's total.
    package let net: Money
    /// Of the net amount, rounded half up once; `nil` where the rate cannot be told.
    package let due: Money?
    /// Net and tax; `nil` where the rate cannot be told.
    package let gross: Money?
}

/// What a package takes of a budget, or of one of its years.
package struct BudgetUse: Sendable {
    /// The budget's id.
    package let budgetID: String
    /// The limit of the assembly problem.
    package let limitID: String
    /// Which year, as in "contract year 3"; empty for the whole budget.
    package let label: String
    /// Net amount in ten-thousandths of a minor unit of the quote's currency.
    package let spentE4: Int64
    /// The most that it may be: the budget as a net amount of the quote's currency.
    package let limit: Money
    /// The budget's amount as stated, of a year pro rata, rounded down.
    package let stated: Money
    /// What is spent in the budget's own terms: with tax where it includes tax, in its currency;
    /// converted once, rounded up.
    package let spent: Money
    /// The limit less what is spent, rounded down to the minor unit.
    package let left: Money
}

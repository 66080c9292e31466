import Assembly
import Diagnostics
import LocatedInput
import Pricing
import Quantities

/// A quote as its file states it: only what a recomputation needs.
package struct QuoteFile: Sendable {
    /// Names the form of the file.
    package static let format = "sovereign-quote/1"

    let currency: Currency
    let rates: EuroReferenceRates
    let requirementText: String
    /// What was set on top of the text before it was quoted.
    let requirementSettings: [String]
    let requirementHash: String
    let lines: [Line]
    let people: [Head]
    let steps: [Step]
    /// What the file says of each list of people that the customer asks for.
    let lists: [PeopleList]
    let discounts: [Discount]
    let periods: [Period]
    /// `nil` in files of versions that did not write it.
    let contract: Contract?
    let taxes: [Tax]
    let budgets: [BudgetUse]
    let total: Total
    let problem: AssemblyProblem
    let answer: Answer
    let change: Change?

    /// Totals that follow from the periods and the requirement's contract.
    struct Contract: Sendable, Equatable {
        let evaluated: Money
        let surge: Money
        let withFees: Money
    }

    struct Line: Sendable {
        let id: String
        /// The option that it is part of; `nil` for a module.
        let option: String?
        let module: Module?
        let period: String
        /// First day of the part of the period that it prices; `nil` in files that do not say.
        let from: CalendarDate?
        let months: Int
        let committedMonths: Int
        let schedule: RateSchedule
        let unitsPerMonth: ExactDecimal
        /// The meter's name in its price sheet.
        let sku: String
        /// Units that an account has free in a month; none where its tiers are the line's own.
        let freeUnits: ExactDecimal?
        /// Amounts of the price facts that the tiers come from.
        let factAmounts: [ExactDecimal]
        let termCharge: ExactRatio
        let amount: Money
        let years: [Year]
    }

    /// How many modules of a kind a place buys.
    struct Module: Sendable, Equatable {
        let id: String
        let place: String
        let count: Int64
    }

    /// A step paid once.
    struct Step: Sendable {
        let id: String
        let step: String
        let period: String
        let amount: Money
    }

    /// The part of a line that falls into one contract year.
    struct Year: Sendable, Equatable {
        let year: Int
        let months: Int
        let amount: Money
    }

    struct Head: Sendable {
        let id: String
        let pool: String
        let level: String?
        let heads: Int64
        let period: String
        let months: Int
        let dayRate: UnroundedMoney
        let billedDaysPerYear: ExactRatio
        let perHead: Money
        let amount: Money
    }

    /// People of one list of the requirement.
    struct PeopleList: Sendable {
        let id: String
        let hired: Int64
        let inSeats: Int64
        let bench: Int64
        let cleared: Int64?
        let newCases: Int64?
    }

    struct Discount: Sendable {
        let id: String
        let discount: ProgrammeDiscount
        /// Contract year whose part of each line counts; none where the whole line does.
        let year: Int?
        let lines: [String]
        let reduces: [String]
        let amountE4: Int64
    }

    struct Period: Sendable {
        let id: String
        let cloud: Money
        let people: Money
        let steps: Money
        let discountE4: Int64
        let net: Money
    }

    /// Enclaves on which one tax falls; empty in files that do not say.
    struct Tax: Sendable {
        let enclaves: [String]
        /// None where the rate cannot be told.
        let percent: ExactDecimal?
        let cloud: Money
        let people: Money
        let steps: Money
        let net: Money
        let due: Money?
        let gross: Money?
    }

    /// What is said of a budget, or of one year of it.
    struct BudgetUse: Sendable {
        /// The limit of the problem that it is.
        let limit: String
        let spentE4: Int64
        let limitNet: Money
        let left: Money
    }

    struct Total: Sendable {
        let list: Money
        let totalE4: Int64
        let roundingE4: Int64
        let amount: Money
    }

    /// What the settings changed: all in ten-thousandths of a minor unit.
    struct Change: Sendable {
        let beforeE4: Int64
        let afterE4: Int64
        let causesE4: [Int64]
        let effectsE4: [Int64]
    }

    struct Answer: Sendable {
        let status: String
        let totalE4: Int64
        let options: [String]
        let heads: [String: [String: Int64]]
        let modules: [String: [String: Int64]]
    }
}

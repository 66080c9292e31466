package import Catalog
package import Quantities

/// A basket with every line priced, or with what has no price.
package struct PricedBasket: Sendable {
    /// In the order of rows, meters and periods.
    package let lines: [BasketLine]
    /// What has no price, in the order of rows.
    package let unpriced: [UnpricedRow]
    /// Each period with its way from list to net; the first is the base.
    package let periods: [PeriodPrices]
    /// Base, options, surge, fees and bounds; `nil` where something has no price.
    package let totals: ContractTotals?
    /// Taxes on what is evaluated, each rounded once.
    package let taxes: [TaxAmount]
    /// Duty on goods; `nil` where none is agreed.
    package let duty: DutyAmount?
    /// Credits, each rounded once.
    package let credits: [(credit: Credit, amount: Money)]
    /// Consumption against what is promised.
    package let promise: [SpendCommitment.Row]
    /// What a promise by the hour does; `nil` where none is agreed, or nothing counts towards it.
    package let savings: Savings?
    /// What currencies of the sheets move.
    package let exposure: CurrencyExposure?
    /// What is evaluated, in the currency that is paid in; `nil` where that is the same.
    package let settled: Money?
    /// What is evaluated at the ends of indicative prices; `nil` where none is indicative.
    package let range: (low: Money, high: Money)?
    /// What it was priced under.
    package let agreement: PriceAgreement
    /// By which rates.
    package let rates: ExchangeTable

    /// What a period comes to.
    package struct PeriodPrices: Sendable {
        /// The period.
        package let period: PriceAgreement.Period
        /// From list to net; `nil` for one that is agreed later.
        package let waterfall: StepWaterfall
    }

    /// A row, or a part of one, without a price.
    package struct UnpricedRow: Sendable, Hashable {
        /// The row's id.
        package let rowID: String
        /// The meter at its site.
        package let meter: String
        /// Why, with the first month that it holds for.
        package let reason: String
    }

    /// A promise by the hour with what came of it, beside the lines, in the currency of its rates.
    package struct Savings: Sendable, Hashable {
        /// What is promised.
        package let perHour: UnroundedMoney
        /// Whether no other promise costs less.
        package let isCheapest: Bool
        /// Hours that were looked at.
        package let hours: Int
        /// What of the promise was used.
        package let used: UnroundedMoney
        /// What of it was lost.
        package let lost: UnroundedMoney
        /// The promise and what it did not reach.
        package let total: UnroundedMoney
        /// The same use without a promise.
        package let without: UnroundedMoney
    }

    /// A tax with what it falls on.
    package struct TaxAmount: Sendable, Hashable {
        /// The rule; `nil` for lines that no rule falls on.
        package let rule: TaxRule?
        /// Sum of the lines that it falls on.
        package let net: Money
        /// Rounded half up once.
        package let due: Money
    }

    /// Duty with what it falls on.
    package struct DutyAmount: Sendable, Hashable {
        /// The rule.
        package let rule: DutyRule
        /// Rounded half up on each line.
        package let due: Money
    }

    /// Finds a line.
    package func line(_ id: String) -> BasketLine? { lines.first { $0.id == id } }
}

/// One priced line of a basket: a meter of a row in a period.
package struct BasketLine: Sendable {
    /// Row, then number of its meter where it has several, then period where there are several.
    package let id: String
    /// The row it comes from.
    package let row: BasketRow
    /// As tables print the offer.
    package let name: String
    /// The meter.
    package let sku: String
    /// Where it is used.
    package let site: SiteID
    /// Who bills it.
    package let provider: ProviderID
    /// In which part of the contract.
    package let periodID: String
    /// Months that are alike, in order.
    package let runs: [Run]
    /// Terms that were mixed in; `nil` for a line of one plan.
    package let mix: Mix?
    /// Why no term was mixed in where that was asked; `nil` where one was, or none was asked.
    package let noTerms: String?
    /// At list, in the currency of the sheet, indexed where prices are.
    package let list: UnroundedMoney
    /// Units of the agreement's currency for one of the sheet's.
    package let rate: ExactRatio
    /// From list to net.
    package let stepped: SteppedLine
    /// The weakest basis of its prices.
    package let basis: PriceBasis
    /// Country of supply.
    package let place: String

    /// Months in a row that have the same arithmetic.
    package struct Run: Sendable, Hashable {
        /// First day.
        package let from: CalendarDate
        /// First day after.
        package let to: CalendarDate
        /// How many.
        package let months: Int
        /// What is asked in each, in units of the offer.
        package let quantity: ExactDecimal
        /// Units of the meter in each.
        package let units: ExactRatio
        /// Parts with a price of their own; one where the price does not change.
        package let parts: [Part]
        /// Charge of each month, unrounded.
        package let charge: UnroundedMoney
        /// By what indices move the charge; 1 where they do not.
        package let factor: ExactRatio
    }

    /// Days of a month under one sheet.
    package struct Part: Sendable, Hashable {
        /// How many.
        package let days: Int
        /// The sheet's meter.
        package let meter: Meter
        /// Units of the meter.
        package let units: ExactRatio
        /// Their charge, unrounded.
        package let charge: UnroundedMoney
    }

    /// Terms mixed into a line.
    package struct Mix: Sendable {
        /// What can be bought.
        package let offers: [CommitmentOffer]
        /// The sheets' meters of the offers, in their order.
        package let meters: [Meter]
        /// What is bought, and what it saves; months count from `firstMonth`.
        package let mix: PlanMix
        /// Month of the line, from 0, in which the mix begins.
        package let firstMonth: Int
        /// Parts of months and of units, had without a term.
        package let rest: UnroundedMoney
        /// What each month of the line comes to, terms spread over their months.
        package let monthly: [UnroundedMoney]
    }

    /// The amount, in whole minor units.
    package var money: Money { stepped.money }
}

package import Quantities

/// What better prices in some quotes oblige a seller to in others.
package struct ParityReport: Sendable {
    /// The quotes, in the order given.
    package let quotes: [Quote]
    /// In the order of the quotes that hold a clause, then clause, then what triggers it.
    package let obligations: [Obligation]
    /// Clauses that nothing triggers, as "quote: clause".
    package let untouched: [String]

    /// A quote that was looked at.
    package struct Quote: Sendable, Hashable {
        /// As it was named.
        package let name: String
        /// As the requirement is titled.
        package let title: String
        /// Kind of customer.
        package let kind: String
        /// Date of judgement: the day on which its prices are offered.
        package let asOf: CalendarDate
    }

    /// What makes another price the better one.
    package enum Cause: String, Sendable, Hashable {
        /// The list price is the same, more is taken off.
        case discount
        /// The list price is lower, no more is taken off.
        case listCut = "list cut"
        /// Both.
        case both = "list cut and discount"
    }

    /// One better price of one meter.
    package struct Obligation: Sendable, Hashable {
        /// Number of the quote that holds the clause, from 0.
        package let holder: Int
        /// The clause.
        package let clause: String
        /// Number of the quote whose price is better.
        package let trigger: Int
        /// Who sells the meter.
        package let provider: String
        /// The meter.
        package let sku: String
        /// Months of the commitment that both prices suppose; 0 for none.
        package let committedMonths: Int
        /// Price of a unit for the holder, net of discounts, in the sheet's currency.
        package let own: UnroundedMoney
        /// The better price, in the same currency.
        package let other: UnroundedMoney
        /// Why it is better.
        package let cause: Cause
        /// Last day for the notice.
        package let noticeBy: CalendarDate
        /// What matching it comes to over the holder's term, in the currency of the holder's quote;
        /// rounded half up once.
        package let amount: Money
    }
}

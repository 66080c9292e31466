package import Quantities

/// An amount in the buyer's favour: a refund, an adjustment, a promotional credit.
///
/// It passes beside tiers: no quantity of it is priced, none of it fills or empties a tier. It is
/// rounded as any line is, half up away from zero unless a mode is named: -0.125 gives -0.13.
package struct Credit: Sendable, Hashable {
    /// The row's id, unique among the rows of its bill.
    package let id: String
    /// What it is for, in words.
    package let reason: String
    /// The earlier month that it belongs to, its first day; `nil` for the month that it is billed.
    package let belongsTo: CalendarDate?
    /// Below zero.
    package let amount: UnroundedMoney

    /// Creates a credit.
    ///
    /// - Throws: `PricingError.creditNotNegative`.
    package init(
        id: String, reason: String, belongsTo: CalendarDate? = nil, amount: UnroundedMoney
    ) throws(PricingError) {
        guard amount.amount.isNegative else { throw .creditNotNegative(id) }
        self.id = id
        self.reason = reason
        self.belongsTo = belongsTo
        self.amount = amount
    }

    /// Returns the credit in whole minor units, below zero or zero.
    ///
    /// - Throws: `QuantityError.overflow`.
    package func rounded(_ mode: RoundingMode = .halfUp) throws -> Money {
        try amount.rounded(mode)
    }
}

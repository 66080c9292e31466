package import Quantities

/// A promise to spend an amount in a period: what is short is due all the same.
///
/// Only what the agreement counts is spend towards it; taxes, edge hardware, support and
/// marketplace often are not. Spend beyond the promise may have its own factor.
package struct SpendCommitment: Sendable, Hashable {
    /// What is promised for the period.
    package let amount: Money
    /// What each unit of counted spend beyond the promise is multiplied by: 1 for the same price,
    /// 0.9 for ten percent less. Above 0.
    package let overageFactor: ExactDecimal

    /// Creates a promise.
    ///
    /// - Throws: `PricingError.invalidCommitment` for an amount below zero or a factor not above
    ///   it.
    package init(amount: Money, overageFactor: ExactDecimal = .one) throws(PricingError) {
        guard !amount.isNegative, !overageFactor.isNegative, !overageFactor.isZero else {
            throw .invalidCommitment("spend commitment")
        }
        self.amount = amount
        self.overageFactor = overageFactor
    }

    /// What is due at a share of the expected consumption.
    package struct Row: Sendable, Hashable {
        /// Percent of what is expected.
        package let percent: Int
        /// Spend that counts.
        package let counted: Money
        /// Spend that does not.
        package let uncounted: Money
        /// What is missing to the promise.
        package let shortfall: Money
        /// What the factor adds to spend beyond the promise; below zero where it takes off.
        package let overage: Money
        /// Everything that is due.
        package let due: Money
    }

    /// The shares of the expected consumption that a quote shows.
    package static let shownPercents = [50, 100, 150]

    /// Returns what is due at a share of the expected spend, each amount rounded half up once.
    ///
    /// - Parameters:
    ///   - counted: Expected spend that counts towards the promise.
    ///   - uncounted: Expected spend that does not.
    ///   - percent: Share of both that comes about, 0 to 1000.
    /// - Throws: `QuantityError.currencyMismatch`, `QuantityError.overflow`.
    package func row(counted: Money, uncounted: Money, percent: Int) throws -> Row {
        let share = try ExactRatio(Int128(percent), over: 100)
        let spent = try UnroundedMoney(counted).multiplied(by: share).rounded(.halfUp)
        let other = try UnroundedMoney(uncounted).multiplied(by: share).rounded(.halfUp)
        let isShort = try spent.isAtMost(amount)
        let gap = try isShort ? amount.subtracting(spent) : spent.subtracting(amount)
        let zero = Money.zero(amount.currency)
        let extra = try ExactRatio(overageFactor.subtracting(.one))
        let overage =
            try isShort
            ? zero : UnroundedMoney(gap).multiplied(by: extra).rounded(.halfUp)
        let shortfall = isShort ? gap : zero
        return Row(
            percent: percent, counted: spent, uncounted: other, shortfall: shortfall,
            overage: overage,
            due: try spent.adding(other).adding(shortfall).adding(overage))
    }
}

package import Quantities

/// Holds one slice of usage and its rate.
///
/// A usage tier starts *after* its bound: with tiers from 0 and from 100, exactly 100 units are all
/// in the first. A free tier has amount 0.
package struct PriceTier: Sendable, Hashable {
    /// The quantity that the tier starts after, in single units (not blocks) a month.
    package let from: ExactDecimal
    /// The price of one block of units, in major units of the schedule's currency.
    package let amount: ExactDecimal

    /// Creates a tier.
    package init(from: ExactDecimal, amount: ExactDecimal) {
        self.from = from
        self.amount = amount
    }
}

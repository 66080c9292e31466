package import Quantities

/// Says how a quantity grows over a contract.
///
/// Growth compounds. Each month's quantity is worked out from the month or year before and rounded
/// half up to six decimals, so that three years of 1.5 % a month stay a number that a reader can
/// check; the rounding is part of the quantity and never of the price.
package struct Growth: Sendable, Hashable {
    /// How often the quantity grows.
    package enum Step: String, Sendable, Hashable, CaseIterable {
        /// From one month of the contract to the next.
        case month
        /// From one contract year to the next.
        case year
    }

    /// Decimals that quantities are kept with.
    package static let decimals = 6

    /// Percent by which it grows, -100 to 1000; below zero it shrinks.
    package let percent: ExactDecimal
    /// How often.
    package let each: Step

    /// Creates growth.
    ///
    /// - Throws: `PricingError.growthOutOfRange`.
    package init(percent: ExactDecimal, each: Step) throws(PricingError) {
        guard ExactDecimal(-100) <= percent, percent <= ExactDecimal(1000) else {
            throw .growthOutOfRange(percent)
        }
        self.percent = percent
        self.each = each
    }

    /// Returns the quantity of each month, the first being `base`.
    ///
    /// - Throws: `QuantityError.overflow`.
    package func quantities(from base: ExactDecimal, months: Int) throws -> [ExactDecimal] {
        let factor = try ExactRatio(percent).divided(by: ExactRatio(100)).adding(.one)
        var quantities: [ExactDecimal] = []
        var current = base
        for month in 0..<max(0, months) {
            let grows = month > 0 && (each == .month || month.isMultiple(of: 12))
            if grows {
                current = try ExactRatio(current).multiplied(by: factor)
                    .rounded(toScale: Self.decimals, mode: .halfUp)
            }
            quantities.append(current)
        }
        return quantities
    }
}

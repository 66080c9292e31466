package import Quantities

/// Holds the figures of a waterfall without the facts behind them, as a quote records them.
package struct WaterfallFigures: Sendable, Hashable {
    /// What each line adds to the list, in the order of the lines.
    package let lines: [Money]
    /// What the lines are said to sum to, before discounts.
    package let list: Money
    /// What each discount takes off, in ten-thousandths of a minor unit.
    package let discountsE4: [Int64]
    /// The total before the rounding row, in ten-thousandths of a minor unit.
    package let totalE4: Int64
    /// What the rounding row adds, in ten-thousandths of a minor unit.
    package let roundingE4: Int64
    /// The printed total: the total and the rounding row, in whole minor units.
    package let total: Money

    /// Creates figures as they were recorded, sound or not.
    package init(
        lines: [Money], list: Money, discountsE4: [Int64], totalE4: Int64, roundingE4: Int64,
        total: Money
    ) {
        self.lines = lines
        self.list = list
        self.discountsE4 = discountsE4
        self.totalE4 = totalE4
        self.roundingE4 = roundingE4
        self.total = total
    }

    /// Checks that the parts sum to the whole, in 128 bits and from the total upwards.
    ///
    /// - Throws: `PricingError.brokenIdentity` naming the first identity that fails.
    package func checkIdentities() throws(PricingError) {
        guard lines.allSatisfy({ $0.currency == list.currency }), list.currency == total.currency
        else { throw .brokenIdentity("one currency throughout") }
        let lineSum = lines.reduce(Int128(0)) { (sum: Int128, line: Money) in
            sum + Int128(line.minorUnits)
        }
        guard lineSum == Int128(list.minorUnits) else {
            throw .brokenIdentity("the lines sum to the list")
        }
        guard discountsE4.allSatisfy({ $0 >= 0 }) else {
            throw .brokenIdentity("no discount adds to the price")
        }
        let parts = Int128(Waterfall.partsPerMinorUnit)
        let beforeRounding = Int128(total.minorUnits) * parts - Int128(roundingE4)
        guard beforeRounding == Int128(totalE4) else {
            throw .brokenIdentity("total and rounding row give the exact total")
        }
        let discountSum = discountsE4.reduce(Int128(0)) { (sum: Int128, amount: Int64) in
            sum + Int128(amount)
        }
        guard beforeRounding + discountSum == Int128(list.minorUnits) * parts else {
            throw .brokenIdentity("the exact total and the discounts give the list")
        }
        guard Int128(roundingE4).magnitude < parts.magnitude else {
            throw .brokenIdentity("the rounding row is less than one minor unit")
        }
    }
}

extension Waterfall {
    /// Checks each line's price from its charge and rate by another way than it was made:
    /// multiplied out as one fraction before it is rounded.
    func checkLines() throws {
        for line in lines {
            let months = line.charge.isOnce ? 1 : line.months
            let factor = try ExactRatio(months).multiplied(by: line.exchangeRate)
            let exact = try line.periodicCharge.amount.multiplied(by: factor)
            let piece = try UnroundedMoney(amount: exact, currency: list.currency)
                .rounded(line.rounding)
            let (product, overflow) = piece.minorUnits.multipliedReportingOverflow(by: line.count)
            guard !overflow, product == line.money.minorUnits else {
                throw PricingError.brokenIdentity("the line '\(line.id)' is its own product")
            }
        }
    }
}

package import Quantities

/// Holds what one person costs, from a day rate and a working week.
///
/// Days are billed when worked: with 37.5 hours a week, 52 weeks, a productive share of 0.85 and
/// 7.5 hours a day, a year has 37.5 × 52 × 0.85 / 7.5 = 221 billed days, and a head at EUR 600 a
/// day costs 600 × 221 / 12 = EUR 11,050 a month.
package struct HeadCost: Sendable, Hashable {
    /// The price of one billed day, in the rate's own currency.
    package let dayRate: UnroundedMoney
    /// How many days of one person are billed in a year.
    package let billedDaysPerYear: ExactRatio
    /// The price of one person and month, a twelfth of a year, unrounded.
    package let perMonth: UnroundedMoney

    /// Creates the cost of a head.
    ///
    /// - Parameters:
    ///   - weeklyHours: Contract hours of one person and week, above 0, at most 168.
    ///   - productiveShare: The part of them that is worked and billed, above 0, at most 1.
    ///   - hoursPerDay: The hours that one day of the rate stands for, above 0, at most 24.
    ///   - weeksPerYear: Weeks counted in a year, above 0, at most 53.
    /// - Throws: `PricingError.invalidHeadCost` with every fault; `QuantityError.overflow`.
    package init(
        dayRate: UnroundedMoney, weeklyHours: ExactDecimal, productiveShare: ExactDecimal,
        hoursPerDay: ExactDecimal, weeksPerYear: ExactDecimal = ExactDecimal(52)
    ) throws {
        let checks: [(isWrong: Bool, fault: HeadCostFault)] = [
            (dayRate.amount.isNegative, .negativeDayRate),
            (!HeadCost.isPositive(weeklyHours, upTo: 168), .weeklyHoursOutOfRange),
            (!HeadCost.isPositive(productiveShare, upTo: 1), .productiveShareOutOfRange),
            (!HeadCost.isPositive(hoursPerDay, upTo: 24), .hoursPerDayOutOfRange),
            (!HeadCost.isPositive(weeksPerYear, upTo: 53), .weeksPerYearOutOfRange),
        ]
        let faults = checks.filter(\.isWrong).map(\.fault)
        guard faults.isEmpty else { throw PricingError.invalidHeadCost(faults) }
        let hours = try weeklyHours.multiplied(by: weeksPerYear).multiplied(by: productiveShare)
        let days = try ExactRatio(hours).divided(by: ExactRatio(hoursPerDay))
        self.dayRate = dayRate
        self.billedDaysPerYear = days
        self.perMonth = try dayRate.multiplied(by: days).divided(by: ExactRatio(12))
    }

    private static func isPositive(_ value: ExactDecimal, upTo bound: Int) -> Bool {
        !value.isZero && !value.isNegative && value <= ExactDecimal(bound)
    }
}

import Pricing
import Quantities
import Testing

/// One charge in currencies with 0, 2, 3 and 4 minor units.
@Suite struct PricedLineCurrencyTests {
    /// Round rates, so that the arithmetic fits in a comment.
    private func rates() throws -> EuroReferenceRates {
        let listed = [("USD", "2"), ("JPY", "300"), ("KWD", "0.33"), ("CLF", "0.03")]
        return try EuroReferenceRates(
            date: CalendarDate(parsing: "2026-10-30"),
            unitsPerEuro: listed.map { (code: String, rate: String) in
                EuroReferenceRates.Rate(
                    currency: try currency(code), unitsPerEuro: try decimal(rate))
            })
    }

    @Test(arguments: [
        // 1.23 × 5 = 6.15 dollars, 3.075 euro: a tie at two decimals.
        ("EUR", RoundingMode.halfUp, "EUR 3.08"), ("EUR", .halfEven, "EUR 3.08"),
        ("EUR", .down, "EUR 3.07"),
        // 3.075 × 300 = 922.5 yen: a tie at no decimals.
        ("JPY", .halfUp, "JPY 923"), ("JPY", .halfEven, "JPY 922"), ("JPY", .down, "JPY 922"),
        // 3.075 × 0.33 = 1.01475 dinar.
        ("KWD", .halfUp, "KWD 1.015"), ("KWD", .down, "KWD 1.014"),
        // 3.075 × 0.03 = 0.09225: a tie at four decimals.
        ("CLF", .halfUp, "CLF 0.0923"), ("CLF", .halfEven, "CLF 0.0922"),
        ("CLF", .ceiling, "CLF 0.0923"),
        ("USD", .halfUp, "USD 6.15"),
    ])
    func `a line is rounded to the minor unit of its currency`(
        code: String, mode: RoundingMode, shown: String
    ) throws {
        let month = UnroundedMoney(amount: try decimal("1.23"), currency: try currency("USD"))
        let line = try PricedLine(
            id: "line", charge: .monthly(month), months: 5, rates: rates(),
            currency: currency(code), rounding: mode)
        #expect(line.money.description == shown)
    }

    @Test(arguments: [("JPY", Int64(923)), ("EUR", 308), ("KWD", 1015), ("CLF", 923)])
    func `a waterfall works in the minor unit of its currency`(
        code: String, list: Int64
    ) throws {
        let month = UnroundedMoney(amount: try decimal("1.23"), currency: try currency("USD"))
        let line = try PricedLine(
            id: "line", charge: .monthly(month), months: 5, rates: rates(),
            currency: currency(code), rounding: .halfUp)
        let tenth = DiscountStep(
            id: "tenth",
            discount: try ProgrammeDiscount(
                mode: .graduated,
                steps: [ProgrammeDiscount.Step(fromMinorUnits: 0, basisPoints: 1000)]),
            lineIDs: ["line"])
        let waterfall = try Waterfall(
            lines: [line], discounts: [tenth], currency: currency(code), rounding: .halfUp)
        #expect(waterfall.list.minorUnits == list)
        #expect(waterfall.totalE4 == list * 9000)
        #expect(waterfall.total.minorUnits == (list * 9 + 5) / 10)
    }
}

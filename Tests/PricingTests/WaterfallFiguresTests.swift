import Pricing
import Quantities
import Testing

@Suite struct WaterfallFiguresTests {
    private func figures(
        lines: [Int64] = [600, 400], list: Int64 = 1000, discountsE4: [Int64] = [1_234_567],
        totalE4: Int64 = 8_765_433, roundingE4: Int64 = 4567, total: Int64 = 877,
        lineCurrency: Currency = .euro
    ) -> WaterfallFigures {
        WaterfallFigures(
            lines: lines.map { Money(minorUnits: $0, currency: lineCurrency) },
            list: Money(minorUnits: list, currency: .euro), discountsE4: discountsE4,
            totalE4: totalE4, roundingE4: roundingE4,
            total: Money(minorUnits: total, currency: .euro))
    }

    @Test func `sound figures pass`() throws {
        // 10,000,000 − 1,234,567 = 8,765,433; + 4,567 = 8,770,000.
        try figures().checkIdentities()
    }

    @Test func `each figure that was changed is found`() throws {
        let yen = try currency("JPY")
        let changed: [(WaterfallFigures, String)] = [
            (figures(lines: [600, 401]), "the lines sum to the list"),
            (figures(list: 1001), "the lines sum to the list"),
            (figures(discountsE4: [-1, 1_234_568]), "no discount adds to the price"),
            (figures(totalE4: 8_765_434), "total and rounding row give the exact total"),
            (figures(roundingE4: 4568), "total and rounding row give the exact total"),
            (figures(total: 878), "total and rounding row give the exact total"),
            (
                figures(discountsE4: [1_234_566]),
                "the exact total and the discounts give the list"
            ),
            (
                figures(roundingE4: 14_567, total: 878),
                "the rounding row is less than one minor unit"
            ),
            (figures(lineCurrency: yen), "one currency throughout"),
        ]
        for (figures, identity) in changed {
            #expect(throws: PricingError.brokenIdentity(identity)) {
                try figures.checkIdentities()
            }
        }
    }

    @Test func `extreme figures are judged without a crash`() {
        let extreme = figures(
            lines: [Int64.max, Int64.max, Int64.min], list: Int64.max,
            discountsE4: [Int64.max, Int64.max], totalE4: Int64.min, roundingE4: Int64.min,
            total: Int64.min)
        #expect(throws: PricingError.self) { try extreme.checkIdentities() }
    }
}

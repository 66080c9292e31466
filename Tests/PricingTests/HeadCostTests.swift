import Pricing
import Quantities
import Testing

@Suite struct HeadCostTests {
    private func head(
        _ rate: String, weeklyHours: String = "37.5", share: String = "0.85",
        hoursPerDay: String = "7.5", weeks: String = "52"
    ) throws -> HeadCost {
        try HeadCost(
            dayRate: UnroundedMoney(amount: decimal(rate), currency: .euro),
            weeklyHours: decimal(weeklyHours), productiveShare: decimal(share),
            hoursPerDay: decimal(hoursPerDay), weeksPerYear: decimal(weeks))
    }

    @Test func `a head costs its billed days`() throws {
        // 37.5 × 52 × 0.85 / 7.5 = 221 days; 600 × 221 / 12 = 11,050.
        let cost = try head("600")
        #expect(cost.billedDaysPerYear == ExactRatio(221))
        #expect(cost.perMonth.description == "EUR 11050")
    }

    @Test func `a day of eight hours bills fewer days and nothing is rounded`() throws {
        // 37.5 × 52 × 0.85 / 8 = 207.1875 days; 500 × 207.1875 / 12 = 8,632.8125.
        let cost = try head("500", hoursPerDay: "8")
        #expect(cost.billedDaysPerYear.decimalDescription == "207.1875")
        #expect(cost.perMonth.description == "EUR 8632.8125")
        // 35 × 52 × 0.9 / 7 = 234 days; 100 × 234 / 12 = 1,950.
        #expect(
            try head("100", weeklyHours: "35", share: "0.9", hoursPerDay: "7").perMonth.description
                == "EUR 1950")
        // 1 × 221 / 12 does not end.
        #expect(try head("1").perMonth.description == "EUR 221/12")
    }

    @Test func `the ends of the ranges are accepted`() throws {
        // 168 × 53 × 1 / 24 = 371 days.
        let cost = try head("0", weeklyHours: "168", share: "1", hoursPerDay: "24", weeks: "53")
        #expect(cost.billedDaysPerYear == ExactRatio(371))
        #expect(cost.perMonth.amount.isZero)
    }

    @Test func `every fault is named at once`() {
        #expect(throws: PricingError.invalidHeadCost(HeadCostFault.allCases)) {
            try head("-1", weeklyHours: "0", share: "1.01", hoursPerDay: "24.5", weeks: "53.1")
        }
        #expect(throws: PricingError.invalidHeadCost([.productiveShareOutOfRange])) {
            try head("1", share: "-0.5")
        }
    }
}

import Pricing
import Quantities
import Testing
import TestSupport

@Suite struct MonthSplitTests {
    @Test func `tiers go on counting when the price changes inside a month`() throws {
        // 300 units over 30 days, 10 a day. Ten days at the first sheet: 100 units, all in its
        // first tier: 100 × 1.00. Twenty days at the second: units 100 to 300 lie above its bound
        // of 100: 200 × 0.80 = 160. Were tiers to begin again, it would be 100 × 2.00 + 100 × 0.80
        // = 280.
        let month = try MonthSplit([
            .init(schedule: schedule(.graduated, [("0", "1"), ("100", "0.5")]), days: 10),
            .init(schedule: schedule(.graduated, [("0", "2"), ("100", "0.8")]), days: 20),
        ])
        #expect(try month.charge(for: ExactDecimal(300)).description == "USD 260")
        let rows = try month.rows(for: ExactDecimal(300))
        #expect(rows.map { $0.charge.description } == ["USD 100", "USD 160"])
        #expect(rows.map(\.upTo) == [ExactRatio(100), ExactRatio(300)])
    }

    @Test func `one unit more crosses the bound in the later part`() throws {
        // 330 units: eleven a day, 110 in the first ten days: 100 × 1.00 + 10 × 0.50 = 105;
        // then 220 × 0.80 = 176.
        let month = try MonthSplit([
            .init(schedule: schedule(.graduated, [("0", "1"), ("100", "0.5")]), days: 10),
            .init(schedule: schedule(.graduated, [("0", "2"), ("100", "0.8")]), days: 20),
        ])
        #expect(try month.charge(for: ExactDecimal(330)).description == "USD 281")
    }

    @Test func `a flat price is due by the day, a volume price by the month's tier`() throws {
        // 31 a month for 10 of 31 days, then 62 for 21: 10 + 42.
        let flat = try MonthSplit([
            .init(schedule: schedule(.flat, [("0", "31")]), days: 10),
            .init(schedule: schedule(.flat, [("0", "62")]), days: 21),
        ])
        #expect(try flat.charge(for: .zero).description == "USD 52")
        // 310 units reach the tier above 300: 100 at 0.5, 210 at 0.4.
        let volume = try MonthSplit([
            .init(schedule: schedule(.volume, [("0", "1"), ("300", "0.5")]), days: 10),
            .init(schedule: schedule(.volume, [("0", "1"), ("300", "0.4")]), days: 21),
        ])
        #expect(try volume.charge(for: ExactDecimal(310)).description == "USD 134")
        // Exactly the bound is in the lower tier.
        #expect(try volume.charge(for: ExactDecimal(300)).description == "USD 300")
    }

    @Test(arguments: TierModel.allCases)
    func `a month that is split where nothing changes costs what it costs whole`(
        model: TierModel
    ) throws {
        var random = RandomPricing(seed: 31)
        for _ in 0..<150 {
            let schedule = try random.schedule(model)
            let quantity = try random.quantity(upTo: 1500)
            let days = (0..<random.integer(1...4)).map { _ in random.integer(1...12) }
            let month = try MonthSplit(days.map { .init(schedule: schedule, days: $0) })
            let whole = try schedule.charge(for: quantity)
            #expect(try month.charge(for: quantity) == whole, "\(schedule) \(quantity) \(days)")
        }
    }

    @Test func `what cannot share a month is refused`() throws {
        let unit = try schedule(.graduated, [("0", "1")])
        let flat = try schedule(.flat, [("0", "1")])
        let euro = try schedule(.graduated, [("0", "1")], code: "EUR")
        #expect(throws: PricingError.emptySplit) { try MonthSplit([]) }
        #expect(throws: PricingError.emptySplit) {
            try MonthSplit([.init(schedule: unit, days: 0)])
        }
        #expect(throws: PricingError.mixedModels) {
            try MonthSplit([.init(schedule: unit, days: 1), .init(schedule: flat, days: 1)])
        }
        #expect(throws: PricingError.mixedCurrencies(euro.currency, unit.currency)) {
            try MonthSplit([.init(schedule: unit, days: 1), .init(schedule: euro, days: 1)])
        }
        #expect(throws: PricingError.negativeQuantity(ExactDecimal(-1))) {
            try MonthSplit([.init(schedule: unit, days: 1)]).charge(for: ExactDecimal(-1))
        }
    }
}

import Pricing
import Quantities
import Testing
import TestSupport

@Suite struct SavingsPlanTests {
    private func use(
        _ sku: String, _ units: String, _ onDemand: String, _ plan: String
    ) throws -> SavingsPlan.Use {
        SavingsPlan.Use(
            sku: sku, units: try decimal(units), onDemand: try decimal(onDemand),
            plan: try decimal(plan))
    }

    private func plan(_ perHour: String) throws -> SavingsPlan {
        try SavingsPlan(
            perHour: UnroundedMoney(amount: decimal(perHour), currency: currency("USD")))
    }

    @Test func `the promise goes to the greatest saving first`() throws {
        // a saves 50 %, b 20 %. A promise of 7 covers a (5) and 2 of b's 8: a quarter; the other
        // three quarters cost 0.75 × 10 = 7.5.
        let hour = try plan("7").hour([use("b", "10", "1", "0.8"), use("a", "5", "2", "1")])
        #expect(hour.used.description == "USD 7")
        #expect(hour.lost.description == "USD 0")
        #expect(hour.onDemand.description == "USD 7.5")
        #expect(hour.total.description == "USD 14.5")
    }

    @Test func `what an hour does not use is lost, whatever the next one needs`() throws {
        let quiet = try plan("7").hour([use("a", "1", "2", "1")])
        #expect(quiet.lost.description == "USD 6")
        #expect(quiet.total.description == "USD 7")
        let busy = try plan("7").hour([use("a", "20", "2", "1")])
        #expect(busy.total.description == "USD 33")  // 7 + 13 × 2
    }

    @Test func `the cheapest promise covers what is there in enough hours`() throws {
        // 500 hours use 10 units, 230 use 4; 2.00 without, 1.20 with. Between 4 and 10 units a
        // promise saves 0.80 in 500 hours and loses 1.20 in 230: 400 against 276, so 12.00 an hour.
        let hours = [
            (uses: [try use("a", "10", "2", "1.2")], count: 500),
            (uses: [try use("a", "4", "2", "1.2")], count: 230),
        ]
        let best = try SavingsPlan.cheapest(for: hours, currency: currency("USD"))
        #expect(best.plan.perHour.description == "USD 12")
        #expect(best.total.description == "USD 8760")
    }

    @Test(arguments: [UInt64(5), 6, 7])
    func `no other promise is cheaper`(seed: UInt64) throws {
        var random = RandomPricing(seed: seed)
        for _ in 0..<40 {
            let hours = try (0..<random.integer(1...3)).map { _ in
                (
                    uses: try (0..<random.integer(1...3)).map { number in
                        let onDemand = random.integer(1...20)
                        return try use(
                            "s\(number)", "\(random.integer(0...9))", "\(onDemand)",
                            "\(random.integer(0...onDemand))")
                    }, count: random.integer(1...100)
                )
            }
            let best = try SavingsPlan.cheapest(for: hours, currency: currency("USD"))
            for _ in 0..<25 {
                let other = try plan(random.quantity(upTo: 200).description)
                let total = try hours.reduce(ExactRatio.zero) { sum, kind in
                    try sum.adding(
                        other.hour(kind.uses).total.amount.multiplied(by: ExactRatio(kind.count)))
                }
                #expect(best.total.amount <= total)
            }
        }
    }

    @Test func `a plan that costs more than none is refused`() throws {
        #expect(throws: PricingError.invalidCommitment("a")) {
            try plan("1").hour([use("a", "1", "1", "1.01")])
        }
    }
}

@Suite struct SpendCommitmentTests {
    private func euros(_ text: String) throws -> Money {
        try UnroundedMoney(amount: decimal(text), currency: .euro).rounded(.halfUp)
    }

    @Test func `shortfall and overage at half, all and half as much again`() throws {
        // A promise of 1,000,000; 900,000 count, 200,000 do not; beyond it ten percent less.
        let promise = try SpendCommitment(
            amount: euros("1000000"), overageFactor: decimal("0.9"))
        let rows = try SpendCommitment.shownPercents.map {
            try promise.row(
                counted: euros("900000"), uncounted: euros("200000"), percent: $0)
        }
        // 50 %: 450,000 + 100,000 + 550,000 short.
        #expect(rows[0].shortfall.description == "EUR 550000.00")
        #expect(rows[0].due.description == "EUR 1100000.00")
        // 100 %: 900,000 + 200,000 + 100,000 short.
        #expect(rows[1].due.description == "EUR 1200000.00")
        // 150 %: 1,350,000 + 300,000, and 350,000 beyond at 0.9: -35,000.
        #expect(rows[2].overage.description == "EUR -35000.00")
        #expect(rows[2].due.description == "EUR 1615000.00")
    }

    @Test func `exactly the promise is neither short nor beyond`() throws {
        let promise = try SpendCommitment(amount: euros("100"), overageFactor: decimal("2"))
        let row = try promise.row(counted: euros("100"), uncounted: euros("0"), percent: 100)
        #expect(row.shortfall.minorUnits == 0)
        #expect(row.overage.minorUnits == 0)
        let over = try promise.row(counted: euros("100.01"), uncounted: euros("0"), percent: 100)
        #expect(over.overage.description == "EUR 0.01")
    }
}

@Suite struct GrowthTests {
    @Test func `growth by the year moves at each anniversary`() throws {
        let growth = try Growth(percent: ExactDecimal(10), each: .year)
        let months = try growth.quantities(from: ExactDecimal(100), months: 25)
        #expect(months[11] == ExactDecimal(100))
        #expect(months[12] == ExactDecimal(110))
        #expect(months[23] == ExactDecimal(110))
        #expect(months[24] == ExactDecimal(121))
    }

    @Test func `growth by the month is rounded to six decimals each time`() throws {
        // 1.015, 1.030225, 1.045678375 → 1.045678
        let growth = try Growth(percent: decimal("1.5"), each: .month)
        let months = try growth.quantities(from: .one, months: 4)
        #expect(months.map(\.description) == ["1", "1.015", "1.030225", "1.045678"])
    }

    @Test(arguments: ["-100.01", "1000.01"])
    func `growth beyond its range is refused`(percent: String) throws {
        #expect(throws: PricingError.growthOutOfRange(try decimal(percent))) {
            try Growth(percent: decimal(percent), each: .year)
        }
    }
}

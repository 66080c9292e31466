import Pricing
import Quantities
import Testing

@Suite struct PricedLineTests {
    private func line(
        _ charge: PricedLine.Charge, months: Int, to code: String = "EUR",
        plan: CommitmentPlan = .onDemand, rounding: RoundingMode = .halfUp, count: Int64 = 1
    ) throws -> PricedLine {
        try PricedLine(
            id: "line", charge: charge, plan: plan, months: months, rates: publishedRates(),
            currency: currency(code), rounding: rounding, count: count)
    }

    private func metered(_ quantity: String) throws -> PricedLine.Charge {
        let egress = try schedule(.graduated, [("0", "0"), ("10240", "0.0085")])
        return .metered(egress, monthlyQuantity: try decimal(quantity))
    }

    private func euro(_ text: String) throws -> UnroundedMoney {
        UnroundedMoney(amount: try decimal(text), currency: .euro)
    }

    @Test func `a line shows every step and is rounded once`() throws {
        let line = try line(metered("12000"), months: 36)
        // 1,760 × 0.0085 = 14.96 a month; × 36 = 538.56; / 1.1172 = 482.062298603...
        #expect(line.periodicCharge.description == "USD 14.96")
        #expect(line.termCharge.description == "USD 538.56")
        #expect(line.exchangeRate.description == "2500/2793")
        #expect(
            line.converted.amount
                == (try ExactRatio(53_856, over: 100)
                    .divided(by: ExactRatio(decimal("1.1172")))))
        #expect(line.money.description == "EUR 482.06")
    }

    @Test func `rounding each month would have given another total`() throws {
        // 14.96 / 1.1172 = 13.3906...; 36 × 13.39 = 482.04, two cents less.
        let month = try line(metered("12000"), months: 1)
        #expect(month.money.description == "EUR 13.39")
        #expect(try month.money.multiplied(by: 36).description == "EUR 482.04")
    }

    @Test func `a cross rate goes through the euro unrounded`() throws {
        let dollars = UnroundedMoney(
            amount: ExactDecimal(2_000_000), currency: try currency("USD"))
        // 2,000,000 × 0.8338 / 1.1172 = 1,492,660.2219...
        let line = try line(.once(dollars), months: 36, to: "GBP")
        #expect(line.money.description == "GBP 1492660.22")
        #expect(
            try self.line(.once(dollars), months: 36, to: "JPY", rounding: .down).money
                .description == "JPY 314500537")
    }

    @Test func `a charge due once does not multiply by months`() throws {
        let once = try line(.once(euro("99.999")), months: 36)
        #expect(once.termCharge.description == "EUR 99.999")
        #expect(once.money.description == "EUR 100.00")
        let monthly = try line(.monthly(euro("99.999")), months: 36)
        #expect(monthly.money.description == "EUR 3599.96")
    }

    @Test func `pieces are rounded each and then counted`() throws {
        // 221/12 × 12 months is 221 exactly; 1 month is 18.41666..., rounded to 18.42, × 3.
        let head = PricedLine.Charge.monthly(
            UnroundedMoney(amount: try ExactRatio(221, over: 12), currency: .euro))
        let line = try line(head, months: 1, count: 3)
        #expect(line.piece.description == "EUR 18.42")
        #expect(line.money.description == "EUR 55.26")
        #expect(try self.line(head, months: 12, count: 3).money.description == "EUR 663.00")
        #expect(try self.line(head, months: 12, count: 0).money.isZero)
    }

    @Test(arguments: [
        (RoundingMode.halfUp, "EUR 0.13"), (.halfEven, "EUR 0.12"), (.down, "EUR 0.12"),
        (.up, "EUR 0.13"), (.floor, "EUR 0.12"), (.ceiling, "EUR 0.13"),
    ])
    func `the named mode rounds the line`(mode: RoundingMode, shown: String) throws {
        let line = try line(.once(euro("0.125")), months: 1, rounding: mode)
        #expect(line.money.description == shown)
    }

    @Test func `a commitment that does not divide the months is refused`() throws {
        let charge = PricedLine.Charge.monthly(try euro("10"))
        let three = CommitmentPlan.committed(months: 36)
        #expect(try line(charge, months: 36, plan: three).money.description == "EUR 360.00")
        #expect(
            throws: PricingError.commitmentDoesNotDivide(committedMonths: 36, months: 48)
        ) {
            try line(charge, months: 48, plan: three)
        }
    }

    @Test func `negative numbers and missing rates are refused`() throws {
        let charge = PricedLine.Charge.monthly(try euro("10"))
        #expect(throws: PricingError.negativeMonths(-1)) { try line(charge, months: -1) }
        #expect(throws: PricingError.negativeCount(-1)) {
            try line(charge, months: 1, count: -1)
        }
        let missing = QuantityError.missingRate(
            try currency("PLN"), try publishedRates().date)
        #expect(throws: missing) { try line(charge, months: 1, to: "PLN") }
    }

    @Test func `a line past 64 bits is an overflow`() throws {
        let large = PricedLine.Charge.once(
            UnroundedMoney(
                Money(minorUnits: Int64.max, currency: .euro)))
        #expect(try line(large, months: 1).money.minorUnits == Int64.max)
        #expect(throws: QuantityError.overflow) { try line(large, months: 1, count: 2) }
        #expect(throws: QuantityError.overflow) { try line(large, months: 1, to: "JPY") }
    }

    @Test func `splitting a period and adding equals the whole before rounding`() throws {
        var random = RandomPricing(seed: 71)
        for _ in 0..<150 {
            let schedule = try random.schedule(.graduated)
            let charge = PricedLine.Charge.metered(
                schedule, monthlyQuantity: try random.quantity(upTo: 2000))
            let parts = [random.integer(0...24), random.integer(0...24), random.integer(0...24)]
            let whole = try line(charge, months: parts.reduce(0, +), to: "GBP")
            let sum = try parts.reduce(UnroundedMoney.zero(currency("GBP"))) { (sum, months) in
                try sum.adding(line(charge, months: months, to: "GBP").converted)
            }
            #expect(sum == whole.converted)
        }
    }

    @Test func `money over the parts of a period sums to the line`() throws {
        // 100.00 over 36 and 12 months: 75.00 and 25.00; 100.01 leaves 0.0025 to the last.
        let line = try line(.monthly(euro("2.0835")), months: 48)
        #expect(line.money.description == "EUR 100.01")
        #expect(
            try line.split(overMonths: [36, 12]).map(\.description) == ["EUR 75.01", "EUR 25.00"])
        let once = try self.line(.once(euro("9.99")), months: 48)
        #expect(
            try once.split(overMonths: [36, 12]).map(\.description) == ["EUR 9.99", "EUR 0.00"])
    }

    @Test(arguments: [[36, 11], [], [47], [Int.max, 1]])
    func `parts that are not the period are refused`(parts: [Int]) throws {
        let line = try line(.monthly(euro("1")), months: 48)
        #expect(throws: PricingError.self) { try line.split(overMonths: parts) }
        #expect(throws: PricingError.negativeMonths(-1)) { try line.split(overMonths: [49, -1]) }
    }
}

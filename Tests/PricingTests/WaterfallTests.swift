import Pricing
import Quantities
import Testing

@Suite struct WaterfallTests {
    private func line(_ id: String, _ amount: String, code: String = "EUR") throws -> PricedLine {
        let currency = try currency(code)
        return try PricedLine(
            id: id, charge: .once(UnroundedMoney(amount: decimal(amount), currency: currency)),
            months: 36, rates: publishedRates(), currency: currency, rounding: .halfUp)
    }

    private func step(_ id: String, _ lineIDs: [String], basisPoints: Int) throws -> DiscountStep {
        DiscountStep(
            id: id,
            discount: try ProgrammeDiscount(
                mode: .volume,
                steps: [ProgrammeDiscount.Step(fromMinorUnits: 0, basisPoints: basisPoints)]),
            lineIDs: lineIDs)
    }

    @Test func `the list less discounts and one rounding row is the total`() throws {
        let waterfall = try Waterfall(
            lines: [line("vm", "1000.01"), line("disk", "250.50"), line("people", "90.00")],
            discounts: [step("programme", ["vm", "disk"], basisPoints: 333)],
            currency: .euro, rounding: .halfUp)
        // List 1,340.51. Spend 1,250.51; 125,051 cents × 333 = 41,641,983 ten-thousandths.
        // 134,051 × 10,000 − 41,641,983 = 1,298,868,017: 129,886.8017 cents, up by 0.1983.
        #expect(waterfall.list.description == "EUR 1340.51")
        #expect(waterfall.discounts.map(\.spend.description) == ["EUR 1250.51"])
        #expect(waterfall.discounts.map(\.amountE4) == [41_641_983])
        #expect(waterfall.totalE4 == 1_298_868_017)
        #expect(waterfall.roundingE4 == 1983)
        #expect(waterfall.total.description == "EUR 1298.87")
    }

    @Test func `discounts are each measured on their own spend`() throws {
        let waterfall = try Waterfall(
            lines: [line("a", "100.00"), line("b", "50.00")],
            discounts: [
                step("one", ["a"], basisPoints: 1000), step("two", ["a", "b"], basisPoints: 500),
            ],
            currency: .euro, rounding: .halfUp)
        // 10 percent of 100.00 and 5 percent of 150.00: 10.00 + 7.50.
        #expect(waterfall.discounts.map(\.amountE4) == [10_000_000, 7_500_000])
        #expect(waterfall.total.description == "EUR 132.50")
        #expect(waterfall.roundingE4 == 0)
    }

    @Test(arguments: [
        // 0.05 at 50 percent is 2.5 cents.
        (RoundingMode.halfUp, Int64(3), Int64(5000)), (.halfEven, 2, -5000), (.down, 2, -5000),
        (.up, 3, 5000), (.floor, 2, -5000), (.ceiling, 3, 5000),
    ])
    func `the rounding row follows the named mode`(
        mode: RoundingMode, total: Int64, roundingE4: Int64
    ) throws {
        let waterfall = try Waterfall(
            lines: [line("a", "0.05")], discounts: [step("half", ["a"], basisPoints: 5000)],
            currency: .euro, rounding: mode)
        #expect(waterfall.total.minorUnits == total)
        #expect(waterfall.roundingE4 == roundingE4)
    }

    @Test func `nothing is worth nothing`() throws {
        let waterfall = try Waterfall(
            lines: [], discounts: [], currency: currency("JPY"), rounding: .halfUp)
        #expect(waterfall.total.description == "JPY 0")
        #expect(waterfall.totalE4 == 0)
    }

    @Test func `two rows of one id and unknown lines are refused`() throws {
        #expect(throws: PricingError.duplicateRow("a")) {
            try Waterfall(
                lines: [line("a", "1"), line("a", "2")], discounts: [], currency: .euro,
                rounding: .halfUp)
        }
        #expect(throws: PricingError.duplicateRow("a")) {
            try Waterfall(
                lines: [line("a", "1")], discounts: [step("a", ["a"], basisPoints: 1)],
                currency: .euro, rounding: .halfUp)
        }
        #expect(throws: PricingError.unknownLine("b")) {
            try Waterfall(
                lines: [line("a", "1")], discounts: [step("d", ["a", "b"], basisPoints: 1)],
                currency: .euro, rounding: .halfUp)
        }
    }

    @Test func `a line in another currency is refused`() throws {
        let mismatch = QuantityError.currencyMismatch(.euro, try currency("JPY"))
        #expect(throws: mismatch) {
            try Waterfall(
                lines: [line("a", "1"), line("b", "1", code: "JPY")], discounts: [],
                currency: .euro, rounding: .halfUp)
        }
    }

    @Test func `sums and ten-thousandths past 64 bits are overflows`() throws {
        let edge = "\(Int64.max / 1_000_000 - 1)"
        let one = try Waterfall(
            lines: [line("a", edge)], discounts: [], currency: .euro, rounding: .halfUp)
        #expect(one.roundingE4 == 0)
        #expect(throws: QuantityError.overflow) {
            try Waterfall(
                lines: [line("a", edge), line("b", edge)], discounts: [], currency: .euro,
                rounding: .halfUp)
        }
        #expect(throws: QuantityError.overflow) {
            try Waterfall(
                lines: [line("a", "92233720368547758.07"), line("b", "0.01")], discounts: [],
                currency: .euro, rounding: .halfUp)
        }
    }

    @Test func `random waterfalls hold their identities in every mode`() throws {
        var random = RandomPricing(seed: 91)
        for _ in 0..<60 {
            var lines: [PricedLine] = []
            for index in 0..<random.integer(1...8) {
                let charge = PricedLine.Charge.metered(
                    try random.schedule(.graduated),
                    monthlyQuantity: try random.quantity(upTo: 900))
                lines.append(
                    try PricedLine(
                        id: "line-\(index)", charge: charge, months: random.integer(1...48),
                        rates: publishedRates(), currency: .euro, rounding: .halfUp,
                        count: Int64(random.integer(0...5))))
            }
            let steps = [
                try step("d", lines.map(\.id), basisPoints: random.integer(0...10_000))
            ]
            for mode in RoundingMode.allCases {
                let waterfall = try Waterfall(
                    lines: lines, discounts: steps, currency: .euro, rounding: mode)
                #expect(waterfall.roundingE4.magnitude < 10_000)
                #expect(waterfall.total.minorUnits <= waterfall.list.minorUnits)
                try waterfall.figures.checkIdentities()
            }
        }
    }
}

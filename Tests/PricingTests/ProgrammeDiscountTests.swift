import Pricing
import Quantities
import Testing

@Suite struct ProgrammeDiscountTests {
    /// Steps from 0, from 1,000.00 at 5 percent, from 5,000.00 at 12.5 percent.
    private func programme(_ mode: ProgrammeDiscount.Mode) throws -> ProgrammeDiscount {
        try ProgrammeDiscount(
            mode: mode,
            steps: [
                ProgrammeDiscount.Step(fromMinorUnits: 0, basisPoints: 0),
                ProgrammeDiscount.Step(fromMinorUnits: 100_000, basisPoints: 500),
                ProgrammeDiscount.Step(fromMinorUnits: 500_000, basisPoints: 1250),
            ])
    }

    private func euro(_ minorUnits: Int64) -> Money {
        Money(minorUnits: minorUnits, currency: .euro)
    }

    @Test(arguments: [
        (Int64(0), Int64(0)), (99_999, 0),
        // At the threshold the step counts: 100,000 × 500.
        (100_000, 50_000_000), (100_001, 50_000_500), (499_999, 249_999_500),
        // 500,000 × 1,250.
        (500_000, 625_000_000), (500_001, 625_001_250),
    ])
    func `a volume discount starts at its threshold on the whole spend`(
        spend: Int64, amountE4: Int64
    ) throws {
        #expect(try programme(.volume).amountE4(on: euro(spend)) == amountE4)
    }

    @Test(arguments: [
        (Int64(0), Int64(0)), (99_999, 0), (100_000, 0),
        // 1 × 500: five hundredths of a cent.
        (100_001, 500),
        // 400,000 × 500.
        (500_000, 200_000_000),
        // 200,000,000 + 1 × 1,250.
        (500_001, 200_001_250),
    ])
    func `a graduated discount applies to each slice`(spend: Int64, amountE4: Int64) throws {
        #expect(try programme(.graduated).amountE4(on: euro(spend)) == amountE4)
    }

    @Test func `slices print the arithmetic`() throws {
        let slices = try programme(.graduated).slices(on: euro(600_000))
        #expect(slices.map(\.spend.description) == ["EUR 1000.00", "EUR 4000.00", "EUR 1000.00"])
        #expect(slices.map(\.basisPoints) == [0, 500, 1250])
        #expect(slices.map(\.amountE4) == [0, 200_000_000, 125_000_000])
        let whole = try programme(.volume).slices(on: euro(600_000))
        #expect(whole.map(\.spend.description) == ["EUR 6000.00"])
        #expect(whole.map(\.fromMinorUnits) == [500_000])
    }

    @Test func `a spend below zero is refused`() throws {
        #expect(throws: PricingError.negativeQuantity(try decimal("-0.01"))) {
            try programme(.volume).amountE4(on: euro(-1))
        }
    }

    @Test func `a discount past 64 bits is an overflow`() throws {
        let all = try ProgrammeDiscount(
            mode: .volume, steps: [ProgrammeDiscount.Step(fromMinorUnits: 0, basisPoints: 10_000)])
        let edge = Int64.max / 10_000
        #expect(try all.amountE4(on: euro(edge)) == edge * 10_000)
        #expect(throws: QuantityError.overflow) { try all.amountE4(on: euro(edge + 1)) }
    }

    @Test func `every fault is named at once`() {
        let faults: [DiscountFault] = [
            .firstStepNotAtZero(fromMinorUnits: 10),
            .basisPointsOutOfRange(number: 1, basisPoints: -1),
            .stepNotAscending(number: 2, fromMinorUnits: 10),
            .basisPointsOutOfRange(number: 2, basisPoints: 10_001),
        ]
        #expect(throws: PricingError.invalidDiscount(faults)) {
            try ProgrammeDiscount(
                mode: .graduated,
                steps: [
                    ProgrammeDiscount.Step(fromMinorUnits: 10, basisPoints: -1),
                    ProgrammeDiscount.Step(fromMinorUnits: 10, basisPoints: 10_001),
                ])
        }
        #expect(throws: PricingError.invalidDiscount([.noSteps])) {
            try ProgrammeDiscount(mode: .volume, steps: [])
        }
    }

    @Test(arguments: [UInt64(61), 62])
    func `graduated equals the sum of its step changes`(seed: UInt64) throws {
        var random = RandomPricing(seed: seed)
        for _ in 0..<200 {
            var from: Int64 = 0
            var steps: [ProgrammeDiscount.Step] = []
            for _ in 0..<random.integer(1...5) {
                let basisPoints = random.integer(0...10_000)
                steps.append(
                    ProgrammeDiscount.Step(fromMinorUnits: from, basisPoints: basisPoints))
                from += Int64(random.integer(1...10_000))
            }
            let spend = Int64(random.integer(0...40_000))
            var expected: Int64 = 0
            var before: Int64 = 0
            for step in steps where step.fromMinorUnits <= spend {
                expected += (spend - step.fromMinorUnits) * (Int64(step.basisPoints) - before)
                before = Int64(step.basisPoints)
            }
            let discount = try ProgrammeDiscount(mode: .graduated, steps: steps)
            #expect(try discount.amountE4(on: euro(spend)) == expected)
        }
    }
}

import Pricing
import Quantities
import Testing

@Suite struct RateScheduleTests {
    @Test func `a sound schedule keeps what it was given`() throws {
        let egress = try schedule(.graduated, [("0", "0"), ("10240", "0.0085")])
        #expect(egress.model == .graduated)
        #expect(egress.tiers.map(\.from.description) == ["0", "10240"])
        #expect(egress.block == .one)
        #expect(egress.currency.code == "USD")
    }

    @Test func `no tier is refused`() {
        #expect(throws: PricingError.invalidSchedule([.noTiers])) {
            try schedule(.graduated, [])
        }
    }

    @Test func `a first tier that does not start at zero is refused`() throws {
        let fault = ScheduleFault.firstTierNotAtZero(from: .one)
        #expect(throws: PricingError.invalidSchedule([fault])) {
            try schedule(.volume, [("1", "0.5")])
        }
    }

    @Test(arguments: ["100", "50"])
    func `a tier that does not start above the one before is refused`(from: String) throws {
        let fault = ScheduleFault.tierNotAscending(number: 3, from: try decimal(from))
        #expect(throws: PricingError.invalidSchedule([fault])) {
            try schedule(.graduated, [("0", "3"), ("100", "2"), (from, "1")])
        }
    }

    @Test func `a price below zero is refused`() throws {
        let fault = ScheduleFault.negativeAmount(number: 1, amount: try decimal("-0.01"))
        #expect(throws: PricingError.invalidSchedule([fault])) {
            try schedule(.flat, [("0", "-0.01")])
        }
    }

    @Test(arguments: ["0", "-10"])
    func `a price per nothing is refused`(block: String) throws {
        let fault = ScheduleFault.blockNotPositive(try decimal(block))
        #expect(throws: PricingError.invalidSchedule([fault])) {
            try schedule(.block, [("0", "1")], block: block)
        }
    }

    @Test(arguments: [TierModel.block, .package, .flat])
    func `a model with one price has no second tier`(model: TierModel) {
        #expect(throws: PricingError.invalidSchedule([.severalTiers(model)])) {
            try schedule(model, [("0", "1"), ("10", "0.5")])
        }
    }

    @Test func `a flat price is not per number of units`() {
        #expect(throws: PricingError.invalidSchedule([.blockWithoutUnits])) {
            try schedule(.flat, [("0", "1")], block: "10")
        }
    }

    @Test func `every fault is named at once in the order of the tiers`() throws {
        let faults: [ScheduleFault] = [
            .firstTierNotAtZero(from: .one),
            .negativeAmount(number: 1, amount: try decimal("-2")),
            .tierNotAscending(number: 2, from: .zero),
            .negativeAmount(number: 2, amount: try decimal("-3")),
            .severalTiers(.package),
            .blockNotPositive(.zero),
        ]
        #expect(throws: PricingError.invalidSchedule(faults)) {
            try schedule(.package, [("1", "-2"), ("0", "-3")], block: "0")
        }
    }
}

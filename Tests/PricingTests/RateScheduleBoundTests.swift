import Pricing
import Quantities
import Testing

/// Both sides of every bound, for every model that has bounds.
@Suite struct RateScheduleBoundTests {
    @Test(arguments: [UInt64(161), 162], [TierModel.graduated, .volume])
    func `the bound itself is charged as the tier below`(
        seed: UInt64, model: TierModel
    ) throws {
        var random = RandomPricing(seed: seed)
        let step = try decimal("0.001")
        for _ in 0..<60 {
            let schedule = try random.schedule(model)
            for (index, tier) in schedule.tiers.enumerated().dropFirst() {
                let at = try #require(try schedule.slices(for: tier.from).last)
                #expect(at.rate == schedule.tiers[index - 1].amount)
                #expect(at.upTo == tier.from)
                let after = try #require(
                    try schedule.slices(for: tier.from.adding(step)).last)
                #expect(after.rate == tier.amount)
                #expect(after.from == tier.from)
            }
        }
    }

    @Test(arguments: [UInt64(163)])
    func `a volume charge is one rate on everything`(seed: UInt64) throws {
        var random = RandomPricing(seed: seed)
        for _ in 0..<100 {
            let schedule = try random.schedule(.volume)
            let quantity = try random.quantity(upTo: 1500)
            let slices = try schedule.slices(for: quantity)
            #expect(slices.count == (quantity.isZero ? 0 : 1))
            #expect(slices.first.map { $0.quantity == quantity } ?? true)
        }
    }

    @Test func `graduated slices are filled up to their bounds but the last`() throws {
        var random = RandomPricing(seed: 164)
        for _ in 0..<100 {
            let schedule = try random.schedule(.graduated)
            let quantity = try random.quantity(upTo: 1500)
            let slices = try schedule.slices(for: quantity)
            for slice in slices.dropLast() {
                #expect(try slice.from.adding(slice.quantity) == slice.upTo)
            }
            let sum = try slices.reduce(ExactDecimal.zero) { try $0.adding($1.quantity) }
            #expect(sum == quantity)
        }
    }
}

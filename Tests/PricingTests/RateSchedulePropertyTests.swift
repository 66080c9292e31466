import Pricing
import Quantities
import Testing

@Suite struct RateSchedulePropertyTests {
    @Test(arguments: TierModel.allCases)
    func `slices sum to the charge and are their own products`(model: TierModel) throws {
        var random = RandomPricing(seed: 7)
        for _ in 0..<100 {
            let schedule = try random.schedule(model)
            let quantity = try random.quantity(upTo: 1500)
            var sum = UnroundedMoney.zero(schedule.currency)
            for slice in try schedule.slices(for: quantity) {
                let product = try slice.blocks.multiplied(by: ExactRatio(slice.rate))
                #expect(product == slice.charge.amount)
                sum = try sum.adding(slice.charge)
            }
            #expect(try schedule.charge(for: quantity) == sum)
        }
    }

    @Test(arguments: [TierModel.graduated, .block, .package])
    func `more never costs less`(model: TierModel) throws {
        var random = RandomPricing(seed: 8)
        for _ in 0..<150 {
            let schedule = try random.schedule(model)
            let (one, two) = (
                try random.quantity(upTo: 1500), try random.quantity(upTo: 1500)
            )
            let less = try schedule.charge(for: min(one, two))
            let more = try schedule.charge(for: max(one, two))
            #expect(less.amount <= more.amount, "\(schedule) \(one) \(two)")
        }
    }

    @Test func `a graduated charge does not jump at its bounds`() throws {
        var random = RandomPricing(seed: 9)
        let step = try decimal("0.000001")
        for _ in 0..<100 {
            let schedule = try random.schedule(.graduated)
            for (index, tier) in schedule.tiers.enumerated().dropFirst() {
                let at = try schedule.charge(for: tier.from)
                let after = try schedule.charge(for: tier.from.adding(step))
                let before = try schedule.charge(for: tier.from.subtracting(step))
                let lower = schedule.tiers[index - 1].amount
                #expect(try after.subtracting(at).amount == product(tier.amount, step, schedule))
                #expect(try at.subtracting(before).amount == product(lower, step, schedule))
            }
        }
    }

    @Test func `a graduated charge equals the sum of its rate changes`() throws {
        // The same total by another formula: each tier adds (rate − rate before) on all units above
        // its bound.
        var random = RandomPricing(seed: 10)
        for _ in 0..<200 {
            let schedule = try random.schedule(.graduated)
            let quantity = try random.quantity(upTo: 1500)
            var expected = ExactRatio.zero
            var before = ExactDecimal.zero
            for tier in schedule.tiers where tier.from < quantity {
                let above = try quantity.subtracting(tier.from)
                let change = try tier.amount.subtracting(before)
                expected = try expected.adding(product(change, above, schedule))
                before = tier.amount
            }
            #expect(try schedule.charge(for: quantity).amount == expected)
        }
    }

    @Test func `with one tier graduated, volume and block agree`() throws {
        var random = RandomPricing(seed: 12)
        for _ in 0..<100 {
            let block = try random.schedule(.block)
            let quantity = try random.quantity(upTo: 1500)
            for model in [TierModel.graduated, .volume] {
                let other = try RateSchedule(
                    model: model, tiers: block.tiers, block: block.block,
                    currency: block.currency)
                #expect(try other.charge(for: quantity) == block.charge(for: quantity))
            }
        }
    }

    private func product(
        _ rate: ExactDecimal, _ quantity: ExactDecimal, _ schedule: RateSchedule
    ) throws -> ExactRatio {
        try ExactRatio(rate).multiplied(by: ExactRatio(quantity))
            .divided(by: ExactRatio(schedule.block))
    }
}

import Foundation
import Pricing
import Quantities
import Testing
import TestSupport

@Suite struct CompiledPriceTests {
    @Test(arguments: TierModel.allCases)
    func `the fast way gives the cents of the long one`(model: TierModel) throws {
        var random = RandomPricing(seed: 55)
        let rate = try publishedRates().rate(from: currency("USD"), to: currency("GBP"))
        for round in 0..<400 {
            let schedule = try random.schedule(model)
            let months = random.integer(0...60)
            let kept = try (0..<random.integer(0...3)).map { _ in
                try ExactRatio(Int128(random.integer(0...10_000)), over: 10_000)
            }
            let mode = RoundingMode.allCases[random.integer(0...5)]
            let price = try CompiledPrice(
                schedule, months: months, rate: rate, kept: kept, currency: currency("GBP"),
                mode: mode)
            let quantity = try random.quantity(upTo: 1500)
            var amount = try schedule.charge(for: quantity).amount.multiplied(by: rate)
                .multiplied(by: ExactRatio(months))
            for share in kept { amount = try amount.multiplied(by: share) }
            let expected = try UnroundedMoney(amount: amount, currency: currency("GBP"))
                .rounded(mode)
            #expect(try price.money(for: quantity) == expected, "\(round) \(schedule) \(quantity)")
        }
    }

    @Test(arguments: TierModel.allCases)
    func `bounds belong to the lower tier on both ways`(model: TierModel) throws {
        var random = RandomPricing(seed: 56)
        for _ in 0..<80 {
            let schedule = try random.schedule(model)
            let price = try CompiledPrice(schedule, months: 1, currency: currency("USD"))
            for tier in schedule.tiers {
                for step in ["0", "0.000001", "0.0000001"] {
                    let quantity = try tier.from.adding(decimal(step))
                    let expected = try schedule.charge(for: quantity).rounded(.halfUp)
                    #expect(try price.money(for: quantity) == expected)
                }
            }
        }
    }

    @Test func `20,000 random lines agree with Decimal, ties and credits too`() throws {
        var random = RandomPricing(seed: 2026)
        let dollars = try currency("USD")
        var ties = 0
        for round in 0..<20_000 {
            // Prices that end in halves of a cent, so that ties are common.
            var from = 0
            var tiers: [(from: Int, cents: Int)] = []
            for _ in 0..<random.integer(1...3) {
                tiers.append((from, random.integer(0...400) * 5))
                from += random.integer(1...200)
            }
            let schedule = try RateSchedule(
                model: .graduated,
                tiers: tiers.map {
                    PriceTier(
                        from: ExactDecimal($0.from),
                        amount: try ExactDecimal(coefficient: Int128($0.cents), scale: 4))
                }, currency: dollars)
            let quantity = random.integer(0...600)
            let isCredit = random.integer(0...9) == 0
            let months = random.integer(1...36)
            let money = try CompiledPrice(schedule, months: months, currency: dollars)
                .money(for: ExactDecimal(quantity))
            var exact = Decimal()
            for (index, tier) in tiers.enumerated() {
                let end = index + 1 < tiers.count ? tiers[index + 1].from : quantity
                let inside = max(0, min(quantity, end) - tier.from)
                exact += Decimal(inside) * Decimal(tier.cents) / 10_000
            }
            exact *= Decimal(months)
            let shown: Money
            if isCredit, exact > 0 {
                // The same amount back: a credit rounds away from zero on ties, as the line did.
                let whole = try schedule.charge(for: ExactDecimal(quantity))
                    .multiplied(by: ExactRatio(months))
                shown = try Credit(id: "c", reason: "refund", amount: whole.negated()).rounded()
                exact = -exact
            } else {
                shown = money
            }
            var rounded = Decimal()
            NSDecimalRound(&rounded, &exact, 2, .plain)
            if exact * 1000 != rounded * 1000 { ties += 1 }
            #expect(Decimal(shown.minorUnits) / 100 == rounded, "\(round)")
        }
        #expect(ties > 1000, "the lines have to reach ties")
    }

    @Test func `numbers that do not fit are refused and never wrap`() throws {
        let long = ExactDecimal(Int64.max)
        let schedule = try RateSchedule(pricePerUnit: long, currency: currency("USD"))
        let price = try CompiledPrice(schedule, months: 600, currency: currency("USD"))
        #expect(throws: QuantityError.overflow) { try price.money(for: long) }
        #expect(throws: PricingError.negativeQuantity(ExactDecimal(-1))) {
            try price.money(for: ExactDecimal(-1))
        }
        #expect(throws: PricingError.negativeMonths(-1)) {
            try CompiledPrice(schedule, months: -1, currency: currency("USD"))
        }
    }
}

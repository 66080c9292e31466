import Foundation
import Pricing
import Quantities
import Testing

/// Compares whole lines with `Foundation.Decimal`, which shares no code with the engine.
@Suite struct PricedLineOracleTests {
    @Test(arguments: [UInt64(81), 82, 83])
    func `random lines agree to the cent`(seed: UInt64) throws {
        var random = RandomPricing(seed: seed)
        for _ in 0..<100 {
            let schedule = try random.schedule(.graduated)
            let quantity = try random.quantity(upTo: 2000)
            let months = random.integer(1...60)
            let line = try PricedLine(
                id: "line", charge: .metered(schedule, monthlyQuantity: quantity), months: months,
                rates: publishedRates(), currency: currency("GBP"), rounding: .halfUp)
            let expected = try oracle(schedule, quantity, months)
            #expect(
                line.money.decimal.description == expected.description,
                "\(schedule) \(quantity) \(months)")
        }
    }

    private func oracle(
        _ schedule: RateSchedule, _ quantity: ExactDecimal, _ months: Int
    ) throws -> Decimal {
        var left = try foundation(quantity)
        var total = Decimal()
        // From the top tier down: what lies above a bound is charged there and taken off.
        for tier in schedule.tiers.reversed() {
            let bound = try foundation(tier.from)
            guard left > bound else { continue }
            total += (left - bound) * (try foundation(tier.amount))
            left = bound
        }
        let inPounds =
            total * Decimal(months) * (try foundation(decimal("0.8338")))
            / (try foundation(decimal("1.1172")) * foundation(schedule.block))
        var value = inPounds
        var rounded = Decimal()
        NSDecimalRound(&rounded, &value, 2, .plain)
        return rounded
    }

    private func foundation(_ value: ExactDecimal) throws -> Decimal {
        try #require(
            Decimal(string: value.description, locale: Locale(identifier: "en_US_POSIX")))
    }
}

import Foundation
import Pricing
import Quantities
import Testing

/// Works out a total as a reader would: from printed rows only, with a calculator.
@Suite struct PrintedArithmeticTests {
    @Test(arguments: [UInt64(151), 152])
    func `the printed rows lead to the printed total`(seed: UInt64) throws {
        var random = RandomPricing(seed: seed)
        for _ in 0..<30 {
            let schedule = try random.schedule(.graduated)
            let months = random.integer(1...48)
            let line = try PricedLine(
                id: "line",
                charge: .metered(schedule, monthlyQuantity: try random.quantity(upTo: 1200)),
                months: months, rates: publishedRates(), currency: .euro, rounding: .halfUp,
                count: Int64(random.integer(1...4)))
            let discount = try ProgrammeDiscount(
                mode: .graduated,
                steps: [
                    ProgrammeDiscount.Step(fromMinorUnits: 0, basisPoints: 250),
                    ProgrammeDiscount.Step(fromMinorUnits: 50_000, basisPoints: 725),
                ])
            let waterfall = try Waterfall(
                lines: [line],
                discounts: [DiscountStep(id: "d", discount: discount, lineIDs: ["line"])],
                currency: .euro, rounding: .halfUp)

            let list = try recomputed(line, schedule, months)
            #expect(list == (try number(line.money.decimal.description)))
            var net = list
            for row in waterfall.discounts {
                for slice in row.slices {
                    let spend = try number(slice.spend.decimal.description)
                    net -= spend * Decimal(slice.basisPoints) / 10_000
                }
            }
            #expect(cents(net) == (try number(waterfall.total.decimal.description)))
        }
    }

    /// Adds up the slices, times the months, over the printed rate, to the cent, times the pieces.
    private func recomputed(
        _ line: PricedLine, _ schedule: RateSchedule, _ months: Int
    ) throws -> Decimal {
        guard case .metered(_, let quantity) = line.charge else { return 0 }
        var month = Decimal()
        for slice in try schedule.slices(for: quantity) {
            let units = try number(slice.quantity.description)
            let rate = try number(slice.rate.description)
            month += units * rate / (try number(schedule.block.description))
        }
        return cents(month * Decimal(months) / (try number("1.1172"))) * Decimal(line.count)
    }

    private func cents(_ value: Decimal) -> Decimal {
        var value = value
        var rounded = Decimal()
        NSDecimalRound(&rounded, &value, 2, .plain)
        return rounded
    }

    private func number(_ text: String) throws -> Decimal {
        try #require(Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")))
    }
}

import Foundation
import Pricing
import Quantities

/// Measures the price of a line: three tiers, a term of months, a rate, three steps, one rounding.
///
///     swift run -c release PricingBenchmark [lines]
///
/// Prints one table; beside each figure stands `Foundation.Decimal` on the same work in the same
/// run. Every line is compared with Decimal to the cent, ties and credits among them.
@main
struct PricingBenchmark {
    static func main() throws {
        let count = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 1_000_000
        let lines = RandomLines(seed: 2026, count: count)
        print("work                                         ours, ns   Decimal, ns   ratio")
        try bulk(lines)
        try repriced(lines)
        let different = try disagreements(lines)
        print("\(count) lines compared with Decimal: \(different) differ")
        guard different == 0 else { exit(1) }
    }

    /// Each line through a compiled price.
    private static func bulk(_ lines: RandomLines) throws {
        let price = try lines.compiled()
        var sum: Int64 = 0
        let ours = try time {
            for units in lines.quantities {
                sum &+= try price.money(for: ExactDecimal(units)).minorUnits
            }
        }
        var total = Decimal()
        let peers = time {
            for units in lines.quantities.prefix(max(1, lines.quantities.count / 10)) {
                total += lines.decimal(units)
            }
        }
        row(
            "a line in bulk", ours / Double(lines.quantities.count),
            peers / Double(max(1, lines.quantities.count / 10)))
        precondition(sum != 1 && total != 1, "the work is done")
    }

    /// Two thousand lines with every step kept, as a quote that is priced again.
    private static func repriced(_ lines: RandomLines) throws {
        let rates = try lines.rates()
        let count = 2000
        var sum: Int64 = 0
        let best =
            try (0..<5).map { _ in
                try time {
                    for index in 0..<count {
                        let units = lines.quantities[index % lines.quantities.count]
                        sum &+= try PricedLine(
                            id: "line",
                            charge: .metered(
                                lines.schedule, monthlyQuantity: ExactDecimal(units)),
                            months: 36, rates: rates, currency: lines.pound, rounding: .halfUp
                        ).money.minorUnits
                    }
                }
            }.min() ?? 0
        var total = Decimal()
        let peers = time {
            for index in 0..<count {
                total += lines.decimal(lines.quantities[index % lines.quantities.count])
            }
        }
        row("a line of a quote, all steps kept", best / Double(count), peers / Double(count))
        print(
            "2,000 lines priced again: "
                + "\(String(format: "%.1f", best / 1_000_000)) ms")
        precondition(sum != 1 && total != 1, "the work is done")
    }

    /// Lines on which the compiled price and Decimal differ.
    private static func disagreements(_ lines: RandomLines) throws -> Int {
        let price = try lines.compiled()
        var different = 0
        for (index, units) in lines.quantities.enumerated() {
            let money = try price.money(for: ExactDecimal(units))
            var exact = lines.decimal(units)
            var shown = money
            if index.isMultiple(of: 10), exact > 0 {
                shown = try money.negated()
                exact = -exact
            }
            var rounded = Decimal()
            NSDecimalRound(&rounded, &exact, 2, .plain)
            if Decimal(shown.minorUnits) / 100 != rounded { different += 1 }
        }
        return different
    }

    private static func row(_ name: String, _ ours: Double, _ peers: Double) {
        let name = name.padding(toLength: 44, withPad: " ", startingAt: 0)
        print(
            name + String(format: "%9.0f %13.0f %7.1f", ours, peers, peers / max(ours, 0.001)))
    }

    /// Nanoseconds.
    private static func time(_ work: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let elapsed = try clock.measure(work)
        return Double(elapsed.components.seconds) * 1e9
            + Double(elapsed.components.attoseconds) / 1e9
    }
}

/// Quantities and one price, as the engine and as Decimal see it.
private struct RandomLines {
    let quantities: [Int]
    let schedule: RateSchedule
    let pound: Currency
    private let tiers: [(from: Int, rate: Decimal)]
    private let factor: Decimal

    init(seed: UInt64, count: Int) {
        guard let pound = Currency(code: "GBP"), let dollar = Currency(code: "USD") else {
            preconditionFailure("both are currencies")
        }
        var state = seed
        quantities = (0..<max(1, count)).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 40) % 400_000
        }
        let amounts = [(0, "0.0875"), (51_200, "0.0825"), (153_600, "0.0715")]
        tiers = amounts.map { ($0.0, Decimal(string: $0.1) ?? 0) }
        let ready = try? RateSchedule(
            model: .graduated,
            tiers: amounts.map {
                PriceTier(
                    from: ExactDecimal($0.0),
                    amount: (try? ExactDecimal(parsing: $0.1)) ?? .zero)
            }, currency: dollar)
        guard let ready else { preconditionFailure("the tiers are sound") }
        schedule = ready
        self.pound = pound
        // A rate and steps with finite decimals, so that Decimal carries them exactly.
        factor =
            36 * (Decimal(string: "0.75") ?? 0) * (Decimal(string: "0.88") ?? 0)
            * (Decimal(string: "0.95") ?? 0)
    }

    func compiled() throws -> CompiledPrice {
        try CompiledPrice(
            schedule, months: 36, rate: ExactRatio(3, over: 4),
            kept: [ExactRatio(22, over: 25), ExactRatio(19, over: 20)], currency: pound)
    }

    func rates() throws -> EuroReferenceRates {
        let date = try CalendarDate(parsing: "2026-10-30")
        let listed = [("USD", "1.1172"), ("GBP", "0.8338")]
        return try EuroReferenceRates(
            date: date,
            unitsPerEuro: listed.compactMap { code, rate in
                guard let currency = Currency(code: code),
                    let units = try? ExactDecimal(parsing: rate)
                else { return nil }
                return EuroReferenceRates.Rate(currency: currency, unitsPerEuro: units)
            })
    }

    func decimal(_ units: Int) -> Decimal {
        var sum = Decimal()
        for (index, tier) in tiers.enumerated() where units > tier.from {
            let end = index + 1 < tiers.count ? tiers[index + 1].from : units
            sum += Decimal(min(units, end) - tier.from) * tier.rate
        }
        return sum * factor
    }
}

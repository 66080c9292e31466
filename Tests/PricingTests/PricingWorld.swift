import Pricing
import Quantities
import Testing
import TestSupport

/// Reads a decimal from text.
func decimal(_ text: String) throws -> ExactDecimal { try ExactDecimal(parsing: text) }

/// Returns the currency of a code.
func currency(_ code: String) throws -> Currency { try #require(Currency(code: code)) }

/// Creates a schedule from pairs of bound and price.
func schedule(
    _ model: TierModel, _ tiers: [(from: String, amount: String)], block: String = "1",
    code: String = "USD"
) throws -> RateSchedule {
    try RateSchedule(
        model: model,
        tiers: tiers.map { PriceTier(from: try decimal($0.from), amount: try decimal($0.amount)) },
        block: decimal(block), currency: currency(code))
}

/// Rates of the European Central Bank of 2026-10-30.
func publishedRates() throws -> EuroReferenceRates {
    let listed = [("USD", "1.1172"), ("GBP", "0.8338"), ("JPY", "175.68")]
    return try EuroReferenceRates(
        date: CalendarDate(parsing: "2026-10-30"),
        unitsPerEuro: listed.map { (code: String, rate: String) in
            EuroReferenceRates.Rate(
                currency: try currency(code), unitsPerEuro: try decimal(rate))
        })
}

/// Draws schedules, quantities and discounts.
struct RandomPricing {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func integer(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    /// Returns a number from 0 with up to three decimals.
    mutating func quantity(upTo bound: Int) throws -> ExactDecimal {
        try ExactDecimal(coefficient: Int128(integer(0...bound * 1000)), scale: 3)
    }

    mutating func tiers(upTo maximum: Int) throws -> [PriceTier] {
        var from = ExactDecimal.zero
        var tiers: [PriceTier] = []
        for _ in 0..<integer(1...maximum) {
            let amount = try ExactDecimal(coefficient: Int128(integer(0...90_000)), scale: 6)
            tiers.append(PriceTier(from: from, amount: amount))
            from = try from.adding(.one).adding(quantity(upTo: 300))
        }
        return tiers
    }

    mutating func schedule(_ model: TierModel) throws -> RateSchedule {
        try RateSchedule(
            model: model, tiers: tiers(upTo: model.hasTiers ? 5 : 1),
            block: model == .flat ? .one : ExactDecimal(integer(1...50)),
            currency: currency("USD"))
    }
}

import Quantities
import Testing

@Suite struct EuroReferenceRatesTests {
    /// Rates of the European Central Bank of 2026-10-30.
    static func published() throws -> EuroReferenceRates {
        let listed = [("USD", "1.1172"), ("GBP", "0.8338"), ("JPY", "175.68"), ("ISK", "136")]
        return try EuroReferenceRates(
            date: CalendarDate(parsing: "2026-10-30"),
            unitsPerEuro: listed.map { (code: String, rate: String) in
                EuroReferenceRates.Rate(
                    currency: try #require(Currency(code: code)),
                    unitsPerEuro: try ExactDecimal(parsing: rate))
            })
    }

    private func currency(_ code: String) throws -> Currency {
        try #require(Currency(code: code))
    }

    @Test func `a conversion goes through the euro without rounding the cross rate`() throws {
        let rates = try Self.published()
        let dollars = UnroundedMoney(
            amount: ExactDecimal(2_000_000), currency: try currency("USD"))
        // 2,000,000 x 0.8338 / 1.1172 = 1,492,660.2219...
        let exact = try rates.convert(dollars, to: currency("GBP")).rounded(.halfUp)
        #expect(exact.description == "GBP 1492660.22")
        // A cross rate of four decimals, 0.7463, would have given 1,492,600.00: 60.22 less.
        let cross = try rates.rate(from: currency("USD"), to: currency("GBP"))
        let rounded = ExactRatio(try cross.rounded(toScale: 4, mode: .halfUp))
        let shifted = try dollars.amount.multiplied(by: rounded)
        #expect(shifted == ExactRatio(1_492_600))
    }

    @Test func `there and back is the same value`() throws {
        let rates = try Self.published()
        let codes = ["USD", "GBP", "JPY", "ISK", "EUR"]
        for source in codes {
            for target in codes {
                let start = UnroundedMoney(
                    amount: try ExactDecimal(parsing: "12345.678"),
                    currency: try currency(source))
                let there = try rates.convert(start, to: currency(target))
                #expect(there.currency.code == target)
                #expect(try rates.convert(there, to: currency(source)) == start)
            }
        }
    }

    @Test func `the euro itself needs no rate`() throws {
        let rates = try Self.published()
        #expect(try rates.rate(from: .euro, to: currency("JPY")).description == "4392/25")
        #expect(try rates.rate(from: currency("USD"), to: .euro).description == "2500/2793")
        #expect(try rates.rate(from: currency("PLN"), to: currency("PLN")) == .one)
    }

    @Test func `a currency without a rate is refused and named with the date`() throws {
        let rates = try Self.published()
        let zloty = try currency("PLN")
        let missing = QuantityError.missingRate(zloty, rates.date)
        #expect(throws: missing) { try rates.rate(from: .euro, to: zloty) }
        #expect(throws: missing) { try rates.rate(from: zloty, to: .euro) }
        #expect(missing.description == "no rate for PLN on 2026-10-30")
    }

    @Test(arguments: ["0", "-1.1"])
    func `a rate that is not above zero is refused`(text: String) throws {
        let dollar = try currency("USD")
        let rate = EuroReferenceRates.Rate(
            currency: dollar, unitsPerEuro: try ExactDecimal(parsing: text))
        let date = try CalendarDate(parsing: "2026-10-30")
        #expect(throws: QuantityError.invalidRate(dollar)) {
            try EuroReferenceRates(date: date, unitsPerEuro: [rate])
        }
    }

    @Test func `two rates of one currency and a euro that is not 1 are refused`() throws {
        let date = try CalendarDate(parsing: "2026-10-30")
        let dollar = try currency("USD")
        let rate = EuroReferenceRates.Rate(currency: dollar, unitsPerEuro: .one)
        #expect(throws: QuantityError.duplicateRate(dollar)) {
            try EuroReferenceRates(date: date, unitsPerEuro: [rate, rate])
        }
        let euro = EuroReferenceRates.Rate(currency: .euro, unitsPerEuro: ExactDecimal(2))
        #expect(throws: QuantityError.invalidRate(.euro)) {
            try EuroReferenceRates(date: date, unitsPerEuro: [euro])
        }
    }

    @Test func `rates are kept in the order of their codes`() throws {
        #expect(try Self.published().rates.map(\.currency.code) == ["GBP", "ISK", "JPY", "USD"])
    }
}

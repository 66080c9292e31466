import Quantities
import Testing

/// Creates money from a code and minor units.
func money(_ code: String, _ minorUnits: Int64) throws -> Money {
    Money(minorUnits: minorUnits, currency: try #require(Currency(code: code)))
}

@Suite struct MoneyTests {
    @Test(arguments: [
        ("EUR", "1234.50", Int64(123_450)), ("EUR", "1234.5", 123_450), ("EUR", "1234", 123_400),
        ("EUR", "-0.01", -1), ("JPY", "1200", 1200), ("KWD", "1.125", 1125), ("CLF", "0.0001", 1),
        ("EUR", "92233720368547758.07", Int64.max),
    ])
    func `an amount in major units is read into minor ones`(
        code: String, text: String, minorUnits: Int64
    ) throws {
        let currency = try #require(Currency(code: code))
        #expect(try Money(parsing: text, currency: currency).minorUnits == minorUnits)
    }

    @Test(arguments: [
        ("EUR", "1.005"), ("EUR", "1.500"), ("JPY", "1200.0"), ("KWD", "1.1250"),
        ("CLF", "0.00010"),
    ])
    func `more decimals than the currency has are refused, zeros too`(
        code: String, text: String
    ) throws {
        let currency = try #require(Currency(code: code))
        #expect(throws: QuantityError.tooManyDecimals(text, currency)) {
            try Money(parsing: text, currency: currency)
        }
    }

    @Test(arguments: ["", "1,50", "EUR 1", "1e2", " 1"])
    func `an amount that is no number is refused`(text: String) {
        #expect(throws: QuantityError.invalidNumber(text)) {
            try Money(parsing: text, currency: .euro)
        }
    }

    @Test func `an amount past 64 bits of minor units is an overflow`() {
        #expect(throws: QuantityError.overflow) {
            try Money(parsing: "92233720368547758.08", currency: .euro)
        }
    }

    @Test(arguments: [
        ("EUR", Int64(123_450), "EUR 1234.50"), ("EUR", 5, "EUR 0.05"), ("EUR", 0, "EUR 0.00"),
        ("EUR", -5, "EUR -0.05"), ("JPY", 1200, "JPY 1200"), ("KWD", -125, "KWD -0.125"),
        ("CLF", 12_345, "CLF 1.2345"), ("EUR", Int64.min, "EUR -92233720368547758.08"),
    ])
    func `money shows all decimals of its currency`(
        code: String, minorUnits: Int64, shown: String
    ) throws {
        #expect(try money(code, minorUnits).description == shown)
    }

    @Test func `sums and differences overflow at the edge and not before`() throws {
        let top = try money("EUR", Int64.max)
        let bottom = try money("EUR", Int64.min)
        let cent = try money("EUR", 1)
        #expect(try top.subtracting(cent).adding(cent) == top)
        #expect(try bottom.adding(cent).subtracting(cent) == bottom)
        #expect(throws: QuantityError.overflow) { try top.adding(cent) }
        #expect(throws: QuantityError.overflow) { try bottom.subtracting(cent) }
        #expect(throws: QuantityError.overflow) { try bottom.negated() }
        #expect(throws: QuantityError.overflow) { try top.multiplied(by: 2) }
        #expect(throws: QuantityError.overflow) { try bottom.multiplied(by: -1) }
        #expect(try cent.multiplied(by: -3).minorUnits == -3)
    }

    @Test func `two currencies do not mix and the error names both`() throws {
        let (euro, yen) = (try money("EUR", 1), try money("JPY", 1))
        let mismatch = QuantityError.currencyMismatch(euro.currency, yen.currency)
        #expect(throws: mismatch) { try euro.adding(yen) }
        #expect(throws: mismatch) { try euro.subtracting(yen) }
        #expect(throws: mismatch) { try euro.isAtMost(yen) }
        #expect(mismatch.description == "EUR and JPY do not mix without a conversion")
    }

    @Test func `amounts of one currency compare`() throws {
        #expect(try money("EUR", 1).isAtMost(money("EUR", 1)))
        #expect(try money("EUR", -2).isAtMost(money("EUR", -1)))
        #expect(try !money("EUR", 2).isAtMost(money("EUR", 1)))
    }
}

struct MoneyGroupingTests {
    @Test(arguments: [
        (Int64(0), "EUR", "EUR 0.00"), (7, "EUR", "EUR 0.07"), (99_999, "EUR", "EUR 999.99"),
        (100_000, "EUR", "EUR 1,000.00"), (-123_456_789, "EUR", "EUR -1,234,567.89"),
        (123, "JPY", "JPY 123"), (1_234_567, "JPY", "JPY 1,234,567"),
        (Int64.min, "KWD", "KWD -9,223,372,036,854,775.808"),
    ])
    func `thousands are grouped`(minorUnits: Int64, code: String, text: String) throws {
        let currency = try #require(Currency(code: code))
        #expect(Money(minorUnits: minorUnits, currency: currency).grouped == text)
    }
}

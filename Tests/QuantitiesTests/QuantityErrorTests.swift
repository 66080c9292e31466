import Quantities
import Testing

@Suite struct QuantityErrorTests {
    static let yen = Currency(code: "JPY") ?? .euro

    @Test(arguments: [
        (QuantityError.overflow, "the exact result has too many digits"),
        (.divisionByZero, "division by zero"),
        (.inexact, "the exact result has no finite decimal form"),
        (.invalidNumber("1,5"), "'1,5' is not a plain decimal number"),
        (.invalidDate("1/2/26"), "'1/2/26' is not a date written YYYY-MM-DD"),
        (.invalidPeriod("3Y"), "'3Y' is not an ISO 8601 period such as P3Y or P18M"),
        (.tooManyDecimals("1.5", yen), "'1.5' has more decimals than the 0 of JPY"),
        (.currencyMismatch(.euro, yen), "EUR and JPY do not mix without a conversion"),
        (.unitMismatch(.gigabyte, .gibibyte), "GB does not convert to GiB"),
        (.invalidRate(yen), "the rate of JPY is not usable"),
        (.duplicateRate(yen), "JPY has two rates on one date"),
        (.invalidWeights, "weights must be zero or more and not all zero"),
        (.dateOutOfRange, "the date lies outside the years 1900 to 2200"),
    ])
    func `an error says what was wrong in one clause`(error: QuantityError, text: String) {
        #expect(error.description == text)
    }
}

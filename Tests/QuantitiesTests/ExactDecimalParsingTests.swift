import Quantities
import Testing

@Suite struct ExactDecimalParsingTests {
    @Test(arguments: [
        ("0", "0"), ("7", "7"), ("-7", "-7"), ("0.5", "0.5"), ("-0.05", "-0.05"),
        ("0.0800000000", "0.08"), ("1200", "1200"), ("10.00", "10"), ("-0", "0"), ("-0.0", "0"),
        ("123456789.123456789", "123456789.123456789"),
        ("170141183460469231731687303715884105727", "170141183460469231731687303715884105727"),
        ("-170141183460469231731687303715884105727", "-170141183460469231731687303715884105727"),
        ("0.10000000000000000000000000000000000000000000000", "0.1"),
        ("0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"),
    ])
    func `plain decimal text is read as it is written`(text: String, shown: String) throws {
        #expect(try ExactDecimal(parsing: text).description == shown)
    }

    @Test(arguments: [
        "", "-", ".", "12abc", "1,5", " 5", "5 ", "1e3", "1E3", "+1", "٣", "1.", ".5", "-.5", "--1",
        "1.2.3", "1 000", "1_000", "007", "00", "-01", "0x1F", "1'000", "NaN", "inf", "½", "1\u{0}",
        "1\n", "１", "5\u{301}",
    ])
    func `anything else is refused with its text`(text: String) {
        #expect(throws: QuantityError.invalidNumber(text)) { try ExactDecimal(parsing: text) }
    }

    @Test(arguments: [
        "170141183460469231731687303715884105728", "-170141183460469231731687303715884105728",
        "999999999999999999999999999999999999999",
        "0.000000000000000000000000000000000000001",
        "1701411834604692317316873037158841057.271",
    ])
    func `one digit too many is an overflow`(text: String) {
        #expect(throws: QuantityError.overflow) { try ExactDecimal(parsing: text) }
    }

    @Test func `a part of a longer text is read by itself`() throws {
        let row = "a;12.5;b"
        let cell = try #require(row.split(separator: ";").dropFirst().first)
        #expect(try ExactDecimal(parsing: cell).description == "12.5")
    }
}

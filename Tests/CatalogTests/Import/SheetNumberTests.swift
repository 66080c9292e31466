@testable import Catalog
import Foundation
import Quantities
import TestSupport
import Testing

struct SheetNumberTests {
    @Test(arguments: [
        ("0.0800000000", "0.08"), ("416.0", "416"), ("0", "0"), ("5.64902E-05", "0.0000564902"),
        ("2.8759101014016e+15", "2875910101401600"), ("1e3", "1000"), ("00.5", "0.5"),
        ("999999999999999", "999999999999999"), ("-0.125", "-0.125"), (".5", "0.5"),
        ("0.12345678901234567890123", "0.12345678901234567890123"),
    ])
    func `numbers are read exactly, with an exponent too`(text: String, value: String) throws {
        #expect(SheetNumber.read(text) == .number(try ExactDecimal(parsing: value)))
    }

    @Test(arguments: [
        "", "N/A", "NULL", "0.75%", "1.2.3", "abc", "1e", "e5", "1e99999", "--1", "1 000", "∞",
        "0x10", "1e9999", ".", "-", "1.",
    ])
    func `words are placeholders`(text: String) {
        #expect(SheetNumber.read(text) == .placeholder)
    }

    @Test(arguments: ["0,08", "1.234,50", "1,234.50", "-1,5"])
    func `a comma is told apart`(text: String) {
        #expect(SheetNumber.read(text) == .comma)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `Decimal agrees on numbers with exponents`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let digits = Int64.random(in: 0...999_999_999_999, using: &generator)
            let point = Int.random(in: 0...6, using: &generator)
            let exponent = Int.random(in: -12...12, using: &generator)
            let whole = String(digits / 1_000_000)
            let fraction =
                String(repeating: "0", count: 6 - "\(digits % 1_000_000)".count)
                + "\(digits % 1_000_000)"
            let mantissa = point == 0 ? whole : "\(whole).\(fraction.prefix(point))"
            let text = exponent == 0 ? mantissa : "\(mantissa)e\(exponent)"
            let expected =
                try #require(
                    Decimal(string: mantissa)
                ).magnitude * pow(10, exponent)
            guard case .number(let number) = SheetNumber.read(text) else {
                Issue.record("\(text) of seed \(seed) is no number")
                continue
            }
            #expect(number.description == "\(expected)", "\(text), seed \(seed)")
        }
    }

    private func pow(_ base: Int, _ exponent: Int) -> Decimal {
        var power = Decimal(1)
        for _ in 0..<abs(exponent) { power *= Decimal(base) }
        return exponent < 0 ? 1 / power : power
    }

    @Test func `days of any sheet are read, ends to the day after their last minute`() throws {
        let day = try CalendarDate(parsing: "2026-09-30")
        #expect(SheetDate.first("2026-09-30T23:59:00Z") == .day(day))
        #expect(SheetDate.first("9/30/2026") == .day(day))
        #expect(SheetDate.end("2026-09-30") == .day(day))
        #expect(SheetDate.end("2026-09-30T00:00:00Z") == .day(day))
        let next = try CalendarDate(parsing: "2026-10-01")
        #expect(SheetDate.end("2026-09-30T23:59:00Z") == .day(next))
        #expect(SheetDate.first("9999-12-31T00:00:00Z") == .open)
        #expect(SheetDate.end("2200-12-31T23:59:00Z") == .open)
        for text in ["", "soon", "2026-13-01", "13/13/2026", "1/2", "2026"] {
            #expect(SheetDate.first(text) == .none, "\(text)")
        }
    }
}

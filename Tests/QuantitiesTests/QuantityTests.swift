import Quantities
import Testing

@Suite struct QuantityTests {
    private func quantity(_ amount: String, _ symbol: String) throws -> Quantity {
        Quantity(
            amount: try ExactDecimal(parsing: amount), unit: try #require(Unit(symbol: symbol)))
    }

    @Test(arguments: [
        ("50", "TiB", "GiB", "51200"), ("1", "KiB", "MiB", "0.0009765625"),
        ("1.5", "TB", "GB", "1500"), ("1", "kB", "PB", "0.000000000001"), ("90", "min", "h", "1.5"),
        ("1", "d", "s", "86400"), ("10", "Gbit/s", "Mbit/s", "10000"), ("3", "count", "count", "3"),
        ("-2", "GiB", "MiB", "-2048"),
    ])
    func `a quantity converts exactly within its family`(
        amount: String, from: String, to: String, converted: String
    ) throws {
        let target = try #require(Unit(symbol: to))
        let result = try quantity(amount, from).converted(to: target)
        #expect(result.amount.description == converted)
        #expect(result.unit == target)
    }

    @Test(arguments: [
        ("GB", "GiB"), ("GiB", "GB"), ("TB", "TiB"), ("kB", "KiB"), ("GB", "Gbit/s"),
        ("h", "count"), ("s", "GB"),
    ])
    func `nothing converts across families`(from: String, to: String) throws {
        let source = try #require(Unit(symbol: from))
        let target = try #require(Unit(symbol: to))
        #expect(throws: QuantityError.unitMismatch(source, target)) {
            try quantity("1", from).converted(to: target)
        }
        #expect(throws: QuantityError.unitMismatch(target, source)) {
            try quantity("1", from).adding(quantity("1", to))
        }
    }

    @Test func `bytes are the stated way from binary to decimal units`() throws {
        // 50 x 1024^4 = 54,975,581,388,800 bytes.
        let bytes = try quantity("50", "TiB").exactBytes()
        #expect(bytes.description == "54975581388800")
        let decimal = try Quantity(exactBytes: bytes, in: .gigabyte)
        #expect(decimal.description == "54975.5813888 GB")
        #expect(try Quantity(exactBytes: bytes, in: .tebibyte) == quantity("50", "TiB"))
    }

    @Test func `only data has bytes`() throws {
        #expect(throws: QuantityError.unitMismatch(.hour, .kilobyte)) {
            try quantity("1", "h").exactBytes()
        }
        #expect(throws: QuantityError.unitMismatch(.kilobyte, .count)) {
            try Quantity(exactBytes: .one, in: .count)
        }
    }

    @Test func `a conversion whose digits never end is refused`() throws {
        #expect(throws: QuantityError.inexact) { try quantity("20", "min").converted(to: .hour) }
    }

    @Test func `a conversion past the largest number is an overflow`() throws {
        let large = Quantity(
            amount: try ExactDecimal(coefficient: largest, scale: 0), unit: .pebibyte)
        #expect(throws: QuantityError.overflow) { try large.converted(to: .kibibyte) }
        #expect(throws: QuantityError.overflow) { try large.exactBytes() }
    }

    @Test func `sums are in the unit of the first`() throws {
        #expect(try quantity("1", "TiB").adding(quantity("512", "GiB")).description == "1.5 TiB")
    }

    @Test(arguments: ["", "gb", "Gb", "GIB", "gib", "B", "TiB ", "hours"])
    func `a symbol is matched to the letter`(symbol: String) {
        #expect(Unit(symbol: symbol) == nil)
    }

    @Test func `symbols are unique and every family has a unit`() {
        let symbols = Unit.all.map(\.symbol)
        #expect(Set(symbols).count == symbols.count)
        #expect(Set(Unit.all.map(\.family)) == Set(UnitFamily.allCases))
        #expect(symbols.allSatisfy { Unit(symbol: $0)?.symbol == $0 })
    }
}

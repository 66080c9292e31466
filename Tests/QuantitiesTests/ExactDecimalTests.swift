import Quantities
import Testing

@Suite struct ExactDecimalTests {
    @Test func `equal values are equal however they were written`() throws {
        let one = try ExactDecimal(parsing: "1.50")
        let two = try ExactDecimal(coefficient: 15, scale: 1)
        #expect(one == two)
        #expect(one.hashValue == two.hashValue)
        #expect(try ExactDecimal(coefficient: 0, scale: 7) == .zero)
        #expect(try ExactDecimal(coefficient: 1000, scale: 3) == .one)
    }

    @Test(arguments: [
        ("5", 2, "5.00"), ("0.5", 2, "0.50"), ("-0.05", 1, "-0.05"), ("12.345", 2, "12.345"),
        ("0", 3, "0.000"), ("-7", 0, "-7"),
    ])
    func `padding shows at least the decimals asked for`(
        text: String, scale: Int, shown: String
    ) throws {
        #expect(try ExactDecimal(parsing: text).padded(toScale: scale) == shown)
    }

    @Test func `what is read and written is the same text again`() throws {
        var random = RandomQuantities(seed: 21)
        for _ in 0..<500 {
            let value = try random.decimal(digits: 18, scale: 18)
            #expect(try ExactDecimal(parsing: value.description) == value)
        }
    }

    @Test func `a sum overflows only past the largest number`() throws {
        let top = try ExactDecimal(coefficient: largest, scale: 0)
        #expect(try top.adding(.zero) == top)
        #expect(try top.adding(.one.negated()).adding(.one) == top)
        #expect(throws: QuantityError.overflow) { try top.adding(.one) }
        #expect(throws: QuantityError.overflow) { try top.negated().subtracting(.one) }
        let tenth = try ExactDecimal(parsing: "0.1")
        #expect(throws: QuantityError.overflow) { try top.adding(tenth) }
    }

    @Test func `a sum whose steps are too large but whose value fits is given`() throws {
        // 17014118346046923173168730371588410573 x 10 passes the largest coefficient by 3; the
        // difference does not.
        let wide = try ExactDecimal(parsing: "17014118346046923173168730371588410573")
        let part = try ExactDecimal(parsing: "0.3")
        #expect(
            try wide.subtracting(part).description == "17014118346046923173168730371588410572.7")
    }

    @Test func `a product overflows only past the largest number`() throws {
        let top = try ExactDecimal(coefficient: largest, scale: 0)
        let two = ExactDecimal(2)
        let half = try ExactDecimal(parsing: "0.5")
        #expect(throws: QuantityError.overflow) { try top.multiplied(by: two) }
        #expect(throws: QuantityError.overflow) { try top.multiplied(by: half) }
        // 10^38 x 0.00...01 (38 decimals) needs 77 digits on the way and is 1.
        let large = try ExactDecimal(coefficient: 1, scale: 0)
            .multiplied(by: ExactDecimal(parsing: "100000000000000000000000000000000000000"))
        let small = try ExactDecimal(coefficient: 1, scale: 38)
        #expect(try large.multiplied(by: small) == .one)
        #expect(throws: QuantityError.overflow) { try small.multiplied(by: small) }
        #expect(try small.multiplied(by: .zero) == .zero)
    }

    @Test func `the smallest 128-bit integer is out of range so that every value has a negative`() {
        #expect(throws: QuantityError.overflow) {
            try ExactDecimal(coefficient: Int128.min, scale: 0)
        }
    }

    @Test func `comparison is exact at any difference of scale`() throws {
        let top = try ExactDecimal(coefficient: largest, scale: 0)
        let tiny = try ExactDecimal(coefficient: 1, scale: 38)
        #expect(tiny < top)
        #expect(top.negated() < tiny.negated())
        #expect(tiny.negated() < .zero && .zero < tiny)
        let nearOne = try ExactDecimal(parsing: "0.99999999999999999999999999999999999999")
        #expect(nearOne < .one)
        #expect(ExactDecimal.one.negated() < nearOne.negated())
    }

    @Test func `a whole number is offered only where there is one`() throws {
        #expect(try ExactDecimal(parsing: "12.0").wholeNumber == 12)
        #expect(try ExactDecimal(parsing: "12.5").wholeNumber == nil)
        #expect(try ExactDecimal(coefficient: largest, scale: 0).wholeNumber == nil)
        #expect(ExactDecimal(Int64.min).wholeNumber == Int64.min)
    }

    @Test(arguments: [UInt64(31), 32, 33])
    func `addition and multiplication obey their laws`(seed: UInt64) throws {
        var random = RandomQuantities(seed: seed)
        for _ in 0..<200 {
            let (a, b, c) = (try random.decimal(), try random.decimal(), try random.decimal())
            #expect(try a.adding(b) == b.adding(a))
            #expect(try a.adding(b).adding(c) == a.adding(b.adding(c)))
            #expect(try a.adding(b).subtracting(b) == a)
            #expect(try a.multiplied(by: b) == b.multiplied(by: a))
            #expect(
                try a.multiplied(by: b.adding(c))
                    == a.multiplied(by: b).adding(a.multiplied(by: c)))
            #expect(try (a < b) == a.subtracting(b).isNegative)
        }
    }
}

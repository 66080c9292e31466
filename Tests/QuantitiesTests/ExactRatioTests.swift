import Quantities
import Testing

@Suite struct ExactRatioTests {
    @Test(arguments: [
        (1, 2, "1/2"), (2, 4, "1/2"), (-2, 4, "-1/2"), (2, -4, "-1/2"), (-2, -4, "1/2"),
        (6, 3, "2"), (0, 5, "0"), (0, -5, "0"),
    ])
    func `a fraction is reduced and carries its sign on top`(
        numerator: Int128, denominator: Int128, shown: String
    ) throws {
        #expect(try ExactRatio(numerator, over: denominator).description == shown)
    }

    @Test func `a denominator of zero is refused`() throws {
        #expect(throws: QuantityError.divisionByZero) { try ExactRatio(1, over: 0) }
        #expect(throws: QuantityError.divisionByZero) { try ExactRatio.one.divided(by: .zero) }
    }

    @Test func `the smallest 128-bit integer is accepted only where it reduces`() throws {
        #expect(throws: QuantityError.overflow) { try ExactRatio(Int128.min, over: 1) }
        #expect(throws: QuantityError.overflow) { try ExactRatio(1, over: Int128.min) }
        #expect(try ExactRatio(Int128.min, over: 2).numerator == Int128.min / 2)
        #expect(try ExactRatio(Int128.min, over: Int128.min) == .one)
    }

    @Test(arguments: [("0.08", "2/25"), ("1200", "1200"), ("-0.125", "-1/8"), ("0", "0")])
    func `a decimal becomes the same fraction`(text: String, shown: String) throws {
        #expect(try ExactRatio(ExactDecimal(parsing: text)).description == shown)
    }

    @Test func `a decimal that ends is given back and one that does not is refused`() throws {
        #expect(try ExactRatio(1, over: 8).exactDecimal().description == "0.125")
        #expect(try ExactRatio(-7, over: 50).exactDecimal().description == "-0.14")
        #expect(try ExactRatio(ExactDecimal(parsing: "12.50")).decimalDescription == "12.5")
        #expect(throws: QuantityError.inexact) { try ExactRatio(1, over: 3).exactDecimal() }
        #expect(throws: QuantityError.overflow) {
            try ExactRatio(1, over: Int128(1) << 60).exactDecimal()
        }
        #expect(try ExactRatio(1, over: 3).decimalDescription == nil)
    }

    @Test func `a sum that reduces fits although its steps would not`() throws {
        // Denominators 3p and 6p with a prime p near 2^123: the common denominator is 6p, and
        // 1/3p + 1/6p = 1/2p.
        let prime = (Int128(1) << 123) - 67
        let sum = try ExactRatio(1, over: prime * 3).adding(ExactRatio(1, over: prime * 6))
        #expect(sum == (try ExactRatio(1, over: prime * 2)))
    }

    @Test func `results past the largest number are overflows`() throws {
        let top = ExactRatio(try ExactDecimal(coefficient: largest, scale: 0))
        #expect(throws: QuantityError.overflow) { try top.adding(.one) }
        #expect(throws: QuantityError.overflow) { try top.negated().subtracting(.one) }
        #expect(throws: QuantityError.overflow) { try top.multiplied(by: ExactRatio(2)) }
        #expect(throws: QuantityError.overflow) {
            try top.divided(by: ExactRatio(1, over: 2))
        }
        #expect(throws: QuantityError.overflow) {
            try ExactRatio(1, over: largest).adding(ExactRatio(1, over: largest - 1))
        }
        #expect(try top.divided(by: ExactRatio(2)).multiplied(by: ExactRatio(2)) == top)
    }

    @Test func `comparison is exact where both products pass 128 bits`() throws {
        let one = try ExactRatio(largest - 1, over: largest)
        let two = try ExactRatio(largest - 2, over: largest - 1)
        #expect(two < one)
        #expect(one.negated() < two.negated())
        #expect(one < .one)
        #expect(!(one < one))
    }

    @Test func `floor and ceiling stand on either side`() throws {
        let ratio = try ExactRatio(-7, over: 2)
        #expect(try ratio.floor() == -4)
        #expect(try ratio.ceiling() == -3)
        #expect(try ExactRatio(4).floor() == 4)
        #expect(try ExactRatio(4).ceiling() == 4)
    }

    @Test(arguments: [UInt64(41), 42, 43])
    func `fractions obey the laws of a field`(seed: UInt64) throws {
        var random = RandomQuantities(seed: seed)
        for _ in 0..<200 {
            let (a, b, c) = (try random.ratio(), try random.ratio(), try random.ratio())
            #expect(try a.adding(b) == b.adding(a))
            #expect(try a.adding(b).subtracting(b) == a)
            #expect(try a.adding(b).adding(c) == a.adding(b.adding(c)))
            #expect(
                try a.multiplied(by: b.adding(c))
                    == a.multiplied(by: b).adding(a.multiplied(by: c)))
            if !b.isZero { #expect(try a.multiplied(by: b).divided(by: b) == a) }
            #expect(try (a < b) == a.subtracting(b).isNegative)
            let sum = try a.adding(b)
            #expect(try ExactRatio(sum.numerator, over: sum.denominator) == sum)
        }
    }
}

import Quantities
import Testing

/// One value and what each mode makes of it at two decimals.
struct RoundingCase: CustomTestStringConvertible {
    let value: String
    let halfUp: String
    let halfEven: String
    let down: String
    let up: String
    let floor: String
    let ceiling: String

    var testDescription: String { value }

    func expected(_ mode: RoundingMode) -> String {
        switch mode {
        case .halfUp: halfUp
        case .halfEven: halfEven
        case .down: down
        case .up: up
        case .floor: floor
        case .ceiling: ceiling
        }
    }
}

@Suite struct RoundingTests {
    static let cases = [
        RoundingCase(
            value: "0.125", halfUp: "0.13", halfEven: "0.12", down: "0.12", up: "0.13",
            floor: "0.12", ceiling: "0.13"),
        RoundingCase(
            value: "-0.125", halfUp: "-0.13", halfEven: "-0.12", down: "-0.12", up: "-0.13",
            floor: "-0.13", ceiling: "-0.12"),
        RoundingCase(
            value: "0.135", halfUp: "0.14", halfEven: "0.14", down: "0.13", up: "0.14",
            floor: "0.13", ceiling: "0.14"),
        RoundingCase(
            value: "-0.135", halfUp: "-0.14", halfEven: "-0.14", down: "-0.13", up: "-0.14",
            floor: "-0.14", ceiling: "-0.13"),
        RoundingCase(
            value: "0.1249", halfUp: "0.12", halfEven: "0.12", down: "0.12", up: "0.13",
            floor: "0.12", ceiling: "0.13"),
        RoundingCase(
            value: "-0.1251", halfUp: "-0.13", halfEven: "-0.13", down: "-0.12", up: "-0.13",
            floor: "-0.13", ceiling: "-0.12"),
        RoundingCase(
            value: "0.001", halfUp: "0", halfEven: "0", down: "0", up: "0.01", floor: "0",
            ceiling: "0.01"),
        RoundingCase(
            value: "-0.001", halfUp: "0", halfEven: "0", down: "0", up: "-0.01", floor: "-0.01",
            ceiling: "0"),
        RoundingCase(
            value: "9.995", halfUp: "10", halfEven: "10", down: "9.99", up: "10", floor: "9.99",
            ceiling: "10"),
        RoundingCase(
            value: "-9.995", halfUp: "-10", halfEven: "-10", down: "-9.99", up: "-10",
            floor: "-10", ceiling: "-9.99"),
        RoundingCase(
            value: "5.25", halfUp: "5.25", halfEven: "5.25", down: "5.25", up: "5.25",
            floor: "5.25", ceiling: "5.25"),
        RoundingCase(
            value: "0", halfUp: "0", halfEven: "0", down: "0", up: "0", floor: "0", ceiling: "0"),
    ]

    @Test(arguments: cases, RoundingMode.allCases)
    func `a decimal rounds as its mode says`(sample: RoundingCase, mode: RoundingMode) throws {
        let value = try ExactDecimal(parsing: sample.value)
        let rounded = try value.rounded(toScale: 2, mode: mode)
        #expect(rounded.description == sample.expected(mode))
    }

    @Test(arguments: cases, RoundingMode.allCases)
    func `a fraction rounds as the same decimal does`(
        sample: RoundingCase, mode: RoundingMode
    ) throws {
        let value = ExactRatio(try ExactDecimal(parsing: sample.value))
        let rounded = try value.rounded(toScale: 2, mode: mode)
        #expect(rounded.description == sample.expected(mode))
    }

    @Test(arguments: cases, RoundingMode.allCases)
    func `money rounds to minor units as the same decimal does`(
        sample: RoundingCase, mode: RoundingMode
    ) throws {
        let value = try ExactDecimal(parsing: sample.value)
        let money = try UnroundedMoney(amount: value, currency: .euro).rounded(mode)
        #expect(money.decimal.description == sample.expected(mode))
    }

    @Test(arguments: [
        (1, RoundingMode.halfUp, 0), (1, .halfEven, 0), (1, .down, 0), (1, .up, 1),
        (1, .floor, 0), (1, .ceiling, 1), (-1, .halfUp, 0), (-1, .halfEven, 0), (-1, .down, 0),
        (-1, .up, -1), (-1, .floor, -1), (-1, .ceiling, 0),
    ])
    func `a third rounds to a whole number as its mode says`(
        numerator: Int128, mode: RoundingMode, expected: Int64
    ) throws {
        #expect(try ExactRatio(numerator, over: 3).rounded(mode) == expected)
    }

    @Test(arguments: [
        (1, 2, RoundingMode.halfUp, 1), (1, 2, .halfEven, 0), (3, 2, .halfEven, 2),
        (5, 2, .halfEven, 2), (5, 2, .halfUp, 3), (-1, 2, .halfUp, -1), (-1, 2, .halfEven, 0),
        (-3, 2, .halfEven, -2), (-5, 2, .halfEven, -2), (-5, 2, .halfUp, -3),
    ])
    func `a tie goes where its mode says`(
        numerator: Int128, denominator: Int128, mode: RoundingMode, expected: Int64
    ) throws {
        let ratio = try ExactRatio(numerator, over: denominator)
        #expect(try ratio.rounded(mode) == expected)
    }

    @Test func `a rate with the largest denominator still finds its tie`() throws {
        // (2^127 - 1) is odd, so half of it is not a fraction of it: just below and just above.
        let below = try ExactRatio(largest / 2, over: largest)
        let above = try ExactRatio(largest / 2 + 1, over: largest)
        #expect(try below.rounded(.halfUp) == 0)
        #expect(try above.rounded(.halfUp) == 1)
        #expect(try above.negated().rounded(.halfEven) == -1)
    }

    @Test func `rounding past the largest number is an overflow`() throws {
        let ratio = ExactRatio(try ExactDecimal(coefficient: largest, scale: 0))
        #expect(throws: QuantityError.overflow) { try ratio.rounded(.down) }
        #expect(throws: QuantityError.overflow) { try ratio.rounded(toScale: 1, mode: .down) }
        #expect(try ratio.rounded(toScale: 0, mode: .down).coefficient == largest)
    }

    @Test(arguments: [Int64.max, Int64.min])
    func `whole numbers of 64 bits fit and the next does not`(edge: Int64) throws {
        let step: Int64 = edge > 0 ? 1 : -1
        let past = try ExactRatio(edge).adding(ExactRatio(step))
        let half = try ExactRatio(Int128(step), over: 2)
        #expect(try ExactRatio(edge).rounded(.halfUp) == edge)
        #expect(throws: QuantityError.overflow) { try past.rounded(.halfUp) }
        #expect(throws: QuantityError.overflow) {
            try ExactRatio(edge).adding(half).rounded(.up)
        }
        #expect(try ExactRatio(edge).adding(half).rounded(.down) == edge)
    }

    @Test(arguments: RoundingMode.allCases)
    func `a rounded value lies within one step and a half-mode within half`(
        mode: RoundingMode
    ) throws {
        var random = RandomQuantities(seed: 11)
        let step = try ExactRatio(1, over: 1000)
        for _ in 0..<300 {
            let value = try random.ratio()
            let rounded = ExactRatio(try value.rounded(toScale: 3, mode: mode))
            let moved = try rounded.subtracting(value)
            let distance = moved.isNegative ? moved.negated() : moved
            #expect(distance < step, "\(value) \(mode)")
            if mode == .halfUp || mode == .halfEven {
                #expect(try distance <= step.divided(by: ExactRatio(2)), "\(value) \(mode)")
            }
            if mode == .floor { #expect(rounded <= value) }
            if mode == .ceiling { #expect(rounded >= value) }
        }
    }
}

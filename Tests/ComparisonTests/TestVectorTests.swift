import Comparison
import Quantities
import Testing

/// The printed test vectors of the methods, each digit of them.
struct TestVectorTests {
    private let prices = [100, 118, 140].map { FixedPoint($0) }

    private func points(_ formula: PriceFormula, _ decimals: Int) throws -> [String] {
        try formula.shares(prices).map { try ($0 * FixedPoint(40)).text(decimals: decimals) }
    }

    private func number(_ text: String) throws -> FixedPoint {
        try FixedPoint(ExactDecimal(parsing: text))
    }

    @Test func `F1, the least price over the price`() throws {
        #expect(try points(.inverse, 4) == ["40.0000", "33.8983", "28.5714"])
    }

    @Test func `F2, linear to the budget`() throws {
        let formula = PriceFormula.linearToBudget(budget: FixedPoint(150))
        #expect(try points(formula, 1) == ["40.0", "25.6", "8.0"])
        #expect(try formula.shares(prices)[1] == number("0.64"))
    }

    /// Savings are 1/3, 32/150 and 1/15 of the budget: the best one is above any that counts.
    @Test(arguments: ["0.02", "0.05"])
    func `F3, corrected proportional`(significant: String) throws {
        let formula = PriceFormula.correctedProportional(
            budget: FixedPoint(150), significantSaving: try number(significant))
        #expect(try points(formula, 1) == ["40.0", "25.6", "8.0"])
    }

    /// A saving of 1.5 of 150 is 1 percent: 1/4 of the points where 4 percent count in full, all of
    /// them under F2.
    @Test func `F3 keeps all points from a tiny saving`() throws {
        let near = [try number("148.5"), FixedPoint(150)]
        let corrected = PriceFormula.correctedProportional(
            budget: FixedPoint(150), significantSaving: try number("0.04"))
        #expect(try corrected.shares(near) == [number("0.25"), .zero])
        let linear = PriceFormula.linearToBudget(budget: FixedPoint(150))
        #expect(try linear.shares(near) == [.one, .zero])
    }

    @Test func `F4, spread`() throws {
        #expect(try points(.spread, 0) == ["40", "22", "0"])
    }

    @Test func `F5, difference from the mean`() throws {
        #expect(try points(.meanDifference, 4) == ["26.4804", "20.4469", "13.0726"])
    }

    /// Ceiling 150 and floor 90: 50/60, 32/60, 10/60; below the floor all, above the ceiling none.
    @Test func `F6, absolute and between its ends`() throws {
        let formula = PriceFormula.absoluteLinear(ceiling: FixedPoint(150), floor: FixedPoint(90))
        #expect(try points(formula, 4) == ["33.3333", "21.3333", "6.6667"])
        let ends = [89, 90, 91, 149, 150, 151].map { FixedPoint($0) }
        let shares = try formula.shares(ends)
        #expect(shares[0] == .one && shares[1] == .one && shares[2] < .one)
        #expect(shares[3] > .zero && shares[4] == .zero && shares[5] == .zero)
        #expect(!formula.isRelative)
    }

    @Test func `NPV and EAC of money at the start`() throws {
        let start = PresentValue(rate: try number("0.035"), due: .start)
        let uneven = try start.value(years: [30, 10, 10, 10, 10].map { FixedPoint($0) })
        #expect(uneven.text(decimals: 4) == "66.7308")
        #expect(try start.annual(uneven, overMonths: 60).text(decimals: 4) == "14.7796")
        #expect(
            try start.annual(uneven, overMonths: 60, dueAtStart: true).text(decimals: 4)
                == "14.2798")
        let even = try start.value(years: [FixedPoint](repeating: FixedPoint(14), count: 5))
        #expect(even.text(decimals: 4) == "65.4231")
        #expect(try start.annual(even, overMonths: 60).text(decimals: 4) == "14.4900")
        #expect(
            try start.annual(even, overMonths: 60, dueAtStart: true).text(decimals: 4) == "14.0000")
    }

    @Test func `a rate of nothing discounts nothing`() throws {
        let none = PresentValue(rate: .zero, due: .middle)
        let value = try none.value(years: [30, 10, 10, 10, 10].map { FixedPoint($0) })
        #expect(value == FixedPoint(70))
        #expect(try none.annual(value, overMonths: 60) == FixedPoint(14))
    }

    /// Twelve equal months are worth less than a year paid when it begins and more than one paid
    /// when it ends.
    @Test func `months lie between the ends of their year`() throws {
        let rate = try number("0.035")
        let months = [FixedPoint](repeating: FixedPoint(1), count: 12)
        let value = try PresentValue(rate: rate, due: .start).value(months: months)
        let atStart = try PresentValue(rate: rate, due: .start).value(years: [FixedPoint(12)])
        let atMiddle = try PresentValue(rate: rate, due: .middle).value(years: [FixedPoint(12)])
        let atEnd = try PresentValue(rate: rate, due: .end).value(years: [FixedPoint(12)])
        #expect(atEnd < atMiddle && atMiddle < value && value < atStart)
    }

    @Test func `AHP weights, eigenvalue and ratio`() throws {
        func ratio(_ top: Int128, _ bottom: Int128) throws -> ExactRatio {
            try ExactRatio(top, over: bottom)
        }
        let judged = try PairwiseJudgements([
            [ratio(1, 1), ratio(3, 1), ratio(5, 1)],
            [ratio(1, 3), ratio(1, 1), ratio(3, 1)],
            [ratio(1, 5), ratio(1, 3), ratio(1, 1)],
        ])
        #expect(judged.weights.map { $0.text(decimals: 5) } == ["0.63699", "0.25828", "0.10473"])
        #expect(judged.largestEigenvalue.text(decimals: 5) == "3.03851")
        #expect(judged.consistencyRatio.text(decimals: 4) == "0.0332")
        #expect(judged.isConsistent)
    }

    /// A beats B, B beats C, C beats A: no weights, but a ratio that says so.
    @Test func `AHP judgements in a circle are not consistent`() throws {
        let nine = ExactRatio(9)
        let ninth = try ExactRatio(1, over: 9)
        let judged = try PairwiseJudgements([
            [.one, nine, ninth], [ninth, .one, nine], [nine, ninth, .one],
        ])
        #expect(!judged.isConsistent)
        #expect(throws: QuantityError.self) {
            try PairwiseJudgements([[.one, nine], [nine, .one]])
        }
        #expect(throws: QuantityError.self) { try PairwiseJudgements([]) }
    }

    @Test func `TOPSIS closeness`() throws {
        let distances = try IdealDistances(
            [
                [FixedPoint(100), FixedPoint(3), number("0.7")],
                [FixedPoint(118), FixedPoint(5), number("0.9")],
                [FixedPoint(140), FixedPoint(4), number("0.95")],
            ], costs: [true, false, false])
        let closeness = try distances.closeness(
            weights: [number("0.5"), number("0.3"), number("0.2")])
        #expect(closeness.map { $0.text(decimals: 5) } == ["0.51221", "0.70325", "0.34071"])
    }
}

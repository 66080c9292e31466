import Quantities
import Testing

@Suite struct MoneyAllocationTests {
    @Test(arguments: [
        // 10 / 3 = 3 rest 1: one cent is left and all three lost the same.
        (Int64(10), [Int64(1), 1, 1], RemainderRule.largestRemainder, [Int64(4), 3, 3]),
        (10, [1, 1, 1], .first, [4, 3, 3]),
        (10, [1, 1, 1], .last, [3, 3, 4]),
        // 100 x 3/7 = 42 rest 6/7 twice, 100 x 1/7 = 14 rest 2/7: two cents are left.
        (100, [3, 3, 1], .largestRemainder, [43, 43, 14]),
        (100, [3, 3, 1], .first, [44, 42, 14]),
        (100, [3, 3, 1], .last, [42, 42, 16]),
        // 100 x 1/7 = 14 rest 2/7, 100 x 2/7 = 28 rest 4/7, 100 x 4/7 = 57 rest 1/7.
        (100, [1, 2, 4], .largestRemainder, [14, 29, 57]),
        (-10, [1, 1, 1], .largestRemainder, [-4, -3, -3]),
        (-10, [1, 1, 1], .last, [-3, -3, -4]),
        (0, [1, 2], .largestRemainder, [0, 0]),
        (10, [0, 3, 0], .first, [0, 10, 0]),
        (10, [0, 3, 3, 0, 3, 0], .last, [0, 3, 3, 0, 4, 0]),
        (10, [0, 3, 3, 0, 3, 0], .first, [0, 4, 3, 0, 3, 0]),
        (5, [7], .last, [5]),
    ])
    func `the remainder goes where the rule says`(
        minorUnits: Int64, weights: [Int64], rule: RemainderRule, parts: [Int64]
    ) throws {
        let whole = try money("EUR", minorUnits)
        #expect(try whole.allocated(by: weights, remainder: rule).map(\.minorUnits) == parts)
    }

    @Test(arguments: [[], [0], [0, 0], [1, -1], [5, -1]] as [[Int64]])
    func `weights that divide nothing are refused`(weights: [Int64]) throws {
        let whole = try money("EUR", 10)
        #expect(throws: QuantityError.invalidWeights) {
            try whole.allocated(by: weights, remainder: .last)
        }
    }

    @Test(arguments: RemainderRule.allCases, [Int64.max, Int64.min])
    func `the largest amounts and weights split without overflow`(
        rule: RemainderRule, minorUnits: Int64
    ) throws {
        let whole = try money("JPY", minorUnits)
        let weights = [Int64.max, Int64.max, 1]
        let parts = try whole.allocated(by: weights, remainder: rule)
        #expect(try parts.reduce(.zero(whole.currency)) { try $0.adding($1) } == whole)
    }

    @Test(arguments: RemainderRule.allCases)
    func `parts sum to the whole and stay near their share`(rule: RemainderRule) throws {
        var random = RandomQuantities(seed: 51)
        for _ in 0..<300 {
            let count = Int(random.integer(in: 1...9))
            var weights = (0..<count).map { _ in random.integer(in: 0...50) }
            weights[0] += 1
            let whole = try money("EUR", random.integer(in: -100_000...100_000))
            let parts = try whole.allocated(by: weights, remainder: rule)
            #expect(parts.map(\.minorUnits).reduce(0, +) == whole.minorUnits)
            let total = weights.reduce(0, +)
            for (part, weight) in zip(parts, weights) {
                let share = try ExactRatio(
                    Int128(whole.minorUnits) * Int128(weight), over: Int128(total))
                let away = try ExactRatio(part.minorUnits).subtracting(share)
                let distance = away.isNegative ? away.negated() : away
                let allowed = rule == .largestRemainder ? 1 : count
                #expect(distance < ExactRatio(allowed), "\(whole) \(weights)")
                #expect(weight > 0 || part.isZero)
            }
        }
    }
}

import Comparison
import Quantities
import Testing
import TestSupport

struct FixedPointTests {
    /// Known to more digits than are kept; 6th decimal and 18th are both checked.
    @Test(arguments: [
        (2, "1.414213562373095048"), (3, "1.732050807568877293"), (0, "0"), (1, "1"),
        (1_000_000_000_000, "1000000"), (99, "9.949874371066199547"),
    ])
    func `square roots are exact in their last decimal`(number: Int, root: String) throws {
        #expect(try FixedPoint(number).squareRoot().description == root)
    }

    @Test func `no number has a larger square that is not above`() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<500 {
            let bits = Int.random(in: 0..<120, using: &generator)
            let raw = Int128(UInt64.random(in: 1...UInt64.max, using: &generator) >> 1)
            let number = FixedPoint(raw: bits < 62 ? raw >> Int128(bits) : raw << Int128(bits - 62))
            let root = try number.squareRoot().raw
            let scaled = number.raw.magnitude.multipliedFullWidth(by: FixedPoint.one.raw.magnitude)
            let below = root.magnitude.multipliedFullWidth(by: root.magnitude)
            let above = (root + 1).magnitude.multipliedFullWidth(by: (root + 1).magnitude)
            #expect((below.high, below.low) <= (scaled.high, scaled.low), "\(number)")
            #expect((above.high, above.low) > (scaled.high, scaled.low), "\(number)")
        }
    }

    /// By another program: 1.035 ^ (1/12) = 1.0028708987190766276…
    @Test func `the twelfth root of 1.035 is right to the sixteenth decimal`() throws {
        let growth = try FixedPoint(ExactDecimal(parsing: "1.035"))
        let root = try growth.root(12)
        #expect(root.text(decimals: 16) == "1.0028708987190766")
        let again = try root.power(12)
        #expect((again.raw - growth.raw).magnitude < 100)
    }

    @Test func `roots of numbers that have none are refused`() {
        #expect(throws: QuantityError.self) { try FixedPoint(-1).squareRoot() }
        #expect(throws: QuantityError.self) { try FixedPoint(0).root(3) }
        #expect(throws: QuantityError.divisionByZero) { try FixedPoint.one / .zero }
    }

    @Test func `what leaves the range is an error and no wrong number`() throws {
        let large = FixedPoint(raw: Int128.max - 1)
        #expect(throws: QuantityError.overflow) { try large + large }
        #expect(throws: QuantityError.overflow) { try large * large }
        #expect(throws: QuantityError.overflow) { try large / FixedPoint(raw: 1) }
        #expect(try large * .one == large)
        #expect(try large / .one == large)
    }

    /// One third is 0.333…3, two thirds 0.666…7; half of the last decimal goes to the even one.
    @Test func `quotients and products are rounded half to even`() throws {
        #expect(try (FixedPoint(1) / FixedPoint(3)).description == "0.333333333333333333")
        #expect(try (FixedPoint(-2) / FixedPoint(3)).description == "-0.666666666666666667")
        let half = try FixedPoint.one / FixedPoint(2)
        #expect(try FixedPoint(raw: 1) * half == FixedPoint(raw: 0))
        #expect(try FixedPoint(raw: 3) * half == FixedPoint(raw: 2))
        #expect(try FixedPoint(raw: -3) * half == FixedPoint(raw: -2))
    }

    @Test func `weights of a vector sum to one and repeat with their seed`() {
        var one = WeightVectors(count: 5, seed: 7)
        var same = WeightVectors(count: 5, seed: 7)
        var other = WeightVectors(count: 5, seed: 8)
        var differs = false
        var means = [Int64](repeating: 0, count: 5)
        for _ in 0..<2_000 {
            let weights = one.next()
            #expect(weights.count == 5)
            #expect(weights.reduce(0, +) == WeightVectors.whole)
            #expect(weights.allSatisfy { $0 >= 0 })
            #expect(weights == same.next())
            differs = differs || weights != other.next()
            for index in weights.indices { means[index] += weights[index] }
        }
        #expect(differs)
        // Each weight has the mean 1/5; 2,000 draws keep it within a hundredth or so.
        #expect(means.allSatisfy { abs($0 / 2_000 - 200_000_000) < 15_000_000 })
    }

    @Test func `one criterion has all the weight`() {
        var vectors = WeightVectors(count: 1, seed: 1)
        #expect(vectors.next() == [WeightVectors.whole])
    }
}

import Foundation
import Quantities
import Testing
import TestSupport

/// Distances on the sphere, held against the haversine in floating point.
struct GreatCircleTests {
    private func kilometres(
        _ one: (String, String), _ other: (String, String)
    ) throws -> Int {
        GreatCircle.kilometres(from: try place(one), to: try place(other))
    }

    private func place(_ text: (String, String)) throws -> GreatCircle.Place {
        GreatCircle.Place(
            latitude: try ExactDecimal(parsing: text.0),
            longitude: try ExactDecimal(parsing: text.1))
    }

    /// The haversine on a sphere of 6,371 km.
    private func haversine(_ one: (Double, Double), _ other: (Double, Double)) -> Double {
        let degree = Double.pi / 180
        let north = sin((other.0 - one.0) * degree / 2)
        let east = sin((other.1 - one.1) * degree / 2)
        let half = north * north + cos(one.0 * degree) * cos(other.0 * degree) * east * east
        return 2 * 6371 * asin(min(1, half.squareRoot()))
    }

    @Test func `known distances`() throws {
        // Madrid to Zaragoza: 272.48.
        #expect(try kilometres(("40.42", "-3.70"), ("41.65", "-0.89")) == 272)
        // A quarter of the way round: 6,371 x pi / 2 = 10,007.5.
        #expect(try kilometres(("0", "0"), ("90", "0")) == 10_007)
        #expect(try kilometres(("0", "0"), ("0", "90")) == 10_007)
        // Half of the way: 6,371 x pi = 20,015.1.
        #expect(try kilometres(("0", "0"), ("0", "180")) == 20_015)
        #expect(try kilometres(("90", "0"), ("-90", "0")) == 20_015)
        #expect(try kilometres(("40", "-100"), ("-40", "80")) == 20_015)
    }

    @Test func `a place is no way from itself`() throws {
        #expect(try kilometres(("40.42", "-3.70"), ("40.42", "-3.70")) == 0)
        #expect(try kilometres(("90", "0"), ("90", "123")) == 0)
        #expect(try kilometres(("10", "180"), ("10", "-180")) == 0)
    }

    @Test func `the date line is no border`() throws {
        // 0.2 degrees of the equator: 6,371 x pi / 900 = 22.2.
        #expect(try kilometres(("0", "179.9"), ("0", "-179.9")) == 22)
        #expect(try kilometres(("0", "-0.1"), ("0", "0.1")) == 22)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `distances agree with the haversine and in both directions`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let numbers = (0..<4).map { index in
                let bound = index.isMultiple(of: 2) ? 9000 : 18_000
                return Int.random(in: -bound...bound, using: &generator)
            }
            let exact = try numbers.map { try ExactDecimal(coefficient: Int128($0), scale: 2) }
            let degrees = numbers.map { Double($0) / 100 }
            let here = GreatCircle.Place(latitude: exact[0], longitude: exact[1])
            let there = GreatCircle.Place(latitude: exact[2], longitude: exact[3])
            let found = GreatCircle.kilometres(from: here, to: there)
            let expected = haversine((degrees[0], degrees[1]), (degrees[2], degrees[3]))
            #expect(abs(Double(found) + 0.5 - expected) <= 1, "seed \(seed): \(degrees)")
            #expect(GreatCircle.kilometres(from: there, to: here) == found, "seed \(seed)")
        }
    }
}

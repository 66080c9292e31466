/// Distances over the earth as a sphere of mean radius 6,371 km, in whole kilometres.
///
/// Worked out in fixed point of 10^-12, so that every machine gives the same kilometre. The sphere
/// differs from the ellipsoid by at most 0.6 percent.
///
///     Madrid (40.42, -3.70) to Zaragoza (41.65, -0.89): 272.48, so 272 km
package enum GreatCircle {
    /// A point by degrees north and east; south and west are negative.
    package struct Place: Sendable, Hashable {
        /// Degrees north of the equator, -90 to 90.
        package let latitude: ExactDecimal
        /// Degrees east of Greenwich, -180 to 180.
        package let longitude: ExactDecimal

        /// Creates a place.
        package init(latitude: ExactDecimal, longitude: ExactDecimal) {
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    private static let one: Int128 = 1_000_000_000_000
    private static let pi: Int128 = 3_141_592_653_590
    private static let radiusKilometres: Int128 = 6371

    /// Gives the distance rounded down to a whole kilometre, 0 to 20,015.
    package static func kilometres(from here: Place, to there: Place) -> Int {
        let (one, other) = (radians(here.latitude), radians(there.latitude))
        let turn = radians(here.longitude) - radians(there.longitude)
        let cosine =
            product(sine(one), sine(other))
            + product(product(Self.cosine(one), Self.cosine(other)), Self.cosine(turn))
        var low = 0
        var high = 20_015
        while low < high {
            let middle = (low + high + 1) / 2
            let angle = Int128(middle) * Self.one / radiusKilometres
            if Self.cosine(angle) >= cosine { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private static func radians(_ degrees: ExactDecimal) -> Int128 {
        let scaled = (try? degrees.rounded(toScale: 6, mode: .halfEven)) ?? .zero
        var millionths = scaled.coefficient
        for _ in scaled.scale..<6 { millionths *= 10 }
        return millionths * pi / 180 / 1_000_000
    }

    private static func product(_ left: Int128, _ right: Int128) -> Int128 {
        left * right / one
    }

    private static func sine(_ angle: Int128) -> Int128 {
        series(angle, first: angle, from: 2)
    }

    private static func cosine(_ angle: Int128) -> Int128 {
        series(angle, first: one, from: 1)
    }

    /// Sums a Taylor series: each term is the last, times -angle² over two successive numbers.
    private static func series(_ angle: Int128, first: Int128, from start: Int128) -> Int128 {
        let turn = 2 * pi
        let reduced = angle % turn
        let square = product(reduced, reduced)
        var term = start == 1 ? first : reduced
        var sum = term
        var number = start
        while term != 0, number < 60 {
            term = -product(term, square) / (number * (number + 1))
            sum += term
            number += 2
        }
        return sum
    }
}

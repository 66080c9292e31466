package import Quantities

extension FixedPoint {
    /// Returns the largest number of 18 decimals whose square is not above this one.
    ///
    /// Newton's method on whole numbers from above: every step falls until the root is reached, so
    /// that the result is exact in its last decimal.
    ///
    /// - Throws: `invalidNumber` for a number below 0; `overflow` never for others.
    package func squareRoot() throws(QuantityError) -> FixedPoint {
        guard raw >= 0 else { throw .invalidNumber(description) }
        guard raw > 0 else { return .zero }
        let wide = raw.magnitude.multipliedFullWidth(by: Self.unit.magnitude)
        let bits =
            wide.high == 0
            ? wide.low.bitWidth - wide.low.leadingZeroBitCount
            : 256 - wide.high.leadingZeroBitCount
        var guess = UInt128(1) << UInt128((bits + 1) / 2)
        while true {
            let quotient = guess.dividingFullWidth((wide.high, wide.low)).quotient
            let next = (guess + quotient) / 2
            if next >= guess { break }
            guess = next
        }
        guard let root = Int128(exactly: guess) else { throw .overflow }
        return FixedPoint(raw: root)
    }

    /// Returns the number multiplied with itself.
    ///
    /// - Throws: `overflow`.
    /// - Precondition: `exponent` is not negative.
    package func power(_ exponent: Int) throws(QuantityError) -> FixedPoint {
        precondition(exponent >= 0, "powers are whole and not negative")
        var (result, base, rest) = (FixedPoint.one, self, exponent)
        while rest > 0 {
            if !rest.isMultiple(of: 2) { result = try result * base }
            rest /= 2
            if rest > 0 { base = try base * base }
        }
        return result
    }

    /// Returns the root of a whole degree, to 18 decimals with the last two uncertain.
    ///
    /// Newton's method from above, at most two hundred steps: made for factors of growth such as
    /// the twelfth root of 1.035, which need about five.
    ///
    /// - Throws: `invalidNumber` unless the number is above 0; `overflow`.
    /// - Precondition: `degree` is at least 1.
    package func root(_ degree: Int) throws(QuantityError) -> FixedPoint {
        precondition(degree >= 1, "a root has a degree")
        guard raw > 0 else { throw .invalidNumber(description) }
        // By Bernoulli's inequality 1 + (x - 1) / n is never below the root.
        var guess = try FixedPoint.one + (try self - .one) / FixedPoint(degree)
        for _ in 0..<200 {
            let below = try guess.power(degree - 1)
            let step = try (try guess * below - self) / (FixedPoint(degree) * below)
            if step.raw <= 0 { break }
            guess = try guess - step
        }
        return guess
    }
}

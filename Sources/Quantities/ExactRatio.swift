/// Holds a fraction of two whole numbers exactly.
///
/// Always reduced, the denominator above zero, so that equal values are equal in both fields. This
/// is the type of long computations: cross rates, shares, quotients. It becomes a decimal or a
/// whole number only by a rounding mode named in that call.
///
///     let share = try ExactRatio(1, over: 3)
///     try share.adding(ExactRatio(1, over: 6)).description                // "1/2"
///     try share.rounded(toScale: 4, mode: .halfUp).description            // "0.3333"
package struct ExactRatio: Sendable, Hashable {
    /// The number above the line; carries the sign; never `Int128.min`.
    package let numerator: Int128
    /// The number below the line, at least 1.
    package let denominator: Int128

    /// The number 0.
    package static let zero = ExactRatio(0)
    /// The number 1.
    package static let one = ExactRatio(1)

    /// Creates a whole number.
    package init(_ value: Int) {
        self.init(reducedNumerator: Int128(value), denominator: 1)
    }

    /// Creates a whole number.
    package init(_ value: Int64) {
        self.init(reducedNumerator: Int128(value), denominator: 1)
    }

    /// Creates the value of a decimal.
    package init(_ value: ExactDecimal) {
        let power = PowersOfTen.power(value.scale)
        let divisor = Int128(greatestCommonDivisor(value.coefficient.magnitude, power.magnitude))
        self.init(
            reducedNumerator: value.coefficient / divisor, denominator: power / divisor)
    }

    /// Creates the fraction of two whole numbers.
    ///
    /// - Throws: `divisionByZero`; `overflow` when the reduced fraction does not fit.
    package init(_ numerator: Int128, over denominator: Int128) throws(QuantityError) {
        guard denominator != 0 else { throw .divisionByZero }
        let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let isNegative = (numerator < 0) != (denominator < 0)
        let top = WideInteger(isNegative: isNegative, high: 0, low: numerator.magnitude / divisor)
        let bottom = WideInteger(
            isNegative: false, high: 0, low: denominator.magnitude / divisor)
        self.init(reducedNumerator: try top.narrowed(), denominator: try bottom.narrowed())
    }

    init(reducedNumerator: Int128, denominator: Int128) {
        self.numerator = reducedNumerator
        self.denominator = denominator
    }

    /// Whether the number is 0.
    package var isZero: Bool { numerator == 0 }

    /// Whether the number is below 0.
    package var isNegative: Bool { numerator < 0 }

    /// Returns the number with the opposite sign.
    package func negated() -> ExactRatio {
        ExactRatio(reducedNumerator: -numerator, denominator: denominator)
    }
}

extension ExactRatio: CustomStringConvertible {
    /// Numerator and denominator as "n/d", a whole number without the "/1".
    package var description: String {
        denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
}

/// Returns the greatest common divisor; that of 0 and n is n.
func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (larger, smaller) = (left, right)
    while smaller != 0 {
        if let larger = UInt64(exactly: larger), let smaller = UInt64(exactly: smaller) {
            return UInt128(greatestCommonDivisor(larger, smaller))
        }
        (larger, smaller) = (smaller, larger % smaller)
    }
    return larger
}

private func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (larger, smaller) = (left, right)
    while smaller != 0 {
        (larger, smaller) = (smaller, larger % smaller)
    }
    return larger
}

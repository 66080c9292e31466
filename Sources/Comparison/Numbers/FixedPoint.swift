package import Quantities

/// Holds a number with 18 decimals: what scores, shares, weights and roots are worked out in.
///
/// Sums and differences are exact. Products, quotients and roots are rounded half to even to the
/// eighteenth decimal, once each; so a score printed with six decimals does not depend on the order
/// of a computation. The range is ±1.7e20: prices in major units with room for any sum of them.
///
///     try FixedPoint(2).squareRoot().text(decimals: 6)            // "1.414214"
///     try FixedPoint(40) * FixedPoint(100) / FixedPoint(118)      // 33.898305084745762712
package struct FixedPoint: Sendable, Hashable {
    /// The number times 10^18.
    package let raw: Int128

    /// Decimals kept.
    package static let scale = 18
    static let unit: Int128 = 1_000_000_000_000_000_000

    /// The number 0.
    package static let zero = FixedPoint(raw: 0)
    /// The number 1.
    package static let one = FixedPoint(raw: unit)

    /// Creates the number `raw` / 10^18.
    package init(raw: Int128) { self.raw = raw }

    /// Creates a whole number; every `Int` fits.
    package init(_ whole: Int) { raw = Int128(whole) * Self.unit }

    /// Creates the nearest number to a fraction, half to even.
    ///
    /// - Throws: `overflow`.
    package init(_ ratio: ExactRatio) throws(QuantityError) {
        let decimal = try ratio.rounded(toScale: Self.scale, mode: .halfEven)
        try self.init(decimal)
    }

    /// Creates the nearest number to a decimal, half to even.
    ///
    /// - Throws: `overflow`.
    package init(_ decimal: ExactDecimal) throws(QuantityError) {
        let rounded = try decimal.rounded(toScale: Self.scale, mode: .halfEven)
        let (raw, overflow) = rounded.coefficient.multipliedReportingOverflow(
            by: Self.power(Self.scale - rounded.scale))
        guard !overflow, raw != Int128.min else { throw .overflow }
        self.raw = raw
    }

    /// Creates the number of major units of an amount; always exact.
    package init(_ money: Money) {
        raw = Int128(money.minorUnits) * Self.power(Self.scale - money.currency.minorUnits)
    }

    private static func power(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    /// Whether the number is 0.
    package var isZero: Bool { raw == 0 }
    /// Whether the number is below 0.
    package var isNegative: Bool { raw < 0 }
    /// The number without its sign.
    package var magnitude: FixedPoint { raw < 0 ? FixedPoint(raw: -raw) : self }
    /// The number with the other sign.
    package var negated: FixedPoint { FixedPoint(raw: -raw) }
    /// The same number as a decimal.
    package var decimal: ExactDecimal {
        (try? ExactDecimal(coefficient: raw, scale: Self.scale)) ?? .zero
    }

    /// Returns the number rounded half up with exactly so many decimals, as in "33.8983".
    package func text(decimals: Int) -> String {
        let rounded = try? decimal.rounded(toScale: decimals, mode: .halfUp)
        return (rounded ?? .zero).padded(toScale: decimals)
    }

    /// Returns the same with commas between thousands.
    package func grouped(decimals: Int) -> String {
        let rounded = try? decimal.rounded(toScale: decimals, mode: .halfUp)
        return (rounded ?? .zero).grouped(minimumScale: decimals)
    }
}

extension FixedPoint: Comparable {
    /// Compares exactly.
    package static func < (left: FixedPoint, right: FixedPoint) -> Bool { left.raw < right.raw }
}

extension FixedPoint: CustomStringConvertible {
    /// All decimals that are not trailing zeros.
    package var description: String { decimal.description }
}

extension FixedPoint {
    /// Adds exactly.
    ///
    /// - Throws: `overflow`.
    package static func + (left: FixedPoint, right: FixedPoint) throws(QuantityError) -> FixedPoint
    {
        let (sum, overflow) = left.raw.addingReportingOverflow(right.raw)
        guard !overflow, sum != Int128.min else { throw .overflow }
        return FixedPoint(raw: sum)
    }

    /// Subtracts exactly.
    ///
    /// - Throws: `overflow`.
    package static func - (left: FixedPoint, right: FixedPoint) throws(QuantityError) -> FixedPoint
    {
        try left + right.negated
    }

    /// Multiplies, rounded half to even.
    ///
    /// - Throws: `overflow`.
    package static func * (left: FixedPoint, right: FixedPoint) throws(QuantityError) -> FixedPoint
    {
        let (product, isWide) = left.raw.multipliedReportingOverflow(by: right.raw)
        if !isWide {
            let (quotient, rest) = product.magnitude.quotientAndRemainder(
                dividingBy: unit.magnitude)
            return try signed(quotient, rest, unit.magnitude, isNegative: product < 0)
        }
        let wide = left.raw.magnitude.multipliedFullWidth(by: right.raw.magnitude)
        guard wide.high < unit.magnitude else { throw .overflow }
        let (quotient, rest) = unit.magnitude.dividingFullWidth((wide.high, wide.low))
        return try signed(
            quotient, rest, unit.magnitude, isNegative: (left.raw < 0) != (right.raw < 0))
    }

    /// Divides, rounded half to even.
    ///
    /// - Throws: `divisionByZero`, `overflow`.
    package static func / (left: FixedPoint, right: FixedPoint) throws(QuantityError) -> FixedPoint
    {
        let divisor = right.raw.magnitude
        guard divisor != 0 else { throw .divisionByZero }
        let isNegative = (left.raw < 0) != (right.raw < 0)
        let (scaled, isWide) = left.raw.magnitude.multipliedReportingOverflow(by: unit.magnitude)
        if !isWide {
            let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: divisor)
            return try signed(quotient, rest, divisor, isNegative: isNegative)
        }
        let wide = left.raw.magnitude.multipliedFullWidth(by: unit.magnitude)
        guard wide.high < divisor else { throw .overflow }
        let (quotient, rest) = divisor.dividingFullWidth((wide.high, wide.low))
        return try signed(quotient, rest, divisor, isNegative: isNegative)
    }

    /// Adds up.
    ///
    /// - Throws: `overflow`.
    package static func sum(
        _ values: some Sequence<FixedPoint>
    ) throws(QuantityError) -> FixedPoint {
        var sum = FixedPoint.zero
        for value in values { sum = try sum + value }
        return sum
    }

    private static func signed(
        _ quotient: UInt128, _ rest: UInt128, _ divisor: UInt128, isNegative: Bool
    ) throws(QuantityError) -> FixedPoint {
        let other = divisor - rest
        let isUp = rest > other || (rest == other && !quotient.isMultiple(of: 2))
        guard let whole = Int128(exactly: quotient), whole < Int128.max else { throw .overflow }
        let rounded = whole + (isUp ? 1 : 0)
        return FixedPoint(raw: isNegative ? -rounded : rounded)
    }
}

/// Holds a decimal number exactly: a whole coefficient over a power of ten.
///
/// The value is `coefficient / 10^scale`. It is kept normalised (no trailing zero behind the
/// point), so that two equal values are equal in every field. About 38 significant digits fit;
/// what does not fit is thrown as `QuantityError.overflow`.
///
///     let price = try ExactDecimal(parsing: "0.0800")
///     price.description                                         // "0.08"
///     try price.multiplied(by: ExactDecimal(730)).description   // "58.4"
package struct ExactDecimal: Sendable, Hashable {
    /// The digits as one whole number; never `Int128.min`.
    package let coefficient: Int128
    /// How many of the digits stand behind the point, 0...38.
    package let scale: Int

    /// The number 0.
    package static let zero = ExactDecimal(0)
    /// The number 1.
    package static let one = ExactDecimal(1)

    /// Creates a whole number.
    package init(_ value: Int) {
        self.init(normalisedCoefficient: Int128(value), scale: 0)
    }

    /// Creates a whole number.
    package init(_ value: Int64) {
        self.init(normalisedCoefficient: Int128(value), scale: 0)
    }

    /// Creates the number `coefficient / 10^scale`.
    ///
    /// - Throws: `overflow` when more than 38 decimals remain once trailing zeros are dropped.
    /// - Precondition: `scale` is not negative.
    package init(coefficient: Int128, scale: Int) throws(QuantityError) {
        self = try ExactDecimal.normalising(WideInteger(coefficient), scale: scale)
    }

    /// Creates the number `coefficient / 10^scale`, which always fits.
    package init(coefficient: Int64, scale: UInt8) {
        var coefficient = coefficient
        var scale = coefficient == 0 ? 0 : Int(scale)
        while scale > 0, coefficient.isMultiple(of: 10) {
            coefficient /= 10
            scale -= 1
        }
        precondition(scale <= PowersOfTen.maximumExponent, "a number has 38 decimals at most")
        self.init(normalisedCoefficient: Int128(coefficient), scale: scale)
    }

    private init(normalisedCoefficient: Int128, scale: Int) {
        self.coefficient = normalisedCoefficient
        self.scale = scale
    }

    /// Whether the number is 0.
    package var isZero: Bool { coefficient == 0 }

    /// Whether the number is below 0.
    package var isNegative: Bool { coefficient < 0 }

    /// Whether nothing stands behind the point.
    package var isWhole: Bool { scale == 0 }

    /// Returns the number with the opposite sign.
    package func negated() -> ExactDecimal {
        ExactDecimal(normalisedCoefficient: -coefficient, scale: scale)
    }

    /// Drops trailing zeros behind the point, then narrows.
    static func normalising(_ value: WideInteger, scale: Int) throws(QuantityError) -> ExactDecimal
    {
        precondition(scale >= 0, "a scale counts decimals")
        if value.isZero { return .zero }
        var digits = value
        var scale = scale
        while scale > 0 {
            let (quotient, remainder) = digits.divided(by: 10)
            guard remainder == 0 else { break }
            digits = quotient
            scale -= 1
        }
        guard scale <= PowersOfTen.maximumExponent else { throw .overflow }
        return ExactDecimal(normalisedCoefficient: try digits.narrowed(), scale: scale)
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// The number in plain digits, such as "-0.05" or "1200".
    package var description: String { padded(toScale: 0) }

    /// Returns the number in plain digits with at least `minimumScale` decimals, such as "12.50".
    package func padded(toScale minimumScale: Int) -> String {
        var digits = String(coefficient.magnitude)
        var shown = scale
        if minimumScale > scale {
            digits += String(repeating: "0", count: minimumScale - scale)
            shown = minimumScale
        }
        if digits.utf8.count <= shown {
            digits = String(repeating: "0", count: shown + 1 - digits.utf8.count) + digits
        }
        if shown > 0 {
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -shown))
        }
        return isNegative ? "-" + digits : digits
    }
}

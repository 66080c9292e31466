extension ExactDecimal {
    /// Returns the exact sum.
    ///
    /// - Throws: `overflow` when the sum has too many digits.
    package func adding(_ other: ExactDecimal) throws(QuantityError) -> ExactDecimal {
        let common = Swift.max(scale, other.scale)
        let sum = scaledUp(to: common).adding(other.scaledUp(to: common))
        return try ExactDecimal.normalising(sum, scale: common)
    }

    /// Returns the exact difference.
    ///
    /// - Throws: `overflow` when the difference has too many digits.
    package func subtracting(_ other: ExactDecimal) throws(QuantityError) -> ExactDecimal {
        try adding(other.negated())
    }

    /// Returns the exact product.
    ///
    /// - Throws: `overflow` when the product has too many digits.
    package func multiplied(by other: ExactDecimal) throws(QuantityError) -> ExactDecimal {
        let product = WideInteger.product(coefficient, other.coefficient)
        return try ExactDecimal.normalising(product, scale: scale + other.scale)
    }

    /// Returns the number with at most `toScale` decimals, rounded by `mode`.
    ///
    /// - Throws: `overflow` when rounding away from zero leaves the range.
    /// - Precondition: `toScale` is not negative.
    package func rounded(
        toScale: Int, mode: RoundingMode
    ) throws(QuantityError) -> ExactDecimal {
        precondition(toScale >= 0, "a scale counts decimals")
        guard scale > toScale else { return self }
        let divisor = PowersOfTen.power(scale - toScale).magnitude
        let coefficient = try WideInteger(coefficient).rounded(dividingBy: divisor, mode)
        return try ExactDecimal(coefficient: coefficient, scale: toScale)
    }

    /// Returns the number as a whole number rounded by `mode`.
    ///
    /// - Throws: `overflow` when it does not fit in `Int64`.
    package func rounded(_ mode: RoundingMode) throws(QuantityError) -> Int64 {
        let whole = try rounded(toScale: 0, mode: mode)
        guard let narrow = Int64(exactly: whole.coefficient) else { throw .overflow }
        return narrow
    }

    /// Returns the number as `Int64` where it is whole and fits, otherwise nil.
    package var wholeNumber: Int64? {
        scale == 0 ? Int64(exactly: coefficient) : nil
    }

    private func scaledUp(to scale: Int) -> WideInteger {
        WideInteger.product(coefficient, PowersOfTen.power(scale - self.scale))
    }
}

extension ExactDecimal: Comparable {
    package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.scale == right.scale { return left.coefficient < right.coefficient }
        let common = Swift.max(left.scale, right.scale)
        return left.scaledUp(to: common) < right.scaledUp(to: common)
    }
}

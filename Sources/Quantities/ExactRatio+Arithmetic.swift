extension ExactRatio {
    /// Returns the exact sum.
    ///
    /// - Throws: `overflow` when the reduced sum does not fit.
    package func adding(_ other: ExactRatio) throws(QuantityError) -> ExactRatio {
        // With g the common divisor of both denominators, only g can still be shared by the sum's
        // numerator, so the result is reduced without ever forming the full denominator.
        let shared = greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude)
        let ownRest = denominator / Int128(shared)
        let otherRest = other.denominator / Int128(shared)
        let top = WideInteger.product(numerator, otherRest)
            .adding(WideInteger.product(other.numerator, ownRest))
        if top.isZero { return .zero }
        let divisor = greatestCommonDivisor(shared, top.divided(by: shared).remainder)
        let reducedTop = try top.divided(by: divisor).quotient.narrowed()
        let bottom = WideInteger.product(ownRest, other.denominator / Int128(divisor))
        return ExactRatio(reducedNumerator: reducedTop, denominator: try bottom.narrowed())
    }

    /// Returns the exact difference.
    ///
    /// - Throws: `overflow` when the reduced difference does not fit.
    package func subtracting(_ other: ExactRatio) throws(QuantityError) -> ExactRatio {
        try adding(other.negated())
    }

    /// Returns the exact product.
    ///
    /// - Throws: `overflow` when the reduced product does not fit.
    package func multiplied(by other: ExactRatio) throws(QuantityError) -> ExactRatio {
        if isZero || other.isZero { return .zero }
        let first = Int128(
            greatestCommonDivisor(numerator.magnitude, other.denominator.magnitude))
        let second = Int128(
            greatestCommonDivisor(other.numerator.magnitude, denominator.magnitude))
        let top = WideInteger.product(numerator / first, other.numerator / second)
        let bottom = WideInteger.product(denominator / second, other.denominator / first)
        return ExactRatio(
            reducedNumerator: try top.narrowed(), denominator: try bottom.narrowed())
    }

    /// Returns the exact quotient.
    ///
    /// - Throws: `divisionByZero`; `overflow` when the reduced quotient does not fit.
    package func divided(by other: ExactRatio) throws(QuantityError) -> ExactRatio {
        guard !other.isZero else { throw .divisionByZero }
        let inverse = ExactRatio(
            reducedNumerator: other.isNegative ? -other.denominator : other.denominator,
            denominator: Int128(other.numerator.magnitude))
        return try multiplied(by: inverse)
    }
}

extension ExactRatio: Comparable {
    /// Compares exactly, by products of full width.
    package static func < (left: ExactRatio, right: ExactRatio) -> Bool {
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        return WideInteger.product(left.numerator, right.denominator)
            < WideInteger.product(right.numerator, left.denominator)
    }
}

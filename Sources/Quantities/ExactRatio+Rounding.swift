extension ExactRatio {
    /// Returns the nearest decimal with at most `toScale` decimals in the sense of `mode`.
    ///
    /// - Throws: `overflow` when the result does not fit.
    /// - Precondition: `toScale` lies in 0...38.
    package func rounded(
        toScale: Int, mode: RoundingMode
    ) throws(QuantityError) -> ExactDecimal {
        let scaled = WideInteger.product(numerator, PowersOfTen.power(toScale))
        let coefficient = try scaled.rounded(dividingBy: denominator.magnitude, mode)
        return try ExactDecimal(coefficient: coefficient, scale: toScale)
    }

    /// Returns the whole number that `mode` gives.
    ///
    /// - Throws: `overflow` when it does not fit in `Int64`.
    package func rounded(_ mode: RoundingMode) throws(QuantityError) -> Int64 {
        let whole = try WideInteger(numerator).rounded(dividingBy: denominator.magnitude, mode)
        guard let narrow = Int64(exactly: whole) else { throw .overflow }
        return narrow
    }

    /// Returns the largest whole number not above the value.
    ///
    /// - Throws: `overflow` when it does not fit in `Int64`.
    package func floor() throws(QuantityError) -> Int64 { try rounded(.floor) }

    /// Returns the smallest whole number not below the value.
    ///
    /// - Throws: `overflow` when it does not fit in `Int64`.
    package func ceiling() throws(QuantityError) -> Int64 { try rounded(.ceiling) }

    /// Returns the value as a decimal where it has a finite one.
    ///
    /// - Throws: `inexact` when the digits never end, `overflow` when there are too many.
    package func exactDecimal() throws(QuantityError) -> ExactDecimal {
        var rest = denominator
        var twos = 0
        var fives = 0
        while rest.isMultiple(of: 2) { (rest, twos) = (rest / 2, twos + 1) }
        while rest.isMultiple(of: 5) { (rest, fives) = (rest / 5, fives + 1) }
        guard rest == 1 else { throw .inexact }
        let scale = Swift.max(twos, fives)
        guard scale <= PowersOfTen.maximumExponent else { throw .overflow }
        let factor = PowersOfTen.power(scale) / denominator
        return try ExactDecimal.normalising(
            WideInteger.product(numerator, factor), scale: scale)
    }

    /// The value in plain digits where they end and fit, otherwise nil.
    package var decimalDescription: String? {
        (try? exactDecimal())?.description
    }
}

extension ExactRatio {
    /// Returns a whole number times the value, as the whole number that `mode` gives.
    ///
    /// The product is formed in full width, so that only a result can overflow. This is the fast
    /// way to many products with one factor.
    ///
    /// - Throws: `overflow` when the result does not fit in `Int64`.
    package func rounded(
        multiplying number: Int128, _ mode: RoundingMode
    ) throws(QuantityError) -> Int64 {
        let whole = try WideInteger.product(number, numerator)
            .rounded(dividingBy: denominator.magnitude, mode)
        guard let narrow = Int64(exactly: whole) else { throw .overflow }
        return narrow
    }
}

/// Holds a product of two `Int128` values in full, as sign and 256-bit magnitude.
///
/// Intermediate results live here, so that an operation overflows only when its *result* cannot be
/// represented and never because a step on the way could not.
struct WideInteger: Equatable {
    /// Whether the value is below zero; false for zero.
    let isNegative: Bool
    /// The upper 128 bits of the magnitude.
    let high: UInt128
    /// The lower 128 bits of the magnitude.
    let low: UInt128

    /// Creates a value from its sign and magnitude; the sign of zero is dropped.
    init(isNegative: Bool, high: UInt128, low: UInt128) {
        self.isNegative = isNegative && (high != 0 || low != 0)
        self.high = high
        self.low = low
    }

    /// Creates a value from a narrower one.
    init(_ value: Int128) {
        self.init(isNegative: value < 0, high: 0, low: value.magnitude)
    }

    /// Whether the value is zero.
    var isZero: Bool { high == 0 && low == 0 }

    /// Returns the exact product, which always fits.
    static func product(_ left: Int128, _ right: Int128) -> WideInteger {
        let product = left.magnitude.multipliedFullWidth(by: right.magnitude)
        return WideInteger(
            isNegative: (left < 0) != (right < 0), high: product.high, low: product.low)
    }

    /// Returns the exact sum; two products always have one, since each is below 2^254.
    func adding(_ other: WideInteger) -> WideInteger {
        if isNegative == other.isNegative {
            let (sumLow, carry) = low.addingReportingOverflow(other.low)
            return WideInteger(
                isNegative: isNegative, high: high + other.high + (carry ? 1 : 0), low: sumLow)
        }
        let (larger, smaller) = magnitudeIsLess(than: other) ? (other, self) : (self, other)
        let (low, borrow) = larger.low.subtractingReportingOverflow(smaller.low)
        return WideInteger(
            isNegative: larger.isNegative,
            high: larger.high - smaller.high - (borrow ? 1 : 0),
            low: low)
    }

    /// Returns quotient and remainder of the magnitude; the quotient keeps the sign.
    ///
    /// - Precondition: `divisor` is not zero.
    func divided(by divisor: UInt128) -> (quotient: WideInteger, remainder: UInt128) {
        precondition(divisor != 0, "a divisor of zero is refused by the callers")
        if high == 0 {
            let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor)
            return (WideInteger(isNegative: isNegative, high: 0, low: quotient), remainder)
        }
        let (quotientHigh, rest) = high.quotientAndRemainder(dividingBy: divisor)
        let (quotientLow, remainder) = divisor.dividingFullWidth((rest, low))
        let quotient = WideInteger(isNegative: isNegative, high: quotientHigh, low: quotientLow)
        return (quotient, remainder)
    }

    /// Returns the value in 128 bits.
    ///
    /// `Int128.min` counts as overflow, so that every value of this room has a negative.
    ///
    /// - Throws: `overflow` when the magnitude passes `Int128.max`.
    func narrowed() throws(QuantityError) -> Int128 {
        guard high == 0, let magnitude = Int128(exactly: low) else { throw .overflow }
        return isNegative ? -magnitude : magnitude
    }

    private func magnitudeIsLess(than other: WideInteger) -> Bool {
        high != other.high ? high < other.high : low < other.low
    }
}

extension WideInteger: Comparable {
    static func < (left: WideInteger, right: WideInteger) -> Bool {
        switch (left.isNegative, right.isNegative) {
        case (true, false): true
        case (false, true): false
        case (false, false): left.magnitudeIsLess(than: right)
        case (true, true): right.magnitudeIsLess(than: left)
        }
    }
}

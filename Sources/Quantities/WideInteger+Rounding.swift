extension WideInteger {
    /// Returns the quotient rounded to a whole number: the one place where this room rounds.
    ///
    /// - Throws: `overflow` when the rounded quotient does not fit in 128 bits.
    /// - Precondition: `divisor` is not zero.
    func rounded(dividingBy divisor: UInt128, _ mode: RoundingMode) throws(QuantityError) -> Int128
    {
        let (quotient, remainder) = divided(by: divisor)
        let truncated = try quotient.narrowed()
        let isOdd = !truncated.isMultiple(of: 2)
        guard
            mode.movesAwayFromZero(
                remainder: remainder, divisor: divisor, isNegative: isNegative, isOdd: isOdd)
        else { return truncated }
        let (moved, overflow) = truncated.addingReportingOverflow(isNegative ? -1 : 1)
        guard !overflow, moved != Int128.min else { throw .overflow }
        return moved
    }
}

extension RoundingMode {
    /// Tells whether a quotient cut towards zero must move one further away from it.
    fileprivate func movesAwayFromZero(
        remainder: UInt128, divisor: UInt128, isNegative: Bool, isOdd: Bool
    ) -> Bool {
        guard remainder != 0 else { return false }
        let rest = divisor - remainder
        switch self {
        case .down: return false
        case .up: return true
        case .floor: return isNegative
        case .ceiling: return !isNegative
        case .halfUp: return remainder >= rest
        case .halfEven: return remainder > rest || (remainder == rest && isOdd)
        }
    }
}

extension ExactDecimal {
    /// Reads a plain decimal number: digits, at most one point between digits, a leading minus.
    ///
    /// Everything else is refused: plus signs, exponents, spaces, grouping, a comma, a leading or
    /// closing point, digits other than 0 to 9, and leading zeros as in "007". Trailing zeros are
    /// accepted and dropped.
    ///
    /// - Throws: `invalidNumber` for another form, `overflow` for too many digits.
    package init(parsing text: some StringProtocol) throws(QuantityError) {
        let bytes = Array(text.utf8)
        guard let parts = DecimalText(bytes) else { throw .invalidNumber(String(text)) }
        var coefficient: Int128 = 0
        for digit in parts.significantDigits {
            let (tenfold, tooLarge) = coefficient.multipliedReportingOverflow(by: 10)
            let (next, tooLargeByDigit) = tenfold.addingReportingOverflow(Int128(digit - 0x30))
            if tooLarge || tooLargeByDigit { throw .overflow }
            coefficient = next
        }
        let signed = parts.isNegative ? -coefficient : coefficient
        try self.init(coefficient: signed, scale: parts.scale)
    }
}

/// Splits the bytes of a plain decimal number; nil when they are none.
private struct DecimalText {
    let isNegative: Bool
    /// All digits without trailing zeros behind the point.
    let significantDigits: [UInt8]
    let scale: Int

    init?(_ bytes: [UInt8]) {
        isNegative = bytes.first == 0x2D
        let unsigned = isNegative ? bytes.dropFirst() : bytes[...]
        let parts = unsigned.split(
            separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
        let whole = parts[0]
        var fraction = parts.count == 2 ? parts[1] : []
        guard parts.count == 1 || !fraction.isEmpty, !whole.isEmpty,
            whole.first != 0x30 || whole.count == 1,
            whole.allSatisfy(DecimalText.isDigit), fraction.allSatisfy(DecimalText.isDigit)
        else { return nil }
        while fraction.last == 0x30 { fraction.removeLast() }
        significantDigits = Array(whole) + fraction
        scale = fraction.count
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

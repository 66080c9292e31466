extension ExactDecimal {
    /// The number for readers of English, commas between thousands, as in `1,200,000.5`.
    ///
    /// - Parameter minimumScale: Fewest decimals; missing ones are zeros.
    package func grouped(minimumScale: Int = 0) -> String {
        let plain = padded(toScale: minimumScale)
        let digits = plain.drop { $0 == "-" }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        let whole = parts.first ?? ""
        var text = isNegative ? "-" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return parts.count == 2 ? text + "." + parts[1] : text
    }
}

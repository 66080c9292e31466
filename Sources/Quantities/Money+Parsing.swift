extension Money {
    /// Reads an amount in major units, written as a plain decimal number.
    ///
    /// - Throws: `invalidNumber`; `tooManyDecimals` when the text writes more decimals than the
    ///   currency has, zeros included, since such an amount was meant for another currency;
    ///   `overflow`.
    package init(parsing text: some StringProtocol, currency: Currency) throws(QuantityError) {
        let amount = try ExactDecimal(parsing: text)
        let point = text.utf8.firstIndex(of: 0x2E)
        let written = point.map { text.utf8.distance(from: $0, to: text.utf8.endIndex) - 1 } ?? 0
        guard written <= currency.minorUnits else {
            throw .tooManyDecimals(String(text), currency)
        }
        let scale = ExactDecimal(currency.minorUnitsPerUnit)
        guard let minorUnits = try amount.multiplied(by: scale).wholeNumber else {
            throw .overflow
        }
        self.init(minorUnits: minorUnits, currency: currency)
    }
}

extension Money {
    /// The amount as readers of English write it, as in "EUR -1,234,567.89".
    package var grouped: String {
        "\(currency.code) \(decimal.grouped(minimumScale: currency.minorUnits))"
    }
}

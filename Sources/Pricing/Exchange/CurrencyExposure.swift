package import Quantities

/// What a total becomes when a currency that its prices are in moves.
package struct CurrencyExposure: Sendable, Hashable {
    /// Share by which a quote shows currencies moved, in percent.
    package static let shownPercent = 10

    /// One currency of the prices.
    package struct Row: Sendable, Hashable {
        /// Not that of the total.
        package let currency: Currency
        /// What of the total is priced in it, in the currency of the total.
        package let amount: Money
        /// The total if one unit of it costs that much less.
        package let lower: Money
        /// The total if one unit of it costs that much more.
        package let upper: Money
    }

    /// The total at the rates of the quote.
    package let total: Money
    /// By how much each currency is moved, in percent.
    package let percent: Int
    /// By currency code.
    package let rows: [Row]

    /// Works out what each foreign currency moves.
    ///
    /// - Parameters:
    ///   - parts: Amounts of the total, in its currency, by the currency that they are priced in.
    ///   - percent: By how much each is moved, 0 to 100.
    /// - Throws: `QuantityError.overflow`, `QuantityError.currencyMismatch`.
    package init(
        total: Money, parts: [(currency: Currency, amount: Money)],
        percent: Int = CurrencyExposure.shownPercent
    ) throws {
        var sums: [Currency: Money] = [:]
        for (currency, amount) in parts where currency != total.currency {
            sums[currency] = try (sums[currency] ?? .zero(total.currency)).adding(amount)
        }
        self.total = total
        self.percent = percent
        rows = try sums.sorted { $0.key < $1.key }.map { currency, amount in
            let move = try UnroundedMoney(amount)
                .multiplied(by: ExactRatio(Int128(percent), over: 100)).rounded(.halfUp)
            return Row(
                currency: currency, amount: amount, lower: try total.subtracting(move),
                upper: try total.adding(move))
        }
    }
}

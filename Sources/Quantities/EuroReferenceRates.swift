/// Holds one day's rates against the euro and converts through it, unrounded.
///
/// Rates are units per one euro, as the European Central Bank publishes them. A cross rate is the
/// exact quotient of two of them: rounding it to four decimals would move USD 2,000,000 by tens of
/// pounds.
package struct EuroReferenceRates: Sendable, Hashable {
    /// One currency's rate.
    package struct Rate: Sendable, Hashable {
        /// The currency.
        package let currency: Currency
        /// How many units of it one euro buys, above 0.
        package let unitsPerEuro: ExactDecimal
        /// Who states it where the European Central Bank does not, in words; `nil` where it does.
        package let otherSource: String?

        /// Creates a rate.
        package init(currency: Currency, unitsPerEuro: ExactDecimal, otherSource: String? = nil) {
            self.currency = currency
            self.unitsPerEuro = unitsPerEuro
            self.otherSource = otherSource
        }
    }

    /// The day that the rates were published for.
    package let date: CalendarDate
    /// The rates, ordered by currency code.
    package let rates: [Rate]

    /// Creates the rates of one day; the euro itself need not be listed.
    ///
    /// - Throws: `invalidRate` for one not above zero or a euro that is not 1; `duplicateRate`.
    package init(date: CalendarDate, unitsPerEuro rates: [Rate]) throws(QuantityError) {
        let sorted = rates.sorted { $0.currency < $1.currency }
        for (index, rate) in sorted.enumerated() {
            guard !rate.unitsPerEuro.isZero, !rate.unitsPerEuro.isNegative,
                rate.currency != .euro || rate.unitsPerEuro == .one
            else { throw .invalidRate(rate.currency) }
            guard index == 0 || sorted[index - 1].currency != rate.currency else {
                throw .duplicateRate(rate.currency)
            }
        }
        self.date = date
        self.rates = sorted
    }

    /// Names the table that the rates of some currencies are from, with whoever else states one:
    /// "ECB reference rates", "ECB reference rates and, for AED, Central Bank of the UAE".
    package func tableName(for currencies: Set<Currency>) -> String {
        let others = rates.filter { currencies.contains($0.currency) }.compactMap { rate in
            rate.otherSource.map { "for \(rate.currency.code), \($0)" }
        }
        return (["ECB reference rates"] + others).joined(separator: " and, ")
    }

    /// Returns how many units of `target` one unit of `source` is worth, exactly.
    ///
    /// - Throws: `missingRate` when either currency has none on this day; `overflow`.
    package func rate(
        from source: Currency, to target: Currency
    ) throws(QuantityError) -> ExactRatio {
        if source == target { return .one }
        let targetPerEuro = ExactRatio(try unitsPerEuro(of: target))
        return try targetPerEuro.divided(by: ExactRatio(try unitsPerEuro(of: source)))
    }

    /// Returns the same value in another currency, exactly.
    ///
    /// - Throws: `missingRate`, `overflow`.
    package func convert(
        _ money: UnroundedMoney, to target: Currency
    ) throws(QuantityError) -> UnroundedMoney {
        let rate = try rate(from: money.currency, to: target)
        return UnroundedMoney(amount: try money.amount.multiplied(by: rate), currency: target)
    }

    /// Returns how many units of `currency` one euro buys.
    ///
    /// - Throws: `missingRate` when the day has no rate for it.
    package func unitsPerEuro(of currency: Currency) throws(QuantityError) -> ExactDecimal {
        if currency == .euro { return .one }
        guard let rate = rates.first(where: { $0.currency == currency }) else {
            throw .missingRate(currency, date)
        }
        return rate.unitsPerEuro
    }
}

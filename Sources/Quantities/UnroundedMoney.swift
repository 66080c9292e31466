/// Holds an amount of one currency exactly, with parts finer than its minor unit.
///
/// Prices, conversions and discounts run on this type; it becomes `Money` once, at the end, by a
/// mode that the caller names.
package struct UnroundedMoney: Sendable, Hashable {
    /// The amount in major units.
    package let amount: ExactRatio
    /// The currency.
    package let currency: Currency

    /// Creates an amount of major units.
    package init(amount: ExactRatio, currency: Currency) {
        self.amount = amount
        self.currency = currency
    }

    /// Creates an amount of major units.
    package init(amount: ExactDecimal, currency: Currency) {
        self.init(amount: ExactRatio(amount), currency: currency)
    }

    /// Creates the same amount as `money`.
    package init(_ money: Money) {
        self.init(amount: money.decimal, currency: money.currency)
    }

    /// Returns nothing, in `currency`.
    package static func zero(_ currency: Currency) -> UnroundedMoney {
        UnroundedMoney(amount: ExactRatio.zero, currency: currency)
    }

    /// Returns the exact sum.
    ///
    /// - Throws: `currencyMismatch`, `overflow`.
    package func adding(_ other: UnroundedMoney) throws(QuantityError) -> UnroundedMoney {
        try requireSameCurrency(other)
        return UnroundedMoney(amount: try amount.adding(other.amount), currency: currency)
    }

    /// Returns the exact difference.
    ///
    /// - Throws: `currencyMismatch`, `overflow`.
    package func subtracting(_ other: UnroundedMoney) throws(QuantityError) -> UnroundedMoney {
        try adding(other.negated())
    }

    /// Returns the exact product with a plain number.
    ///
    /// - Throws: `overflow`.
    package func multiplied(by factor: ExactRatio) throws(QuantityError) -> UnroundedMoney {
        UnroundedMoney(amount: try amount.multiplied(by: factor), currency: currency)
    }

    /// Returns the exact quotient by a plain number.
    ///
    /// - Throws: `divisionByZero`, `overflow`.
    package func divided(by divisor: ExactRatio) throws(QuantityError) -> UnroundedMoney {
        UnroundedMoney(amount: try amount.divided(by: divisor), currency: currency)
    }

    /// Returns the amount with the opposite sign.
    package func negated() -> UnroundedMoney {
        UnroundedMoney(amount: amount.negated(), currency: currency)
    }

    /// Returns the amount in whole minor units, rounded by `mode`.
    ///
    /// - Throws: `overflow` when it does not fit in 64 bits of minor units.
    package func rounded(_ mode: RoundingMode) throws(QuantityError) -> Money {
        let rounded = try amount.rounded(toScale: currency.minorUnits, mode: mode)
        let perUnit = ExactDecimal(currency.minorUnitsPerUnit)
        guard let minorUnits = try rounded.multiplied(by: perUnit).wholeNumber else {
            throw .overflow
        }
        return Money(minorUnits: minorUnits, currency: currency)
    }

    private func requireSameCurrency(_ other: UnroundedMoney) throws(QuantityError) {
        guard currency == other.currency else {
            throw .currencyMismatch(currency, other.currency)
        }
    }
}

extension UnroundedMoney: CustomStringConvertible {
    /// Code and exact amount, as digits where they end and as a fraction otherwise.
    package var description: String {
        "\(currency.code) \(amount.decimalDescription ?? amount.description)"
    }
}

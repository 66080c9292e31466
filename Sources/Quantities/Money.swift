/// Holds an amount that can be paid: whole minor units of one currency.
///
/// Money never rounds: what has finer parts is `UnroundedMoney` until a mode is named.
package struct Money: Sendable, Hashable {
    /// The amount in minor units (cents of the euro, yen, fils of the dinar).
    package let minorUnits: Int64
    /// The currency.
    package let currency: Currency

    /// Creates an amount of minor units.
    package init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Returns nothing, in `currency`.
    package static func zero(_ currency: Currency) -> Money {
        Money(minorUnits: 0, currency: currency)
    }

    /// Whether the amount is 0.
    package var isZero: Bool { minorUnits == 0 }

    /// Whether the amount is below 0.
    package var isNegative: Bool { minorUnits < 0 }

    /// The amount in major units: 1234.5 for EUR 1234.50.
    package var decimal: ExactDecimal {
        // A scale of at most 4 always fits; the coefficient is 64 bits wide.
        (try? ExactDecimal(coefficient: Int128(minorUnits), scale: currency.minorUnits)) ?? .zero
    }
}

extension Money {
    /// Returns the sum.
    ///
    /// - Throws: `currencyMismatch`, `overflow`.
    package func adding(_ other: Money) throws(QuantityError) -> Money {
        try requireSameCurrency(other)
        let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
        guard !overflow else { throw .overflow }
        return Money(minorUnits: sum, currency: currency)
    }

    /// Returns the difference.
    ///
    /// - Throws: `currencyMismatch`, `overflow`.
    package func subtracting(_ other: Money) throws(QuantityError) -> Money {
        try requireSameCurrency(other)
        let (difference, overflow) = minorUnits.subtractingReportingOverflow(other.minorUnits)
        guard !overflow else { throw .overflow }
        return Money(minorUnits: difference, currency: currency)
    }

    /// Returns the amount a whole number of times.
    ///
    /// - Throws: `overflow`.
    package func multiplied(by count: Int64) throws(QuantityError) -> Money {
        let (product, overflow) = minorUnits.multipliedReportingOverflow(by: count)
        guard !overflow else { throw .overflow }
        return Money(minorUnits: product, currency: currency)
    }

    /// Returns the amount with the opposite sign.
    ///
    /// - Throws: `overflow` for the smallest amount, which has no opposite.
    package func negated() throws(QuantityError) -> Money {
        try Money.zero(currency).subtracting(self)
    }

    /// Tells whether the amount is at most `other`.
    ///
    /// Money has no general order: amounts of two currencies do not compare.
    ///
    /// - Throws: `currencyMismatch`.
    package func isAtMost(_ other: Money) throws(QuantityError) -> Bool {
        try requireSameCurrency(other)
        return minorUnits <= other.minorUnits
    }

    private func requireSameCurrency(_ other: Money) throws(QuantityError) {
        guard currency == other.currency else {
            throw .currencyMismatch(currency, other.currency)
        }
    }
}

extension Money: CustomStringConvertible {
    /// Code and plain digits, such as "EUR 1234.50", "JPY 1200" or "KWD -0.125".
    package var description: String {
        "\(currency.code) \(decimal.padded(toScale: currency.minorUnits))"
    }
}

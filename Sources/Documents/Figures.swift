import Quantities

/// Writes figures for readers of English: a point before decimals, commas between thousands.
enum Figures {
    /// As in "EUR 17,345,678.90".
    static func money(_ money: Money) -> String {
        money.grouped
    }

    /// As in "17,345,678.90", without the currency.
    static func amount(_ money: Money) -> String {
        money.decimal.grouped(minimumScale: money.currency.minorUnits)
    }

    /// As in "1,117,588".
    static func number(_ value: ExactDecimal) -> String {
        value.grouped()
    }

    static func number(_ value: Int64) -> String {
        ExactDecimal(value).grouped()
    }

    /// Thousandths with three decimals, as in "10.542".
    static func thousandths(_ value: Int64) -> String {
        let exact = try? ExactDecimal(coefficient: Int128(value), scale: 3)
        return (exact ?? .zero).grouped(minimumScale: 3)
    }

    /// Ten-thousandths of a minor unit as money with four more decimals.
    static func exact(_ amountE4: Int64, _ currency: Currency) -> String {
        let scale = currency.minorUnits + 4
        let value = try? ExactDecimal(coefficient: Int128(amountE4), scale: scale)
        return "\(currency.code) \((value ?? .zero).grouped(minimumScale: scale))"
    }

    /// Ten-thousandths of a minor unit, rounded half up to it.
    static func rounded(_ amountE4: Int64, _ currency: Currency) -> String {
        money(roundedMoney(amountE4, currency))
    }

    /// The same without the currency, for a column that names it.
    static func roundedAmount(_ amountE4: Int64, _ currency: Currency) -> String {
        amount(roundedMoney(amountE4, currency))
    }

    private static func roundedMoney(_ amountE4: Int64, _ currency: Currency) -> Money {
        let units = try? ExactRatio(Int128(amountE4), over: 10_000).rounded(.halfUp)
        return Money(minorUnits: units ?? 0, currency: currency)
    }

    /// Ten-thousandths of a minor unit, rounded up to it: what a price in whole minor units has to
    /// be below to be below them.
    static func roundedUp(_ amountE4: Int64, _ currency: Currency) -> String {
        let units = amountE4 / 10_000 + (amountE4 % 10_000 > 0 ? 1 : 0)
        return money(Money(minorUnits: units, currency: currency))
    }

    /// Ten-thousandths of a minor unit with as many decimals as they need.
    static func whole(_ amountE4: Int64, _ currency: Currency) -> String {
        amountE4.isMultiple(of: 10_000) ? rounded(amountE4, currency) : exact(amountE4, currency)
    }

    /// Hundredths of a percent, as in "3.33 %".
    static func percent(basisPoints: Int) -> String {
        let share = try? ExactDecimal(coefficient: Int128(basisPoints), scale: 2)
        return "\(share ?? .zero) %"
    }

    /// A share in percent with one decimal.
    static func percent(_ part: Int64, of whole: Int64) -> String {
        guard whole != 0,
            let share = try? ExactRatio(Int128(part) * 100, over: Int128(whole))
                .rounded(toScale: 1, mode: .halfUp)
        else { return "0.0 %" }
        return share.padded(toScale: 1) + " %"
    }
}

/// Says why an exact computation or a strict reading gave no value.
///
/// Nothing in this room traps, wraps or approximates on account of its operands: where the exact
/// result cannot be represented, one of these is thrown.
package enum QuantityError: Error, Sendable, Hashable {
    /// The exact result has more digits than the type holds.
    case overflow
    /// A divisor was zero.
    case divisionByZero
    /// The exact result has no finite decimal form, such as one third.
    case inexact
    /// A text that is not a plain decimal number.
    case invalidNumber(String)
    /// A text that is not a day of the calendar as YYYY-MM-DD in the years that this room knows.
    case invalidDate(String)
    /// A text that is not an ISO 8601 period of whole years, months, weeks and days.
    case invalidPeriod(String)
    /// An amount with more decimals than its currency has.
    case tooManyDecimals(String, Currency)
    /// Two currencies met where one was needed.
    case currencyMismatch(Currency, Currency)
    /// Two units met that do not convert into each other.
    case unitMismatch(Unit, Unit)
    /// No rate is known for a currency on a date.
    case missingRate(Currency, CalendarDate)
    /// A rate that is not above zero, or the euro's own rate where it is not one.
    case invalidRate(Currency)
    /// A currency with two rates on one date.
    case duplicateRate(Currency)
    /// Weights that divide nothing: none at all, a negative one, or all zero.
    case invalidWeights
    /// A day outside the years that this room knows.
    case dateOutOfRange
}

extension QuantityError: CustomStringConvertible {
    /// One lower-case clause, as it reads after a colon.
    package var description: String {
        switch self {
        case .overflow: "the exact result has too many digits"
        case .divisionByZero: "division by zero"
        case .inexact: "the exact result has no finite decimal form"
        case .invalidNumber(let text): "'\(text)' is not a plain decimal number"
        case .invalidDate(let text): "'\(text)' is not a date written YYYY-MM-DD"
        case .invalidPeriod(let text): "'\(text)' is not an ISO 8601 period such as P3Y or P18M"
        case .tooManyDecimals(let text, let currency):
            "'\(text)' has more decimals than the \(currency.minorUnits) of \(currency.code)"
        case .currencyMismatch(let left, let right):
            "\(left.code) and \(right.code) do not mix without a conversion"
        case .unitMismatch(let left, let right):
            "\(left.symbol) does not convert to \(right.symbol)"
        case .missingRate(let currency, let date): "no rate for \(currency.code) on \(date)"
        case .invalidRate(let currency): "the rate of \(currency.code) is not usable"
        case .duplicateRate(let currency): "\(currency.code) has two rates on one date"
        case .invalidWeights: "weights must be zero or more and not all zero"
        case .dateOutOfRange: "the date lies outside the years 1900 to 2200"
        }
    }
}

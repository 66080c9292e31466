package import Quantities

/// A rate that an agreement fixes: one day's, from one source, for a stated time.
///
/// A unit of account may differ from what is paid in: Chilean contracts are written in CLF and paid
/// in CLP at the day's rate.
package struct DatedRate: Sendable, Hashable {
    /// What is converted.
    package let source: Currency
    /// What it becomes.
    package let target: Currency
    /// Units of the target for one of the source, above 0.
    package let rate: ExactDecimal
    /// The day that it was published for.
    package let date: CalendarDate
    /// Who published it.
    package let publisher: String
    /// First day on which it no longer holds; `nil` for no end.
    package let validUntil: CalendarDate?

    /// Creates a rate.
    ///
    /// - Throws: `PricingError.invalidTerms` for a rate not above 0, for one of a currency to
    ///   itself,
    ///   and for one that ends before it begins.
    package init(
        from source: Currency, to target: Currency, rate: ExactDecimal, date: CalendarDate,
        publisher: String, validUntil: CalendarDate? = nil
    ) throws(PricingError) {
        guard source != target, !rate.isZero, !rate.isNegative,
            validUntil.map({ date < $0 }) ?? true
        else { throw .invalidTerms("rate from \(source) to \(target)") }
        self.source = source
        self.target = target
        self.rate = rate
        self.date = date
        self.publisher = publisher
        self.validUntil = validUntil
    }
}

/// Rates that an agreement fixes, before those of a reference table.
package struct ExchangeTable: Sendable {
    /// What the agreement fixes; the first that fits is taken, in either direction.
    package let fixed: [DatedRate]
    /// One day's reference rates.
    package let reference: EuroReferenceRates

    /// Creates a table.
    package init(fixed: [DatedRate] = [], reference: EuroReferenceRates) {
        self.fixed = fixed
        self.reference = reference
    }

    /// Returns how many units of `target` one unit of `source` is worth, exactly.
    ///
    /// - Throws: `QuantityError.missingRate`, `QuantityError.overflow`.
    package func rate(from source: Currency, to target: Currency) throws -> ExactRatio {
        if source == target { return .one }
        for rate in fixed {
            if rate.source == source, rate.target == target { return ExactRatio(rate.rate) }
            if rate.source == target, rate.target == source {
                return try ExactRatio.one.divided(by: ExactRatio(rate.rate))
            }
        }
        return try reference.rate(from: source, to: target)
    }

    /// Returns the same value in another currency, exactly.
    ///
    /// - Throws: `QuantityError.missingRate`, `QuantityError.overflow`.
    package func convert(_ money: UnroundedMoney, to target: Currency) throws -> UnroundedMoney {
        let rate = try rate(from: money.currency, to: target)
        return UnroundedMoney(amount: try money.amount.multiplied(by: rate), currency: target)
    }

    /// Says which rate is taken, with its date and source.
    package func words(from source: Currency, to target: Currency) -> String {
        let found = fixed.first {
            ($0.source == source && $0.target == target)
                || ($0.source == target && $0.target == source)
        }
        if let found {
            let end = found.validUntil.map { ", until \($0)" } ?? ""
            return "1 \(found.source) = \(found.rate) \(found.target), \(found.publisher), "
                + "\(found.date)\(end)"
        }
        let shown = reference.rates.filter { $0.currency == source || $0.currency == target }
            .map { "1 EUR = \($0.unitsPerEuro) \($0.currency.code)" }
        return "\(reference.tableName(for: [source, target])) of \(reference.date): "
            + shown.joined(separator: ", ")
    }
}

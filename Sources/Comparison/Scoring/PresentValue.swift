import LocatedInput
package import Quantities

/// Brings amounts of several years to one date, and a term to one year.
package struct PresentValue: Sendable, Hashable {
    /// When in a contract year its money falls due.
    package enum Due: String, InputVocabulary, Sendable, Hashable {
        /// On the first day of the year.
        case start
        /// Six months later.
        case middle
        /// On the last day of the year.
        case end
    }

    /// A year's rate, as in 0.035.
    package let rate: FixedPoint
    /// When a year's money falls due.
    package let due: Due

    /// Creates a way to discount.
    package init(rate: FixedPoint, due: Due) {
        self.rate = rate
        self.due = due
    }

    /// Returns the value at the start of the term of amounts of whole years, the first first.
    ///
    /// - Throws: `overflow`; `divisionByZero` for a rate of minus 100 percent.
    package func value(years amounts: [FixedPoint]) throws(QuantityError) -> FixedPoint {
        let growth = try FixedPoint.one + rate
        var value = FixedPoint.zero
        for amount in amounts.reversed() { value = try value / growth + amount }
        switch due {
        case .start: return value
        case .middle: return try value / growth.squareRoot()
        case .end: return try value / growth
        }
    }

    /// Returns the value at the start of amounts by month, each due when its month begins.
    ///
    /// - Throws: `overflow`, `invalidNumber` for a rate of minus 100 percent or below.
    package func value(months amounts: [FixedPoint]) throws(QuantityError) -> FixedPoint {
        let growth = try (try FixedPoint.one + rate).root(12)
        var value = FixedPoint.zero
        for amount in amounts.reversed() { value = try value / growth + amount }
        return value
    }

    /// Returns the equal amount a year, due at the end of each, that is worth `present` over a term
    /// of whole or part years given in months.
    ///
    ///     // 66.7308 × 0.035 ÷ (1 − 1.035^−5) = 14.7796
    ///
    /// - Throws: `overflow`, `divisionByZero` for a term of no months.
    package func annual(
        _ present: FixedPoint, overMonths months: Int, dueAtStart: Bool = false
    ) throws(QuantityError) -> FixedPoint {
        if rate.isZero { return try present * FixedPoint(12) / FixedPoint(months) }
        let growth = try FixedPoint.one + rate
        let whole = try growth.power(months / 12)
        let part = months % 12 == 0 ? FixedPoint.one : try growth.root(12).power(months % 12)
        let factor = try .one / (try whole * part)
        let atEnd = try present * rate / (try FixedPoint.one - factor)
        return dueAtStart ? try atEnd / growth : atEnd
    }
}

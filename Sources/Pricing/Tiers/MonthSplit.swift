package import Quantities

/// Prices one month inside which the price changes: the line is split by time, tiers go on
/// counting.
///
/// Usage is taken as even over the days of the month. The units of the first days fill the lowest
/// tiers at the first sheet's rates, those of the later days begin where the first ones stopped. A
/// volume price takes the tier that the whole month reaches, each part from its own sheet; a flat
/// price is due by the day.
///
///     // 300 units in 30 days, tiers at 0 and 100; 1.00 and 0.50 for 10 days, then 2.00 and 0.80:
///     // 100 × 1.00, then 0 × 2.00 + 200 × 0.80
///     try month.charge(for: ExactDecimal(300)).description       // "USD 260"
package struct MonthSplit: Sendable, Hashable {
    /// A sheet and the days on which it holds.
    package struct Part: Sendable, Hashable {
        /// Price of those days.
        package let schedule: RateSchedule
        /// Days of the month, at least 1.
        package let days: Int

        /// Creates a part.
        package init(schedule: RateSchedule, days: Int) {
            self.schedule = schedule
            self.days = days
        }
    }

    /// One part as it came out.
    package struct Row: Sendable, Hashable {
        /// Days of the part.
        package let days: Int
        /// Units of the month before the part.
        package let from: ExactRatio
        /// Units of the month at its end.
        package let upTo: ExactRatio
        /// Its charge.
        package let charge: UnroundedMoney
    }

    /// In the order of time.
    package let parts: [Part]
    /// Days of the parts together.
    package let days: Int

    /// Creates a month.
    ///
    /// - Throws: `PricingError.emptySplit` without a part or for one without a day;
    ///   `PricingError.mixedCurrencies`, `PricingError.mixedModels`.
    package init(_ parts: [Part]) throws(PricingError) {
        guard let first = parts.first, parts.allSatisfy({ $0.days > 0 }) else {
            throw .emptySplit
        }
        for part in parts {
            guard part.schedule.currency == first.schedule.currency else {
                throw .mixedCurrencies(part.schedule.currency, first.schedule.currency)
            }
            guard (part.schedule.model == .flat) == (first.schedule.model == .flat) else {
                throw .mixedModels
            }
        }
        var days = 0
        for part in parts {
            let (sum, overflow) = days.addingReportingOverflow(part.days)
            guard !overflow else { throw .emptySplit }
            days = sum
        }
        self.parts = parts
        self.days = days
    }

    /// Returns the rows whose charges sum to the month's, in the order of time.
    ///
    /// - Throws: `PricingError.negativeQuantity`; `QuantityError.overflow`.
    package func rows(for monthlyQuantity: ExactDecimal) throws -> [Row] {
        guard !monthlyQuantity.isNegative else {
            throw PricingError.negativeQuantity(monthlyQuantity)
        }
        let whole = ExactRatio(monthlyQuantity)
        var before = 0
        return try parts.map { part in
            let from = try share(of: whole, days: before)
            before += part.days
            let upTo = try share(of: whole, days: before)
            return Row(
                days: part.days, from: from, upTo: upTo,
                charge: try charge(of: part, from: from, upTo: upTo, whole: whole))
        }
    }

    /// Returns the charge of the month, unrounded.
    ///
    /// - Throws: as `rows(for:)`.
    package func charge(for monthlyQuantity: ExactDecimal) throws -> UnroundedMoney {
        let zero = UnroundedMoney.zero(parts[0].schedule.currency)
        return try rows(for: monthlyQuantity).reduce(zero) { try $0.adding($1.charge) }
    }

    private func share(of whole: ExactRatio, days: Int) throws -> ExactRatio {
        try whole.multiplied(by: ExactRatio(Int128(days), over: Int128(self.days)))
    }

    private func charge(
        of part: Part, from: ExactRatio, upTo: ExactRatio, whole: ExactRatio
    ) throws -> UnroundedMoney {
        guard part.schedule.model == .flat else {
            return try part.schedule.charge(from: from, to: upTo, ofMonth: whole)
        }
        let price = ExactRatio(part.schedule.tiers[0].amount)
        return UnroundedMoney(
            amount: try share(of: price, days: part.days), currency: part.schedule.currency)
    }
}

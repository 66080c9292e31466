package import Quantities

/// Moves prices of later years by indices, as the contract's formula says.
///
///     p_t = p_0 × (fixed + Σ share × I_t / I_0)
///
/// The fixed share and the others sum to 1. Within the hold the factor is 1. The factor is exact;
/// the price becomes whole minor units where its line does.
///
///     // 0.2 fixed, 0.5 wages from 100 to 104, 0.3 energy from 80 to 90
///     try formula.factor(year: 2).decimalText    // "1.0575" = 0.2 + 0.5 × 1.04 + 0.3 × 1.125
package struct PriceIndexation: Sendable, Hashable {
    /// An index with its share of the price.
    package struct Part: Sendable, Hashable {
        /// As in "wages".
        package let name: String
        /// Share of the price, 0 to 1.
        package let share: ExactDecimal
        /// Values by contract year, that of year 1 being the base; above 0.
        package let values: [Int: ExactDecimal]

        /// Creates a part.
        package init(name: String, share: ExactDecimal, values: [Int: ExactDecimal]) {
            self.name = name
            self.share = share
            self.values = values
        }
    }

    /// Share of the price that does not move.
    package let fixed: ExactDecimal
    /// The indices.
    package let parts: [Part]
    /// Months of the contract for which prices hold, 0 to 600.
    package let holdMonths: Int

    /// Creates a formula that has every index for a number of contract years.
    ///
    /// - Throws: `PricingError.invalidIndexation` with every fault.
    package init(
        fixed: ExactDecimal, parts: [Part], holdMonths: Int, years: Int
    ) throws(PricingError) {
        var faults: [IndexationFault] = []
        if fixed.isNegative { faults.append(.negativeShare("fixed")) }
        var sum = fixed
        for part in parts {
            if part.share.isNegative { faults.append(.negativeShare(part.name)) }
            do { sum = try sum.adding(part.share) } catch { throw .invalidTerms(part.name) }
        }
        if sum != .one { faults.append(.sharesDoNotSum(sum)) }
        if !(0...600).contains(holdMonths) { faults.append(.holdOutOfRange(holdMonths)) }
        for year in 1...max(1, min(years, 100)) where year == 1 || year * 12 > holdMonths {
            for part in parts where !part.share.isZero {
                guard let value = part.values[year], !value.isZero, !value.isNegative else {
                    faults.append(.missingIndex(part.name, year: year))
                    continue
                }
            }
        }
        guard faults.isEmpty else { throw .invalidIndexation(faults) }
        self.fixed = fixed
        self.parts = parts
        self.holdMonths = holdMonths
    }

    /// Returns the factor of a month of the contract, from 0; 1 within the hold.
    ///
    /// - Throws: `PricingError.invalidIndexation` for a year beyond those of the indices;
    ///   `QuantityError.overflow`.
    package func factor(month: Int) throws -> ExactRatio {
        if month < holdMonths { return .one }
        return try factor(year: month / 12 + 1)
    }

    /// Returns the factor of a contract year, from 1, whatever the hold.
    ///
    /// - Throws: as `factor(month:)`.
    package func factor(year: Int) throws -> ExactRatio {
        try parts.reduce(ExactRatio(fixed)) { sum, part in
            if part.share.isZero { return sum }
            guard let now = part.values[year], let base = part.values[1] else {
                throw PricingError.invalidIndexation([.missingIndex(part.name, year: year)])
            }
            let moved = try ExactRatio(part.share).multiplied(by: ExactRatio(now))
                .divided(by: ExactRatio(base))
            return try sum.adding(moved)
        }
    }
}

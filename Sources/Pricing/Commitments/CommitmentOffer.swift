package import Quantities

/// A price for being bound: something upfront, something by the month, for whole months.
///
/// All upfront has no monthly part, no upfront the monthly part alone. Published effective rates
/// are rounded by their sheets and do not add up; the cost here is worked out from both parts.
///
///     // 500 upfront and 20 a month for 12 months
///     try offer.perMonth.description           // "USD 185/3": (500 + 12 × 20) / 12
package struct CommitmentOffer: Sendable, Hashable {
    /// As tables name it, such as "1 year, partial upfront".
    package let name: String
    /// How long one unit is paid for, 1 to 600.
    package let months: Int
    /// Due when a unit's term begins; 0 or more.
    package let upfront: UnroundedMoney
    /// Due each month of the term, used or not; 0 or more.
    package let monthly: UnroundedMoney

    /// Creates an offer.
    ///
    /// - Throws: `PricingError.invalidCommitment` for a term or an amount out of range;
    ///   `PricingError.mixedCurrencies`.
    package init(
        name: String, months: Int, upfront: UnroundedMoney, monthly: UnroundedMoney
    ) throws(PricingError) {
        guard upfront.currency == monthly.currency else {
            throw .mixedCurrencies(upfront.currency, monthly.currency)
        }
        guard (1...600).contains(months), !upfront.amount.isNegative, !monthly.amount.isNegative
        else { throw .invalidCommitment(name) }
        self.name = name
        self.months = months
        self.upfront = upfront
        self.monthly = monthly
    }

    /// The cost of one unit over one whole term.
    package var termCost: UnroundedMoney {
        get throws {
            try monthly.multiplied(by: ExactRatio(months)).adding(upfront)
        }
    }

    /// The cost of one unit and month, the upfront part spread over the term.
    package var perMonth: UnroundedMoney {
        get throws { try termCost.divided(by: ExactRatio(months)) }
    }

    /// The cost of one unit and hour, for months of a stated number of hours.
    package func perHour(hoursPerMonth: Int) throws -> UnroundedMoney {
        try perMonth.divided(by: ExactRatio(hoursPerMonth))
    }
}

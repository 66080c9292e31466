package import Quantities

/// Holds one priced row with every step of its arithmetic.
///
/// The charge of a month, times the months, converted at one day's rates, all of it unrounded, then
/// rounded **once** to money, then times a whole count of equal pieces. The count comes after the
/// rounding because a piece (a head, a rack) is what is bought: ten heads cost ten times one.
package struct PricedLine: Sendable, Hashable {
    /// Says what the line's charge comes from.
    package enum Charge: Sendable, Hashable {
        /// A month's quantity through a rate schedule.
        case metered(RateSchedule, monthlyQuantity: ExactDecimal)
        /// The same amount each month.
        case monthly(UnroundedMoney)
        /// One amount for the whole period, whatever its months.
        case once(UnroundedMoney)
    }

    /// The row's id, unique in its waterfall.
    package let id: String
    /// What the charge comes from.
    package let charge: Charge
    /// How long the buyer is bound to the price.
    package let plan: CommitmentPlan
    /// How many months are priced, 0 or more.
    package let months: Int
    /// The charge of one month, or of the period where it is due once, in the provider's currency.
    package let periodicCharge: UnroundedMoney
    /// The charge of all months in the provider's currency.
    package let termCharge: UnroundedMoney
    /// How many units of the line's currency one unit of the provider's is worth.
    package let exchangeRate: ExactRatio
    /// The charge of all months in the line's currency, not yet rounded.
    package let converted: UnroundedMoney
    /// The mode that `piece` was rounded by.
    package let rounding: RoundingMode
    /// The price of one piece: `converted` as whole minor units.
    package let piece: Money
    /// How many equal pieces, 0 or more; 1 where nothing is counted in pieces.
    package let count: Int64
    /// The line's price: `piece` times `count`.
    package let money: Money
}

extension PricedLine {
    /// Creates a line by working out its price.
    ///
    /// - Parameters:
    ///   - months: The months priced, 0 or more.
    ///   - rates: The day's rates; not asked where both currencies are the same.
    ///   - currency: The currency of the result.
    ///   - rounding: How the converted charge becomes whole minor units.
    ///   - count: How many equal pieces, 0 or more.
    /// - Throws: `PricingError` for a commitment that does not divide the months, a negative
    ///   number; `QuantityError.missingRate`, `QuantityError.overflow`.
    package init(
        id: String, charge: Charge, plan: CommitmentPlan = .onDemand, months: Int,
        rates: EuroReferenceRates, currency: Currency, rounding: RoundingMode, count: Int64 = 1
    ) throws {
        guard months >= 0 else { throw PricingError.negativeMonths(months) }
        guard count >= 0 else { throw PricingError.negativeCount(count) }
        try plan.require(months: months)
        let periodic = try charge.periodicAmount()
        let term = try charge.isOnce ? periodic : periodic.multiplied(by: ExactRatio(months))
        let rate = try rates.rate(from: term.currency, to: currency)
        let converted = try rates.convert(term, to: currency)
        let piece = try converted.rounded(rounding)
        self.init(
            id: id, charge: charge, plan: plan, months: months, periodicCharge: periodic,
            termCharge: term, exchangeRate: rate, converted: converted, rounding: rounding,
            piece: piece, count: count, money: try piece.multiplied(by: count))
    }

    /// The line for one piece.
    package var one: PricedLine {
        PricedLine(
            id: id, charge: charge, plan: plan, months: months, periodicCharge: periodicCharge,
            termCharge: termCharge, exchangeRate: exchangeRate, converted: converted,
            rounding: rounding, piece: piece, count: 1, money: piece)
    }

    /// Returns the line's price split over the parts of its period, which sum to it.
    ///
    /// What is due once falls into the first part. The cents left are given by largest remainder.
    ///
    /// - Throws: `PricingError.monthsDoNotSum`, `PricingError.negativeMonths`.
    package func split(overMonths parts: [Int]) throws -> [Money] {
        if let negative = parts.first(where: { $0 < 0 }) {
            throw PricingError.negativeMonths(negative)
        }
        let sum = parts.reduce(Int128(0)) { (sum: Int128, part: Int) in sum + Int128(part) }
        guard sum == Int128(months), !parts.isEmpty else {
            throw PricingError.monthsDoNotSum(parts: Int(clamping: sum), whole: months)
        }
        let nothing = Money.zero(money.currency)
        if charge.isOnce || months == 0 {
            return [money] + parts.dropFirst().map { _ in nothing }
        }
        return try money.allocated(
            by: parts.map { Int64($0) }, remainder: .largestRemainder)
    }
}

extension PricedLine.Charge {
    /// Whether the charge is due once and not by the month.
    package var isOnce: Bool {
        if case .once = self { true } else { false }
    }

    /// Returns the charge of one month, or of the period where it is due once.
    func periodicAmount() throws -> UnroundedMoney {
        switch self {
        case .metered(let schedule, let quantity): try schedule.charge(for: quantity)
        case .monthly(let amount), .once(let amount): amount
        }
    }
}

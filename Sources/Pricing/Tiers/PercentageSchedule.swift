package import Quantities

/// Holds a price that is a share of other charges, such as that of a support plan.
///
/// The shares are graduated by what the charges of a month sum to; a least amount may be due each
/// month. A bound belongs to the tier below it.
///
///     // 10 % of the first 10,000, 7 % above, at least 100 a month; charges of 12,500:
///     try support.charge(on: charges).description      // "USD 1175": 1,000 + 175
package struct PercentageSchedule: Sendable, Hashable {
    /// The shares in percent, ascending, the first from 0; bounds in major units of charges.
    package let tiers: [PriceTier]
    /// The least that is due in a month, 0 or more, in major units.
    package let minimum: ExactDecimal
    /// The currency of bounds and minimum.
    package let currency: Currency

    /// Creates a schedule.
    ///
    /// - Throws: `PricingError.invalidSchedule` with every fault, in the order of the tiers.
    package init(
        tiers: [PriceTier], minimum: ExactDecimal = .zero, currency: Currency
    ) throws(PricingError) {
        var faults = RateSchedule.faults(model: .graduated, tiers: tiers, block: .one)
        if minimum.isNegative { faults.append(.negativeMinimum(minimum)) }
        guard faults.isEmpty else { throw .invalidSchedule(faults) }
        self.tiers = tiers
        self.minimum = minimum
        self.currency = currency
    }

    /// One printed row: a part of the charges and its share.
    package struct Slice: Sendable, Hashable {
        /// The bound that the slice's tier starts after.
        package let from: ExactDecimal
        /// The charges that fall into the slice, in major units.
        package let charges: ExactRatio
        /// The share in percent.
        package let percent: ExactDecimal
        /// The share of the charges.
        package let amount: UnroundedMoney
    }

    /// Returns the rows whose amounts sum to the share before the minimum.
    ///
    /// Charges below zero, where credits pass them, are as none.
    ///
    /// - Throws: `QuantityError.currencyMismatch`, `QuantityError.overflow`.
    package func slices(on charges: UnroundedMoney) throws -> [Slice] {
        guard charges.currency == currency else {
            throw QuantityError.currencyMismatch(charges.currency, currency)
        }
        let hundred = ExactRatio(100)
        return try tiers.indices.compactMap { index -> Slice? in
            let from = ExactRatio(tiers[index].from)
            guard from < charges.amount else { return nil }
            let next = index + 1 < tiers.count ? ExactRatio(tiers[index + 1].from) : charges.amount
            let inside = try min(charges.amount, next).subtracting(from)
            let share = try ExactRatio(tiers[index].amount).divided(by: hundred)
            return Slice(
                from: tiers[index].from, charges: inside, percent: tiers[index].amount,
                amount: UnroundedMoney(
                    amount: try inside.multiplied(by: share), currency: currency))
        }
    }

    /// Returns what is due for a month with these other charges, unrounded.
    ///
    /// - Throws: `QuantityError.currencyMismatch`, `QuantityError.overflow`.
    package func charge(on charges: UnroundedMoney) throws -> UnroundedMoney {
        let share = try slices(on: charges).reduce(UnroundedMoney.zero(currency)) {
            try $0.adding($1.amount)
        }
        let least = UnroundedMoney(amount: minimum, currency: currency)
        return share.amount < least.amount ? least : share
    }
}

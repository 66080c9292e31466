package import Quantities

/// Holds the price of one thing by the month: a tier model, its tiers and their currency.
///
/// A schedule that exists is sound: tiers start at 0 and ascend, no price is below zero. The
/// quantity is one month's, so tiers count again from 0 each month. Which resources share one
/// count (an account's, a region's) is the caller's to know.
///
///     // 10,240 GB free, then 0.0085 a GB; a month with 12,000 GB:
///     try egress.charge(for: ExactDecimal(12_000)).description   // "USD 14.96"
package struct RateSchedule: Sendable, Hashable {
    /// How the tiers are applied.
    package let model: TierModel
    /// The tiers, ascending, the first from 0.
    package let tiers: [PriceTier]
    /// How many units one price is for, above 0.
    package let block: ExactDecimal
    /// The currency of every tier; nothing is converted here.
    package let currency: Currency

    /// Creates a schedule.
    ///
    /// - Throws: `PricingError.invalidSchedule` with every fault, in the order of the tiers.
    package init(
        model: TierModel, tiers: [PriceTier], block: ExactDecimal = .one, currency: Currency
    ) throws(PricingError) {
        let faults = RateSchedule.faults(model: model, tiers: tiers, block: block)
        guard faults.isEmpty else { throw .invalidSchedule(faults) }
        self.model = model
        self.tiers = tiers
        self.block = block
        self.currency = currency
    }

    /// Creates a schedule with one price per unit.
    ///
    /// - Throws: `PricingError.invalidSchedule` when the price is below zero.
    package init(pricePerUnit: ExactDecimal, currency: Currency) throws(PricingError) {
        let tier = PriceTier(from: .zero, amount: pricePerUnit)
        try self.init(model: .graduated, tiers: [tier], currency: currency)
    }

    static func faults(
        model: TierModel, tiers: [PriceTier], block: ExactDecimal
    ) -> [ScheduleFault] {
        var faults: [ScheduleFault] = []
        if tiers.isEmpty { faults.append(.noTiers) }
        for (index, tier) in tiers.enumerated() {
            if index == 0, !tier.from.isZero {
                faults.append(.firstTierNotAtZero(from: tier.from))
            }
            if index > 0, tier.from <= tiers[index - 1].from {
                faults.append(.tierNotAscending(number: index + 1, from: tier.from))
            }
            if tier.amount.isNegative {
                faults.append(.negativeAmount(number: index + 1, amount: tier.amount))
            }
        }
        if tiers.count > 1, !model.hasTiers { faults.append(.severalTiers(model)) }
        if block.isZero || block.isNegative {
            faults.append(.blockNotPositive(block))
        } else if model == .flat, block != .one {
            faults.append(.blockWithoutUnits)
        }
        return faults
    }
}

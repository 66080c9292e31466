package import Quantities

extension RateSchedule {
    /// Returns the charge for one month, unrounded.
    ///
    /// - Throws: `PricingError.negativeQuantity`; `QuantityError.overflow`.
    package func charge(for monthlyQuantity: ExactDecimal) throws -> UnroundedMoney {
        var total = UnroundedMoney.zero(currency)
        for slice in try slices(for: monthlyQuantity) {
            total = try total.adding(slice.charge)
        }
        return total
    }

    /// Returns the rows whose charges sum to the month's, in the order of the tiers.
    ///
    /// Tiers that the quantity does not reach are left out; a quantity of 0 has no row, except
    /// under a flat price, which is due all the same.
    ///
    /// - Throws: `PricingError.negativeQuantity`; `QuantityError.overflow`.
    package func slices(for monthlyQuantity: ExactDecimal) throws -> [TierSlice] {
        guard !monthlyQuantity.isNegative else {
            throw PricingError.negativeQuantity(monthlyQuantity)
        }
        switch model {
        case .flat:
            return [try slice(0, monthlyQuantity, blocks: .one)]
        case .graduated:
            return try graduatedSlices(for: monthlyQuantity)
        case .volume, .block, .package:
            // A bound belongs to the tier below it, so a quantity of 0 reaches no tier at all.
            guard let index = tiers.lastIndex(where: { $0.from < monthlyQuantity }) else {
                return []
            }
            let blocks = try blocks(of: monthlyQuantity)
            return [try slice(index, monthlyQuantity, blocks: blocks)]
        }
    }

    private func graduatedSlices(for quantity: ExactDecimal) throws -> [TierSlice] {
        var slices: [TierSlice] = []
        for (index, tier) in tiers.enumerated() where tier.from < quantity {
            let end = min(quantity, upperBound(index) ?? quantity)
            let inside = try end.subtracting(tier.from)
            slices.append(try slice(index, inside, blocks: blocks(of: inside)))
        }
        return slices
    }

    private func slice(
        _ index: Int, _ quantity: ExactDecimal, blocks: ExactRatio
    ) throws -> TierSlice {
        let rate = tiers[index].amount
        let amount = try blocks.multiplied(by: ExactRatio(rate))
        return TierSlice(
            from: tiers[index].from, upTo: upperBound(index), quantity: quantity, blocks: blocks,
            rate: rate, charge: UnroundedMoney(amount: amount, currency: currency))
    }

    private func upperBound(_ index: Int) -> ExactDecimal? {
        index + 1 < tiers.count ? tiers[index + 1].from : nil
    }

    private func blocks(of quantity: ExactDecimal) throws -> ExactRatio {
        let blocks = try ExactRatio(quantity).divided(by: ExactRatio(block))
        return model == .package ? ExactRatio(try blocks.ceiling()) : blocks
    }
}

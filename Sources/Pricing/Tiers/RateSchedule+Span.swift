package import Quantities

extension RateSchedule {
    /// Returns the charge of the units of a month that lie between two counts, unrounded.
    ///
    /// Tiers count from the month's first unit: what lies before `lower` has used them up. Parts
    /// that meet sum to the whole exactly, packages included, since whole blocks are counted up to
    /// each end. A flat price has no units and is not asked here.
    ///
    /// - Parameters:
    ///   - lower: Units of the month that came before, 0 or more.
    ///   - upper: Units of the month up to the end of the part, at least `lower`.
    ///   - whole: Units of the whole month, which decide the rate of a volume price.
    /// - Throws: `QuantityError.overflow`.
    package func charge(
        from lower: ExactRatio, to upper: ExactRatio, ofMonth whole: ExactRatio
    ) throws -> UnroundedMoney {
        precondition(model != .flat, "a flat price is for a time, not for units")
        if upper <= lower { return .zero(currency) }
        switch model {
        case .graduated:
            var sum = ExactRatio.zero
            for index in tiers.indices {
                let start = max(lower, ExactRatio(tiers[index].from))
                let isLast = index + 1 == tiers.count
                let end = isLast ? upper : min(upper, ExactRatio(tiers[index + 1].from))
                guard start < end else { continue }
                let blocks = try end.subtracting(start).divided(by: ExactRatio(block))
                sum = try sum.adding(blocks.multiplied(by: ExactRatio(tiers[index].amount)))
            }
            return UnroundedMoney(amount: sum, currency: currency)
        case .volume, .block, .package, .flat:
            guard let tier = tiers.last(where: { ExactRatio($0.from) < whole }) else {
                return .zero(currency)
            }
            let blocks = try self.blocks(upTo: upper).subtracting(self.blocks(upTo: lower))
            return UnroundedMoney(
                amount: try blocks.multiplied(by: ExactRatio(tier.amount)), currency: currency)
        }
    }

    private func blocks(upTo count: ExactRatio) throws -> ExactRatio {
        let blocks = try count.divided(by: ExactRatio(block))
        return model == .package ? ExactRatio(try blocks.ceiling()) : blocks
    }
}

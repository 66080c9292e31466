extension PackageLedger {
    /// Checks the limits and returns the total in ten-thousandths.
    mutating func settle() -> Int128 {
        var total = paid * 10_000
        var reductions: [String: Int128] = [:]
        for discount in problem.discounts {
            let worth = Self.worth(of: discount, on: measured[discount.measure] ?? 0)
            total -= worth
            for measure in discount.reduces {
                reductions[measure, default: 0] += worth
            }
        }
        for limit in problem.limits {
            let value =
                limit.measure == AssemblyProblem.totalMeasure
                ? total
                : (measured[limit.measure] ?? 0) * 10_000 - (reductions[limit.measure] ?? 0)
            limits[limit.id] = value
            if let least = limit.min, value < Int128(least) * 10_000 {
                refuse("limit '\(limit.id)' is \(value) ten-thousandths, at least \(least) wanted")
            }
            if let most = limit.max, value > Int128(most) * 10_000 {
                refuse("limit '\(limit.id)' is \(value) ten-thousandths, at most \(most) wanted")
            }
        }
        return total
    }

    /// Returns what a discount takes off in ten-thousandths at an amount of its measure.
    private static func worth(of discount: AssemblyProblem.Discount, on amount: Int128) -> Int128 {
        switch discount.mode {
        case .volume:
            let tier = discount.tiers.last { Int128($0.from) <= amount }
            return amount * Int128(tier?.basisPoints ?? 0)
        case .graduated:
            var worth: Int128 = 0
            for (index, tier) in discount.tiers.enumerated() {
                let isLast = index + 1 == discount.tiers.count
                let end = isLast ? amount : min(amount, Int128(discount.tiers[index + 1].from))
                worth += max(0, end - Int128(tier.from)) * Int128(tier.basisPoints)
            }
            return worth
        }
    }

    /// Holds the answer's own numbers against the true total.
    mutating func checkClaims(_ total: Int128) {
        if Int128(answer.totalE4) != total {
            refuse("total \(answer.totalE4) is said, \(total) is true")
        }
        if Int128(answer.lowerBoundE4) > total {
            refuse("the bound \(answer.lowerBoundE4) is above the total \(total)")
        }
        if answer.status == .optimal && answer.lowerBoundE4 != answer.totalE4 {
            refuse("an optimal total has the bound \(answer.lowerBoundE4)")
        }
    }
}

extension CompiledProblem.Discount {
    /// Returns what the discount takes off in ten-thousandths at an amount of its measure.
    func worthE4(at amount: Int64) -> Int128 {
        let reached = tiers.lastIndex { $0.from <= amount } ?? 0
        if isVolume { return Int128(amount) * Int128(tiers[reached].basisPoints) }
        var worth: Int128 = 0
        for index in 0...reached {
            let end = index == reached ? amount : tiers[index + 1].from
            worth += Int128(end - tiers[index].from) * Int128(tiers[index].basisPoints)
        }
        return worth
    }

    /// Returns the amounts in a range where a linear function less the discount can be least:
    /// the ends of the range and both sides of each tier's start.
    func corners(from lower: Int64, to upper: Int64) -> [Int64] {
        var result = [lower]
        for tier in tiers where tier.from > lower && tier.from <= upper {
            if tier.from - 1 > lower { result.append(tier.from - 1) }
            result.append(tier.from)
        }
        if upper > lower && result.last != upper { result.append(upper) }
        return result
    }

    /// Returns the least and the greatest worth over a range of amounts.
    func worthRangeE4(from lower: Int64, to upper: Int64) -> ClosedRange<Int128> {
        let worths = corners(from: lower, to: upper).map { worthE4(at: $0) }
        return (worths.min() ?? 0)...(worths.max() ?? 0)
    }
}

/// Turns ten-thousandths into the units that bounds are worked out in.
///
/// Bounds carry fractions of a ten-thousandth, so that prices of rows can be fine. Where sums are
/// too large for that, costs are rounded down to coarser units: the bound stays true.
struct RelaxationScale: Sendable {
    /// The number of binary digits below a ten-thousandth; negative where units are coarser.
    let shift: Int
    /// No price of an option, place or head may pass this size.
    let priceLimit: Int64
    /// Every total is a whole multiple of so many ten-thousandths.
    let grainE4: Int128

    init(_ problem: CompiledProblem) {
        var sum: Int128 = 1
        for column in 0..<problem.layout.amounts {
            sum += Int128(problem.costE4[column].magnitude) * Int128(problem.upper[column])
        }
        var shift = 8
        while shift > -24 && (shift >= 0 ? sum << shift : sum >> -shift) > Int128(1) << 57 {
            shift -= 1
        }
        let chosen = problem.demands.reduce(64) { $0 + min($1.replicas, 64) }
        let entries = problem.columnRows.reduce(8) { max($0, $1.count) }
        let priceLimit = (Int64(1) << 58) / Int64(chosen) / Int64(entries)
        let usual = problem.rows.reduce(Int128(1)) { max($0, Self.usualPriceE4(of: $1, problem)) }
        while shift > -24 && Self.shifted(usual, shift) > Int128(priceLimit) / 4 { shift -= 1 }
        self.shift = shift
        self.priceLimit = priceLimit
        grainE4 = Self.grainE4(problem)
    }

    /// What a row is expected to add to the price of its largest column: what relieving it costs.
    ///
    /// Units that are so fine that such a price passes the limit would keep every bound low.
    private static func usualPriceE4(
        of row: CompiledProblem.Row, _ problem: CompiledProblem
    ) -> Int128 {
        let size = Int128(row.size)
        func cost(_ column: Int) -> Int128 { Int128(problem.costE4[column].magnitude) }
        switch row.kind {
        case .heads(let pool, let level):
            return cost(problem.pools[pool].heads.lowerBound + level) * size / 1000
        case .opening, .charge:
            return (row.columns.last.map(cost) ?? 0) * size
        case .modules:
            return zip(row.columns, row.factors).reduce(Int128(0)) { most, term in
                guard term.1 < 0 else { return most }
                return max(most, cost(term.0) * size / Int128(-term.1))
            }
        case .amount(let discount):
            let most = problem.discounts[discount].tiers.map(\.basisPoints.magnitude).max() ?? 0
            return Int128(most) * size
        default: return 0
        }
    }

    /// Costs are whole minor units; a discount takes off whole basis points of them.
    private static func grainE4(_ problem: CompiledProblem) -> Int128 {
        var grain: UInt64 = 10_000
        for tier in problem.discounts.flatMap(\.tiers) {
            var rest = tier.basisPoints.magnitude
            while rest > 0 { (grain, rest) = (rest, grain % rest) }
        }
        return Int128(grain)
    }

    private static func shifted(_ amount: Int128, _ shift: Int) -> Int128 {
        shift >= 0 ? amount << shift : amount >> -shift
    }

    /// Rounds down.
    func scaled(_ amountE4: Int128) -> Int128 {
        Self.shifted(amountE4, shift)
    }

    /// Returns the least total at or above a bound, in ten-thousandths.
    func ceilingE4(_ bound: Int128) -> Int128 {
        let least = shift >= 0 ? (bound + (Int128(1) << shift) - 1) >> shift : bound << -shift
        let over = least % grainE4
        return over == 0 ? least : least - over + (over > 0 ? grainE4 : 0)
    }
}

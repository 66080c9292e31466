/// Turns ten-thousandths into the units that bounds are worked out in.
///
/// Bounds carry fractions of a ten-thousandth, so that prices of rows can be fine. Where sums are
/// too large for that, costs are rounded down to coarser units: the bound stays true.
struct RelaxationScale: Sendable {
    /// The number of binary digits below a ten-thousandth; negative where units are coarser.
    let shift: Int
    /// No price of an option, place or head may pass this size.
    let priceLimit: Int64

    init(_ problem: CompiledProblem) {
        var sum: Int128 = 1
        for column in 0..<problem.layout.amounts {
            sum += Int128(problem.costE4[column].magnitude) * Int128(problem.upper[column])
        }
        var shift = 8
        while shift > -24 && (shift >= 0 ? sum << shift : sum >> -shift) > Int128(1) << 57 {
            shift -= 1
        }
        self.shift = shift
        let chosen = problem.demands.reduce(64) { $0 + min($1.replicas, 64) }
        let entries = problem.columnRows.reduce(8) { max($0, $1.count) }
        priceLimit = (Int64(1) << 58) / Int64(chosen) / Int64(entries)
    }

    /// Rounds down.
    func scaled(_ amountE4: Int128) -> Int128 {
        shift >= 0 ? amountE4 << shift : amountE4 >> -shift
    }

    /// Returns the least whole ten-thousandths at or above a bound.
    func ceilingE4(_ bound: Int128) -> Int128 {
        guard shift >= 0 else { return bound << -shift }
        return (bound + (Int128(1) << shift) - 1) >> shift
    }
}

/// Says who receives the minor units that are left when an amount does not divide evenly.
///
/// EUR 0.10 over the weights 1, 1, 1 leaves one cent: `largestRemainder` gives 4, 3, 3 (ties go to
/// the earlier part), `first` 4, 3, 3 and `last` 3, 3, 4. EUR 1.00 over 3, 3, 1 leaves two cents:
/// 43, 43, 14 by `largestRemainder`, 44, 42, 14 by `first`, 42, 42, 16 by `last`.
package enum RemainderRule: String, CaseIterable, Sendable, Hashable {
    /// One each to the parts that lost most to rounding; ties to the earlier part.
    case largestRemainder
    /// All of it to the last part with a weight.
    case last
    /// All of it to the first part with a weight.
    case first
}

extension Money {
    /// Splits the amount in proportion to `weights`; the parts always sum to the whole.
    ///
    /// A part with weight 0 is 0. A negative amount splits like its opposite.
    ///
    /// - Throws: `invalidWeights` when there are none, one is negative or all are zero.
    package func allocated(
        by weights: [Int64], remainder: RemainderRule
    ) throws(QuantityError) -> [Money] {
        let total: Int128 = weights.reduce(0) { (sum: Int128, weight: Int64) in
            sum + Int128(weight)
        }
        guard total > 0, weights.allSatisfy({ $0 >= 0 }) else { throw .invalidWeights }
        let amount = Int128(minorUnits.magnitude)
        var parts: [Int128] = []
        var losses: [Int128] = []
        for weight in weights {
            let (part, loss) = (amount * Int128(weight)).quotientAndRemainder(dividingBy: total)
            parts.append(part)
            losses.append(loss)
        }
        let left = amount - parts.reduce(0, +)
        for (index, extra) in Money.shares(of: left, weights, losses, remainder) {
            parts[index] += extra
        }
        let sign: Int128 = isNegative ? -1 : 1
        // No part is larger than the whole, so each fits where the whole did.
        return parts.map { Money(minorUnits: Int64($0 * sign), currency: currency) }
    }

    private static func shares(
        of left: Int128, _ weights: [Int64], _ losses: [Int128], _ rule: RemainderRule
    ) -> [(index: Int, extra: Int128)] {
        let weighted = weights.indices.filter { weights[$0] > 0 }
        switch rule {
        case .first: return weighted.prefix(1).map { ($0, left) }
        case .last: return weighted.suffix(1).map { ($0, left) }
        case .largestRemainder:
            let byLoss = weighted.sorted { (one: Int, two: Int) in
                (losses[two], one) < (losses[one], two)
            }
            return byLoss.prefix(Int(left)).map { ($0, 1) }
        }
    }
}

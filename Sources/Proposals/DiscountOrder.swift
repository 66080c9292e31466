import Quantities
import Requirements

/// In which order negotiated discounts are taken, and what each is a share of.
///
/// Unless the contract adds them, each is a share of what the ones before left of a line's year,
/// rounded half up to the minor unit: a reader with a calculator gets the same cents. Price
/// programmes come on what all of them left, so that their thresholds are of what is billed.
struct DiscountOrder {
    private let combination: ContractDemand.Combination

    init(_ contract: ContractDemand) { combination = contract.combination }

    /// What earlier discounts leave of an amount, in minor units.
    func left(of units: Int64, after earlier: [Int]) throws(QuantityError) -> Int64 {
        guard combination == .sequential, !earlier.isEmpty else { return units }
        var exact = ExactRatio(units)
        for points in earlier {
            exact = try exact.multiplied(by: ExactRatio(Int128(10_000 - points), over: 10_000))
        }
        return try exact.rounded(.halfUp)
    }

    /// The share of a price that discounts take off together, 0 to 1.
    func share(_ points: [Int]) throws(QuantityError) -> ExactRatio {
        switch combination {
        case .additive:
            return try ExactRatio(Int128(min(10_000, points.reduce(0, +))), over: 10_000)
        case .sequential:
            var kept = ExactRatio.one
            for points in points {
                kept = try kept.multiplied(by: ExactRatio(Int128(10_000 - points), over: 10_000))
            }
            return try ExactRatio.one.subtracting(kept)
        }
    }
}

import LocatedInput
package import Quantities

/// Turns prices into points; each formula of `comparison.md` F1 to F6 by its usual name.
///
/// Points run from 0 to the weight of the price. `F7` and `F8` are no formulas for points but ways
/// to rank: see `EvaluationMethod`.
package enum PriceFormula: Sendable, Hashable {
    /// F1: weight × least price ÷ price.
    case inverse
    /// F2: weight × (budget − price) ÷ (budget − least price).
    case linearToBudget(budget: FixedPoint)
    /// F3: weight × saving ÷ the larger of the best saving and the one that counts in full.
    case correctedProportional(budget: FixedPoint, significantSaving: FixedPoint)
    /// F4: weight × (highest price − price) ÷ (highest price − least price).
    case spread
    /// F5: weight × (½ − (price − mean) ÷ mean), kept between 0 and the weight.
    case meanDifference
    /// F6: weight × (ceiling − price) ÷ (ceiling − floor), kept between 0 and the weight.
    case absoluteLinear(ceiling: FixedPoint, floor: FixedPoint)

    /// Names of the formulas, as plans write them.
    package enum Name: String, InputVocabulary, Sendable, Hashable {
        /// F1.
        case inverse
        /// F2.
        case linearToBudget = "linear-to-budget"
        /// F3.
        case correctedProportional = "corrected-proportional"
        /// F4.
        case spread
        /// F5.
        case meanDifference = "mean-difference"
        /// F6.
        case absoluteLinear = "absolute-linear"
    }

    /// The name that plans write.
    package var name: Name {
        switch self {
        case .inverse: .inverse
        case .linearToBudget: .linearToBudget
        case .correctedProportional: .correctedProportional
        case .spread: .spread
        case .meanDifference: .meanDifference
        case .absoluteLinear: .absoluteLinear
        }
    }

    /// Whether an offer's points depend on the prices of others, so that a withdrawal can turn an
    /// order round.
    package var isRelative: Bool {
        if case .absoluteLinear = self { false } else { true }
    }

    /// Returns the share of the weight that each price earns, 0 to 1, in the order given.
    ///
    /// Prices above a budget earn nothing. Where all prices are alike each earns the whole.
    ///
    /// - Throws: `overflow`, `divisionByZero` for a price of 0 where one divides.
    package func shares(_ prices: [FixedPoint]) throws(QuantityError) -> [FixedPoint] {
        guard let least = prices.min(), let most = prices.max() else { return [] }
        var shares: [FixedPoint] = []
        switch self {
        case .inverse:
            for price in prices { shares.append(try least / price) }
        case .linearToBudget(let budget):
            for price in prices {
                shares.append(try Self.falling(price, from: least, to: budget))
            }
        case .correctedProportional(let budget, let significant):
            let best = try (budget - least) / budget
            let full = max(best, significant)
            for price in prices {
                let saving = try (budget - price) / budget
                shares.append(full.raw <= 0 ? .zero : Self.clamped(try saving / full))
            }
        case .spread:
            for price in prices { shares.append(try Self.falling(price, from: least, to: most)) }
        case .meanDifference:
            let mean = try FixedPoint.sum(prices) / FixedPoint(prices.count)
            let half = FixedPoint(raw: FixedPoint.unit / 2)
            for price in prices {
                shares.append(Self.clamped(try half - (price - mean) / mean))
            }
        case .absoluteLinear(let ceiling, let floor):
            for price in prices {
                shares.append(try Self.falling(price, from: floor, to: ceiling))
            }
        }
        return shares
    }

    /// 1 at `from` and below, 0 at `to` and above, a straight line between.
    private static func falling(
        _ price: FixedPoint, from: FixedPoint, to: FixedPoint
    ) throws(QuantityError) -> FixedPoint {
        guard to > from else { return price <= from ? .one : .zero }
        return clamped(try (to - price) / (to - from))
    }

    private static func clamped(_ share: FixedPoint) -> FixedPoint {
        min(max(share, .zero), .one)
    }
}

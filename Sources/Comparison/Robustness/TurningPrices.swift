import Quantities

/// Finds what an offer would have to cost to be first: the answer to "what must we bid?".
///
/// A lower price of one's own never lowers one's own place by any of the price formulas, so that
/// halving the interval of whole minor units finds the turning point exactly. By TOPSIS it finds a
/// price at which the offer is first and one minor unit above which it is not.
struct TurningPrices {
    private let scoring: ScoringCase
    private let step: Int128

    init(_ scoring: ScoringCase, unit: Currency) {
        self.scoring = scoring
        step = FixedPoint.unit / Int128(unit.minorUnitsPerUnit)
    }

    func all() throws(QuantityError) -> [Robustness.TurningPrice] {
        var found: [Robustness.TurningPrice] = []
        for index in 0..<scoring.count { found.append(try turning(index)) }
        return found
    }

    private func turning(_ index: Int) throws(QuantityError) -> Robustness.TurningPrice {
        let highest = scoring.prices.map(\.raw).max() ?? 0
        var first: Int128 = 0
        var beyond = max(highest / step * 4, 1)
        if try isFirst(index, at: beyond) {
            return Robustness.TurningPrice(offer: index, highestFirst: nil, isUnbounded: true)
        }
        // One minor unit is the lowest price: nobody divides by 0.
        guard try isFirst(index, at: 1) else {
            return Robustness.TurningPrice(offer: index, highestFirst: nil, isUnbounded: false)
        }
        first = 1
        while beyond - first > 1 {
            let middle = (first + beyond) / 2
            if try isFirst(index, at: middle) { first = middle } else { beyond = middle }
        }
        return Robustness.TurningPrice(
            offer: index, highestFirst: FixedPoint(raw: first * step), isUnbounded: false)
    }

    private func isFirst(_ index: Int, at units: Int128) throws(QuantityError) -> Bool {
        var prices = scoring.prices
        prices[index] = FixedPoint(raw: units * step)
        let changed = scoring.pricing(prices)
        return changed.winner(try changed.scores(scoring.weights)) == index
    }
}

/// The places that an offer can take when prices or ratings move against it, or for it.
struct RankRanges {
    private let scoring: ScoringCase
    private let terms: EvaluationPlan.Sensitivity

    init(_ scoring: ScoringCase, _ terms: EvaluationPlan.Sensitivity) {
        self.scoring = scoring
        self.terms = terms
    }

    func all() throws(QuantityError) -> [Robustness.RankRange] {
        var found: [Robustness.RankRange] = []
        for index in 0..<scoring.count {
            let prices = (try byPrice(index, .one), try byPrice(index, FixedPoint(-1)))
            let grades = (try byGrade(index, .one), try byGrade(index, FixedPoint(-1)))
            found.append(
                Robustness.RankRange(
                    offer: index, byPrice: min(prices.0, prices.1)...max(prices.0, prices.1),
                    byGrade: min(grades.0, grades.1)...max(grades.0, grades.1)))
        }
        return found
    }

    /// Its own price moves one way and all others the other way.
    private func byPrice(_ index: Int, _ sign: FixedPoint) throws(QuantityError) -> Int {
        let up = try .one + terms.price
        let down = try .one - terms.price
        var prices: [FixedPoint] = []
        for (other, price) in scoring.prices.enumerated() {
            let isUp = (other == index) != sign.isNegative
            prices.append(try price * (isUp ? up : down))
        }
        return try scoring.pricing(prices).ranking().rank(index)
    }

    private func byGrade(_ index: Int, _ sign: FixedPoint) throws(QuantityError) -> Int {
        var figures = scoring.figures
        for row in figures.indices {
            for (column, criterion) in scoring.criteria.enumerated()
            where criterion.source == .rating {
                let isBetter = (row == index) != sign.isNegative
                let isUp = isBetter == criterion.isMoreBetter
                figures[row][column] =
                    isUp
                    ? try figures[row][column] + terms.grade
                    : try figures[row][column] - terms.grade
            }
        }
        return try scoring.figuring(figures).ranking().rank(index)
    }
}

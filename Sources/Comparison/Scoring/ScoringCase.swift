package import Quantities

/// Offers that may win, as numbers: what every method ranks and every robustness table turns.
package struct ScoringCase: Sendable {
    /// Evaluated prices.
    package let prices: [FixedPoint]
    /// By offer, then criterion: the figure on its own scale.
    package let figures: [[FixedPoint]]
    /// The plan's criteria.
    package let criteria: [EvaluationPlan.Criterion]
    /// The plan's price terms.
    package let price: EvaluationPlan.Price
    /// How the order is found.
    package let method: EvaluationPlan.Method
    /// By offer, then criterion: share of the best, 0 to 1.
    let shares: [[FixedPoint]]
    private let tieBreak: [String]

    /// Creates a case.
    ///
    /// - Throws: `overflow`.
    package init(
        prices: [FixedPoint], figures: [[FixedPoint]], plan: EvaluationPlan
    ) throws(QuantityError) {
        self.init(
            prices: prices, figures: figures, criteria: plan.criteria, price: plan.price,
            method: plan.method, tieBreak: plan.tieBreak,
            shares: try Self.shares(figures, plan.criteria))
    }

    private init(
        prices: [FixedPoint], figures: [[FixedPoint]], criteria: [EvaluationPlan.Criterion],
        price: EvaluationPlan.Price, method: EvaluationPlan.Method, tieBreak: [String],
        shares: [[FixedPoint]]
    ) {
        self.prices = prices
        self.figures = figures
        self.criteria = criteria
        self.price = price
        self.method = method
        self.tieBreak = tieBreak
        self.shares = shares
    }

    private static func shares(
        _ figures: [[FixedPoint]], _ criteria: [EvaluationPlan.Criterion]
    ) throws(QuantityError) -> [[FixedPoint]] {
        var shares: [[FixedPoint]] = []
        for row in figures {
            var line: [FixedPoint] = []
            for (figure, criterion) in zip(row, criteria) {
                let whole = try criterion.best - criterion.worst
                let share = try (figure - criterion.worst) / whole
                line.append(min(max(share, .zero), .one))
            }
            shares.append(line)
        }
        return shares
    }

    /// Number of offers.
    package var count: Int { prices.count }

    /// The weights of the plan: that of the price, then of the criteria.
    package var weights: [FixedPoint] { [price.weight] + criteria.map(\.weight) }

    /// The same without one offer.
    package func withdrawing(_ index: Int) -> ScoringCase {
        var (prices, figures, shares) = (prices, figures, shares)
        prices.remove(at: index)
        figures.remove(at: index)
        shares.remove(at: index)
        return ScoringCase(
            prices: prices, figures: figures, criteria: criteria, price: price, method: method,
            tieBreak: tieBreak, shares: shares)
    }

    /// The same at other prices.
    package func pricing(_ prices: [FixedPoint]) -> ScoringCase {
        ScoringCase(
            prices: prices, figures: figures, criteria: criteria, price: price, method: method,
            tieBreak: tieBreak, shares: shares)
    }

    /// The same with other figures.
    ///
    /// - Throws: `overflow`.
    package func figuring(_ figures: [[FixedPoint]]) throws(QuantityError) -> ScoringCase {
        ScoringCase(
            prices: prices, figures: figures, criteria: criteria, price: price, method: method,
            tieBreak: tieBreak, shares: try Self.shares(figures, criteria))
    }

    /// The same by another formula or method.
    package func by(
        _ method: EvaluationPlan.Method, formula: PriceFormula? = nil
    ) -> ScoringCase {
        let terms = EvaluationPlan.Price(
            weight: price.weight, formula: formula ?? price.formula, lawful: price.lawful,
            qualityExponent: price.qualityExponent)
        return ScoringCase(
            prices: prices, figures: figures, criteria: criteria, price: terms, method: method,
            tieBreak: tieBreak, shares: shares)
    }
}

/// An order of offers, best first.
package struct Ranking: Sendable, Hashable {
    /// Offers by their index in the case, best first.
    package let order: [Int]
    /// By offer: what the method gives; more is better.
    package let scores: [FixedPoint]

    /// Place of an offer, from 1.
    package func rank(_ index: Int) -> Int { (order.firstIndex(of: index) ?? 0) + 1 }
}

extension ScoringCase {
    /// Ranks all offers by the method of the case.
    ///
    /// Scores are compared after rounding half to even to the twelfth decimal, so that the last
    /// digits of a division decide nothing; ties go by the plan's chain, then the lower price, then
    /// the criteria in their order, then the order in which the offers were named. An offer that
    /// another one dominates is therefore never first.
    ///
    /// - Throws: `overflow`, `divisionByZero` for a price of 0 where one divides.
    package func ranking() throws(QuantityError) -> Ranking {
        try ranking(try scores(weights))
    }

    /// Ranks by given scores.
    func ranking(_ scores: [FixedPoint]) throws(QuantityError) -> Ranking {
        let rounded = scores.map(Self.rounded)
        let order = prices.indices.sorted { one, other in
            if rounded[one] != rounded[other] { return rounded[one] > rounded[other] }
            return breaksTie(one, other)
        }
        return Ranking(order: order, scores: scores)
    }

    /// The offer that is first by given scores; no list is sorted.
    func winner(_ scores: [FixedPoint]) -> Int? {
        guard !scores.isEmpty else { return nil }
        var best = 0
        var top = Self.rounded(scores[0])
        for index in scores.indices.dropFirst() {
            let score = Self.rounded(scores[index])
            if score > top || (score == top && breaksTie(index, best)) {
                (best, top) = (index, score)
            }
        }
        return best
    }

    private static func rounded(_ score: FixedPoint) -> FixedPoint {
        let step: Int128 = 1_000_000
        let (quotient, rest) = score.raw.quotientAndRemainder(dividingBy: step)
        let half = step / 2
        let isUp =
            rest.magnitude > half.magnitude
            || (rest.magnitude == half.magnitude && !quotient.isMultiple(of: 2))
        return FixedPoint(raw: quotient + (isUp ? (score.raw < 0 ? -1 : 1) : 0))
    }

    private func breaksTie(_ one: Int, _ other: Int) -> Bool {
        for word in tieBreak + ["price"] + criteria.map(\.id) {
            if word == "price" {
                if prices[one] != prices[other] { return prices[one] < prices[other] }
                continue
            }
            guard let column = criteria.firstIndex(where: { $0.id == word }) else { continue }
            let (left, right) = (figures[one][column], figures[other][column])
            if left != right { return (left > right) == criteria[column].isMoreBetter }
        }
        return one < other
    }

    /// What the method gives each offer under some weights.
    ///
    /// - Parameter weights: That of the price, then of the criteria; they sum to 1.
    /// - Throws: `overflow`, `divisionByZero`.
    package func scores(_ weights: [FixedPoint]) throws(QuantityError) -> [FixedPoint] {
        switch method {
        case .weightedSum, .analyticHierarchy:
            try weighted(try price.formula.shares(prices), weights)
        case .lowestAcceptable:
            prices.map(\.negated)
        case .tradeOff:
            try qualities(weights)
        case .qualityToPrice:
            try moneyScores()
        case .valueForMoney:
            try perMoney(weights)
        case .topsis:
            try distances().closeness(weights: weights)
        }
    }

    func weighted(
        _ priceShares: [FixedPoint], _ weights: [FixedPoint]
    ) throws(QuantityError) -> [FixedPoint] {
        var scores: [FixedPoint] = []
        for index in prices.indices {
            var score = try weights[0] * priceShares[index]
            for (share, weight) in zip(shares[index], weights.dropFirst()) {
                score = try score + (try weight * share)
            }
            scores.append(score)
        }
        return scores
    }

    /// The criteria's share of the best without the price.
    func qualities(_ weights: [FixedPoint]) throws(QuantityError) -> [FixedPoint] {
        let whole = try FixedPoint.sum(weights.dropFirst())
        var result: [FixedPoint] = []
        for row in shares {
            var sum = FixedPoint.zero
            for (share, weight) in zip(row, weights.dropFirst()) {
                sum = try sum + (try weight * share)
            }
            result.append(whole.isZero ? .zero : try sum / whole)
        }
        return result
    }

    /// F8: the price less what each unit above the worst figure is worth, with the sign turned.
    private func moneyScores() throws(QuantityError) -> [FixedPoint] {
        var scores: [FixedPoint] = []
        for index in prices.indices {
            var adjusted = prices[index]
            for (figure, criterion) in zip(figures[index], criteria) {
                let steps = try figure - criterion.worst
                let value =
                    try (criterion.isMoreBetter ? steps : steps.negated)
                    * (criterion.worth ?? .zero)
                adjusted = try adjusted - value
            }
            scores.append(adjusted.negated)
        }
        return scores
    }

    /// F7: a power of the quality over the price in millions.
    private func perMoney(_ weights: [FixedPoint]) throws(QuantityError) -> [FixedPoint] {
        var scores: [FixedPoint] = []
        for (quality, amount) in zip(try qualities(weights), prices) {
            let millions = try amount / FixedPoint(1_000_000)
            scores.append(try quality.power(price.qualityExponent) / millions)
        }
        return scores
    }

    /// Columns of TOPSIS: the price, then the figures.
    func distances() throws(QuantityError) -> IdealDistances {
        try IdealDistances(
            zip(prices, figures).map { [$0] + $1 },
            costs: [true] + criteria.map { !$0.isMoreBetter })
    }
}

extension EvaluationPlan.Criterion {
    /// Whether a larger figure is better.
    package var isMoreBetter: Bool { best > worst }
}

extension ScoringCase {
    /// What an offer earns of each criterion, 0 to 1.
    package func shareRow(_ index: Int) -> [FixedPoint] { shares[index] }
}

package import Quantities

/// How surely the first offer is first.
package struct Robustness: Sendable {
    /// The share of the whole weight at which two offers change places.
    package struct CriticalWeight: Sendable, Hashable {
        /// `price` or a criterion.
        package let criterion: String
        /// The offer that is first.
        package let first: Int
        /// The one that would pass it.
        package let other: Int
        /// Between 0 and 1; all others keep their proportions.
        package let weight: FixedPoint
        /// What the plan gives the criterion.
        package let stated: FixedPoint
    }

    /// What happens to the order when one offer is withdrawn.
    package struct Withdrawal: Sendable, Hashable {
        /// Who withdraws.
        package let withdrawn: Int
        /// Who is first then.
        package let winner: Int
        /// Whether two that remain have changed places.
        package let changesOrder: Bool
    }

    /// Who is first by another lawful formula.
    package struct Swap: Sendable, Hashable {
        /// As plans write it.
        package let name: String
        /// Who is first.
        package let winner: Int
        /// Whether the plan counts by it.
        package let isCounting: Bool
    }

    /// The price at which an offer gains or loses the first place.
    package struct TurningPrice: Sendable, Hashable {
        /// Whose price.
        package let offer: Int
        /// The highest price at which it is first, to the cent; `nil` where none above 0 is.
        package let highestFirst: FixedPoint?
        /// Whether it stays first at four times the highest price of all.
        package let isUnbounded: Bool
    }

    /// The places an offer can take when figures move.
    package struct RankRange: Sendable, Hashable {
        /// Whose places.
        package let offer: Int
        /// Best and worst place when prices move by the plan's share.
        package let byPrice: ClosedRange<Int>
        /// Best and worst place when ratings move by the plan's unit.
        package let byGrade: ClosedRange<Int>
    }

    /// By pair and criterion, where there is one.
    package let criticalWeights: [CriticalWeight]
    /// By offer: of a million weight vectors, how many it would win; `nil` without criteria.
    package let winsPerMillion: [Int]?
    /// By the offer withdrawn.
    package let withdrawals: [Withdrawal]
    /// The counting formula first.
    package let swaps: [Swap]
    /// By offer.
    package let turningPrices: [TurningPrice]
    /// By offer.
    package let rankRanges: [RankRange]
}

extension Robustness {
    /// Turns the case of a plan in every way that needs no other normalisation.
    ///
    /// - Throws: `overflow`, `divisionByZero`.
    package init(_ scoring: ScoringCase, plan: EvaluationPlan) throws(QuantityError) {
        let ranking = try scoring.ranking()
        criticalWeights = try Self.criticalWeights(scoring, ranking)
        winsPerMillion = try RankAcceptability(
            scoring, seed: plan.seed, samples: plan.samples
        )?.winsPerMillion
        withdrawals = try Self.withdrawals(scoring, ranking)
        swaps = try Self.swaps(scoring)
        turningPrices = try TurningPrices(scoring, unit: plan.currency).all()
        rankRanges = try RankRanges(scoring, plan.sensitivity).all()
    }

    // MARK: - Critical weights

    static func criticalWeights(
        _ scoring: ScoringCase, _ ranking: Ranking
    ) throws(QuantityError) -> [CriticalWeight] {
        guard scoring.method == .weightedSum || scoring.method == .analyticHierarchy,
            let first = ranking.order.first
        else { return [] }
        let prices = try scoring.price.formula.shares(scoring.prices)
        let rows = zip(prices, scoring.shares).map { [$0] + $1 }
        let names = ["price"] + scoring.criteria.map(\.id)
        var found: [CriticalWeight] = []
        for other in ranking.order.dropFirst() {
            for (column, name) in names.enumerated() {
                let weight = try criticalWeight(
                    rows[first], rows[other], column: column, weights: scoring.weights)
                guard let weight else { continue }
                found.append(
                    CriticalWeight(
                        criterion: name, first: first, other: other, weight: weight,
                        stated: scoring.weights[column]))
            }
        }
        return found
    }

    /// With `d` the difference of two offers on one criterion and `D` the weighted mean of their
    /// differences on the others, they change places at D ÷ (D − d), if that lies between 0 and 1.
    ///
    /// - Throws: `overflow`.
    package static func criticalWeight(
        _ one: [FixedPoint], _ other: [FixedPoint], column: Int, weights: [FixedPoint]
    ) throws(QuantityError) -> FixedPoint? {
        let difference = try one[column] - other[column]
        var mean = FixedPoint.zero
        var rest = FixedPoint.zero
        for index in weights.indices where index != column {
            mean = try mean + (try weights[index] * (try one[index] - other[index]))
            rest = try rest + weights[index]
        }
        guard !rest.isZero else { return nil }
        mean = try mean / rest
        let span = try mean - difference
        guard !span.isZero else { return nil }
        let weight = try mean / span
        return weight > .zero && weight < .one ? weight : nil
    }

    // MARK: - Withdrawals and formulas

    static func withdrawals(
        _ scoring: ScoringCase, _ ranking: Ranking
    ) throws(QuantityError) -> [Withdrawal] {
        guard scoring.count > 1 else { return [] }
        var found: [Withdrawal] = []
        for index in 0..<scoring.count {
            let without = try scoring.withdrawing(index).ranking()
            let order = without.order.map { $0 < index ? $0 : $0 + 1 }
            let before = ranking.order.filter { $0 != index }
            found.append(
                Withdrawal(
                    withdrawn: index, winner: order[0], changesOrder: order != before))
        }
        return found
    }

    private static func swaps(_ scoring: ScoringCase) throws(QuantityError) -> [Swap] {
        var found: [Swap] = []
        if scoring.method == .weightedSum || scoring.method == .analyticHierarchy {
            for formula in scoring.price.lawful {
                let swapped = scoring.by(scoring.method, formula: formula)
                guard let winner = swapped.winner(try swapped.scores(scoring.weights)) else {
                    continue
                }
                found.append(
                    Swap(
                        name: formula.name.rawValue, winner: winner,
                        isCounting: formula == scoring.price.formula))
            }
        } else if let winner = scoring.winner(try scoring.scores(scoring.weights)) {
            found.append(Swap(name: scoring.method.rawValue, winner: winner, isCounting: true))
        }
        return found
    }
}

package import Quantities

/// The share of all weight vectors under which each offer would be first.
///
/// Vectors are drawn evenly from the simplex with a seed that stands in the plan: the same bytes on
/// every machine. What does not depend on weights is worked out once.
package struct RankAcceptability: Sendable, Hashable {
    /// By offer; they sum to a million but for rounding down.
    package let winsPerMillion: [Int]
    /// By offer: vectors won.
    package let wins: [Int]

    /// Draws and counts; `nil` where there is nothing to weigh.
    ///
    /// - Throws: `overflow`, `divisionByZero`.
    package init?(_ scoring: ScoringCase, seed: UInt64, samples: Int) throws(QuantityError) {
        guard !scoring.criteria.isEmpty, scoring.count > 0, samples > 0 else { return nil }
        guard scoring.method != .lowestAcceptable, scoring.method != .qualityToPrice else {
            return nil
        }
        var vectors = WeightVectors(count: scoring.criteria.count + 1, seed: seed)
        var wins = [Int](repeating: 0, count: scoring.count)
        let isAdditive = scoring.method == .weightedSum || scoring.method == .analyticHierarchy
        let shares = isAdditive ? try scoring.price.formula.shares(scoring.prices) : []
        let distances = scoring.method == .topsis ? try scoring.distances() : nil
        for _ in 0..<samples {
            let weights = vectors.next().map { FixedPoint(raw: Int128($0) * 1_000_000_000) }
            let scores =
                if isAdditive {
                    try scoring.weighted(shares, weights)
                } else if let distances {
                    try distances.closeness(weights: weights)
                } else {
                    try scoring.scores(weights)
                }
            if let winner = scoring.winner(scores) { wins[winner] += 1 }
        }
        self.wins = wins
        winsPerMillion = wins.map { $0 * 1_000_000 / samples }
    }
}

/// The offers that no other one beats in everything, before any weight is looked at.
package enum ParetoFront {
    /// Tells of each offer whether another one is at least as good in all and better in one.
    package static func dominators(_ scoring: ScoringCase) -> [Int?] {
        (0..<scoring.count).map { index in
            (0..<scoring.count).first { dominates($0, index, scoring) }
        }
    }

    private static func dominates(_ one: Int, _ other: Int, _ scoring: ScoringCase) -> Bool {
        guard one != other, scoring.prices[one] <= scoring.prices[other] else { return false }
        var isBetter = scoring.prices[one] < scoring.prices[other]
        for (column, criterion) in scoring.criteria.enumerated() {
            let (left, right) = (scoring.figures[one][column], scoring.figures[other][column])
            if left == right { continue }
            guard (left > right) == criterion.isMoreBetter else { return false }
            isBetter = true
        }
        return isBetter
    }
}

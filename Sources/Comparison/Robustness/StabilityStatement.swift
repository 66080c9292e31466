import Quantities

/// Says in words whether the first offer stays first.
package struct StabilityStatement: Sendable, Hashable {
    /// What would put another offer first, a clause each, as they follow "reverses".
    package let reversals: [String]
    /// What would change the order behind the first, a clause each.
    package let lesser: [String]

    /// Whether nothing that was tried puts another offer first.
    package var isStable: Bool { reversals.isEmpty }

    /// "stable", or "reverses if C withdraws; …".
    package var text: String {
        isStable ? "stable" : "reverses " + reversals.joined(separator: "; ")
    }

    /// States what a report found; `nil` where fewer than two offers are ranked.
    package init?(_ report: ComparisonReport) {
        guard let robustness = report.robustness, let winner = report.winner,
            let place = report.candidates.firstIndex(of: winner)
        else { return nil }
        func name(_ candidate: Int) -> String {
            "'\(report.offers[report.candidates[candidate]].offer.id)'"
        }
        var reversals: [String] = []
        var lesser: [String] = []
        for withdrawal in robustness.withdrawals where withdrawal.withdrawn != place {
            if withdrawal.winner != place {
                reversals.append(
                    "if \(name(withdrawal.withdrawn)) withdraws: "
                        + "\(name(withdrawal.winner)) is first"
                )
            } else if withdrawal.changesOrder {
                lesser.append("if \(name(withdrawal.withdrawn)) withdraws")
            }
        }
        if let gone = robustness.withdrawals.first(where: { $0.withdrawn == place }),
            gone.changesOrder
        {
            lesser.append("if \(name(place)) withdraws")
        }
        reversals += robustness.swaps.filter { $0.winner != place }.map {
            "by the formula '\($0.name)': \(name($0.winner)) is first"
        }
        reversals += report.sensitivities.filter { $0.winner != nil && $0.winner != winner }.map {
            "with \($0.name): '\(report.offers[$0.winner ?? 0].offer.id)' is first"
        }
        if let range = robustness.rankRanges.first(where: { $0.offer == place }) {
            if range.byPrice.upperBound > 1 {
                let percent = (try? report.plan.sensitivity.price * FixedPoint(100)) ?? .zero
                reversals.append("if its price is \(percent) % higher and all others as much lower")
            }
            if range.byGrade.upperBound > 1 {
                reversals.append(
                    "if its ratings are \(report.plan.sensitivity.grade) lower and all others as "
                        + "much higher")
            }
        }
        self.reversals = reversals
        self.lesser = lesser
    }
}

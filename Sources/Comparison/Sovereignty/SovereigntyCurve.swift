import Quantities

/// The price of one level of sovereignty: the cheapest offer that reaches it.
package struct SovereigntyCurvePoint: Sendable, Hashable {
    /// Least level in every objective.
    package let level: Int
    /// The cheapest offer, by index; `nil` where none reaches it.
    package let offer: Int?
    /// What it costs; `nil` where none reaches it.
    package let price: FixedPoint?
    /// That less the price of the cheapest offer of all.
    package let premium: FixedPoint?
    /// The offers that reach it.
    package let reaching: [Int]
}

/// Finds the curve over the offers that are given.
///
/// A minimum over parts is a filter: only levels that some offer has just reached differ, so the
/// offers are looked through once a level.
struct SovereigntyCurve {
    private let offers: [NormalisedOffer]
    private let assessments: [SovereigntyAssessment?]
    private let isAsked: Bool

    init(
        plan: EvaluationPlan, offers: [NormalisedOffer], _ assessments: [SovereigntyAssessment?]
    ) {
        self.offers = offers
        self.assessments = assessments
        isAsked = plan.sovereignty != nil
    }

    func points() throws(QuantityError) -> [SovereigntyCurvePoint] {
        guard isAsked else { return [] }
        let compared = offers.indices.filter { offers[$0].isComparable }
        guard let least = compared.map({ offers[$0].evaluated }).min() else { return [] }
        var points: [SovereigntyCurvePoint] = []
        for level in 0...4 {
            let reaching = compared.filter { (assessments[$0]?.overall ?? -1) >= level }
            let cheapest = reaching.min { one, other in
                (offers[one].evaluated, one) < (offers[other].evaluated, other)
            }
            points.append(
                SovereigntyCurvePoint(
                    level: level, offer: cheapest, price: cheapest.map { offers[$0].evaluated },
                    premium: try cheapest.map { index throws(QuantityError) in
                        try offers[index].evaluated - least
                    }, reaching: reaching))
        }
        return points
    }
}

package import Quantities

/// Several offers made comparable, judged, ranked and turned in every way that could change the
/// order.
package struct ComparisonReport: Sendable {
    /// How they were compared.
    package let plan: EvaluationPlan
    /// By which currencies were converted.
    package let rates: EuroReferenceRates
    /// Who states the rates.
    package let ratesSource: String
    /// In the order named.
    package let offers: [NormalisedOffer]
    /// Titles of offers whose figures the reader may not see; nothing here depends on them.
    package let withheld: [String]
    /// What every offer has to serve; empty where their requirements differ.
    package let items: [ScopeItem]
    /// By offer, then gate.
    package let gates: [[GateVerdict]]
    /// By offer; `nil` where the plan asks for nothing.
    package let sovereignty: [SovereigntyAssessment?]
    /// By offer: whether and where it stands in the order.
    package let standings: [Standing]
    /// Offers in the order, by their index; empty where nothing is ranked.
    package let candidates: [Int]
    /// The candidates as numbers; `nil` where nothing is ranked.
    package let scoring: ScoringCase?
    /// The order of the candidates; `nil` where nothing is ranked.
    package let ranking: Ranking?
    /// Why nothing is ranked; `nil` where something is.
    package let unranked: String?
    /// By candidate: one that beats it in everything; `nil` where none does.
    package let dominators: [Int?]
    /// How sure the order is; `nil` for fewer than two candidates.
    package let robustness: Robustness?
    /// What happens when rates, consumption or options move.
    package let sensitivities: [Sensitivity]
    /// What is wrong with the evaluators' record; `nil` where there is none.
    package let audit: EvaluationAudit?
    /// From the first offer to each other one.
    package let differences: [PriceDifference]
    /// Cheapest offer by least level of sovereignty.
    package let curve: [SovereigntyCurvePoint]
    /// What falls under stress, by offer and test.
    package let stresses: [StressResult]
    /// What could not be made comparable, a sentence each.
    package let notComparable: [String]

    /// Where an offer stands.
    package struct Standing: Sendable, Hashable {
        /// From 1; `nil` where it is not ranked.
        package let rank: Int?
        /// What the method gives it; `nil` where it is not ranked.
        package let score: FixedPoint?
        /// By criterion of the plan; `nil` where there is no figure.
        package let figures: [FixedPoint?]
        /// Why it is not awardable; empty where it is.
        package let reasons: [String]
    }

    /// One way in which figures move, with the order that follows.
    package struct Sensitivity: Sendable, Hashable {
        /// In words, as in "USD 10 % dearer".
        package let name: String
        /// By offer.
        package let evaluated: [FixedPoint]
        /// Who is first, by index of the offer; `nil` where nothing is ranked.
        package let winner: Int?
    }

    /// The first in the order; `nil` where nothing is ranked.
    package var winner: Int? { ranking?.order.first.map { candidates[$0] } }
}

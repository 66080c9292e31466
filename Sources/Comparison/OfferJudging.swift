import Quantities

/// Gates, thresholds and figures of normalised offers.
struct OfferJudging {
    let offers: [NormalisedOffer]
    let gates: [[GateVerdict]]
    let sovereignty: [SovereigntyAssessment?]
    /// By offer, then criterion.
    let figures: [[FixedPoint?]]
    /// By offer: why it is not awardable.
    let reasons: [[String]]

    init(plan: EvaluationPlan, offers: [NormalisedOffer]) throws(QuantityError) {
        self.offers = offers
        gates = offers.map { offer in
            plan.gates.map { gate in
                GateJudge.judge(gate, offer.offer.gates.last { $0.gate == gate.id })
            }
        }
        let sovereignty = offers.map { offer in
            plan.sovereignty.map { SovereigntyAssessment(offer.offer.parts, $0) }
        }
        self.sovereignty = sovereignty
        var figures: [[FixedPoint?]] = []
        for (index, offer) in offers.enumerated() {
            var row: [FixedPoint?] = []
            for criterion in plan.criteria {
                row.append(
                    try Self.figure(criterion, offer.offer, sovereignty[index], asOf: plan.asOf))
            }
            figures.append(row)
        }
        self.figures = figures
        let verdicts = gates
        reasons = offers.indices.map { index in
            offers[index].obstacles
                + verdicts[index].filter { $0.outcome != .passed }.map {
                    "gate '\($0.gate)' \($0.outcome.rawValue): \($0.reason)"
                } + Self.sovereign(sovereignty[index])
                + Self.thresholds(plan.criteria, figures[index])
        }
    }

    private static func figure(
        _ criterion: EvaluationPlan.Criterion, _ offer: ComparedOffer,
        _ sovereignty: SovereigntyAssessment?, asOf: CalendarDate
    ) throws(QuantityError) -> FixedPoint? {
        switch criterion.source {
        case .sovereignty: return sovereignty?.percent
        case .readiness:
            guard let last = offer.readiness.map(\.day).max() else { return nil }
            return FixedPoint(asOf.days(until: last))
        case .rating:
            guard let rating = offer.ratings.last(where: { $0.criterion == criterion.id })
            else { return nil }
            return try FixedPoint(rating.value)
        }
    }

    private static func sovereign(_ assessment: SovereigntyAssessment?) -> [String] {
        (assessment?.objectives ?? []).filter { !$0.isPassed }.map { objective in
            let level = objective.level.map { "level \($0)" } ?? "unknown"
            let least = objective.minimum.map { "\($0)" } ?? ""
            return "sovereignty \(objective.id) is \(level), set by "
                + (objective.setBy.isEmpty
                    ? "no part stated" : objective.setBy.joined(separator: ", "))
                + "; \(least) is required"
        }
    }

    private static func thresholds(
        _ criteria: [EvaluationPlan.Criterion], _ figures: [FixedPoint?]
    ) -> [String] {
        zip(criteria, figures).compactMap { criterion, figure in
            guard let figure else { return "no figure for '\(criterion.id)'" }
            guard let minimum = criterion.minimum else { return nil }
            let isEnough = criterion.isMoreBetter ? figure >= minimum : figure <= minimum
            return isEnough
                ? nil : "'\(criterion.id)' is \(figure), beyond the threshold \(minimum)"
        }
    }
}

/// The offers that can be awarded, in their order.
struct RankedOffers {
    let candidates: [Int]
    let scoring: ScoringCase?
    let ranking: Ranking?
    let unranked: String?
    let standings: [ComparisonReport.Standing]

    init(plan: EvaluationPlan, judging: OfferJudging) throws(QuantityError) {
        let offers = judging.offers
        let isOneRequirement =
            !plan.scope.isEmpty || Set(offers.map(\.offer.requirement)).count <= 1
        let isUneven = plan.evaluated != .annual && Set(offers.map(\.months)).count > 1
        let awardable = offers.indices.filter { judging.reasons[$0].isEmpty }
        candidates = isOneRequirement && !isUneven ? awardable : []
        if !isOneRequirement {
            unranked = "the offers answer different requirements"
        } else if isUneven {
            unranked =
                "the terms differ in length; a plan with 'evaluated: annual' makes them comparable"
        } else {
            unranked = candidates.isEmpty ? "no offer is awardable" : nil
        }
        if candidates.isEmpty {
            scoring = nil
            ranking = nil
        } else {
            let scoring = try ScoringCase(
                prices: candidates.map { offers[$0].evaluated },
                figures: candidates.map { index in
                    judging.figures[index].compactMap { $0 }
                }, plan: plan)
            self.scoring = scoring
            ranking = try scoring.ranking()
        }
        let (places, order) = (candidates, ranking)
        standings = offers.indices.map { index in
            let place = places.firstIndex(of: index)
            return ComparisonReport.Standing(
                rank: place.flatMap { place in order.map { $0.rank(place) } },
                score: place.flatMap { place in order.map { $0.scores[place] } },
                figures: judging.figures[index], reasons: judging.reasons[index])
        }
    }
}

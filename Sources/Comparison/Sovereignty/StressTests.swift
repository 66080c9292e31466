import LocatedInput
import Quantities

/// What an event would do to an offer.
package struct StressTest: Sendable, Hashable {
    /// What happens.
    package enum Kind: String, InputVocabulary, Sendable, Hashable {
        /// A party under another law buys the part named.
        case takeover
        /// A country orders companies that follow its law to stop.
        case sanctions
        /// A region is lost.
        case regionLoss = "region-loss"
        /// A currency becomes dearer by some percent.
        case exchange
    }

    /// What happens.
    package let kind: Kind
    /// Which part, country, region or currency.
    package let subject: String
    /// How much dearer, as a share; 0 for other kinds.
    package let share: FixedPoint
}

/// What one test does to one offer.
package struct StressResult: Sendable, Hashable {
    /// The test.
    package let test: StressTest
    /// The offer, by index.
    package let offer: Int
    /// Parts that fall, or that are taken over.
    package let fallen: [String]
    /// Items of the scope that fall with them.
    package let items: [String]
    /// What takes their place, in words.
    package let fallbacks: [String]
    /// What that costs more, in the comparison's currency; `nil` where a part has no price for it.
    package let cost: FixedPoint?
    /// The score that is left, in hundredths of a percent; `nil` where no sovereignty is asked.
    package let scoreBp: Int?
    /// Objectives whose gate fails then.
    package let failedGates: [String]
}

/// Runs the tests of a plan over offers.
struct StressTests {
    private let plan: EvaluationPlan
    private let offers: [NormalisedOffer]

    init(plan: EvaluationPlan, offers: [NormalisedOffer]) {
        self.plan = plan
        self.offers = offers
    }

    func results() throws(QuantityError) -> [StressResult] {
        var results: [StressResult] = []
        for test in plan.stress {
            for index in offers.indices {
                if let result = try result(test, index) { results.append(result) }
            }
        }
        return results
    }

    private func result(_ test: StressTest, _ index: Int) throws(QuantityError) -> StressResult? {
        let offer = offers[index]
        let parts = offer.offer.parts
        switch test.kind {
        case .exchange:
            guard offer.offer.currency.code == test.subject else { return nil }
            let cost = try offer.evaluated * test.share
            return made(test, index, fallen: [], cost: cost, after: parts)
        case .takeover:
            let hit = parts.filter { $0.name == test.subject || test.subject == "any" }
            guard !hit.isEmpty else { return nil }
            let after = parts.map { hit.contains($0) ? Self.takenOver($0) : $0 }
            return made(test, index, fallen: hit, cost: .zero, after: after)
        case .sanctions, .regionLoss:
            let hit = parts.filter {
                (test.kind == .sanctions ? $0.jurisdiction : $0.region) == test.subject
            }
            guard !hit.isEmpty else { return nil }
            return made(
                test, index, fallen: hit, cost: try fallbackCost(hit, offer),
                after: parts.filter { !hit.contains($0) })
        }
    }

    private func made(
        _ test: StressTest, _ index: Int, fallen: [SovereignPart], cost: FixedPoint?,
        after: [SovereignPart]
    ) -> StressResult {
        let assessment = plan.sovereignty.map { SovereigntyAssessment(after, $0) }
        let isMoney = test.kind == .exchange
        return StressResult(
            test: test, offer: index, fallen: fallen.map(\.name),
            items: Set(fallen.flatMap(\.items)).sorted(),
            fallbacks: fallen.compactMap { $0.fallback?.text }, cost: cost,
            scoreBp: isMoney ? nil : assessment?.scoreBp,
            failedGates: isMoney
                ? [] : (assessment?.objectives ?? []).filter { !$0.isPassed }.map(\.id))
    }

    /// A party under another law decides: objectives 1 to 3 are at most at level 1.
    private static func takenOver(_ part: SovereignPart) -> SovereignPart {
        let capped: Set = ["SOV-1", "SOV-2", "SOV-3"]
        return SovereignPart(
            name: part.name, items: part.items,
            seals: part.seals.map { seal in
                guard capped.contains(seal.objective) else { return seal }
                return SovereignPart.Seal(
                    objective: seal.objective, claimed: seal.claimed.map { min($0, 1) },
                    evidenced: seal.evidenced.map { min($0, 1) }, evidence: seal.evidence)
            }, jurisdiction: part.jurisdiction, region: part.region, fallback: part.fallback)
    }

    private func fallbackCost(
        _ parts: [SovereignPart], _ offer: NormalisedOffer
    ) throws(QuantityError) -> FixedPoint? {
        var sum = FixedPoint.zero
        for part in parts {
            guard let cost = part.fallback?.cost else { return nil }
            sum = try sum + (try FixedPoint(cost.multiplied(by: offer.rate)))
        }
        return sum
    }
}

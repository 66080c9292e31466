import Quantities

/// What is wrong with an evaluation, and what the order is once it is put right.
package struct EvaluationAudit: Sendable {
    /// Kinds of mistakes that overturn awards.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The plan is not the one whose hash was noted when offers were opened.
        case planChanged = "plan-changed"
        /// Points for something that the plan does not name.
        case unstatedCriterion = "unstated-criterion"
        /// A rule held against some offers and not against others.
        case disparateTreatment = "disparate-treatment"
        /// A line that does not state what is required was priced as if it did.
        case heldCompliant = "non-compliant-held-compliant"
        /// A line that states all that is required was held not to comply.
        case heldNonCompliant = "compliant-held-non-compliant"
        /// A figure that is not the sum of its parts.
        case arithmetic
        /// An offer held against another version of the requirement.
        case otherRequirement = "other-requirement"
        /// A score that no document supports.
        case missingEvidence = "missing-evidence"
        /// More is paid, and no reason is written down.
        case missingRationale = "missing-rationale"
        /// An award to an offer that is not awardable or not first.
        case award
    }

    /// One mistake.
    package struct Mistake: Sendable, Hashable {
        /// What kind.
        package let kind: Kind
        /// The offer; empty where it is the record as a whole.
        package let offer: String
        /// A sentence without a full stop.
        package let text: String
    }

    /// One offer before and after.
    package struct Correction: Sendable, Hashable {
        /// The offer.
        package let offer: String
        /// Price with every line held as the record holds it.
        package let priceBefore: FixedPoint
        /// Price with lines that do not comply priced by the plan's rule.
        package let priceAfter: FixedPoint
        /// Place with the record's compliance; `nil` where it is not ranked.
        package let rankBefore: Int?
        /// Place after; `nil` where it is not ranked.
        package let rankAfter: Int?
    }

    /// By offer in the order of the record, then kind.
    package let mistakes: [Mistake]
    /// By offer, in the order named.
    package let corrections: [Correction]

    /// Whether nothing is wrong.
    package var isClean: Bool { mistakes.isEmpty }
    /// Whether the correction puts another offer first.
    package var changesWinner: Bool {
        corrections.first { $0.rankBefore == 1 }?.offer
            != corrections.first { $0.rankAfter == 1 }?.offer
    }

    /// Audits a record.
    ///
    /// - Throws: `overflow`.
    init(
        plan: EvaluationPlan, offers: [ComparedOffer], record: EvaluationRecord,
        normaliser: Normaliser
    ) throws(QuantityError) {
        var held = Variation()
        for entry in record.entries {
            held.heldCompliant[entry.offer] = Set(
                entry.compliant.filter(\.isCompliant).map(\.line))
        }
        let before = try Self.evaluated(plan, try normaliser.normalise(offers, held))
        let after = try Self.evaluated(plan, try normaliser.normalise(offers))
        corrections = zip(before, after).map { old, new in
            Correction(
                offer: old.offer.offer.id, priceBefore: old.offer.evaluated,
                priceAfter: new.offer.evaluated, rankBefore: old.standing.rank,
                rankAfter: new.standing.rank)
        }
        let finder = MistakeFinder(plan: plan, offers: offers, record: record, before: before)
        mistakes = try finder.mistakes()
    }

    /// An offer with its place.
    struct Evaluated {
        let offer: NormalisedOffer
        let standing: ComparisonReport.Standing
    }

    private static func evaluated(
        _ plan: EvaluationPlan, _ offers: [NormalisedOffer]
    ) throws(QuantityError) -> [Evaluated] {
        let ranked = try RankedOffers(
            plan: plan, judging: try OfferJudging(plan: plan, offers: offers))
        return zip(offers, ranked.standings).map { Evaluated(offer: $0, standing: $1) }
    }
}

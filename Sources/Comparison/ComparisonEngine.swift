package import Quantities

/// Compares offers by a plan.
///
/// Pure: the same plan, offers and rates give the same report on every machine.
package struct ComparisonEngine: Sendable {
    private let plan: EvaluationPlan
    private let rates: EuroReferenceRates
    private let ratesSource: String
    private let openLevels: Set<String>

    /// Creates an engine.
    ///
    /// - Parameter openLevels: Words for levels that are not classified, in capitals.
    package init(
        plan: EvaluationPlan, rates: EuroReferenceRates, ratesSource: String,
        openLevels: Set<String>
    ) {
        self.plan = plan
        self.rates = rates
        self.ratesSource = ratesSource
        self.openLevels = openLevels
    }

    /// Compares offers.
    ///
    /// What `reader` may not see is taken away before anything is worked out, so that no total, no
    /// score and no filled gap depends on it.
    ///
    /// - Parameters:
    ///   - offers: In the order in which documents show them.
    ///   - record: What evaluators wrote down, to be audited.
    ///   - reader: Country for whose eyes the report is; `nil` for the buyer's own.
    /// - Throws: `QuantityError` where a figure leaves the range of numbers.
    package func compare(
        _ offers: [ComparedOffer], record: EvaluationRecord? = nil, reader: String? = nil
    ) throws(QuantityError) -> ComparisonReport {
        let visible = offers.filter { Releasability.mayRead($0, reader) }
        let withheld = offers.filter { !Releasability.mayRead($0, reader) }.map(\.title)
        let completed = visible.map { record?.completing($0) ?? $0 }
        let normaliser = Normaliser(
            plan: plan, rates: rates, openLevels: openLevels, offers: completed)
        let normalised = try normaliser.normalise(completed)
        let judged = try OfferJudging(plan: plan, offers: normalised)
        let ranked = try RankedOffers(plan: plan, judging: judged)
        let robustness = try ranked.scoring.flatMap { scoring throws(QuantityError) in
            scoring.count > 1 ? try Robustness(scoring, plan: plan) : nil
        }
        let curve = try SovereigntyCurve(plan: plan, offers: normalised, judged.sovereignty)
            .points()
        return ComparisonReport(
            plan: plan, rates: rates, ratesSource: ratesSource, offers: normalised,
            withheld: withheld, items: normaliser.items, gates: judged.gates,
            sovereignty: judged.sovereignty, standings: ranked.standings,
            candidates: ranked.candidates, scoring: ranked.scoring, ranking: ranked.ranking,
            unranked: ranked.unranked,
            dominators: ranked.scoring.map { ParetoFront.dominators($0) } ?? [],
            robustness: robustness,
            sensitivities: try sensitivities(normaliser, completed),
            audit: try record.map { record throws(QuantityError) in
                try EvaluationAudit(
                    plan: plan, offers: completed, record: record, normaliser: normaliser)
            },
            differences: try PriceDifference.all(normalised), curve: curve,
            stresses: try StressTests(plan: plan, offers: normalised).results(),
            notComparable: notComparable(normalised, normaliser))
    }

    private func notComparable(
        _ offers: [NormalisedOffer], _ normaliser: Normaliser
    ) -> [String] {
        var sentences = offers.flatMap { offer in
            offer.obstacles.map { "\(offer.offer.id): \($0)" }
        }
        if normaliser.items.isEmpty, offers.count > 1 {
            sentences.append(
                "the offers answer different requirements: their scopes are not aligned, totals "
                    + "stand side by side and no order follows from them")
        }
        if Set(offers.map(\.months)).count > 1 {
            sentences.append(
                "the terms differ in length: compare the equivalent annual costs, not the totals")
        }
        if !plan.purchasingPower.isEmpty {
            sentences += offers.filter { $0.atPurchasingPower == nil }.map {
                "\($0.offer.id): the plan states no purchasing power for \($0.offer.currency.code)"
            }
        }
        return sentences
    }

    // MARK: - Sensitivities

    private func sensitivities(
        _ normaliser: Normaliser, _ offers: [ComparedOffer]
    ) throws(QuantityError) -> [ComparisonReport.Sensitivity] {
        var rows: [ComparisonReport.Sensitivity] = []
        for (name, variation) in try variations(offers) {
            let normalised = try normaliser.normalise(offers, variation)
            let ranked = try RankedOffers(
                plan: plan, judging: try OfferJudging(plan: plan, offers: normalised))
            rows.append(
                ComparisonReport.Sensitivity(
                    name: name, evaluated: normalised.map(\.evaluated),
                    winner: ranked.ranking?.order.first.map { ranked.candidates[$0] }))
        }
        return rows
    }

    private func variations(
        _ offers: [ComparedOffer]
    ) throws(QuantityError) -> [(name: String, variation: Variation)] {
        let terms = plan.sensitivity
        var found: [(name: String, variation: Variation)] = []
        let foreign = Set(offers.map(\.currency.code)).subtracting([plan.currency.code]).sorted()
        let percent = try terms.exchange * FixedPoint(100)
        for code in foreign where !terms.exchange.isZero {
            for (word, factor) in [
                ("dearer", try FixedPoint.one + terms.exchange),
                ("cheaper", try FixedPoint.one - terms.exchange),
            ] {
                var variation = Variation()
                variation.exchange = [code: factor]
                found.append(("\(code) \(percent) % \(word)", variation))
            }
        }
        if plan.evaluated != .total {
            for rate in terms.rates where rate != plan.discounting.rate {
                var variation = Variation()
                variation.rate = rate
                found.append(("discounted at \(try rate * FixedPoint(100)) %", variation))
            }
        }
        for share in terms.consumption where share != .one {
            var variation = Variation()
            variation.consumption = share
            found.append(("consumption at \(try share * FixedPoint(100)) %", variation))
        }
        if offers.contains(where: { $0.periods.count > 1 }) {
            for (name, rule) in [
                ("all options exercised", EvaluationPlan.Options.all), ("base period alone", .base),
            ] where rule != plan.options {
                var variation = Variation()
                variation.options = rule
                found.append((name, variation))
            }
        }
        return found
    }
}

/// Who may see an offer's figures.
package enum Releasability {
    /// The country whose figures they are, those it is released to, and anybody where no country is
    /// named; a report for nobody in particular is the buyer's own and shows all.
    package static func mayRead(_ offer: ComparedOffer, _ reader: String?) -> Bool {
        guard let reader, !offer.country.isEmpty else { return true }
        return offer.country == reader || offer.releasableTo.contains(reader)
    }
}

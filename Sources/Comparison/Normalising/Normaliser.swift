import LocatedInput
package import Quantities

/// Makes offers comparable before anything is ranked.
///
/// Tax comes out, one rate of one day turns every currency into the plan's, options count by the
/// plan's rule, and what an offer leaves out is priced by a named rule and flagged. Lines that do
/// not state what the scope requires serve nothing: their item is missing.
package struct Normaliser: Sendable {
    private let plan: EvaluationPlan
    private let rates: EuroReferenceRates
    private let openLevels: Set<String>
    private let scope: [ScopeItem]
    private let sharesScope: Bool

    /// Creates a normaliser.
    ///
    /// - Parameters:
    ///   - plan: How offers are compared.
    ///   - rates: Of one day.
    ///   - openLevels: Words for levels that are not classified, in capitals.
    ///   - offers: Those whose own scopes count where the plan states none.
    package init(
        plan: EvaluationPlan, rates: EuroReferenceRates, openLevels: Set<String>,
        offers: [ComparedOffer]
    ) {
        self.plan = plan
        self.rates = rates
        self.openLevels = openLevels
        let isOne = Set(offers.map(\.requirement)).count <= 1
        sharesScope = !plan.scope.isEmpty || isOne
        scope = plan.scope.isEmpty ? Self.union(offers) : plan.scope
    }

    /// What every offer has to serve.
    package var items: [ScopeItem] { sharesScope ? scope : [] }

    private static func union(_ offers: [ComparedOffer]) -> [ScopeItem] {
        var seen: Set<String> = []
        return offers.flatMap(\.scope).filter { item in
            item.measure != .none && seen.insert(item.id).inserted
        }
    }

    /// Normalises offers together, since a missing part may take its price from another offer.
    ///
    /// - Throws: `overflow`; `missingRate` for a currency without a rate.
    package func normalise(
        _ offers: [ComparedOffer], _ variation: Variation = .none
    ) throws(QuantityError) -> [NormalisedOffer] {
        var converted: [Converted] = []
        for offer in offers { converted.append(try convert(offer, variation)) }
        let highest = try highestByItem(converted)
        var result: [NormalisedOffer] = []
        for one in converted { result.append(try finish(one, highest, variation)) }
        return result
    }

    /// An offer in the comparison's currency, its gaps found and not yet priced.
    private struct Converted {
        let offer: ComparedOffer
        let rate: ExactRatio
        let weights: [FixedPoint]
        var rows: [NormalisedOffer.Row]
        var gaps: [(item: ScopeItem, line: String?, reason: String)]
    }

    // MARK: - Currency, tax, options, compliance

    private func convert(
        _ offer: ComparedOffer, _ variation: Variation
    ) throws(QuantityError) -> Converted {
        let rate = try rates.rate(from: offer.currency, to: plan.currency)
        var factor = rate
        if let percent = offer.includedTaxPercent {
            let gross = try ExactRatio(percent).adding(ExactRatio(100))
            factor = try factor.multiplied(by: ExactRatio(100)).divided(by: gross)
        }
        let weights = try optionWeights(offer, variation.options ?? plan.options)
        let exchange = variation.exchange[offer.currency.code] ?? .one
        var rows: [NormalisedOffer.Row] = []
        var gaps: [(item: ScopeItem, line: String?, reason: String)] = []
        let lines = chosenLines(offer, variation, &gaps)
        for line in lines {
            let usage = Self.isUsage(line.cause) ? variation.consumption ?? .one : .one
            var parts: [(period: String, amount: FixedPoint)] = []
            var sum = FixedPoint.zero
            for amount in line.amounts {
                let net = try FixedPoint(amount.value.multiplied(by: factor))
                let turned = try net * exchange * usage
                parts.append((amount.period, turned))
                sum = try sum + (try turned * weight(of: amount.period, offer, weights))
            }
            rows.append(
                NormalisedOffer.Row(
                    id: line.id, item: line.item, level: line.level, cause: line.cause,
                    product: line.product, quantity: line.quantity, amount: sum, isFilled: false,
                    parts: parts, isLocal: line.isLocal, listRate: line.listRate))
        }
        return Converted(offer: offer, rate: rate, weights: weights, rows: rows, gaps: gaps)
    }

    private static func isUsage(_ cause: ComparedOffer.Cause) -> Bool {
        cause == .cloud || cause == .edge || cause == .transfer
    }

    private func weight(
        of period: String, _ offer: ComparedOffer, _ weights: [FixedPoint]
    ) -> FixedPoint {
        offer.periods.firstIndex { $0.id == period }.map { weights[$0] } ?? .zero
    }

    /// 1 for the base; an option counts by the chance that it and all before it are exercised.
    private func optionWeights(
        _ offer: ComparedOffer, _ rule: EvaluationPlan.Options
    ) throws(QuantityError) -> [FixedPoint] {
        var weights: [FixedPoint] = []
        var chance = FixedPoint.one
        for (index, period) in offer.periods.enumerated() {
            guard period.isOption else {
                weights.append(.one)
                continue
            }
            switch rule {
            case .all: weights.append(.one)
            case .base: weights.append(.zero)
            case .expected(let chances):
                chance = try chance * (index <= chances.count ? chances[index - 1] : .zero)
                weights.append(chance)
            }
        }
        return weights
    }

    /// Lines that count: where one does not comply, the seller's own alternative takes its place;
    /// where there is none, the item is missing.
    private func chosenLines(
        _ offer: ComparedOffer, _ variation: Variation,
        _ gaps: inout [(item: ScopeItem, line: String?, reason: String)]
    ) -> [ComparedOffer.Line] {
        guard sharesScope else { return offer.lines }
        let held = variation.heldCompliant[offer.id] ?? []
        var lines = offer.lines
        for item in scope {
            let serving = lines.filter { $0.item == item.id }
            if serving.isEmpty {
                gaps.append((item, nil, "nothing is offered for it"))
                continue
            }
            for line in serving where !held.contains(line.id) {
                guard let reason = LineCompliance.failure(of: line, item, offer.origin) else {
                    continue
                }
                lines.removeAll { $0.id == line.id }
                let other = offer.alternatives.first {
                    $0.item == item.id && LineCompliance.failure(of: $0, item, .outside) == nil
                }
                if let other {
                    lines.append(other)
                } else {
                    gaps.append((item, line.id, reason))
                }
            }
        }
        return lines
    }

    // MARK: - Missing parts

    /// What the dearest offer takes for an item that it serves.
    private func highestByItem(
        _ converted: [Converted]
    ) throws(QuantityError) -> [String: (amount: FixedPoint, offer: String)] {
        var highest: [String: (amount: FixedPoint, offer: String)] = [:]
        for one in converted {
            let missing = Set(one.gaps.map(\.item.id))
            var sums: [String: FixedPoint] = [:]
            for row in one.rows where !missing.contains(row.item) {
                sums[row.item] = try (sums[row.item] ?? .zero) + row.amount
            }
            for (item, sum) in sums where sum > highest[item]?.amount ?? .zero {
                highest[item] = (sum, one.offer.id)
            }
        }
        return highest
    }

    private func price(
        of item: ScopeItem, _ highest: [String: (amount: FixedPoint, offer: String)]
    ) throws(QuantityError) -> (amount: FixedPoint, from: String)? {
        switch plan.missing {
        case .exclude: return nil
        case .estimate:
            guard let estimate = item.estimate else { return nil }
            return (try FixedPoint(estimate), "the buyer's own estimate")
        case .highest:
            guard let found = highest[item.id] else { return nil }
            return (found.amount, "the highest of the others, '\(found.offer)'")
        }
    }

    // MARK: - Sums

    private func finish(
        _ one: Converted, _ highest: [String: (amount: FixedPoint, offer: String)],
        _ variation: Variation
    ) throws(QuantityError) -> NormalisedOffer {
        var rows = one.rows
        var gaps: [NormalisedOffer.Gap] = []
        var obstacles = self.obstacles(one.offer)
        for (item, line, reason) in one.gaps {
            let price = try self.price(of: item, highest)
            gaps.append(
                NormalisedOffer.Gap(
                    item: item.id, line: line, reason: reason, amount: price?.amount,
                    from: price?.from ?? "no price by the plan's rule"))
            guard let price else {
                obstacles.append("'\(item.id)' is missing and has no price by the plan's rule")
                continue
            }
            rows.append(try filled(item, price.amount, one))
        }
        let months = zip(one.offer.periods, one.weights).reduce(0) { months, period in
            months + (period.1.isZero ? 0 : period.0.months)
        }
        let years = try CashFlow(periods: one.offer.periods, weights: one.weights).years(rows)
        let total = try FixedPoint.sum(rows.map(\.amount))
        let discounting = PresentValue(
            rate: variation.rate ?? plan.discounting.rate, due: plan.discounting.due)
        let present = discounting.rate.isZero ? total : try discounting.value(years: years)
        let annual = try discounting.annual(
            present, overMonths: max(months, 1), dueAtStart: discounting.due == .start)
        let evaluated =
            switch plan.evaluated {
            case .total: total
            case .presentValue: present
            case .annual: annual
            }
        return NormalisedOffer(
            offer: one.offer, rate: one.rate, rows: rows, years: years, total: total,
            presentValue: present, annual: annual, evaluated: evaluated, months: months,
            atPurchasingPower: try purchasingPower(one, rows, total), gaps: gaps,
            unitCosts: try UnitCosts(items: one.offer.scope + plan.scope, openLevels: openLevels)
                .costs(rows, of: one.offer, weights: one.weights),
            obstacles: obstacles)
    }

    /// A missing part spread over the periods as their months are.
    private func filled(
        _ item: ScopeItem, _ amount: FixedPoint, _ one: Converted
    ) throws(QuantityError) -> NormalisedOffer.Row {
        var weighed = FixedPoint.zero
        for (period, weight) in zip(one.offer.periods, one.weights) {
            weighed = try weighed + (try FixedPoint(period.months) * weight)
        }
        var parts: [(period: String, amount: FixedPoint)] = []
        for period in one.offer.periods where !weighed.isZero {
            parts.append((period.id, try amount * FixedPoint(period.months) / weighed))
        }
        return NormalisedOffer.Row(
            id: "missing", item: item.id, level: item.level, cause: .cloud,
            product: "not offered", quantity: item.quantity, amount: amount, isFilled: true,
            parts: parts, isLocal: false, listRate: nil)
    }

    private func obstacles(_ offer: ComparedOffer) -> [String] {
        var obstacles: [String] = []
        if offer.basis != plan.basis {
            obstacles.append(
                "its amounts are a \(offer.basis.rawValue) and the plan compares those that are "
                    + plan.basis.rawValue)
        }
        if !plan.requirement.isEmpty, offer.requirement != plan.requirement {
            let version = offer.requirement.isEmpty ? "no version" : "'\(offer.requirement)'"
            obstacles.append(
                "it answers \(version) of the requirement, not '\(plan.requirement)'")
        }
        return obstacles
    }

    /// Local lines divided by what money buys where they are supplied, all others at the rate.
    private func purchasingPower(
        _ one: Converted, _ rows: [NormalisedOffer.Row], _ total: FixedPoint
    ) throws(QuantityError) -> FixedPoint? {
        guard let units = plan.purchasingPower[one.offer.currency.code] else {
            return plan.purchasingPower.isEmpty || one.offer.currency != plan.currency
                ? nil : total
        }
        // Money at the rate, back in local units, over what one unit buys there.
        let factor = try .one / (try FixedPoint(one.rate) * units)
        var sum = FixedPoint.zero
        for row in rows {
            sum = try sum + (row.isLocal ? try row.amount * factor : row.amount)
        }
        return sum
    }
}

/// Tells whether a line states what its item requires.
enum LineCompliance {
    /// Why a line does not comply, in words; `nil` where it does. Products of quotes have been
    /// bound to the words before they were priced.
    static func failure(
        of line: ComparedOffer.Line, _ item: ScopeItem, _ origin: ComparedOffer.Origin
    ) -> String? {
        guard origin == .outside else { return nil }
        for need in item.requires {
            guard let stated = line.attributes[need.name] else {
                return "'\(need.name)' is not stated; '\(need.value)' is required"
            }
            if stated == need.value { continue }
            if let least = ExactDecimal(inputText: need.value),
                let number = ExactDecimal(inputText: stated), number >= least
            {
                continue
            }
            return "'\(need.name)' is '\(stated)'; '\(need.value)' is required"
        }
        return nil
    }
}

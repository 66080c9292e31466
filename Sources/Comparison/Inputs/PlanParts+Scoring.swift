import Catalog
import Diagnostics
import LocatedInput
import Quantities

extension PlanParts {
    func price(_ outer: inout FieldReader) -> EvaluationPlan.Price? {
        guard let value = outer.requiredChild("price"),
            var reader = FieldReader(value, "price", collector)
        else { return nil }
        let weight = reader.required(
            "weight", as: ExactDecimal.self, in: .zero...ExactDecimal(1_000_000))
        let name = reader.optional("formula", as: PriceFormula.Name.self)
        let lawful = reader.list("lawful", as: PriceFormula.Name.self)
        let budget = number(reader.optional("budget", as: ExactDecimal.self))
        let ceiling = number(reader.optional("ceiling", as: ExactDecimal.self))
        let floor = number(reader.optional("floor", as: ExactDecimal.self))
        let saving = percent(
            reader.optional(
                "significantSavingPercent", as: ExactDecimal.self, in: .zero...ExactDecimal(100)))
        let exponent = reader.optional("qualityExponent", in: 1...9)?.value ?? 1
        reader.finish()
        let ends = FormulaEnds(budget: budget, ceiling: ceiling, floor: floor, saving: saving)
        let counting = name ?? Located(.inverse, at: reader.location)
        let made = ([counting] + lawful).map { (name: $0, formula: ends.formula($0.value)) }
        for (name, formula) in made where formula == nil {
            collector.report(
                .comparisonBrokenPlan,
                "the formula '\(name.value.rawValue)' needs \(ends.needs(name.value))",
                at: name.location, help: "state it beside the formula, before offers are opened")
        }
        guard let weight = number(weight), let formula = made[0].formula else { return nil }
        let others = made.dropFirst().compactMap(\.formula).filter { $0 != formula }
        return EvaluationPlan.Price(
            weight: weight, formula: formula, lawful: [formula] + others,
            qualityExponent: exponent)
    }

    func criterion(
        _ value: LocatedValue
    ) -> (part: EvaluationPlan.Criterion, location: SourceLocation)? {
        guard var reader = FieldReader(value, "criterion", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let title = reader.optional("title", as: String.self)
        let weight = reader.required(
            "weight", as: ExactDecimal.self, in: .zero...ExactDecimal(1_000_000))
        let worst = number(reader.optional("worst", as: ExactDecimal.self)) ?? .zero
        let best = number(reader.optional("best", as: ExactDecimal.self))
        let minimum = number(reader.optional("minimum", as: ExactDecimal.self))
        let worth = number(reader.optional("worth", as: ExactDecimal.self))
        let from = reader.optional("from", as: EvaluationPlan.Criterion.Source.self)
        reader.finish()
        let full = best ?? FixedPoint(100)
        if full == worst {
            collector.report(
                .comparisonBrokenPlan, "the best figure of a criterion is its worst one",
                at: reader.location(of: "best"), help: "state what earns nothing and everything")
        }
        guard let id, let weight = number(weight) else { return nil }
        let criterion = EvaluationPlan.Criterion(
            id: id.value, title: title?.value ?? id.value, weight: weight, worst: worst,
            best: full, minimum: minimum, worth: worth, source: from?.value ?? .rating)
        return (criterion, value.location)
    }

    /// Weights from judgements of pairs: price first, then the criteria.
    func judgements(_ outer: inout FieldReader, count: Int) -> [FixedPoint]? {
        guard let value = outer.child("judgements") else { return nil }
        let rows = (value.elements ?? []).map { row in
            (row.elements ?? []).compactMap { $0.text.flatMap(Self.fraction) }
        }
        guard rows.count == count, let judged = try? PairwiseJudgements(rows) else {
            collector.report(
                .comparisonBrokenPlan,
                "the judgements are no reciprocal matrix of \(count) rows, price first",
                at: value.location, help: "write rows such as [1, 3], [1/3, 1]")
            return nil
        }
        guard judged.isConsistent else {
            collector.report(
                .comparisonBrokenPlan,
                "the judgements contradict each other: their consistency ratio is "
                    + "\(judged.consistencyRatio.text(decimals: 4)), above 0.10",
                at: value.location, help: "judge the pairs again")
            return nil
        }
        return judged.weights
    }

    private static func fraction(_ text: String) -> ExactRatio? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let top = try? ExactDecimal(parsing: parts[0]) else { return nil }
        guard parts.count == 2 else { return ExactRatio(top) }
        return (try? ExactDecimal(parsing: parts[1])).flatMap {
            try? ExactRatio(top).divided(by: ExactRatio($0))
        }
    }

    /// Turns weights into shares of their sum, which has to be 1 or 100 unless pairs were judged.
    func weighed(
        _ price: EvaluationPlan.Price, _ criteria: [EvaluationPlan.Criterion],
        _ judged: [FixedPoint]?, at place: SourceLocation
    ) -> (price: EvaluationPlan.Price, criteria: [EvaluationPlan.Criterion])? {
        let stated = [price.weight] + criteria.map(\.weight)
        guard let sum = try? FixedPoint.sum(stated), sum == .one || sum == FixedPoint(100) else {
            let sum = (try? FixedPoint.sum(stated))?.description ?? "too much"
            collector.report(
                .comparisonBrokenWeights, "the weights add up to \(sum), not to 100", at: place,
                help: "that of the price counts too")
            return nil
        }
        let shares = judged ?? stated.compactMap { try? $0 / sum }
        let weighed = EvaluationPlan.Price(
            weight: shares[0], formula: price.formula, lawful: price.lawful,
            qualityExponent: price.qualityExponent)
        let others = zip(criteria, shares.dropFirst()).map { criterion, weight in
            criterion.weighing(weight)
        }
        return (weighed, others)
    }

    func sovereignty(
        _ outer: inout FieldReader, _ framework: Framework?
    ) -> EvaluationPlan.Sovereignty? {
        guard var reader = outer.nested("sovereignty") else { return nil }
        let claims = reader.optional("acceptClaims", as: Bool.self)?.value ?? false
        let own = reader.children("objectives").compactMap { objective($0) }
        let floors = reader.child("minimum")
        reader.finish()
        let stated = own.isEmpty ? Self.objectives(of: framework) : own
        guard !stated.isEmpty else {
            collector.report(
                .comparisonBrokenPlan, "no objectives are stated, and the catalog has no framework",
                at: reader.location, help: "list 'objectives' with id, name and weightBp")
            return nil
        }
        if stated.reduce(0, { $0 + $1.weightBp }) != 10_000 {
            collector.report(
                .comparisonBrokenWeights,
                "the weights of the objectives add up to "
                    + "\(stated.reduce(0) { $0 + $1.weightBp }) hundredths of a percent, not 10000",
                at: reader.location)
        }
        let minima = self.minima(floors, stated.map(\.id))
        return EvaluationPlan.Sovereignty(
            objectives: stated.map { $0.accepting(minima[$0.id] ?? $0.minimum) },
            acceptsClaims: claims)
    }

    private func objective(_ value: LocatedValue) -> EvaluationPlan.Sovereignty.Objective? {
        guard var reader = FieldReader(value, "objective", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let name = reader.optional("name", as: String.self)
        let weight = reader.required("weightBp", in: 0...10_000)
        let minimum = reader.optional("minimum", in: 0...4)
        reader.finish()
        guard let id, let weight else { return nil }
        return EvaluationPlan.Sovereignty.Objective(
            id: id.value, name: name?.value ?? id.value, weightBp: weight.value,
            minimum: minimum?.value)
    }

    private func minima(_ value: LocatedValue?, _ known: [String]) -> [String: Int] {
        var result: [String: Int] = [:]
        for entry in value?.entries ?? [] {
            guard known.contains(entry.key) else {
                collector.report(
                    .comparisonUnknownReference, "no objective is named '\(entry.key)'",
                    at: entry.keyLocation, help: DidYouMean.help(for: entry.key, in: known))
                continue
            }
            guard let level = entry.value.text.flatMap({ Int(inputText: $0) }),
                (0...4).contains(level)
            else {
                collector.report(
                    .inputOutOfRange, "expected a level of 0 to 4", at: entry.value.location)
                continue
            }
            result[entry.key] = level
        }
        return result
    }

    private static func objectives(
        of framework: Framework?
    ) -> [EvaluationPlan.Sovereignty.Objective] {
        (framework?.objectives ?? []).map { objective in
            let weight = try? objective.weightPercent.multiplied(by: ExactDecimal(100))
            return EvaluationPlan.Sovereignty.Objective(
                id: objective.id, name: objective.name,
                weightBp: Int(weight?.wholeNumber ?? 0), minimum: nil)
        }
    }

    func stress(_ value: LocatedValue) -> StressTest? {
        guard var reader = FieldReader(value, "stress test", collector) else { return nil }
        let kind = reader.required("kind", as: StressTest.Kind.self)
        let subject = reader.required("subject", as: String.self)
        let share = reader.optional(
            "percent", as: ExactDecimal.self, in: .zero...ExactDecimal(1_000))
        reader.finish()
        if kind?.value == .exchange, share == nil {
            collector.report(
                .comparisonBrokenPlan, "a test of exchange rates needs a 'percent'",
                at: reader.location)
        }
        guard let kind, let subject else { return nil }
        return StressTest(
            kind: kind.value, subject: subject.value, share: percent(share) ?? .zero)
    }

    func sensitivity(_ outer: inout FieldReader) -> EvaluationPlan.Sensitivity {
        let standard = EvaluationPlan.Sensitivity.standard
        guard var reader = outer.nested("sensitivity") else { return standard }
        let range = ExactDecimal.zero...ExactDecimal(90)
        let exchange = percent(
            reader.optional("exchangePercent", as: ExactDecimal.self, in: range))
        let price = percent(reader.optional("pricePercent", as: ExactDecimal.self, in: range))
        let grade = number(reader.optional("grade", as: ExactDecimal.self))
        let rates = reader.list("ratePercents", as: ExactDecimal.self)
            .compactMap { percent($0) }.filter { $0 > FixedPoint(-1) }
        let consumption = reader.list("consumptionPercents", as: ExactDecimal.self)
            .compactMap { percent($0) }.filter { !$0.isNegative }
        reader.finish()
        return EvaluationPlan.Sensitivity(
            exchange: exchange ?? standard.exchange,
            rates: rates.isEmpty ? standard.rates : rates,
            consumption: consumption.isEmpty ? standard.consumption : consumption,
            price: price ?? standard.price, grade: grade ?? standard.grade)
    }
}

/// The figures that some formulas need beside the prices.
private struct FormulaEnds {
    let budget: FixedPoint?
    let ceiling: FixedPoint?
    let floor: FixedPoint?
    let saving: FixedPoint?

    func formula(_ name: PriceFormula.Name) -> PriceFormula? {
        switch name {
        case .inverse: .inverse
        case .spread: .spread
        case .meanDifference: .meanDifference
        case .linearToBudget: positive(budget).map { .linearToBudget(budget: $0) }
        case .correctedProportional:
            positive(budget).map {
                .correctedProportional(budget: $0, significantSaving: saving ?? .zero)
            }
        case .absoluteLinear:
            ceiling.flatMap { ceiling in
                floor.flatMap { floor in
                    ceiling > floor ? .absoluteLinear(ceiling: ceiling, floor: floor) : nil
                }
            }
        }
    }

    func needs(_ name: PriceFormula.Name) -> String {
        name == .absoluteLinear ? "a 'ceiling' above a 'floor'" : "a 'budget' above 0"
    }

    private func positive(_ number: FixedPoint?) -> FixedPoint? {
        number.flatMap { $0 > .zero ? $0 : nil }
    }
}

extension EvaluationPlan.Criterion {
    fileprivate func weighing(_ share: FixedPoint) -> EvaluationPlan.Criterion {
        EvaluationPlan.Criterion(
            id: id, title: title, weight: share, worst: worst, best: best, minimum: minimum,
            worth: worth, source: source)
    }
}

extension EvaluationPlan.Sovereignty.Objective {
    fileprivate func accepting(_ minimum: Int?) -> EvaluationPlan.Sovereignty.Objective {
        EvaluationPlan.Sovereignty.Objective(
            id: id, name: name, weightBp: weightBp, minimum: minimum)
    }
}

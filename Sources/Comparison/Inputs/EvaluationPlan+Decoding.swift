package import Catalog
package import Diagnostics
package import LocatedInput
import Quantities

extension EvaluationPlan {
    /// Reads a plan of the form `plan: 1`; every mistake is a finding.
    ///
    /// - Parameters:
    ///   - value: The root of the file.
    ///   - hash: Of the bytes that were read.
    ///   - framework: Objectives and weights where the plan names none of its own.
    package init?(
        _ value: LocatedValue, hash: ContentHash, framework: Framework?,
        into collector: FindingCollector
    ) {
        guard var reader = FieldReader(value, "evaluation plan", collector) else { return nil }
        let parts = PlanParts(collector: collector)
        parts.version(&reader, "plan")
        let title = reader.required("title", as: String.self)
        buyer = reader.optional("buyer", as: String.self)?.value ?? ""
        let asOf = reader.required("asOf", as: CalendarDate.self)
        requirement = reader.optional("requirement", as: String.self)?.value ?? ""
        let currency = reader.required("currency", as: Currency.self)
        exchange = parts.exchange(&reader)
        purchasingPower = parts.purchasingPower(&reader)
        discounting = parts.discounting(&reader)
        options = parts.options(&reader)
        evaluated = reader.optional("evaluated", as: Evaluated.self)?.value ?? .total
        missing = reader.optional("missing", as: MissingScope.self)?.value ?? .highest
        basis = reader.optional("basis", as: ComparedOffer.ValueBasis.self)?.value ?? .expected
        scope = parts.unique(reader.children("scope").compactMap { parts.item($0) }, \.id, "item")
        gates = parts.unique(
            reader.children("gates").compactMap { parts.gate($0, asOf: asOf?.value) }, \.id, "gate")
        let method = reader.optional("method", as: Method.self)?.value ?? .weightedSum
        self.method = method
        let price = parts.price(&reader)
        let criteria = parts.unique(
            reader.children("criteria").compactMap { parts.criterion($0) }, \.id, "criterion")
        let judged = parts.judgements(&reader, count: criteria.count + 1)
        tieBreak = reader.list("tieBreak", as: String.self).map(\.value)
        sovereignty = parts.sovereignty(&reader, framework)
        stress = reader.children("stress").compactMap { parts.stress($0) }
        sensitivity = parts.sensitivity(&reader)
        seed = UInt64(reader.optional("seed", in: 0...Int.max)?.value ?? 1)
        samples = reader.optional("samples", in: 1...100_000)?.value ?? 1_000
        let place = reader.location(of: "criteria")
        reader.finish()
        if method == .analyticHierarchy, judged == nil {
            collector.report(
                .comparisonBrokenPlan, "the method 'ahp' needs 'judgements' of pairs",
                at: reader.location(of: "method"))
        }
        guard let title, let asOf, let currency, let price, !collector.hasErrors else { return nil }
        self.title = title.value
        self.asOf = asOf.value
        self.currency = currency.value
        self.hash = hash
        guard let weighed = parts.weighed(price, criteria, judged, at: place) else { return nil }
        self.price = weighed.price
        self.criteria = weighed.criteria
        let known = ["price"] + criteria.map(\.id)
        for word in tieBreak where !known.contains(word) {
            collector.report(
                .comparisonUnknownReference, "the tie-break names no criterion: '\(word)'",
                at: reader.location(of: "tieBreak"), help: DidYouMean.help(for: word, in: known))
        }
        if collector.hasErrors { return nil }
    }
}

/// Reads the parts of a plan.
struct PlanParts {
    let collector: FindingCollector

    func version(_ reader: inout FieldReader, _ key: String) {
        guard let version = reader.required(key, as: Int.self), version.value != 1 else { return }
        collector.report(
            .comparisonUnknownFormat,
            "this is form \(version.value) of a file, and only 1 is known",
            at: version.location, help: "write \(key): 1")
    }

    func unique<Part>(
        _ parts: [(part: Part, location: SourceLocation)], _ id: KeyPath<Part, String>,
        _ what: String
    ) -> [Part] {
        var seen: Set<String> = []
        for (part, location) in parts where !seen.insert(part[keyPath: id]).inserted {
            collector.report(
                .comparisonDuplicateID, "the \(what) '\(part[keyPath: id])' stands twice",
                at: location, help: "give each an id of its own")
        }
        return parts.map(\.part)
    }

    func number(_ located: Located<ExactDecimal>?) -> FixedPoint? {
        guard let located else { return nil }
        do {
            return try FixedPoint(located.value)
        } catch {
            collector.report(
                .inputOutOfRange, "the number has too many digits", at: located.location)
            return nil
        }
    }

    /// Hundredths: `3.5` is 0.035.
    func percent(_ located: Located<ExactDecimal>?) -> FixedPoint? {
        number(located).flatMap { try? $0 / FixedPoint(100) }
    }

    private static let percents = ExactDecimal(-99)...ExactDecimal(1_000)

    func exchange(_ outer: inout FieldReader) -> EvaluationPlan.Exchange? {
        guard var reader = outer.nested("exchangeRates") else { return nil }
        let date = reader.required("date", as: CalendarDate.self)
        let source = reader.required("source", as: String.self)
        let table = reader.requiredChild("unitsPerEuro")
        reader.finish()
        guard let date, let source, let entries = table?.entries else { return nil }
        var rates: [EuroReferenceRates.Rate] = []
        for entry in entries {
            guard let currency = Currency(code: entry.key), let text = entry.value.text,
                let units = try? ExactDecimal(parsing: text)
            else {
                collector.report(
                    .comparisonBrokenPlan, "'\(entry.key)' is no rate of a currency",
                    at: entry.keyLocation,
                    help: "write units of the currency for one euro, as in USD: \"1.1172\"")
                continue
            }
            rates.append(EuroReferenceRates.Rate(currency: currency, unitsPerEuro: units))
        }
        do {
            let made = try EuroReferenceRates(date: date.value, unitsPerEuro: rates)
            return EvaluationPlan.Exchange(rates: made, source: source.value)
        } catch {
            collector.report(.comparisonBrokenPlan, "\(error)", at: reader.location)
            return nil
        }
    }

    func purchasingPower(_ outer: inout FieldReader) -> [String: FixedPoint] {
        guard let value = outer.child("purchasingPower") else { return [:] }
        guard let entries = value.entries else {
            collector.report(
                .inputWrongShape, "expected units by currency for 'purchasingPower'",
                at: value.location)
            return [:]
        }
        var result: [String: FixedPoint] = [:]
        for entry in entries {
            guard Currency(code: entry.key) != nil, let text = entry.value.text,
                let number = (try? ExactDecimal(parsing: text)).flatMap({ try? FixedPoint($0) }),
                number > .zero
            else {
                collector.report(
                    .comparisonBrokenPlan, "'\(entry.key)' has no purchasing power above 0",
                    at: entry.keyLocation)
                continue
            }
            result[entry.key] = number
        }
        return result
    }

    func discounting(_ outer: inout FieldReader) -> PresentValue {
        guard var reader = outer.nested("discounting") else {
            return PresentValue(rate: .zero, due: .start)
        }
        let rate = reader.required("percent", as: ExactDecimal.self, in: Self.percents)
        let due = reader.optional("due", as: PresentValue.Due.self)
        reader.finish()
        return PresentValue(rate: percent(rate) ?? .zero, due: due?.value ?? .start)
    }

    func options(_ outer: inout FieldReader) -> EvaluationPlan.Options {
        if outer.child("options")?.elements != nil {
            let chances = outer.list("options", as: ExactDecimal.self)
            for chance in chances
            where !(ExactDecimal.zero...ExactDecimal.one).contains(chance.value) {
                collector.report(
                    .inputOutOfRange, "a chance lies between 0 and 1", at: chance.location)
            }
            return .expected(chances.compactMap { number($0) })
        }
        return switch outer.optional("options", as: OptionWord.self)?.value ?? .all {
        case .all: .all
        case .base: .base
        }
    }

    private enum OptionWord: String, InputVocabulary {
        case all, base
    }

    func item(_ value: LocatedValue) -> (part: ScopeItem, location: SourceLocation)? {
        guard var reader = FieldReader(value, "item of the scope", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let title = reader.optional("title", as: String.self)
        let level = reader.optional("level", as: String.self)
        let measure = reader.optional("measure", as: ScopeItem.Measure.self)
        let quantity = reader.optional("quantity", as: ExactDecimal.self)
        let needs = (reader.child("requires")?.entries ?? []).compactMap { entry in
            entry.value.text.map { ScopeItem.Need(name: entry.key, value: $0) }
        }
        let estimate = reader.optional("estimate", as: ExactDecimal.self)
        reader.finish()
        if let quantity, quantity.value <= .zero {
            collector.report(.inputOutOfRange, "a quantity is above 0", at: quantity.location)
        }
        guard let id else { return nil }
        let item = ScopeItem(
            id: id.value, title: title?.value ?? id.value, level: level?.value ?? "",
            measure: measure?.value ?? .none, quantity: quantity?.value, requires: needs,
            estimate: estimate?.value)
        return (item, value.location)
    }

    func gate(
        _ value: LocatedValue, asOf: CalendarDate?
    ) -> (part: EvaluationPlan.Gate, location: SourceLocation)? {
        guard var reader = FieldReader(value, "gate", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let title = reader.optional("title", as: String.self)
        let on = reader.optional("on", as: CalendarDate.self)
        let age = reader.optional("evidenceMaxAge", as: CalendarPeriod.self)
        reader.finish()
        guard let id, let day = on?.value ?? asOf else { return nil }
        let gate = EvaluationPlan.Gate(
            id: id.value, title: title?.value ?? id.value, on: day, evidenceMaxAge: age?.value)
        return (gate, value.location)
    }
}

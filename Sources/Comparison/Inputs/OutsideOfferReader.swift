package import Diagnostics
package import LocatedInput
import Quantities

/// Reads an offer of the form `offer: 1`; every mistake is a finding.
package struct OutsideOfferReader {
    private let collector: FindingCollector

    /// Creates a reader.
    package init(into collector: FindingCollector) { self.collector = collector }

    /// Reads an offer.
    ///
    /// - Returns: `nil` after a mistake.
    package func read(_ value: LocatedValue) -> ComparedOffer? {
        guard var reader = FieldReader(value, "offer", collector) else { return nil }
        let parts = PlanParts(collector: collector)
        parts.version(&reader, "offer")
        let id = reader.required("id", as: String.self)
        let title = reader.optional("title", as: String.self)
        let bidder = reader.required("bidder", as: String.self)
        let country = reader.optional("country", as: String.self)
        let releasable = reader.list("releasableTo", as: String.self)
        let requirement = reader.optional("requirement", as: String.self)
        let currency = reader.required("currency", as: Currency.self)
        let basis = reader.optional("basis", as: ComparedOffer.ValueBasis.self)
        let tax = self.tax(&reader)
        let periods = self.periods(&reader)
        let lines = reader.children("lines").compactMap { line($0, periods) }
        let others = reader.children("alternatives").compactMap { line($0, periods) }
        let total = amount(reader.optional("total", as: ExactDecimal.self))
        let ratings = Self.ratings(reader.child("ratings"), into: collector)
        let gates = Self.gates(reader.child("gates"), into: collector)
        let readiness = self.readiness(reader.child("readiness"))
        let conditions = reader.list("conditions", as: String.self)
        let sovereign = reader.children("sovereignty").compactMap { part($0) }
        let linesPlace = reader.location(of: "lines")
        reader.finish()
        if lines.isEmpty, id != nil {
            collector.report(
                .comparisonBrokenOffer, "the offer has no line with a price", at: linesPlace)
        }
        _ = parts.unique(lines.map { ($0, $0.location ?? value.location) }, \.id, "line")
        guard let id, let bidder, let currency, !periods.isEmpty, let tax, !lines.isEmpty
        else { return nil }
        return ComparedOffer(
            id: id.value, title: title?.value ?? id.value, bidder: bidder.value,
            country: country?.value ?? "", releasableTo: releasable.map(\.value),
            origin: .outside, requirement: requirement?.value ?? "", currency: currency.value,
            basis: basis?.value ?? .expected, includedTaxPercent: tax.percent, periods: periods,
            lines: lines, alternatives: others, statedTotal: total, rates: nil,
            conditions: conditions.map(\.value), ratings: ratings, gates: gates,
            readiness: readiness, parts: sovereign, scope: [], location: value.location)
    }

    private enum TaxBasis: String, InputVocabulary {
        case excluded, included
    }

    private func tax(_ outer: inout FieldReader) -> (percent: ExactDecimal?, Void)? {
        guard outer.requiredChild("tax") != nil, var reader = outer.nested("tax") else {
            return nil
        }
        let basis = reader.required("basis", as: TaxBasis.self)
        let percent = reader.optional(
            "percent", as: ExactDecimal.self, in: .zero...ExactDecimal(100))
        reader.finish()
        guard let basis else { return nil }
        guard basis.value == .included else { return (nil, ()) }
        guard let percent else {
            collector.report(
                .comparisonBrokenOffer, "amounts with tax inside need its percent",
                at: basis.location, help: "add percent: \"21\"")
            return nil
        }
        return (percent.value, ())
    }

    private func periods(_ outer: inout FieldReader) -> [ComparedOffer.Period] {
        guard outer.requiredChild("term") != nil, var reader = outer.nested("term") else {
            return []
        }
        let base = reader.required("base", as: CalendarPeriod.self)
        let options = reader.list("options", as: CalendarPeriod.self)
        reader.finish()
        guard let base else { return [] }
        let all = [base] + options
        for period in all where !(1...600).contains(period.value.totalMonths ?? 0) {
            collector.report(
                .comparisonBrokenOffer, "a period of a term has 1 to 600 whole months",
                at: period.location)
        }
        return all.enumerated().map { index, period in
            ComparedOffer.Period(
                id: index == 0 ? "base" : "option-\(index)",
                months: min(max(period.value.totalMonths ?? 1, 1), 600))
        }
    }

    private func amount(_ located: Located<ExactDecimal>?) -> ExactRatio? {
        located.map { ExactRatio($0.value) }
    }

    private func line(
        _ value: LocatedValue, _ periods: [ComparedOffer.Period]
    ) -> ComparedOffer.Line? {
        guard var reader = FieldReader(value, "line", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let item = reader.required("item", as: String.self)
        let level = reader.optional("level", as: String.self)
        let cause = reader.optional("cause", as: ComparedOffer.Cause.self)
        let product = reader.optional("product", as: String.self)
        let quantity = reader.optional("quantity", as: ExactDecimal.self)
        let local = reader.optional("local", as: Bool.self)
        let attributes = (reader.child("attributes")?.entries ?? []).compactMap { entry in
            entry.value.text.map { (entry.key, $0) }
        }
        let amounts = self.amounts(reader.requiredChild("amounts"), periods)
        reader.finish()
        guard let id, let item else { return nil }
        return ComparedOffer.Line(
            id: id.value, item: item.value, level: level?.value ?? "",
            cause: cause?.value ?? .cloud, product: product?.value ?? item.value,
            quantity: quantity?.value, isLocal: local?.value ?? (cause?.value == .staff),
            attributes: Dictionary(attributes, uniquingKeysWith: { first, _ in first }),
            amounts: amounts, listRate: nil, location: value.location)
    }

    private func amounts(
        _ value: LocatedValue?, _ periods: [ComparedOffer.Period]
    ) -> [ComparedOffer.Amount] {
        let known = periods.map(\.id)
        var found: [String: ExactRatio] = [:]
        for entry in value?.entries ?? [] {
            guard known.contains(entry.key) else {
                if known.isEmpty { continue }
                collector.report(
                    .comparisonUnknownReference, "the term has no period '\(entry.key)'",
                    at: entry.keyLocation,
                    help: DidYouMean.help(for: entry.key, in: known)
                        ?? "periods: \(known.joined(separator: ", "))")
                continue
            }
            guard let text = entry.value.text, let number = ExactDecimal(inputText: text),
                number.magnitudeIsPlausible
            else {
                collector.report(
                    .inputNotANumber, "expected an amount such as \"1234.50\"",
                    at: entry.value.location)
                continue
            }
            found[entry.key] = ExactRatio(number)
        }
        return periods.compactMap { period in
            found[period.id].map { ComparedOffer.Amount(period: period.id, value: $0) }
        }
    }

    private func readiness(_ value: LocatedValue?) -> [ComparedOffer.Readiness] {
        (value?.entries ?? []).compactMap { entry in
            guard let text = entry.value.text, let day = CalendarDate(inputText: text) else {
                collector.report(
                    .inputNotADate, "expected \(CalendarDate.expectation)",
                    at: entry.value.location)
                return nil
            }
            return ComparedOffer.Readiness(level: entry.key, day: day)
        }
    }

    /// Reads one part with its seals.
    private func part(_ value: LocatedValue) -> SovereignPart? {
        Self.part(value, into: collector)
    }
}

extension OutsideOfferReader {
    /// Ratings by criterion: `technical: { value: "50", evidence: "report 4.2" }`.
    static func ratings(
        _ value: LocatedValue?, into collector: FindingCollector
    ) -> [ComparedOffer.Rating] {
        (value?.entries ?? []).compactMap { entry in
            guard var reader = FieldReader(entry.value, "rating", collector) else { return nil }
            let number = reader.required("value", as: ExactDecimal.self)
            let evidence = reader.optional("evidence", as: String.self)
            reader.finish()
            guard let number, number.value.magnitudeIsPlausible else { return nil }
            return ComparedOffer.Rating(
                criterion: entry.key, value: number.value, evidence: evidence?.value ?? "",
                location: entry.keyLocation)
        }
    }

    /// What is shown for gates, by gate: `sites: { met: true, evidence: "map 3", dated: … }`.
    static func gates(
        _ value: LocatedValue?, into collector: FindingCollector
    ) -> [ComparedOffer.GateEvidence] {
        (value?.entries ?? []).compactMap { entry in
            guard var reader = FieldReader(entry.value, "gate", collector) else { return nil }
            let met = reader.required("met", as: Bool.self)
            let evidence = reader.optional("evidence", as: String.self)
            let dated = reader.optional("dated", as: CalendarDate.self)
            let until = reader.optional("until", as: CalendarDate.self)
            reader.finish()
            guard let met else { return nil }
            return ComparedOffer.GateEvidence(
                gate: entry.key, isMet: met.value, evidence: evidence?.value ?? "",
                dated: dated?.value, until: until?.value)
        }
    }

    static func part(_ value: LocatedValue, into collector: FindingCollector) -> SovereignPart? {
        guard var reader = FieldReader(value, "part", collector) else { return nil }
        let name = reader.required("part", as: String.self)
        let items = reader.list("items", as: String.self)
        let jurisdiction = reader.optional("jurisdiction", as: String.self)
        let region = reader.optional("region", as: String.self)
        let seals = (reader.child("seals")?.entries ?? []).compactMap { entry in
            seal(entry, into: collector)
        }
        var fallback: SovereignPart.Fallback?
        if var inner = reader.nested("fallback") {
            let text = inner.required("text", as: String.self)
            let cost = inner.optional("cost", as: ExactDecimal.self)
            inner.finish()
            fallback = text.map {
                SovereignPart.Fallback(text: $0.value, cost: cost.map { ExactRatio($0.value) })
            }
        }
        reader.finish()
        guard let name else { return nil }
        return SovereignPart(
            name: name.value, items: items.map(\.value), seals: seals,
            jurisdiction: jurisdiction?.value ?? "", region: region?.value ?? "",
            fallback: fallback)
    }

    private static func seal(
        _ entry: LocatedEntry, into collector: FindingCollector
    ) -> SovereignPart.Seal? {
        guard var reader = FieldReader(entry.value, "seal", collector) else { return nil }
        let claimed = reader.optional("claimed", in: 0...4)
        let evidenced = reader.optional("evidenced", in: 0...4)
        let evidence = reader.optional("evidence", as: String.self)
        reader.finish()
        if let evidenced, evidence == nil {
            collector.report(
                .comparisonBrokenOffer, "a level is evidenced by nothing", at: evidenced.location,
                help: "name the document in 'evidence', or write the level as 'claimed'")
        }
        return SovereignPart.Seal(
            objective: entry.key, claimed: claimed?.value, evidenced: evidenced?.value,
            evidence: evidence?.value ?? "")
    }
}

extension ExactDecimal {
    /// Whether the number is an amount that anybody could have meant: below a quadrillion, so that
    /// sums of many stay in range.
    var magnitudeIsPlausible: Bool {
        let limit = ExactDecimal(1_000_000_000_000_000)
        return self <= limit && negated() <= limit && scale <= 12
    }
}

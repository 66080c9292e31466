import Diagnostics
import LocatedInput
import Quantities

extension CatalogAnswer {
    /// Reads a row of a sheet of questions.
    ///
    /// - Returns: `nil` where the row is not answered, where a plain no states no fact (with a
    ///   warning), and after a finding.
    init?(_ row: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "answer", collector) else { return nil }
        for column in QuestionColumn.informing { _ = reader.child(column.rawValue) }
        var cells = AnswerCells(&reader)
        reader.finish()
        guard cells.isAnswered else { return nil }
        guard let id = reader.required("id", as: String.self),
            let provenance = Provenance(&reader), cells.names(source: provenance, reader)
        else { return nil }
        guard let fact = cells.fact(provenance) else { return nil }
        self.init(question: id.value, fact: fact, provenance: provenance)
    }
}

/// The columns of a sheet of questions, in their order.
package enum QuestionColumn: String, CaseIterable, Sendable {
    case id, question, askWhom, concerns, currentEffect, worth, currency, worthMeans
    case value, low, high, unit, validFrom, validUntil, asOf, source, confidence, note
    case kind, provider, subject, part, level, services, sites

    /// Columns that only inform: nothing is read from them.
    static let informing: [QuestionColumn] = [
        .question, .askWhom, .concerns, .currentEffect, .worth, .currency, .worthMeans,
    ]
}

/// The kinds of answers that a row can hold.
package enum AnswerKind: String, InputVocabulary, Sendable {
    /// An amount for one unit of a meter; `unit` is `EUR/GB-month`.
    case price
    /// An amount for a role's work; `unit` is `EUR/8h`.
    case rate
    /// The number of a certificate, or yes.
    case certificate
    /// A period such as P6M.
    case leadTime = "lead-time"
    /// Countries and organisations, or any.
    case support = "supported-from"
    /// As support.
    case telemetry = "telemetry-in"
    /// As support.
    case operatorNationality = "operator-nationality"
    /// As support.
    case operatorResidence = "operator-residence"
    /// Words of `Connection`.
    case connectivity
    /// Yes or no.
    case orderable
    /// A value of the attribute.
    case attribute
    /// Whole kilometres.
    case distance
    /// Yes or no.
    case confirmation
    /// Nothing that one row can say: `subject` is the file that takes the answer.
    case catalogFile = "catalog-file"
}

/// The cells of one row that carry its answer.
private struct AnswerCells {
    private var reader: FieldReader
    private let kind: Located<AnswerKind>?
    private let value: Located<String>?
    private let unit: Located<String>?
    private let note: String?
    private let others: [LocatedValue]

    init(_ reader: inout FieldReader) {
        kind = reader.required("kind", as: AnswerKind.self)
        value = reader.optional("value", as: String.self)
        unit = reader.optional("unit", as: String.self)
        note = reader.optional("note", as: String.self)?.value
        others = ["low", "high", "validFrom", "validUntil", "asOf", "source", "confidence"]
            .compactMap { reader.child($0) }
        for column in ["id", "provider", "subject", "part", "level", "services", "sites"] {
            _ = reader.child(column)
        }
        self.reader = reader
    }

    /// Whether anything was filled in; what stands beside an empty value is a mistake of its own.
    var isAnswered: Bool { value != nil || !others.isEmpty }

    /// A source of a word or two names nothing.
    func names(source provenance: Provenance, _ reader: FieldReader) -> Bool {
        guard provenance.source.utf8.count < 12 else { return true }
        reader.collector.report(
            .catalogSourceNamesNothing, "'\(provenance.source)' names no source",
            at: reader.location(of: "source"),
            help: "say who answered, in what, and when")
        return false
    }

    mutating func fact(_ provenance: Provenance) -> CatalogAnswer.Fact? {
        guard let kind, reader.required("value", as: String.self) != nil else { return nil }
        switch kind.value {
        case .price: return price()
        case .rate: return rate()
        case .certificate: return certificate(provenance)
        case .leadTime:
            let scheme = reader.required("subject", as: SchemeID.self)
            let period = reader.required("value", as: CalendarPeriod.self)
            guard let scheme, let period else { return nil }
            return .leadTime(scheme.value, period.value)
        case .support: return reach(.support)
        case .telemetry: return reach(.telemetry)
        case .operatorNationality: return reach(.nationality)
        case .operatorResidence: return reach(.residence)
        case .connectivity:
            let words = reader.list("value", as: Connection.self).map(\.value)
            guard let model = model(), !words.isEmpty else { return nil }
            return .connectivity(model, words)
        case .orderable:
            let site = reader.required("subject", as: SiteID.self)
            guard let answer = yesOrNo(), let site else { return nil }
            return .orderable(site.value, answer)
        case .attribute: return attribute()
        case .distance: return distance()
        case .confirmation:
            let record = reader.required("subject", as: String.self)
            let fields = reader.list("part", as: String.self).map(\.value)
            guard let answer = yesOrNo(), let record, !fields.isEmpty else { return nil }
            guard answer else {
                reportDenial("what is not confirmed stays unknown")
                return nil
            }
            return .confirmation(record: record.value, fields: fields)
        case .catalogFile:
            reportElsewhere()
            return nil
        }
    }

    private mutating func reportElsewhere() {
        let file = reader.required("subject", as: String.self)?.value ?? "a catalog file"
        reader.collector.report(
            .catalogAnsweredElsewhere, "this question is answered in \(file), not in one row",
            at: reader.location(of: "value"),
            help: "put the fact into that file of the overlay, and leave the value empty")
    }

    /// The answer to a question of yes or no; `nil` after a finding.
    private mutating func yesOrNo() -> Bool? {
        guard let value else { return nil }
        switch value.value.lowercased() {
        case "yes": return true
        case "no": return false
        default:
            reader.collector.report(
                .inputUnknownWord,
                "expected 'yes' or 'no', found \(reader.collector.quote(value.value, at: nil))",
                at: value.location,
                help: "leave the value empty where nobody knows")
            return nil
        }
    }

    /// A no that no record can hold must not pass in silence.
    private func reportDenial(_ effect: String) {
        reader.collector.report(
            .catalogDenialChangesNothing, "'no' changes nothing here: \(effect)",
            at: reader.location(of: "value"),
            help: "to keep such an offer out, take its service or site out in an overlay",
            severity: .warning)
    }

    /// Splits a unit such as `EUR/GB-month` at its stroke.
    private func unitParts(_ expected: String) -> (currency: Currency, per: String)? {
        let parts = (unit?.value ?? "").split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let currency = Currency(inputText: parts[0]) else {
            reader.collector.report(
                .inputMalformedValue,
                "expected a currency and what it buys, such as \(expected), for 'unit'",
                at: reader.location(of: "unit"))
            return nil
        }
        return (currency, parts[1])
    }

    private mutating func estimate(_ currency: Currency) -> CatalogAnswer.Estimated? {
        let likely = reader.required("value", as: ExactDecimal.self)
        let low = reader.optional("low", as: ExactDecimal.self)
        let high = reader.optional("high", as: ExactDecimal.self)
        guard let likely else { return nil }
        reader.collector.checkEstimate(likely, low: low?.value, high: high?.value)
        guard (low == nil) == (high == nil) else {
            reader.collector.report(
                .catalogUnderivedEstimate, "an estimate needs low and high",
                at: (low ?? high ?? likely).location,
                help: "state both ends, or neither for a firm amount")
            return nil
        }
        return CatalogAnswer.Estimated(
            likely: likely.value, low: low?.value, high: high?.value, currency: currency)
    }

    private mutating func validity() -> CatalogAnswer.Validity {
        CatalogAnswer.Validity(
            from: reader.optional("validFrom", as: CalendarDate.self)?.value,
            until: reader.optional("validUntil", as: CalendarDate.self)?.value)
    }

    /// An estimate says how it was made; where the row does not, that it is an answer.
    private func derivation(_ estimate: CatalogAnswer.Estimated) -> String? {
        note ?? (estimate.basis == .indicative ? "range as answered by whom the source names" : nil)
    }

    private mutating func price() -> CatalogAnswer.Fact? {
        let provider = reader.required("provider", as: ProviderID.self)
        let sku = reader.required("subject", as: String.self)
        let sites = reader.list("sites", as: SiteID.self).map(\.value)
        let validity = validity()
        guard let (currency, per) = unitParts("EUR/GB-month"),
            let estimate = estimate(currency), let provider, let sku
        else { return nil }
        guard let unit = PriceUnit(inputText: per) else {
            reader.collector.report(
                .inputUnknownWord, "expected \(PriceUnit.expectation) after the stroke",
                at: reader.location(of: "unit"), help: PriceUnit.mistake(in: per).help)
            return nil
        }
        return .price(
            CatalogAnswer.Price(
                provider: provider.value, sku: sku.value, sites: sites, unit: unit,
                estimate: estimate, validity: validity, note: derivation(estimate)))
    }

    private mutating func rate() -> CatalogAnswer.Fact? {
        let country = reader.required("subject", as: OwnerID.self)
        let role = reader.required("part", as: RoleID.self)
        let level = reader.optional("level", as: LevelID.self)
        guard let (currency, per) = unitParts("EUR/8h"), let estimate = estimate(currency),
            let country, let role
        else { return nil }
        guard per.hasSuffix("h"), let hours = ExactDecimal(inputText: String(per.dropLast())),
            ExactDecimal.zero < hours
        else {
            reader.collector.report(
                .inputMalformedValue, "expected hours of one unit, such as EUR/8h, for 'unit'",
                at: reader.location(of: "unit"))
            return nil
        }
        return .rate(
            CatalogAnswer.Rate(
                country: country.value, role: role.value, level: level?.value,
                hoursPerUnit: hours, estimate: estimate, note: derivation(estimate)))
    }

    private mutating func certificate(_ provenance: Provenance) -> CatalogAnswer.Fact? {
        let provider = reader.required("provider", as: ProviderID.self)
        let scheme = reader.required("subject", as: SchemeID.self)
        let services = reader.list("services", as: ServiceID.self).map(\.value)
        let sites = reader.list("sites", as: SiteID.self).map(\.value)
        let validity = validity()
        guard let value, let provider, let scheme else { return nil }
        let word = value.value.lowercased()
        guard word != "no" else {
            reportDenial(
                "offers go on waiting for the certificate, as an assumption where the customer "
                    + "takes it at the start")
            return nil
        }
        // A certificate has a number; words such as 'none' are no certificate.
        guard word == "yes" || (word.utf8.count > 2 && word.contains(where: \.isNumber)) else {
            reader.collector.report(
                .inputUnknownWord,
                "expected the number of the certificate, 'yes' or 'no', found "
                    + reader.collector.quote(value.value, at: nil),
                at: value.location, help: "leave the value empty where nobody knows")
            return nil
        }
        var evidence: CalendarDate?
        if case .date(let date) = provenance.asOf { evidence = date }
        return .certificate(
            CatalogAnswer.Certificate(
                scheme: scheme.value, provider: provider.value, services: services, sites: sites,
                reference: word == "yes" ? nil : value.value, validity: validity,
                evidenceDate: evidence))
    }

    private mutating func model() -> CatalogAnswer.ModelName? {
        let provider = reader.required("provider", as: ProviderID.self)
        let model = reader.required("subject", as: Identifier<DeliveryModel>.self)
        guard let provider, let model else { return nil }
        return CatalogAnswer.ModelName(provider: provider.value, model: model.value)
    }

    private mutating func reach(_ kind: CatalogAnswer.ReachKind) -> CatalogAnswer.Fact? {
        let reach = Reach(&reader, "value")
        guard let model = model() else { return nil }
        return reach == .unknown ? nil : .reach(model, kind, reach)
    }

    private mutating func attribute() -> CatalogAnswer.Fact? {
        let service = reader.required("subject", as: ServiceID.self)
        let name = reader.required("part", as: AttributeName.self)
        guard let service, let name, let value else { return nil }
        guard name.value.admits(value.value) else {
            reader.collector.report(
                .catalogUnknownAttribute,
                "'\(value.value)' is no \(name.value.rawValue); expected "
                    + name.value.expectation,
                at: value.location,
                help: DidYouMean.help(for: value.value, in: name.value.words ?? []))
            return nil
        }
        return .attribute(service.value, name.value, value.value)
    }

    private mutating func distance() -> CatalogAnswer.Fact? {
        let sites = reader.list("sites", as: SiteID.self)
        let kilometres = reader.requiredPlausible("value", as: Int.self, in: 0...20_000)
        guard sites.count == 2, let kilometres else {
            if sites.count != 2 {
                reader.collector.report(
                    .inputMalformedValue, "expected two sites with ';' between them",
                    at: reader.location(of: "sites"))
            }
            return nil
        }
        return .distance(sites[0].value, sites[1].value, kilometres: kilometres.value)
    }
}

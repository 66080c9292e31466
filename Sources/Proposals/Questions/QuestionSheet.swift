import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements

extension QuoteEngine {
    /// Lists the open questions of a proposal with what each answer would be worth, in the order in
    /// which the proposal asks them.
    ///
    /// Judges and solves again for each question; each search is bounded by the limit of steps.
    ///
    /// - Throws: `QuantityError` and `PricingError` where an amount leaves the range of numbers.
    package func questionSheet(for proposal: Proposal) throws -> [QuestionRow] {
        let catalog = self.catalog.placing(in: proposal.bound.requirement.halls.map(\.hall))
        let world = try PreparedWorld(
            catalog: catalog, bound: proposal.bound, rates: proposal.rates, estimate: .likely)
        let worth = QuestionWorth(
            engine: self, world: world, answer: proposal.answer,
            hasFaults: proposal.observations.contains { $0.weight == .fault })
        let sheet = QuestionSheet(
            world: world, worth: worth, chosen: Set(proposal.answer.options))
        return QuestionSheet.merged(try proposal.questions.flatMap { try sheet.rows($0) })
    }
}

/// Turns open questions into rows.
struct QuestionSheet {
    let world: PreparedWorld
    let worth: QuestionWorth
    /// Options of the package; empty where there is none.
    let chosen: Set<String>

    var catalog: CatalogSnapshot { world.catalog }
    var requirement: Requirement { world.bound.requirement }

    func rows(_ question: OpenQuestion) throws -> [QuestionRow] {
        let parts = question.id.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.last) {
        case ("price", let missing?): return try priceRows(question, missing)
        case ("rate", let seat?): return try [rateRow(question, seat)]
        case ("apart", let pair?): return try [distanceRow(question, pair)]
        default: return try [judgedRow(question)]
        }
    }

    /// One row for each price: platforms in several halls have one price list.
    static func merged(_ rows: [QuestionRow]) -> [QuestionRow] {
        var merged: [QuestionRow] = []
        for row in rows {
            let same = merged.firstIndex {
                $0.answer.kind == .price && $0.answer.kind == row.answer.kind
                    && $0.answer.cells == row.answer.cells && $0.answer.unit == row.answer.unit
            }
            guard let same else {
                merged.append(row)
                continue
            }
            merged[same].concerns += row.concerns.filter { !merged[same].concerns.contains($0) }
        }
        return merged
    }

    func row(
        _ question: OpenQuestion, concerns: [String], effect: String, _ found: QuestionWorth.Found,
        _ answer: QuestionRow.Answer, idSuffix: String = ""
    ) -> QuestionRow {
        QuestionRow(
            id: question.id + idSuffix, question: question.text, askWhom: question.askWhom,
            concerns: concerns, currentEffect: effect, worth: found.worth, worthMeans: found.means,
            answer: answer)
    }

    // MARK: - People and distances

    /// Kilometres; nothing lies further apart.
    private static let halfTheGlobe = 20_000

    private func rateRow(_ question: OpenQuestion, _ words: String) throws -> QuestionRow {
        let customer = world.bound.customer
        let seats = world.staff.seats.filter { seat in
            "\(seat.role.name), \(StaffPlan.levelName(seat.level)), in \(customer.name)" == words
        }
        let places = seats.map(\.place)
        let effect = "the places cannot be used: nothing prices their people"
        guard let seat = seats.first else {
            return row(
                question, concerns: places, effect: effect, (.notComputed, ""),
                QuestionRow.Answer(
                    kind: .catalogFile, cells: [.subject: ["labour/rates.csv"]]))
        }
        let rate = CatalogAnswer.Rate(
            freeIn: customer.id, role: seat.role.id, level: seat.level,
            currency: requirement.currency.value)
        let found = try worth.assuming(.rate(rate), question.id)
        var cells: [QuestionColumn: [String]] = [
            .subject: [customer.id.rawValue], .part: [seat.role.id.rawValue],
        ]
        if let level = seat.level { cells[.level] = [level.rawValue] }
        return row(
            question, concerns: places, effect: effect,
            (found.worth, found.means + ", a head costing nothing"),
            QuestionRow.Answer(
                kind: .rate, cells: cells, unit: "\(requirement.currency.value.code)/8h"))
    }

    private func distanceRow(_ question: OpenQuestion, _ words: String) throws -> QuestionRow {
        let pair = world.distances.first { "\($0.first) and \($0.second)" == words }
        let effect = "the two sites count as too close"
        guard let pair else {
            return row(
                question, concerns: [words], effect: effect, (.notComputed, ""),
                QuestionRow.Answer(kind: .catalogFile, cells: [.subject: ["providers/"]]))
        }
        let sites = [pair.first.rawValue, pair.second.rawValue]
        let most =
            SiteDistances(bound: world.bound, catalog: catalog).most(pair.first, pair.second)
            ?? Self.halfTheGlobe
        let found = try worth.assuming(
            .distance(pair.first, pair.second, kilometres: most), question.id)
        return row(
            question, concerns: sites, effect: effect, found,
            QuestionRow.Answer(kind: .distance, cells: [.sites: sites], unit: "km"))
    }

    // MARK: - Judgements

    private func judgedRow(_ question: OpenQuestion) throws -> QuestionRow {
        let waiting = world.judgements.filter { judgement in
            judgement.verdict != .ineligible
                && judgement.questions.contains { $0.id == question.id }
        }
        var (fact, answer) = asked(question, waiting)
        if let stated = fact, !catalog.takes(stated) {
            let isDevice = waiting.contains { judgement in
                catalog.edgeDevices.contains { $0.serviceID == judgement.offer.service }
            }
            (fact, answer) = (nil, Self.file(isDevice ? "edge-devices.csv" : "the catalog"))
        }
        let found =
            try fact.map { try worth.assuming($0, question.id) }
            ?? (.notComputed, "what it would change takes more than one row to say")
        return row(
            question,
            concerns: waiting.map { "\($0.demand.id): \($0.offer.id)" },
            effect: effect(waiting, question),
            found, answer)
    }

    /// Counts offers by what the rules that ask say of them; other rules may say worse.
    private func effect(_ waiting: [OfferJudgement], _ question: OpenQuestion) -> String {
        var effects: [String] = []
        let verdicts = waiting.map { judgement in
            judgement.judgements.filter { $0.questions.contains { $0.id == question.id } }
                .map(\.verdict).max() ?? .unknown
        }
        let unknown = verdicts.count { $0 == .unknown }
        let conditional = verdicts.count { $0 == .conditional }
        if unknown > 0 { effects.append("\(offers(unknown)) unknown, so not used") }
        if conditional > 0 { effects.append("\(offers(conditional)) conditional") }
        let isChosen = waiting.contains { judgement in
            chosen.contains {
                $0.hasPrefix("\(judgement.demand.id)/\(judgement.offer.id)/")
            }
        }
        if isChosen { effects.append("the package rests on it") }
        return effects.joined(separator: "; ")
    }

    private func offers(_ count: Int) -> String { count == 1 ? "1 offer" : "\(count) offers" }

    /// The best answer to a question, and how the sheet takes one back.
    private func asked(
        _ question: OpenQuestion, _ waiting: [OfferJudgement]
    ) -> (fact: CatalogAnswer.Fact?, answer: QuestionRow.Answer) {
        switch question.asks {
        case .certificate(let scheme, let provider):
            return certificate(scheme, provider, waiting)
        case .leadTime(let scheme):
            return (
                .leadTime(scheme, CalendarPeriod()),
                QuestionRow.Answer(kind: .leadTime, cells: [.subject: [scheme.rawValue]])
            )
        case .reach(let name, let kind): return reach(name, kind, waiting)
        case .connectivity(let name):
            let wanted = waiting.compactMap { $0.demand.enclave.enclave.connectivity?.value }
                .compactMap { Connection(rawValue: $0.rawValue) }
            return (
                .connectivity(name, Self.unique(wanted)), Self.answer(.connectivity, name)
            )
        case .orderable(let id):
            let site = catalog.site(id).flatMap(written) ?? id
            return (
                .orderable(site, true),
                QuestionRow.Answer(kind: .orderable, cells: [.subject: [site.rawValue]])
            )
        case .attribute(let service, let name): return attribute(service, name, waiting)
        case .confirmation(let id, let fields):
            let record = catalog.site(SiteID(id)).flatMap(written)?.rawValue ?? id
            return (
                .confirmation(record: record, fields: fields),
                QuestionRow.Answer(
                    kind: .confirmation, cells: [.subject: [record], .part: fields])
            )
        case .owner(let owner):
            let isCountry = catalog.owner(owner)?.kind == .country
            let folder = isCountry ? "countries" : "organisations"
            return (nil, Self.file("\(folder)/ (the file of \(owner))"))
        case .rules: return (nil, Self.file("rules.yaml"))
        case nil: return (nil, Self.file("the catalog"))
        }
    }

    /// A site as the catalog's files name it: without the hall that a platform stands in; `nil`
    /// where no file lists it, as for a device in the field.
    func written(_ site: Site) -> SiteID? {
        let suffix = site.hall.map { ".\($0)" } ?? ""
        let id = SiteID(String(site.id.rawValue.dropLast(suffix.count)))
        return catalog.takes(.orderable(id, true)) ? id : nil
    }

    private static func file(_ path: String) -> QuestionRow.Answer {
        QuestionRow.Answer(kind: .catalogFile, cells: [.subject: [path]])
    }

    private static func answer(
        _ kind: AnswerKind, _ name: CatalogAnswer.ModelName
    ) -> QuestionRow.Answer {
        QuestionRow.Answer(
            kind: kind,
            cells: [.provider: [name.provider.rawValue], .subject: [name.model.rawValue]])
    }

    private static func unique<Item: Hashable>(_ items: [Item]) -> [Item] {
        var seen: Set<Item> = []
        return items.filter { seen.insert($0).inserted }
    }

    private func certificate(
        _ scheme: SchemeID, _ provider: ProviderID, _ waiting: [OfferJudgement]
    ) -> (CatalogAnswer.Fact?, QuestionRow.Answer) {
        let services = Set(waiting.map(\.offer.service)).sorted()
            .filter { catalog.takes(.attribute($0, .access, "")) }
        let sites = Set(
            waiting.compactMap { catalog.site($0.offer.site).flatMap(written) }
        ).sorted()
        guard !services.isEmpty, !sites.isEmpty else {
            return (nil, Self.file("providers/\(provider)/authorisations.csv"))
        }
        let held = CatalogAnswer.Certificate(
            assuming: scheme, of: provider, services: services, sites: sites,
            asOf: requirement.asOf.value, until: requirement.term.end)
        return (
            .certificate(held),
            QuestionRow.Answer(
                kind: .certificate,
                cells: [
                    .provider: [provider.rawValue], .subject: [scheme.rawValue],
                    .services: services.map(\.rawValue), .sites: sites.map(\.rawValue),
                ])
        )
    }

    /// The best reach lies within what every enclave that asks allows.
    private func reach(
        _ name: CatalogAnswer.ModelName, _ kind: CatalogAnswer.ReachKind,
        _ waiting: [OfferJudgement]
    ) -> (CatalogAnswer.Fact?, QuestionRow.Answer) {
        let lists = waiting.map { judgement -> [OwnerID] in
            let enclave = judgement.demand.enclave.enclave
            switch kind {
            case .support: return enclave.supportFrom.map(\.value)
            case .telemetry: return enclave.telemetryIn.map(\.value)
            case .nationality: return enclave.operatorNationality.map(\.value)
            case .residence: return enclave.operatorResidence.map(\.value)
            }
        }.filter { !$0.isEmpty }
        let common = lists.dropFirst().reduce(lists.first ?? []) { found, list in
            found.filter(list.contains)
        }
        let best = common.isEmpty ? lists.first ?? [] : common
        let answer = Self.answer(AnswerKind(kind), name)
        return (best.isEmpty ? nil : .reach(name, kind, .only(best)), answer)
    }

    private func attribute(
        _ service: ServiceID, _ name: AttributeName, _ waiting: [OfferJudgement]
    ) -> (CatalogAnswer.Fact?, QuestionRow.Answer) {
        let asked = waiting.flatMap(\.demand.workload.attributes).filter { $0.name == name }
            .map(\.value)
        let best: String?
        if let words = name.words {
            best = words.first { asked.contains($0) }
        } else {
            best = asked.max { left, right in
                let one = (try? ExactDecimal(parsing: left)) ?? .zero
                let other = (try? ExactDecimal(parsing: right)) ?? .zero
                return (one, left) < (other, right)
            }
        }
        return (
            best.map { .attribute(service, name, $0) },
            QuestionRow.Answer(
                kind: .attribute, cells: [.subject: [service.rawValue], .part: [name.rawValue]])
        )
    }
}

extension AnswerKind {
    fileprivate init(_ kind: CatalogAnswer.ReachKind) {
        switch kind {
        case .support: self = .support
        case .telemetry: self = .telemetry
        case .nationality: self = .operatorNationality
        case .residence: self = .operatorResidence
        }
    }
}

package import Diagnostics
package import LocatedInput
import Catalog
import Quantities

extension Requirement {
    /// Reads a requirement; every mistake becomes a finding at its place.
    ///
    /// - Returns: `nil` where a part that the rest needs is missing. A requirement with findings is
    ///   fit for being checked, not for being answered.
    package init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "requirement", collector) else { return nil }
        if let format = reader.required("requirement", as: Int.self), format.value != 1 {
            collector.report(
                .requirementUnknownFormat,
                "requirement format \(format.value) is not known; expected 1", at: format.location,
                help: "write 'requirement: 1', or use the version of sovereign it was made for")
        }
        let title = reader.required("title", as: String.self)
        let customer = reader.requiredChild("customer").flatMap { Customer($0, collector) }
        language = reader.optional("language", as: String.self)
        let currency = reader.required("currency", as: Currency.self)
        let asOf = reader.required("asOf", as: CalendarDate.self)
        let term = reader.requiredChild("term").flatMap { Term($0, collector) }
        let money = currency?.value
        budgets = reader.children("budgets").enumerated()
            .compactMap { Budget($1, index: $0, currency: money, collector) }
        Self.reportTwice(budgets.map { ($0.id, $0.location) }, "budget", collector)
        discounts = reader.children("discounts").compactMap { NegotiatedDiscount($0, collector) }
        Self.reportTwice(discounts.map { ($0.id, $0.location) }, "discount", collector)
        contract = ContractDemand(reader.child("contract"), currency: money, collector)
        exchangeRates =
            reader.child("exchangeRates").flatMap { ExchangeRateDemand($0, collector) } ?? .any
        acceptance = reader.child("accept").flatMap { Acceptance($0, collector) } ?? .nothing
        procurement =
            reader.child("procurement").flatMap { Procurement($0, collector) } ?? .standard
        let enclaves = reader.requiredChild("enclaves")
        self.enclaves = Self.enclaves(enclaves, collector)
        let halls = reader.children("halls")
        self.halls = halls.compactMap { HallDemand($0, collector) }
        Self.reportTwice(Self.identifiers(in: halls), "hall", collector)
        let edge = reader.children("edge")
        self.edge = edge.compactMap { EdgeFleet($0, collector) }
        Self.reportTwice(Self.identifiers(in: edge), "edge fleet", collector)
        flows = reader.children("flows").compactMap { CrossDomainFlow($0, collector) }
        authorityTerms = reader.children("accreditations")
            .compactMap { AuthorityTerms($0, currency: money, collector) }
        Self.reportTwice(
            authorityTerms.map { ($0.scheme.value.rawValue, $0.scheme.location) },
            "accreditation", collector)
        let names = Self.identifiers(in: enclaves?.elements ?? []).map(\.id)
        staff =
            reader.child("staff").flatMap { StaffDemand($0, enclaves: names, collector) }
            ?? .aroundTheClock
        reader.finish()
        Self.reportUnknownNames(
            self.enclaves, halls: Self.identifiers(in: halls).map(\.id), self.edge,
            self.flows, collector)
        guard let customer, let asOf, let term, enclaves != nil else { return nil }
        Budget.reportUnknownParts(
            budgets, term,
            Self.identifiers(in: enclaves?.elements ?? []).map(\.id)
                + Self.identifiers(in: edge).map { "edge.\($0.id)" }, collector)
        staff.reportOutside(term, collector)
        if term.start < asOf.value {
            collector.report(
                .requirementTermInPast,
                "the term starts on \(term.start), before the date \(asOf.value) of judgement",
                at: asOf.location,
                help: "everything is judged as of 'asOf': write a date up to the start of the term")
        }
        // A missing title or currency was reported; the words of levels and places are checked
        // against the catalog all the same, so that every mistake is shown at once.
        self.title = title?.value ?? ""
        self.customer = customer
        self.currency = currency ?? Located(.euro, at: value.location)
        self.asOf = asOf
        self.term = term
    }

    private static func enclaves(
        _ value: LocatedValue?, _ collector: FindingCollector
    ) -> [Enclave] {
        guard let value else { return [] }
        guard case .sequence(let items) = value.content, !items.isEmpty else {
            collector.report(
                .requirementNothingAsked, "no enclave is asked for", at: value.location,
                help: "list at least one enclave with its workloads")
            return []
        }
        let enclaves = items.compactMap { Enclave($0, collector) }
        reportTwice(identifiers(in: items), "enclave", collector)
        return enclaves
    }

    /// Reports a least number that is above the most.
    static func reportCrossed(
        _ least: Located<Int>?, _ most: Located<Int>?, _ what: String,
        _ collector: FindingCollector
    ) {
        guard let least, let most, most.value < least.value else { return }
        collector.report(
            .requirementAbsurdQuantity,
            "at most \(most.value) \(what), but at least \(least.value)", at: most.location,
            notes: [FindingNote("the least number is", at: least.location)],
            help: "raise the one or lower the other")
    }

    /// Gives the identifiers written in a list, also those of items with mistakes.
    static func identifiers(in items: [LocatedValue]) -> [(id: String, location: SourceLocation)] {
        items.compactMap { item in
            item["id"].flatMap { id in id.text.map { ($0, id.location) } }
        }
    }

    /// Reports identifiers that stand twice in one list.
    static func reportTwice(
        _ names: [(id: String, location: SourceLocation)], _ what: String,
        _ collector: FindingCollector
    ) {
        var first: [String: SourceLocation] = [:]
        for (id, location) in names {
            if let earlier = first[id] {
                collector.report(
                    .requirementDuplicateID, "\(what) '\(id)' stands twice", at: location,
                    notes: [FindingNote("the first '\(id)' is", at: earlier)],
                    help: "give one of them another id")
            } else {
                first[id] = location
            }
        }
    }
}

extension Requirement.Customer {
    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "customer", collector) else { return nil }
        let country = reader.required("country", as: OwnerID.self)
        let kind = reader.optional("kind", as: String.self)
        reader.finish()
        guard let country else { return nil }
        self.country = country
        self.kind = kind?.value ?? "government"
    }
}

extension Requirement.Acceptance {
    /// Takes no condition.
    static let nothing = Self(conditional: false, certificates: .atOffer, leadTime: nil)

    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "accept", collector) else { return nil }
        conditional = reader.optional("conditional", as: Bool.self)?.value ?? false
        certificates =
            reader.optional("certificates", as: Certificates.self)?.value ?? .atOffer
        leadTime = reader.optional("leadTime", as: CalendarPeriod.self)?.value
        reader.finish()
    }
}

extension Requirement.Procurement {
    /// No rule about parties; evidence of at most 24 months.
    static let standard = Self(evidenceMaxAge: CalendarPeriod(months: 24))

    private init(evidenceMaxAge: CalendarPeriod) {
        minimumProviders = nil
        maximumProviders = nil
        excludedParents = []
        self.evidenceMaxAge = evidenceMaxAge
    }

    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "procurement", collector) else { return nil }
        var providers = reader.nested("providers")
        let least = providers?.optional("min", as: Int.self)
        let most = providers?.optional("max", as: Int.self)
        providers?.finish()
        excludedParents = reader.list("excludeParents", as: OwnerID.self)
        evidenceMaxAge =
            reader.optional("evidenceMaxAge", as: CalendarPeriod.self)?.value
            ?? Self.standard.evidenceMaxAge
        reader.finish()
        for bound in [least, most].compactMap({ $0 }) where !(1...1000).contains(bound.value) {
            collector.report(
                .requirementAbsurdQuantity,
                "\(bound.value) is no number of providers; expected 1 to 1000",
                at: bound.location, help: "leave the key out where any number will do")
        }
        Requirement.reportCrossed(least, most, "providers", collector)
        minimumProviders = least?.value
        maximumProviders = most?.value
    }
}

extension Term {
    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "term", collector) else { return nil }
        let start = reader.required("start", as: CalendarDate.self)
        let base = reader.required("base", as: CalendarPeriod.self)
        let options = reader.list("options", as: CalendarPeriod.self)
        evaluation = reader.optional("evaluated", as: Evaluation.self)?.value ?? .all
        optionPrices = reader.optional("optionPrices", as: OptionPrices.self)?.value
        reader.finish()
        guard let start, let base,
            let periods = Self.periods(from: start.value, [base] + options, collector)
        else { return nil }
        self.start = start.value
        self.periods = periods
    }

    /// Lays periods end to end; every one that cannot be priced is reported.
    private static func periods(
        from start: CalendarDate, _ lengths: [Located<CalendarPeriod>],
        _ collector: FindingCollector
    ) -> [Period]? {
        var periods: [Period] = []
        var from = start
        var monthsSoFar = 0
        for (index, length) in lengths.enumerated() {
            // Ends count from the start of the term: a short month shortens one period only.
            guard let months = length.value.totalMonths, (1...600).contains(months),
                let end = try? start.adding(CalendarPeriod(months: monthsSoFar + months))
            else {
                collector.report(
                    .requirementAbsurdQuantity,
                    "a period of \(length.value) cannot be priced; expected 1 to 600 whole months",
                    at: length.location, help: "write P3Y for three years, P6M for six months")
                continue
            }
            let id = index == 0 ? "base" : "option-\(index)"
            periods.append(Period(id: id, start: from, end: end, months: months))
            from = end
            monthsSoFar += months
        }
        return periods.count == lengths.count ? periods : nil
    }
}

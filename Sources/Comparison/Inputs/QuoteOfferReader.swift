import Catalog
package import Diagnostics
package import LocatedInput
import Proposals
import Quantities
import Requirements

/// Reads a quote of the form `sovereign-quote/1` as an offer to be compared.
///
/// Only what a comparison needs is looked at. The embedded requirement says what each line serves:
/// how many processors, terabytes, devices, at which level.
package struct QuoteOfferReader {
    private let collector: FindingCollector

    /// Creates a reader.
    package init(into collector: FindingCollector) { self.collector = collector }

    /// Reads a quote with a package.
    ///
    /// - Parameter id: Names the offer in the comparison: the file's name without its ending.
    /// - Returns: `nil` after a mistake, or where the quote has no package.
    package func read(_ value: LocatedValue, id: String) -> ComparedOffer? {
        guard value["status"]?.text == "package" else {
            collector.report(
                .comparisonBrokenOffer,
                "the quote has no package: it is '\(value["status"]?.text ?? "without status")'",
                at: value["status"]?.location ?? value.location,
                help: "compare quotes that found one")
            return nil
        }
        guard let code = value["currency"]?.text, let currency = Currency(code: code),
            let requirement = requirement(value)
        else {
            collector.report(
                .comparisonBrokenOffer, "the quote's requirement or currency cannot be read",
                at: value.location, help: "sovereign verify tells more")
            return nil
        }
        let periods = (value["periods"]?.elements ?? []).compactMap { Self.period($0) }
        let scope = QuotedScope(requirement)
        let rates = self.rates(value)
        let lines = QuotedLines(value, scope: scope, currency: currency, rates: rates)
        guard !periods.isEmpty, !lines.lines.isEmpty, let total = lines.total else {
            collector.report(
                .comparisonBrokenOffer, "the quote has no lines that can be read",
                at: value.location, help: "sovereign verify tells more")
            return nil
        }
        let providers = (value["placements"]?.elements ?? []).compactMap { $0["provider"]?.text }
        return ComparedOffer(
            id: id, title: value["title"]?.text ?? id,
            bidder: Set(providers).sorted().joined(separator: ", "),
            country: value["customer"]?.text ?? "", releasableTo: [], origin: .quote,
            requirement: value["requirement"]?["sha256"]?.text ?? "", currency: currency,
            basis: .expected, includedTaxPercent: nil, periods: periods, lines: lines.lines,
            alternatives: [], statedTotal: total, rates: rates,
            conditions: (value["assumptions"]?.elements ?? []).compactMap { $0["text"]?.text },
            ratings: [], gates: [], readiness: [], parts: [], scope: scope.items(lines.lines),
            location: value.location)
    }

    private func requirement(_ value: LocatedValue) -> Requirement? {
        guard let text = value["requirement"]?["text"]?.text else { return nil }
        let own = FindingCollector()
        let input = InputText(path: "requirement", text: text)
        guard let tree = YAMLInput.parse(input, into: own) else { return nil }
        let words = (value["requirement"]?["settings"]?.elements ?? []).compactMap(\.text)
        let settings = RequirementSetting.read(words, into: own)
        let changed = RequirementSetting.apply(settings, to: tree, into: own).last ?? tree
        guard let requirement = Requirement(changed, into: own), !own.hasErrors else { return nil }
        return requirement
    }

    private static func period(_ value: LocatedValue) -> ComparedOffer.Period? {
        guard let id = value["id"]?.text, let months = value["months"]?.text.flatMap({ Int($0) }),
            (1...600).contains(months)
        else { return nil }
        return ComparedOffer.Period(id: id, months: months)
    }

    private func rates(_ value: LocatedValue) -> EuroReferenceRates? {
        guard let rates = value["rates"], let date = rates["date"]?.text,
            let day = CalendarDate(inputText: date)
        else { return nil }
        let units = (rates["unitsPerEuro"]?.entries ?? []).compactMap { entry in
            Currency(code: entry.key).flatMap { currency in
                entry.value.text.flatMap { try? ExactDecimal(parsing: $0) }.map {
                    EuroReferenceRates.Rate(currency: currency, unitsPerEuro: $0)
                }
            }
        }
        return try? EuroReferenceRates(date: day, unitsPerEuro: units)
    }
}

/// What the requirement of a quote asks for, as items of a scope.
struct QuotedScope {
    private let requirement: Requirement
    /// Whether levels go by the enclave's name, so that nations with other words compare.
    private let byEnclave: Bool

    init(_ requirement: Requirement, byEnclave: Bool = false) {
        self.requirement = requirement
        self.byEnclave = byEnclave
    }

    /// The classification of an enclave or a fleet; empty where there is none of that name.
    func level(_ enclave: String) -> String {
        if let found = requirement.enclaves.first(where: { $0.id == enclave }) {
            return found.classification.value
        }
        return requirement.edge.first { $0.enclaveID == enclave }?.enclave.classification.value
            ?? ""
    }

    /// Items that lines serve: workloads and fleets of the requirement, then what serves many.
    func items(_ lines: [ComparedOffer.Line]) -> [ScopeItem] {
        let asked =
            requirement.enclaves.flatMap { enclave in
                enclave.workloads.map { workload($0, of: enclave) }
            } + requirement.edge.map(fleet)
        let known = Set(asked.map(\.id))
        var others: [ScopeItem] = []
        for line in lines where !known.contains(line.item) {
            guard !others.contains(where: { $0.id == line.item }) else { continue }
            others.append(
                ScopeItem(
                    id: line.item, title: line.item, level: line.level, measure: .none,
                    quantity: nil, requires: [], estimate: nil))
        }
        return asked + others
    }

    private func workload(_ workload: Workload, of enclave: Enclave) -> ScopeItem {
        let (measure, quantity) = Self.count(workload.size)
        let copies = try? quantity?.multiplied(by: ExactDecimal(workload.replicas))
        return ScopeItem(
            id: "\(enclave.id).\(workload.id)", title: "\(workload.id) of \(enclave.id)",
            level: byEnclave ? enclave.id : enclave.classification.value, measure: measure,
            quantity: copies.flatMap { $0 } ?? quantity,
            requires: workload.attributes.map {
                ScopeItem.Need(name: $0.name.rawValue, value: $0.value)
            }, estimate: nil)
    }

    private static func count(_ size: Workload.Size) -> (ScopeItem.Measure, ExactDecimal?) {
        switch size {
        case .compute(let vcpu, _): (.vcpu, ExactDecimal(vcpu))
        case .graphicsProcessors(let count): (.graphics, ExactDecimal(count))
        case .storage(let quantity):
            (.terabytes, terabytes(quantity))
        case .devices: (.devices, nil)
        }
    }

    private static func terabytes(_ quantity: Quantity) -> ExactDecimal? {
        guard let bytes = try? quantity.exactBytes() else { return nil }
        return (try? Quantity(exactBytes: bytes, in: .terabyte))?.amount
    }

    private func fleet(_ fleet: EdgeFleet) -> ScopeItem {
        ScopeItem(
            id: "\(fleet.enclaveID).devices", title: "devices of \(fleet.id)",
            level: byEnclave ? fleet.enclaveID : fleet.enclave.classification.value,
            measure: .devices,
            quantity: ExactDecimal(fleet.count), requires: [], estimate: nil)
    }
}

import Catalog
import LocatedInput
import Quantities
import Requirements

/// Budgets in several currencies or on several taxes, and rates asked from a table that the catalog
/// does not hold.
struct TwoCurrencies: Observer {
    func observe(_ observed: ObservedCase) throws -> [Observation] {
        try parts(observed) + table(observed)
    }

    private func parts(_ observed: ObservedCase) throws -> [Observation] {
        let requirement = observed.requirement
        let quote = requirement.currency.value
        let foreign = requirement.budgets.filter { $0.amount.value.currency != quote }
        let groups = TaxWriter.groups(observed.bound)
        guard !foreign.isEmpty || groups.count > 1 else { return [] }
        let currencies = Set(requirement.budgets.map(\.amount.value.currency) + [quote])
            .map(\.code).sorted()
        let limits = BudgetLimits(observed.bound, rates: observed.world.rates)
        let words = BudgetWords(limits: limits)
        let budgets = try requirement.budgets.map { budget in
            let clauses = try words.clauses(budget).joined(separator: ", ")
            let net = try words.asLimit(budget, months: 12).map { "; as a limit: \($0)" } ?? ""
            return "budget '\(budget.id)': \(budget.amount.value.grouped), \(clauses)\(net)"
        }
        let taxes = groups.map { "\($0.enclaves.joined(separator: ", ")): \(Self.text($0.tax))" }
        let kinds = groups.count == 1 ? "one tax treatment" : "\(groups.count) tax treatments"
        let money =
            currencies.count == 1
            ? "one currency, \(quote.code)," : "\(currencies.joined(separator: " and "))"
        return [
            Observation(
                kind: "two-currencies", weight: .notice,
                paths: requirement.budgets.map { "budgets.\($0.id)" },
                text: "the budgets are in \(money) with \(kinds): each part is summed by itself "
                    + "in \(quote.code) and held against its own budget; amounts are converted "
                    + "before they are added, never after",
                workings: try budgets + taxes + rates(foreign, observed)
                    + together(limits, observed))
        ]
    }

    /// The budgets of disjoint parts added, once each is net and in the quote's currency.
    private func together(_ limits: BudgetLimits, _ observed: ObservedCase) throws -> [String] {
        let budgets = observed.requirement.budgets.filter { !$0.scope.isEmpty }
        let scopes = budgets.flatMap(\.scope)
        guard budgets.count > 1, Set(scopes).count == scopes.count,
            Set(budgets.map(\.covers.value)).count == 1
        else { return [] }
        let nets = try budgets.map { try limits.net($0.amount.value, of: $0, months: 12) }
        let sum = try nets.dropFirst().reduce(nets[0]) { try $0.adding($1) }
        return [
            "together, net and after conversion: "
                + nets.map(\.grouped).joined(separator: " + ") + " = \(sum.grouped)"
        ]
    }

    private static func text(_ tax: EnclaveTax) -> String {
        switch tax {
        case .taxed(let tax): "\(tax.name) of \(tax.percent) % in \(tax.place)"
        case .exempt(let reason): "exempt from tax" + (reason.map { " (\($0))" } ?? "")
        case .unknown(let why): "tax not known: \(why)"
        }
    }

    private func rates(_ budgets: [Budget], _ observed: ObservedCase) -> [String] {
        let quote = observed.requirement.currency.value
        guard !budgets.isEmpty else { return [] }
        let wanted = Set(budgets.map(\.amount.value.currency) + [quote])
        return observed.world.rates.rates.filter { wanted.contains($0.currency) }.map {
            "1 EUR = \($0.unitsPerEuro) \($0.currency.code) on \(observed.world.rates.date), "
                + "\(source(of: $0.currency, observed))"
        }
    }

    private func source(of currency: Currency, _ observed: ObservedCase) -> String {
        let found = observed.catalog.referenceRates(on: observed.requirement.asOf.value)
        return found?.rates.first { $0.currency == currency }?.provenance.source
            ?? "no source"
    }

    /// Names by which sources call a table that a requirement writes in short.
    private static let tables: [String: [String]] = [
        "ECB": ["ECB", "European Central Bank"],
        "NBP": ["NBP", "Narodowy Bank Polski", "National Bank of Poland"],
    ]

    /// A table or a day that is asked for and that the catalog does not have.
    private func table(_ observed: ObservedCase) -> [Observation] {
        let demand = observed.requirement.exchangeRates
        guard demand.source != nil || demand.day == .submission else { return [] }
        let date = observed.world.rates.date
        let found = observed.catalog.referenceRates(on: observed.requirement.asOf.value)
        let sources = Set(found?.rates.map(\.provenance.source) ?? []).sorted()
        let asked = demand.source?.value
        let names = asked.map { Self.tables[$0.uppercased()] ?? [$0] } ?? []
        let isHeld =
            names.isEmpty
            || sources.allSatisfy { source in
                names.contains { source.lowercased().contains($0.lowercased()) }
            }
        guard !isHeld || sources.isEmpty || demand.day == .submission else { return [] }
        let table = asked.map { "the \($0) table" } ?? "dated rates"
        let day = demand.day == .submission ? " of the day of submission" : ""
        return [
            Observation(
                kind: "two-currencies", weight: .notice, paths: ["exchangeRates"],
                text: "\(table)\(day) is asked for; the catalog holds "
                    + (sources.isEmpty
                        ? "no rates" : "rates of \(date) from \(sources.joined(separator: "; "))")
                    + ", and this answer converts at these",
                wayOut: "when the rates asked for are known, add them with date and source to "
                    + "exchange-rates/ in an overlay and quote again")
        ]
    }
}

import Catalog
import Diagnostics
import LocatedInput
import Quantities

/// Binds what a requirement says of money to the catalog.
struct MoneyBinder {
    let requirement: Requirement
    let catalog: CatalogSnapshot
    let customer: Owner
    let collector: FindingCollector

    func check() {
        for enclave in everything { checkPlace(enclave.tax) }
        for budget in requirement.budgets {
            checkRate(budget)
            checkTax(budget)
        }
    }

    private var everything: [Enclave] {
        requirement.enclaves + requirement.edge.map(\.enclave)
    }

    private func checkPlace(_ demand: TaxDemand) {
        guard let place = demand.place else { return }
        let known = customer.taxes.map(\.place)
        guard !known.contains(where: { $0.lowercased() == place.value.lowercased() }) else {
            return
        }
        collector.report(
            .requirementUnknownReference,
            "\(customer.name) has no tax for deliveries to '\(place.value)'", at: place.location,
            help: DidYouMean.nearest(to: place.value, in: known.sorted())
                .map { "did you mean '\($0)'?" }
                ?? "places with a tax in the catalog: \(known.joined(separator: "; "))")
    }

    /// Every currency between the budget's and the quote's needs a dated rate.
    private func checkRate(_ budget: Budget) {
        let currency = budget.amount.value.currency
        guard currency != requirement.currency.value, currency != .euro else { return }
        let day = requirement.asOf.value
        guard let found = catalog.referenceRates(on: day),
            found.rates.contains(where: { $0.currency == currency })
        else {
            collector.report(
                .requirementNoRate, "\(currency.code) has no reference rate on or before \(day)",
                at: budget.amount.location,
                help: "add a dated rate with its source to exchange-rates/ in an overlay")
            return
        }
    }

    /// A gross amount is a limit of net prices only where one rate falls on all that it pays for.
    private func checkTax(_ budget: Budget) {
        let paid = everything.filter {
            budget.scope.isEmpty || budget.scope.contains($0.id)
        }
        switch budget.tax.value {
        case .excluded: return
        case .exempt:
            let taxed = paid.filter { $0.tax.treatment != .exempt }.map(\.id)
            guard !taxed.isEmpty else { return }
            collector.report(
                .requirementNoSingleTax,
                "budget '\(budget.id)' is exempt from tax, but pays for enclaves that are not: "
                    + taxed.joined(separator: ", "),
                at: budget.tax.location,
                help: "write 'tax: exempt' with 'taxReason' in these enclaves, or 'tax: excluded'")
        case .included:
            let taxes = paid.map { EnclaveTax($0.tax, customer) }
            for case .unknown(let why) in taxes.prefix(1) {
                collector.report(
                    .requirementNoSingleTax,
                    "budget '\(budget.id)' includes tax, but its rate cannot be told: \(why)",
                    at: budget.tax.location,
                    help: "state the amount without tax and write 'tax: excluded', or write "
                        + "'taxPlace' in its enclaves")
                return
            }
            let rates = Set(taxes.compactMap(\.percent)).map(\.description).sorted()
            guard rates.count > 1 else { return }
            collector.report(
                .requirementNoSingleTax,
                "budget '\(budget.id)' includes tax, but pays for enclaves taxed at "
                    + rates.map { "\($0) %" }.joined(separator: " and "),
                at: budget.tax.location,
                help: "give each part a budget of its own with 'enclaves', or state the amount "
                    + "without tax")
        }
    }

    /// Binds the discounts; `nil` where one did not bind.
    func discounts() -> [BoundDiscount]? {
        let bound = requirement.discounts.map { discount in
            let isKnown = checkProvider(discount)
            let levels = discount.classifications.map { level($0) }
            return isKnown && levels.allSatisfy { $0 != nil }
                ? BoundDiscount(discount: discount, levels: levels.compactMap { $0 }) : nil
        }
        guard !bound.contains(where: { $0 == nil }) else { return nil }
        let known = bound.compactMap { $0 }
        checkSums(known)
        return known
    }

    /// What discounts take off together is the price at most: shares that the contract adds, and
    /// what a price programme takes off beside them.
    private func checkSums(_ bound: [BoundDiscount]) {
        var reported: Set<String> = []
        let levels = Set(everything.compactMap { boundLevel($0) } + bound.flatMap(\.levels))
        for level in levels.sorted() {
            for last in bound {
                let provider = last.discount.provider.value
                let held = bound.filter { $0.holds(provider: provider, level: level) }
                let programmes = catalog.programmes.filter {
                    $0.provider == provider && ($0.levels.isEmpty || $0.levels.contains(level))
                }.compactMap { $0.tiers.map(\.basisPoints).max() }
                let isAdded = requirement.contract.combination == .additive
                let negotiated =
                    isAdded
                    ? held.map(\.discount.basisPoints).reduce(0, +) : 0
                let sum = negotiated + programmes.reduce(0, +)
                let names = held.map { "'\($0.discount.id)'" }.joined(separator: ", ")
                guard sum > 10_000, let worst = held.last,
                    reported.insert("\(provider)/\(names)").inserted
                else { continue }
                let more = programmes.isEmpty ? "" : " and its price programmes"
                collector.report(
                    .requirementDiscountsPassPrice,
                    "discounts \(names) at \(provider)\(more) take off "
                        + "\(sum / 100).\(sum % 100 / 10)\(sum % 10) % of the list price together",
                    at: worst.discount.location,
                    help: "state one that says what they come to together, or leave out "
                        + "'discounts: additive' of the contract")
            }
        }
    }

    private func boundLevel(_ enclave: Enclave) -> LevelID? {
        let owner = enclave.owner.flatMap { catalog.owner($0.value) } ?? customer
        return owner.levels.first { $0.isNamed(enclave.classification.value) }?.id
    }

    private func checkProvider(_ discount: NegotiatedDiscount) -> Bool {
        let id = discount.provider.value
        if catalog.provider(id) != nil { return true }
        let known = catalog.providers.map(\.id.rawValue).sorted()
        collector.report(
            .requirementUnknownReference, "the catalog has no provider '\(id)'",
            at: discount.provider.location,
            help: DidYouMean.nearest(to: id.rawValue, in: known).map { "did you mean '\($0)'?" }
                ?? "providers in the catalog: \(known.joined(separator: ", "))")
        return false
    }

    /// A level of the customer's ladder, or of an owner that an enclave names.
    private func level(_ word: Located<String>) -> LevelID? {
        let named = requirement.enclaves.compactMap(\.owner?.value)
        let owners = [customer] + named.compactMap { catalog.owner($0) }
        let levels = owners.flatMap(\.levels)
        if let match = levels.first(where: { $0.isNamed(word.value) }) { return match.id }
        let near = DidYouMean.nearest(to: word.value, in: Set(levels.map(\.marking)).sorted())
        collector.report(
            .requirementUnknownLevel, "\(customer.name) has no level '\(word.value)'",
            at: word.location,
            help: near.map { "did you mean '\($0)'?" }
                ?? "its levels are: \(customer.levels.map(\.marking).joined(separator: ", "))")
        return nil
    }
}

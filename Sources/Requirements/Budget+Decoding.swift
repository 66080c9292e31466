import Diagnostics
import LocatedInput
import Quantities

extension Budget {
    init?(
        _ value: LocatedValue, index: Int, currency: Currency?, _ collector: FindingCollector
    ) {
        guard var reader = FieldReader(value, "budget", collector) else { return nil }
        let id = reader.optional("id", as: PartName.self)
        let covers = reader.required("covers", as: Cover.self)
        let amount = reader.required("amount", as: String.self)
        let own = reader.optional("currency", as: Currency.self)
        let tax = reader.optional("tax", as: TaxTreatment.self)
        let years = reader.optional("yearStarts", as: YearStart.self)
        enclaves = reader.list("enclaves", as: String.self)
        let shared = reader.optional("sharedPeople", as: SharedPeople.self)
        reader.finish()
        if let years, let covers, covers.value != .eachYear {
            collector.report(
                .requirementAbsurdQuantity,
                "'yearStarts' says nothing of a budget that covers '\(covers.value.word)'",
                at: years.location, help: "leave it out, or write 'covers: each-year'")
        }
        guard let covers, let amount, let currency = own?.value ?? currency else { return nil }
        guard let money = try? Money(parsing: amount.value, currency: currency) else {
            collector.report(
                .requirementBadAmount,
                "'\(amount.value)' is no amount in \(currency.code); expected digits, with at most "
                    + "\(currency.minorUnits) after the point",
                at: amount.location, help: "write it like \"\(Self.example(currency))\"")
            return nil
        }
        if money.minorUnits < 0 {
            collector.report(
                .requirementAbsurdQuantity, "a budget of \(amount.value) is negative",
                at: amount.location, help: "write the most that may be spent")
        }
        self.id = id?.value.text ?? "budget-\(index + 1)"
        location = id?.location ?? value.location
        self.covers = covers
        self.amount = Located(money, at: amount.location)
        self.tax = tax ?? Located(.excluded, at: value.location)
        yearStart = years?.value ?? .contract
        sharedPeople = shared?.value ?? .counted
    }

    private static func example(_ currency: Currency) -> String {
        currency.minorUnits == 0
            ? "96500000" : "96500000." + String(repeating: "0", count: currency.minorUnits)
    }

    /// Reports options and enclaves that the requirement does not have.
    static func reportUnknownParts(
        _ budgets: [Budget], _ term: Term, _ known: [String], _ collector: FindingCollector
    ) {
        for budget in budgets {
            if case .option(let number) = budget.covers.value,
                !term.evaluatedPeriods.contains(where: { $0.id == "option-\(number)" })
            {
                let priced = max(0, term.evaluatedPeriods.count - 1)
                collector.report(
                    .requirementUnknownReference,
                    "'\(budget.covers.value.word)' is not priced; priced options: \(priced)",
                    at: budget.covers.location,
                    help: "list the option in 'term', and write 'evaluated: all'")
            }
            for name in budget.enclaves where !known.contains(name.value) {
                collector.report(
                    .requirementUnknownReference, "no enclave '\(name.value)'",
                    at: name.location,
                    help: DidYouMean.nearest(to: name.value, in: known.sorted())
                        .map { "did you mean '\($0)'?" }
                        ?? "enclaves: \(known.joined(separator: ", "))")
            }
        }
    }
}

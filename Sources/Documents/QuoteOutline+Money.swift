import Catalog
import LocatedInput
import Proposals
import Quantities
import Requirements

extension QuoteOutline {
    /// Taxes by part, then what is spent of each budget.
    func money(_ package: PricedPackage) -> [DocumentBlock] {
        taxes(package) + budgets(package)
    }

    /// A sentence for the headline: what tax would come on top.
    func taxSentence(_ package: PricedPackage) -> String? {
        guard let part = package.taxes.first, package.taxes.count == 1 else {
            return "Tax is not in the total; it differs by part, as the table of taxes says."
        }
        switch part.tax {
        case .taxed(let tax):
            return "Tax is not in the total. For scale: \(tax.name) of \(tax.percent) % applies in "
                + "\(tax.place) (source: \(tax.provenance.source.prefixBeforeBar), "
                + "\(tax.provenance.confidence.rawValue))."
        case .exempt(let reason):
            return "The package is exempt from tax, as the requirement says"
                + (reason.map { ": \($0)." } ?? ", without a reason.")
        case .unknown: return nil
        }
    }

    private func taxes(_ package: PricedPackage) -> [DocumentBlock] {
        let isKnown = package.taxes.contains { part in
            if case .unknown = part.tax { false } else { true }
        }
        guard isKnown else { return [] }
        let rows = package.taxes.map { part in
            [
                part.enclaves.joined(separator: ", "), Self.text(part.tax),
                Figures.amount(part.net), part.due.map(Figures.amount) ?? "not known",
                part.gross.map(Figures.amount) ?? "not known",
            ]
        }
        let columns: [DocumentBlock.Column] = [
            .init("part"), .init("tax"), .init("net \(currency.code)", isFigure: true),
            .init("tax due", isFigure: true), .init("with tax", isFigure: true),
        ]
        return [
            .heading(level: 3, "Taxes"),
            .table(DocumentBlock.Table(columns: columns, rows: rows)),
            .paragraph(
                "The nets sum to the total, by largest remainder; the tax of a part is worked out "
                    + "on its net and rounded once, half up. Taxes decide nothing: the package is "
                    + "cheapest net."),
        ] + shares(package)
    }

    /// What the net of each part is made of, where there are several.
    private func shares(_ package: PricedPackage) -> [DocumentBlock] {
        guard package.taxes.count > 1 else { return [] }
        let items = package.taxes.map { part in
            let cut =
                part.discountE4 == 0 ? "none" : Figures.rounded(part.discountE4, currency)
            return "\(part.enclaves.joined(separator: ", ")): products "
                + "\(Figures.money(part.cloud)), people \(Figures.money(part.people)), steps "
                + "\(Figures.money(part.steps)), discounts \(cut)"
        }
        return [
            .bullets(items),
            .paragraph("People who serve several parts are divided by the work of their seats."),
        ]
    }

    private static func text(_ tax: EnclaveTax) -> String {
        switch tax {
        case .taxed(let tax): "\(tax.name) \(tax.percent) %, \(tax.place)"
        case .exempt(let reason): "exempt" + (reason.map { ": \($0)" } ?? "")
        case .unknown(let why): why
        }
    }

    private func budgets(_ package: PricedPackage) -> [DocumentBlock] {
        guard !package.budgets.isEmpty else { return [] }
        let rows = package.budgets.map { use in
            let budget = requirement.budgets.first { $0.id == use.budgetID }
            let scope = budget?.scope.joined(separator: ", ") ?? ""
            return [
                use.budgetID + (use.label.isEmpty ? "" : ", \(use.label)"),
                (budget?.covers.value.word ?? "") + (scope.isEmpty ? "" : " of \(scope)"),
                Figures.rounded(use.spentE4, currency), Figures.money(use.limit),
                Figures.money(use.left),
            ]
        }
        let columns: [DocumentBlock.Column] = [
            .init("budget"), .init("covers"), .init("spent net", isFigure: true),
            .init("limit net", isFigure: true), .init("left", isFigure: true),
        ]
        var blocks: [DocumentBlock] = [
            .heading(level: 3, "Budgets"),
            .table(DocumentBlock.Table(columns: columns, rows: rows)),
        ]
        let notes = ownTerms(package) + budgetNotes()
        if !notes.isEmpty { blocks.append(.bullets(notes)) }
        return blocks
    }

    /// What is spent in a budget's own terms, where they are not the quote's.
    private func ownTerms(_ package: PricedPackage) -> [String] {
        package.budgets.compactMap { use in
            guard let budget = requirement.budgets.first(where: { $0.id == use.budgetID }),
                budget.tax.value == .included || budget.amount.value.currency != currency
            else { return nil }
            let tax = budget.tax.value == .included ? ", tax included" : ""
            let name = use.budgetID + (use.label.isEmpty ? "" : ", \(use.label)")
            return "\(name): \(Figures.money(use.spent)) of \(Figures.money(use.stated)) spent"
                + tax
        }
    }

    /// How a stated amount became a net limit, where it is another figure.
    private func budgetNotes() -> [String] {
        var notes: [String] = []
        let budgets = requirement.budgets
        if budgets.contains(where: { $0.tax.value == .included }) {
            notes.append(
                "an amount that includes tax is a net limit of 100 / (100 + rate) of it, rounded "
                    + "down; what is spent of it is shown with tax, rounded up")
        }
        let foreign = Set(budgets.map(\.amount.value.currency)).subtracting([currency])
        for other in foreign.sorted() {
            notes.append(
                "\(other.code) budgets: each part is summed in \(currency.code), then converted "
                    + "once, unrounded rates, limits rounded down and spending up "
                    + "(\(ratesText(other)))")
        }
        if budgets.contains(where: { !$0.scope.isEmpty && $0.sharedPeople == .counted }) {
            notes.append(
                "a budget of some enclaves counts people who also serve others in full, and "
                    + "discounts only where every line of them is its own")
        }
        if budgets.contains(where: { $0.yearStart != .contract }) {
            notes.append(
                "a month counts to the year in which it begins; a year that the term fills in "
                    + "part has its months' share of the budget; discounts with tiers and free "
                    + "quantities are not taken off single years that begin with a month")
        }
        return notes
    }
}

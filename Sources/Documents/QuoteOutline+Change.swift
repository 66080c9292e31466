import Proposals
import Quantities

extension QuoteOutline {
    /// What the settings of a changed requirement changed; nothing where there are none.
    func change() -> [DocumentBlock] {
        guard let change = proposal.change else { return [] }
        let word = change.settings.count == 1 ? "setting" : "settings"
        var blocks: [DocumentBlock] = [
            .heading(level: 2, "What the \(word) changed"), .bullets(change.settings),
        ]
        guard let money = change.money else {
            blocks += [
                .paragraph("Without the \(word): \(sentence(change.before))"),
                .paragraph("With the \(word): \(sentence(change.after))"),
                .paragraph(noDifference(change)),
            ]
            return blocks
        }
        blocks.append(
            .table(
                DocumentBlock.Table(
                    columns: [.init("total"), .init(money.after.currency.code, isFigure: true)],
                    rows: [
                        ["without the \(word)", Figures.amount(money.before)],
                        ["with the \(word)", Figures.amount(money.after)],
                        ["change", Figures.change(money.changeE4, money.after.currency)],
                    ])))
        return blocks + causes(money) + effects(money)
    }

    private func sentence(_ side: RequirementChange.Side) -> String {
        switch side {
        case .package(let total): return "\(Figures.money(total)) excluding tax."
        case .nothing(let status, let reasons):
            return reasons.isEmpty ? "\(status)." : "\(status): \(reasons.joined(separator: "; "))."
        }
    }

    private func noDifference(_ change: RequirementChange) -> String {
        if case .package = change.before, case .package = change.after {
            return "The two totals are in different currencies: no difference is stated."
        }
        return "There is no difference in money where one side has no package."
    }

    private func causes(_ money: RequirementChange.MoneyChange) -> [DocumentBlock] {
        guard !money.causes.isEmpty else {
            return [.paragraph("No line, discount or rounding of the quote changed.")]
        }
        return [
            .paragraph("The change by cause, which sums to it exactly:"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("cause"), .init("of"), .init("period"),
                        .init(money.after.currency.code, isFigure: true),
                    ],
                    rows: money.causes.map { cause in
                        [
                            name(cause.kind), cause.subject, cause.period ?? "",
                            Figures.change(cause.changeE4, money.after.currency),
                        ]
                    })),
        ]
    }

    private func name(_ kind: RequirementChange.Cause.Kind) -> String {
        switch kind {
        case .lines: "price list lines"
        case .modules: "modules"
        case .people: "people"
        case .steps: "steps"
        case .otherLines: "other lines"
        case .discount: "discount"
        case .rounding: "rounding of the total"
        }
    }

    private func effects(_ money: RequirementChange.MoneyChange) -> [DocumentBlock] {
        let isJoined = money.effects.contains { $0.settings.count > 1 }
        return [
            .paragraph(
                "The change by setting, each added to those before it. The sum is exact; how it "
                    + "is split depends on the order in which the settings were given."
                    + (isJoined
                        ? " Settings after which there is no package to compare stand with the "
                            + "next after which there is one." : "")),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("setting"), .init(money.after.currency.code, isFigure: true),
                    ],
                    rows: money.effects.map { effect in
                        [
                            effect.settings.joined(separator: "; "),
                            Figures.change(effect.changeE4, money.after.currency),
                        ]
                    })),
        ]
    }
}

extension Figures {
    /// A change with its sign, as in "+1,234.50" or "-0.123400"; as many decimals as it needs.
    static func change(_ amountE4: Int64, _ currency: Currency) -> String {
        let isWhole = amountE4.isMultiple(of: 10_000)
        let scale = currency.minorUnits + (isWhole ? 0 : 4)
        let coefficient = Int128(isWhole ? amountE4 / 10_000 : amountE4)
        let value = try? ExactDecimal(coefficient: coefficient, scale: scale)
        return (amountE4 > 0 ? "+" : "") + (value ?? .zero).grouped(minimumScale: scale)
    }
}

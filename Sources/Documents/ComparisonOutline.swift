import Catalog
package import Comparison
import Quantities

/// Lays a comparison out for the person who has to sign; no arithmetic of its own.
package struct ComparisonOutline {
    let report: ComparisonReport
    /// Most offers that stand side by side as columns; more stand as rows.
    let columns: Int

    /// Creates an outline.
    ///
    /// - Parameter columns: Most offers that stand side by side as columns.
    package init(_ report: ComparisonReport, columns: Int = 4) {
        self.report = report
        self.columns = columns
    }

    /// The document's parts in reading order.
    package var blocks: [DocumentBlock] {
        var blocks: [DocumentBlock] = [.heading(level: 1, "Comparison: \(report.plan.title)")]
        blocks += headline
        blocks += method
        blocks += sideBySide
        blocks += notComparable
        blocks += gates
        blocks += order
        blocks += robustness
        blocks += audit
        blocks += sovereignty
        blocks += differences
        return blocks
    }

    var names: [String] { report.offers.map(\.offer.id) }

    func name(candidate: Int) -> String { names[report.candidates[candidate]] }

    func money(_ amount: FixedPoint) -> String {
        amount.grouped(decimals: report.plan.currency.minorUnits)
    }

    func code(_ amount: FixedPoint) -> String {
        "\(report.plan.currency.code) \(money(amount))"
    }

    func percent(_ share: FixedPoint, decimals: Int = 2) -> String {
        ((try? share * FixedPoint(100)) ?? .zero).text(decimals: decimals) + " %"
    }

    // MARK: - First screen

    private var headline: [DocumentBlock] {
        guard let winner = report.winner, let score = report.standings[winner].score else {
            return [
                .paragraph(
                    "No offer is put first: \(report.unranked ?? "nothing is ranked"). "
                        + "\(report.offers.count) offers stand side by side.")
            ] + hidden
        }
        let offer = report.offers[winner]
        var text =
            "\(offer.offer.title) (\(offer.offer.id)) is first of \(report.candidates.count) "
            + "offers that can be awarded, at \(code(offer.evaluated))\(points(score))."
        if report.plan.hash == nil {
            text +=
                " No evaluation plan was given: this is the order of prices, and no award follows."
        }
        var blocks: [DocumentBlock] = [.paragraph(text)]
        if let stability = StabilityStatement(report) {
            blocks.append(
                .paragraph(
                    stability.isStable
                        ? "The first place is stable: nothing that was tried puts another first."
                        : "The first place reverses:"))
            if !stability.isStable { blocks.append(.bullets(stability.reversals)) }
            if !stability.lesser.isEmpty {
                blocks.append(
                    .paragraph(
                        "The order behind the first changes "
                            + "\(stability.lesser.joined(separator: "; "))."
                    ))
            }
        }
        return blocks + hidden
    }

    private var hidden: [DocumentBlock] {
        guard !report.withheld.isEmpty else { return [] }
        return [
            .paragraph(
                "Not shown, since their figures are not this reader's, and without effect on any "
                    + "figure here: \(report.withheld.joined(separator: "; ")).")
        ]
    }

    func points(_ score: FixedPoint) -> String {
        switch report.plan.method {
        case .weightedSum, .analyticHierarchy:
            " and \(((try? score * FixedPoint(100)) ?? .zero).text(decimals: 2)) of 100 points"
        case .topsis: " and a closeness of \(score.text(decimals: 5))"
        case .tradeOff: " and \(percent(score)) of the quality asked"
        case .qualityToPrice: ", \(code(score.negated)) once quality is taken off"
        case .lowestAcceptable, .valueForMoney: ""
        }
    }

    private var method: [DocumentBlock] {
        let plan = report.plan
        var lines = [
            "method: \(plan.method.rawValue)"
                + (plan.method == .weightedSum
                    ? ", prices by '\(plan.price.formula.name.rawValue)' with "
                        + percent(plan.price.weight) : ""),
            "amounts in \(plan.currency.code) without tax, at the rates of \(report.rates.date) "
                + "(\(report.ratesSource)); compared is \(evaluatedWord)",
            "options: \(optionsWord); missing parts: \(missingWord)",
        ]
        if !plan.discounting.rate.isZero {
            lines.append(
                "discounted at \(percent(plan.discounting.rate)) a year, money due at the "
                    + "\(plan.discounting.due.rawValue) of each contract year")
        }
        lines.append(
            plan.hash.map { "plan read before any offer, SHA-256 \($0.hexadecimal)" }
                ?? "no evaluation plan")
        return [.heading(level: 2, "How they are compared"), .bullets(lines)]
    }

    private var evaluatedWord: String {
        switch report.plan.evaluated {
        case .total: "the plain total"
        case .presentValue: "the present value at the start of the term"
        case .annual: "the equivalent annual cost"
        }
    }

    private var optionsWord: String {
        switch report.plan.options {
        case .all: "all count as exercised"
        case .base: "none counts"
        case .expected(let chances):
            "each counts by its chance given the one before, "
                + chances.map { percent($0, decimals: 0) }.joined(separator: ", ")
        }
    }

    private var missingWord: String {
        switch report.plan.missing {
        case .highest: "at the highest price of another offer"
        case .estimate: "at the buyer's own estimate"
        case .exclude: "the offer is set apart"
        }
    }

    // MARK: - Side by side

    /// One figure of every offer.
    struct Row {
        let title: String
        let cells: [String]
    }

    private var sideBySide: [DocumentBlock] {
        [.heading(level: 2, "The offers side by side"), turned(rows)]
            + [.paragraph("An asterisk marks the best figure of a row.")]
    }

    /// Offers as columns where they fit, else as rows.
    func turned(_ rows: [Row]) -> DocumentBlock {
        if names.count <= columns {
            return .table(
                DocumentBlock.Table(
                    columns: [DocumentBlock.Column("")]
                        + names.map { DocumentBlock.Column($0, isFigure: true) },
                    rows: rows.map { [$0.title] + $0.cells }))
        }
        let kept = rows.filter { !$0.title.hasPrefix("per ") }
        return .table(
            DocumentBlock.Table(
                columns: [DocumentBlock.Column("offer")]
                    + kept.map { DocumentBlock.Column($0.title, isFigure: true) },
                rows: names.indices.map { offer in
                    [names[offer]] + kept.map { $0.cells[offer] }
                }))
    }

    var rows: [Row] {
        var rows = [
            Row(
                title: "place",
                cells: report.standings.map { standing in
                    standing.rank.map { "\($0)" } ?? "-"
                })
        ]
        if Set(report.offers.map(\.offer.country)) != [""] {
            rows.append(
                Row(title: "country", cells: report.offers.map { $0.offer.country }))
        }
        rows.append(Row(title: "months", cells: report.offers.map { "\($0.months)" }))
        rows.append(best("total", report.offers.map(\.total)))
        if !report.plan.discounting.rate.isZero {
            rows.append(best("present value", report.offers.map(\.presentValue)))
        }
        rows.append(best("a year", report.offers.map(\.annual)))
        if !report.plan.purchasingPower.isEmpty {
            rows.append(
                Row(
                    title: "at purchasing power",
                    cells: report.offers.map { $0.atPurchasingPower.map(money) ?? "-" }))
        }
        if report.ranking != nil {
            rows.append(
                Row(
                    title: "score",
                    cells: report.standings.map { standing in
                        standing.score.map { self.score($0) } ?? "-"
                    }))
        }
        return rows + criteria + unitCosts
    }

    private func score(_ score: FixedPoint) -> String {
        switch report.plan.method {
        case .weightedSum, .analyticHierarchy:
            ((try? score * FixedPoint(100)) ?? .zero).text(decimals: 2)
        case .lowestAcceptable, .qualityToPrice: money(score.negated)
        case .topsis, .tradeOff, .valueForMoney: score.text(decimals: 5)
        }
    }

    private func best(_ title: String, _ amounts: [FixedPoint]) -> Row {
        let comparable = zip(report.offers, amounts).filter { $0.0.isComparable }.map(\.1)
        let least = report.unranked == nil && comparable.count > 1 ? comparable.min() : nil
        return Row(
            title: title,
            cells: zip(report.offers, amounts).map { offer, amount in
                money(amount) + (amount == least && offer.isComparable ? " *" : "")
            })
    }

    private var criteria: [Row] {
        report.plan.criteria.enumerated().map { column, criterion in
            let figures = report.standings.map { $0.figures[column] }
            let known = figures.compactMap { $0 }
            let best = criterion.isMoreBetter ? known.max() : known.min()
            return Row(
                title: criterion.title,
                cells: figures.map { figure in
                    guard let figure else { return "none" }
                    return "\(figure)" + (figure == best && known.count > 1 ? " *" : "")
                })
        }
    }

    private var unitCosts: [Row] {
        var keys: [(level: String, measure: ScopeItem.Measure)] = []
        for cost in report.offers.flatMap(\.unitCosts) {
            if !keys.contains(where: { $0 == (cost.level, cost.measure) }) {
                keys.append((cost.level, cost.measure))
            }
        }
        return keys.map { level, measure in
            Row(
                title: "per \(Self.unit(measure))" + (level.isEmpty ? "" : ", \(level)"),
                cells: report.offers.map { offer in
                    guard
                        let cost = offer.unitCosts.first(where: {
                            $0.level == level && $0.measure == measure
                        })
                    else { return "-" }
                    let premium = cost.premium.map { " (×\($0.text(decimals: 2)))" } ?? ""
                    return cost.cost.grouped(decimals: 2) + premium
                })
        }
    }

    static func unit(_ measure: ScopeItem.Measure) -> String {
        switch measure {
        case .vcpu: "vCPU-month"
        case .terabytes: "TB-month"
        case .graphics: "GPU-month"
        case .devices: "device-day"
        case .heads: "head-month"
        case .gigabytes: "GB across"
        case .none: "unit"
        }
    }

    // MARK: - What does not compare

    private var notComparable: [DocumentBlock] {
        let gaps = report.offers.flatMap { offer in
            offer.gaps.map { gap in
                let line = gap.line.map { "line '\($0)'" } ?? "no line"
                let price = gap.amount.map { "priced at \(code($0)), \(gap.from)" } ?? gap.from
                return "\(offer.offer.id): \(gap.item), \(line): \(gap.reason); \(price)"
            }
        }
        var blocks: [DocumentBlock] = []
        if !gaps.isEmpty {
            blocks += [.heading(level: 2, "Parts that are missing"), .bullets(gaps)]
        }
        if !report.notComparable.isEmpty {
            blocks += [
                .heading(level: 2, "What could not be made comparable"),
                .bullets(report.notComparable),
            ]
        }
        return blocks
    }

    private var gates: [DocumentBlock] {
        let out = zip(names, report.standings).filter { !$0.1.reasons.isEmpty }
        var blocks: [DocumentBlock] = []
        if !report.plan.gates.isEmpty {
            blocks.append(.heading(level: 2, "Gates"))
            blocks.append(
                .table(
                    DocumentBlock.Table(
                        columns: ["offer", "gate", "verdict", "because"].map {
                            DocumentBlock.Column($0)
                        },
                        rows: zip(names, report.gates).flatMap { name, verdicts in
                            verdicts.map { [name, $0.gate, $0.outcome.rawValue, $0.reason] }
                        })))
        }
        if !out.isEmpty {
            blocks.append(.heading(level: 2, "Not awardable"))
            blocks.append(
                .bullets(out.map { "\($0.0): \($0.1.reasons.joined(separator: "; "))" }))
        }
        return blocks
    }
}

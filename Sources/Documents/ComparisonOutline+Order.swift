import Comparison
import Quantities

extension ComparisonOutline {
    var order: [DocumentBlock] {
        guard let scoring = report.scoring, let ranking = report.ranking else { return [] }
        var blocks: [DocumentBlock] = [
            .heading(level: 2, "Before any weight"),
            .bullets(
                report.candidates.indices.map { candidate in
                    guard let by = report.dominators[candidate] else {
                        return
                            "\(name(candidate: candidate)): no other offer beats it in everything"
                    }
                    return
                        "\(name(candidate: candidate)): \(name(candidate: by)) is at least as good "
                        + "in everything and better in something"
                }),
        ]
        guard scoring.method == .weightedSum || scoring.method == .analyticHierarchy,
            let shares = try? scoring.price.formula.shares(scoring.prices)
        else { return blocks }
        let columns =
            [DocumentBlock.Column("place", isFigure: true), DocumentBlock.Column("offer")]
            + (["price"] + scoring.criteria.map(\.title) + ["points"]).map {
                DocumentBlock.Column($0, isFigure: true)
            }
        let rows = ranking.order.enumerated().map { place, candidate in
            let parts = [shares[candidate]] + scoring.shareRow(candidate)
            let points = zip(parts, scoring.weights).map { share, weight in
                ((try? share * weight * FixedPoint(100)) ?? .zero).text(decimals: 4)
            }
            let whole = ((try? ranking.scores[candidate] * FixedPoint(100)) ?? .zero)
            return ["\(place + 1)", name(candidate: candidate)] + points
                + [whole.text(decimals: 4)]
        }
        blocks.append(.heading(level: 2, "Points"))
        blocks.append(.table(DocumentBlock.Table(columns: columns, rows: rows)))
        return blocks
    }

    var robustness: [DocumentBlock] {
        guard let found = report.robustness else { return [] }
        var blocks: [DocumentBlock] = [.heading(level: 2, "How sure the order is")]
        if !found.criticalWeights.isEmpty {
            blocks.append(
                table(
                    ["first", "passed by", "when", "weighs", "instead of"], figures: [3, 4],
                    found.criticalWeights.map { weight in
                        [
                            name(candidate: weight.first), name(candidate: weight.other),
                            "\(weight.criterion) weighs "
                                + (weight.weight > weight.stated ? "more than" : "less than"),
                            weight.weight.text(decimals: 5), weight.stated.text(decimals: 5),
                        ]
                    }))
        }
        blocks.append(offersTable(found))
        blocks.append(
            .bullets(
                found.withdrawals.map { withdrawal in
                    "if \(name(candidate: withdrawal.withdrawn)) withdraws, "
                        + "\(name(candidate: withdrawal.winner)) is first"
                        + (withdrawal.changesOrder ? ", and the order of the others changes" : "")
                }
                    + found.swaps.map { swap in
                        "by '\(swap.name)'\(swap.isCounting ? ", which counts," : "") "
                            + "\(name(candidate: swap.winner)) is first"
                    }))
        if !report.sensitivities.isEmpty {
            blocks.append(
                table(
                    ["figures moved"] + names + ["first"], figures: Array(1...names.count),
                    report.sensitivities.map { row in
                        [row.name] + row.evaluated.map(money)
                            + [row.winner.map { names[$0] } ?? "-"]
                    }))
        }
        return blocks
    }

    private func offersTable(_ found: Robustness) -> DocumentBlock {
        let hasShares = found.winsPerMillion != nil
        let titles =
            ["offer"] + (hasShares ? ["weights won"] : [])
            + ["first up to", "places by price", "places by grade"]
        let rows = report.candidates.indices.map { candidate -> [String] in
            let turning = found.turningPrices[candidate]
            let range = found.rankRanges[candidate]
            let shares = found.winsPerMillion.map { wins in
                [FixedPoint(wins[candidate]).perMillion]
            }
            let price =
                turning.isUnbounded
                ? "any price" : turning.highestFirst.map(money) ?? "no price"
            return [name(candidate: candidate)] + (shares ?? [])
                + [price, Self.places(range.byPrice), Self.places(range.byGrade)]
        }
        return table(titles, figures: Array(1..<titles.count), rows)
    }

    private static func places(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }

    func table(_ titles: [String], figures: [Int], _ rows: [[String]]) -> DocumentBlock {
        .table(
            DocumentBlock.Table(
                columns: titles.enumerated().map { index, title in
                    DocumentBlock.Column(title, isFigure: figures.contains(index))
                }, rows: rows))
    }
}

extension FixedPoint {
    /// A count of a million as percent with one decimal.
    fileprivate var perMillion: String {
        ((try? self / FixedPoint(10_000)) ?? .zero).text(decimals: 1) + " %"
    }
}

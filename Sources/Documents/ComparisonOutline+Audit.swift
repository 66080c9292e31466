import Comparison
import Quantities

extension ComparisonOutline {
    var audit: [DocumentBlock] {
        guard let audit = report.audit else { return [] }
        var blocks: [DocumentBlock] = [.heading(level: 2, "Audit of the evaluation")]
        guard !audit.isClean else {
            blocks.append(
                .paragraph("Nothing in the record disagrees with the plan or the offers."))
            return blocks
        }
        blocks.append(
            table(
                ["kind", "offer", "what is wrong"], figures: [],
                audit.mistakes.map { [$0.kind.rawValue, $0.offer, $0.text] }))
        blocks.append(.heading(level: 3, "Before and after"))
        blocks.append(
            table(
                ["offer", "as held", "put right", "difference", "place", "then"],
                figures: [1, 2, 3, 4, 5],
                audit.corrections.map { row in
                    let more = (try? row.priceAfter - row.priceBefore) ?? .zero
                    return [
                        row.offer, money(row.priceBefore), money(row.priceAfter), money(more),
                        row.rankBefore.map { "\($0)" } ?? "-", row.rankAfter.map { "\($0)" } ?? "-",
                    ]
                }))
        blocks.append(
            .paragraph(
                audit.changesWinner
                    ? "Put right, another offer is first."
                    : "Put right, the same offer is first."))
        return blocks
    }

    var sovereignty: [DocumentBlock] {
        guard let asked = report.plan.sovereignty else { return [] }
        var blocks: [DocumentBlock] = [.heading(level: 2, "Sovereignty")]
        blocks.append(
            table(
                ["offer", "objective", "level", "claimed", "asked", "set by"], figures: [2, 3, 4],
                zip(names, report.sovereignty).flatMap { name, assessment in
                    (assessment?.objectives ?? []).map { objective in
                        [
                            name, objective.id, level(objective.level), level(objective.claimed),
                            objective.minimum.map { "\($0)" } ?? "-",
                            objective.setBy.joined(separator: ", "),
                        ]
                    }
                }))
        blocks.append(
            .bullets(
                zip(names, report.sovereignty).compactMap { name, assessment in
                    assessment.map { found in
                        "\(name): score \(found.percent.text(decimals: 2)) %, overall level "
                            + "\(level(found.overall)), "
                            + (found.isPassed ? "every gate passed" : "not every gate passed")
                            + wayUp(found, asked)
                    }
                }))
        blocks += curve
        return blocks + stress
    }

    private func level(_ level: Int?) -> String { level.map { "\($0)" } ?? "unknown" }

    /// The parts that keep an offer from the next level, and the cheapest offer that reaches it.
    private func wayUp(
        _ found: SovereigntyAssessment, _ asked: EvaluationPlan.Sovereignty
    ) -> String {
        guard let overall = found.overall, overall < 4 else { return "" }
        let parts = Set(found.objectives.filter { $0.level == overall }.flatMap(\.setBy)).sorted()
        let next = report.curve.first { $0.level == overall + 1 }
        let offer =
            next?.offer.map { "; '\(names[$0])' reaches it for \(code(next?.price ?? .zero))" }
            ?? "; no offer here reaches it"
        return "; for level \(overall + 1) these would have to rise: "
            + parts.joined(separator: ", ") + offer
    }

    private var curve: [DocumentBlock] {
        guard !report.curve.isEmpty else { return [] }
        return [
            .heading(level: 3, "The price of sovereignty"),
            table(
                ["least level", "cheapest offer", "price", "more than the cheapest"],
                figures: [0, 2, 3],
                report.curve.map { point in
                    [
                        "\(point.level)", point.offer.map { names[$0] } ?? "none",
                        point.price.map(money) ?? "-", point.premium.map(money) ?? "-",
                    ]
                }),
        ]
    }

    private var stress: [DocumentBlock] {
        guard !report.stresses.isEmpty else { return [] }
        return [
            .heading(level: 3, "Under stress"),
            table(
                ["test", "offer", "falls", "instead", "costs more", "score then", "gates failed"],
                figures: [4, 5],
                report.stresses.map { result in
                    [
                        "\(result.test.kind.rawValue) \(result.test.subject)",
                        names[result.offer],
                        (result.fallen + result.items).joined(separator: ", "),
                        result.fallbacks.joined(separator: "; "),
                        result.cost.map(money) ?? "no price",
                        result.scoreBp.map { points in
                            FixedPoint(raw: Int128(points) * FixedPoint.one.raw / 100)
                                .text(decimals: 2) + " %"
                        } ?? "-", result.failedGates.joined(separator: ", "),
                    ]
                }),
        ]
    }

    var differences: [DocumentBlock] {
        guard !report.differences.isEmpty else { return [] }
        let causes = PriceDifference.Cause.allCases.filter { cause in
            report.differences.contains { $0.amounts.contains { $0.cause == cause } }
        }
        let shown = report.differences.prefix(columns)
        let rows =
            causes.map { cause in
                [cause.rawValue]
                    + shown.map { difference in
                        difference.amounts.first { $0.cause == cause }.map { money($0.amount) }
                            ?? "-"
                    }
            } + [["together"] + shown.map { money($0.total) }]
        return [
            .heading(level: 2, "Why the totals differ"),
            .paragraph("Money by cause, from \(names[0]) to each other offer."),
            table(
                [""] + shown.map { names[$0.to] }, figures: Array(1...shown.count), rows),
        ]
    }
}

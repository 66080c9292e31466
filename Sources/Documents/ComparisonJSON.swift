package import Comparison
package import Diagnostics
import Catalog
import Quantities

/// The comparison as data, `sovereign-comparison/1`; every fact that the text has.
package enum ComparisonJSON {
    /// Writes a comparison.
    package static func value(_ report: ComparisonReport) -> JSONValue {
        ComparisonJSONWriter(report: report).value
    }
}

private struct ComparisonJSONWriter {
    let report: ComparisonReport

    private var names: [String] { report.offers.map(\.offer.id) }

    var value: JSONValue {
        [
            "format": "sovereign-comparison/1",
            "title": .string(report.plan.title),
            "plan": plan,
            "rates": rates,
            "winner": .optional(report.winner.map { names[$0] }),
            "unranked": .optional(report.unranked),
            "stable": StabilityStatement(report).map { .bool($0.isStable) } ?? .null,
            "reversals": .array(
                (StabilityStatement(report)?.reversals ?? []).map { .string($0) }),
            "offers": .array(report.offers.indices.map(offer)),
            "withheld": .array(report.withheld.map { .string($0) }),
            "notComparable": .array(report.notComparable.map { .string($0) }),
            "robustness": report.robustness.map(robustness) ?? .null,
            "sensitivities": .array(report.sensitivities.map(sensitivity)),
            "audit": report.audit.map(audit) ?? .null,
            "curve": .array(report.curve.map(point)),
            "stresses": .array(report.stresses.map(stress)),
            "differences": .array(report.differences.map(difference)),
        ]
    }

    private func number(_ value: FixedPoint) -> JSONValue { .string(value.description) }

    private func money(_ value: FixedPoint) -> JSONValue {
        .string(value.text(decimals: report.plan.currency.minorUnits))
    }

    private var plan: JSONValue {
        [
            "sha256": .optional(report.plan.hash?.hexadecimal),
            "method": .string(report.plan.method.rawValue),
            "formula": .string(report.plan.price.formula.name.rawValue),
            "asOf": .string(report.plan.asOf.description),
            "currency": .string(report.plan.currency.code),
            "evaluated": .string(report.plan.evaluated.rawValue),
            "missing": .string(report.plan.missing.rawValue),
            "rate": number(report.plan.discounting.rate),
            "seed": .string("\(report.plan.seed)"),
            "samples": .integer(Int64(report.plan.samples)),
            "weights": .object(
                [(key: "price", value: number(report.plan.price.weight))]
                    + report.plan.criteria.map { (key: $0.id, value: number($0.weight)) }),
        ]
    }

    private var rates: JSONValue {
        let used = Set(report.offers.map(\.offer.currency) + [report.plan.currency])
        return [
            "date": .string(report.rates.date.description),
            "source": .string(report.ratesSource),
            "unitsPerEuro": .object(
                report.rates.rates.filter { used.contains($0.currency) }.map {
                    (key: $0.currency.code, value: .string($0.unitsPerEuro.description))
                }),
        ]
    }

    private func offer(_ index: Int) -> JSONValue {
        let offer = report.offers[index]
        let standing = report.standings[index]
        return [
            "id": .string(offer.offer.id), "title": .string(offer.offer.title),
            "bidder": .string(offer.offer.bidder), "country": .string(offer.offer.country),
            "origin": .string(offer.offer.origin.rawValue),
            "requirement": .string(offer.offer.requirement),
            "basis": .string(offer.offer.basis.rawValue),
            "currency": .string(offer.offer.currency.code),
            "months": .integer(Int64(offer.months)),
            "place": standing.rank.map { .integer(Int64($0)) } ?? .null,
            "score": standing.score.map(number) ?? .null,
            "reasons": .array(standing.reasons.map { .string($0) }),
            "total": money(offer.total), "presentValue": money(offer.presentValue),
            "annual": money(offer.annual), "evaluated": money(offer.evaluated),
            "atPurchasingPower": offer.atPurchasingPower.map(money) ?? .null,
            "years": .array(offer.years.map(money)),
            "figures": .object(
                zip(report.plan.criteria, standing.figures).map {
                    (key: $0.id, value: $1.map(number) ?? .null)
                }),
            "gates": .array(report.gates[index].map(gate)),
            "gaps": .array(offer.gaps.map(gap)),
            "unitCosts": .array(offer.unitCosts.map(unitCost)),
            "rows": .array(offer.rows.map(row)),
            "sovereignty": report.sovereignty[index].map(sovereignty) ?? .null,
            "dominatedBy": dominator(index),
            "conditions": .array(offer.offer.conditions.map { .string($0) }),
        ]
    }

    private func dominator(_ index: Int) -> JSONValue {
        guard let place = report.candidates.firstIndex(of: index),
            let by = report.dominators[place]
        else { return .null }
        return .string(names[report.candidates[by]])
    }

    private func gate(_ verdict: GateVerdict) -> JSONValue {
        [
            "gate": .string(verdict.gate), "verdict": .string(verdict.outcome.rawValue),
            "because": .string(verdict.reason),
        ]
    }

    private func gap(_ gap: NormalisedOffer.Gap) -> JSONValue {
        [
            "item": .string(gap.item), "line": .optional(gap.line),
            "reason": .string(gap.reason), "amount": gap.amount.map(money) ?? .null,
            "from": .string(gap.from),
        ]
    }

    private func unitCost(_ cost: NormalisedOffer.UnitCost) -> JSONValue {
        [
            "level": .string(cost.level), "measure": .string(cost.measure.rawValue),
            "cost": number(cost.cost), "premium": cost.premium.map(number) ?? .null,
        ]
    }

    private func row(_ row: NormalisedOffer.Row) -> JSONValue {
        [
            "id": .string(row.id), "item": .string(row.item), "level": .string(row.level),
            "cause": .string(row.cause.rawValue), "product": .string(row.product),
            "amount": number(row.amount), "filled": .bool(row.isFilled),
        ]
    }

    private func sovereignty(_ found: SovereigntyAssessment) -> JSONValue {
        [
            "scorePercent": number(found.percent),
            "overall": found.overall.map { .integer(Int64($0)) } ?? .null,
            "passed": .bool(found.isPassed),
            "objectives": .array(
                found.objectives.map { objective -> JSONValue in
                    [
                        "id": .string(objective.id),
                        "level": objective.level.map { .integer(Int64($0)) } ?? .null,
                        "claimed": objective.claimed.map { .integer(Int64($0)) } ?? .null,
                        "evidenced": objective.evidenced.map { .integer(Int64($0)) } ?? .null,
                        "minimum": objective.minimum.map { .integer(Int64($0)) } ?? .null,
                        "scoreBp": .integer(Int64(objective.scoreBp)),
                        "setBy": .array(objective.setBy.map { .string($0) }),
                    ]
                }),
        ]
    }
}

extension ComparisonJSONWriter {
    private func name(_ candidate: Int) -> JSONValue {
        .string(report.offers[report.candidates[candidate]].offer.id)
    }

    private func robustness(_ found: Robustness) -> JSONValue {
        [
            "criticalWeights": .array(
                found.criticalWeights.map { weight -> JSONValue in
                    [
                        "criterion": .string(weight.criterion), "first": name(weight.first),
                        "other": name(weight.other), "weight": number(weight.weight),
                        "stated": number(weight.stated),
                    ]
                }),
            "winsPerMillion": found.winsPerMillion.map { wins in
                .object(
                    report.candidates.indices.map { candidate in
                        (
                            key: report.offers[report.candidates[candidate]].offer.id,
                            value: .integer(Int64(wins[candidate]))
                        )
                    })
            } ?? .null,
            "withdrawals": .array(
                found.withdrawals.map { withdrawal -> JSONValue in
                    [
                        "withdrawn": name(withdrawal.withdrawn), "winner": name(withdrawal.winner),
                        "changesOrder": .bool(withdrawal.changesOrder),
                    ]
                }),
            "formulas": .array(
                found.swaps.map { swap -> JSONValue in
                    [
                        "formula": .string(swap.name), "winner": name(swap.winner),
                        "counts": .bool(swap.isCounting),
                    ]
                }),
            "turningPrices": .array(
                found.turningPrices.map { turning -> JSONValue in
                    [
                        "offer": name(turning.offer),
                        "highestFirst": turning.highestFirst.map(money) ?? .null,
                        "unbounded": .bool(turning.isUnbounded),
                    ]
                }),
            "places": .array(
                found.rankRanges.map { range -> JSONValue in
                    [
                        "offer": name(range.offer),
                        "byPrice": places(range.byPrice), "byGrade": places(range.byGrade),
                    ]
                }),
        ]
    }

    private func places(_ range: ClosedRange<Int>) -> JSONValue {
        [.integer(Int64(range.lowerBound)), .integer(Int64(range.upperBound))]
    }

    private func sensitivity(_ row: ComparisonReport.Sensitivity) -> JSONValue {
        [
            "name": .string(row.name),
            "evaluated": .object(
                zip(report.offers, row.evaluated).map { (key: $0.offer.id, value: money($1)) }),
            "winner": .optional(row.winner.map { report.offers[$0].offer.id }),
        ]
    }

    private func audit(_ audit: EvaluationAudit) -> JSONValue {
        [
            "clean": .bool(audit.isClean),
            "changesWinner": .bool(audit.changesWinner),
            "mistakes": .array(
                audit.mistakes.map { mistake -> JSONValue in
                    [
                        "kind": .string(mistake.kind.rawValue), "offer": .string(mistake.offer),
                        "text": .string(mistake.text),
                    ]
                }),
            "corrections": .array(
                audit.corrections.map { row -> JSONValue in
                    [
                        "offer": .string(row.offer), "before": money(row.priceBefore),
                        "after": money(row.priceAfter),
                        "placeBefore": row.rankBefore.map { .integer(Int64($0)) } ?? .null,
                        "placeAfter": row.rankAfter.map { .integer(Int64($0)) } ?? .null,
                    ]
                }),
        ]
    }

    private func point(_ point: SovereigntyCurvePoint) -> JSONValue {
        [
            "level": .integer(Int64(point.level)),
            "offer": .optional(point.offer.map { report.offers[$0].offer.id }),
            "price": point.price.map(money) ?? .null,
            "premium": point.premium.map(money) ?? .null,
            "reaching": .array(point.reaching.map { .string(report.offers[$0].offer.id) }),
        ]
    }

    private func stress(_ result: StressResult) -> JSONValue {
        [
            "test": .string(result.test.kind.rawValue), "subject": .string(result.test.subject),
            "offer": .string(report.offers[result.offer].offer.id),
            "fallen": .array(result.fallen.map { .string($0) }),
            "items": .array(result.items.map { .string($0) }),
            "fallbacks": .array(result.fallbacks.map { .string($0) }),
            "cost": result.cost.map(money) ?? .null,
            "scoreBp": result.scoreBp.map { .integer(Int64($0)) } ?? .null,
            "failedGates": .array(result.failedGates.map { .string($0) }),
        ]
    }

    private func difference(_ difference: PriceDifference) -> JSONValue {
        [
            "from": .string(report.offers[difference.from].offer.id),
            "to": .string(report.offers[difference.to].offer.id),
            "total": number(difference.total),
            "causes": .array(
                difference.amounts.map { part -> JSONValue in
                    ["cause": .string(part.cause.rawValue), "amount": number(part.amount)]
                }),
        ]
    }
}

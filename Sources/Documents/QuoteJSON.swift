package import Diagnostics
package import Proposals
import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements

/// The quote as data, `sovereign-quote/1`: self-contained, so that it can be recomputed years
/// later.
///
/// Amounts are decimal texts; ten-thousandths of a minor unit are whole numbers.
package enum QuoteJSON {
    /// Writes a proposal.
    package static func value(_ proposal: Proposal) -> JSONValue {
        QuoteJSONWriter(proposal: proposal).value
    }
}

struct QuoteJSONWriter {
    let proposal: Proposal

    var requirement: Requirement { proposal.bound.requirement }

    var value: JSONValue {
        var members = head
        switch proposal.outcome {
        case .package(let package):
            members.append(("status", .string("package")))
            members += self.package(package)
        case .refused(let refusal):
            members.append(("status", .string("refused")))
            members.append(("refusal", self.refusal(refusal)))
        case .undecided:
            members.append(("status", .string("undecided")))
        }
        if let change = proposal.change { members.append(("change", self.change(change))) }
        members.append(("observations", .array(proposal.observations.map(observation))))
        members += evidence
        members.append(("problem", proposal.problem.json))
        members.append(("answer", proposal.answer.json))
        return .object(members)
    }

    typealias Members = [(key: String, value: JSONValue)]

    private var head: Members {
        let term = requirement.term
        return [
            ("format", .string(QuoteFile.format)),
            ("engine", .string(EngineVersion.current)),
            ("title", .string(requirement.title)),
            ("customer", .string(proposal.bound.customer.id.rawValue)),
            ("currency", .string(requirement.currency.value.code)),
            ("asOf", .string(requirement.asOf.value.description)),
            (
                "catalog",
                [
                    "version": .string(proposal.catalog.version),
                    "date": .string(proposal.catalog.date.description),
                    "contentHash": .string(proposal.catalog.contentHash.hexadecimal),
                ]
            ),
            ("requirement", source),
            ("periods", .array(term.evaluatedPeriods.map(period))),
            ("rates", rates),
        ]
    }

    private var source: JSONValue {
        var members: Members = [
            ("sha256", .string(proposal.source.hash.hexadecimal)),
            ("text", .string(proposal.source.text)),
        ]
        if !proposal.source.settings.isEmpty {
            members.append(("settings", .array(proposal.source.settings.map { .string($0) })))
        }
        return .object(members)
    }

    private func period(_ period: Term.Period) -> JSONValue {
        [
            "id": .string(period.id), "start": .string(period.start.description),
            "end": .string(period.end.description), "months": .integer(Int64(period.months)),
        ]
    }

    private var rates: JSONValue {
        let used = usedCurrencies
        let entries = proposal.rates.rates.filter { used.contains($0.currency) }.map { rate in
            (key: rate.currency.code, value: JSONValue.string(rate.unitsPerEuro.description))
        }
        return [
            "date": .string(proposal.rates.date.description),
            "source": .string(
                (["European Central Bank, euro foreign exchange reference rates"]
                    + proposal.rates.rates.filter { used.contains($0.currency) }.compactMap {
                        rate in
                        rate.otherSource.map { "\(rate.currency.code): \($0)" }
                    }).joined(separator: "; ")),
            "unitsPerEuro": .object(entries),
        ]
    }

    private var usedCurrencies: Set<Currency> {
        guard case .package(let package) = proposal.outcome else { return [] }
        return Set(
            package.lines.map(\.meter.schedule.currency)
                + package.headLines.map(\.rate.currency)
                + requirement.budgets.map(\.amount.value.currency) + [requirement.currency.value])
    }

    private func package(_ package: PricedPackage) -> Members {
        let waterfall = package.waterfall
        return [
            ("placements", .array(package.placements.map(placement))),
            ("lines", .array(package.lines.map(line))),
            ("people", .array(package.headLines.map(head))),
            ("steps", .array(package.stepLines.map(step))),
            ("staff", staff(package.staff)),
            ("discounts", .array(package.discounts.map(discount))),
            ("periodTotals", .array(package.periods.map(periodTotal))),
            ("contract", contract(package.contract)),
            ("taxes", .array(package.taxes.map(taxPart))),
            ("budgets", .array(package.budgets.map(budgetUse))),
            (
                "total",
                [
                    "list": .string(Self.text(waterfall.list)),
                    "totalE4": .integer(waterfall.totalE4),
                    "rounding": .string(waterfall.rounding.rawValue),
                    "roundingE4": .integer(waterfall.roundingE4),
                    "amount": .string(Self.text(waterfall.total)),
                ]
            ),
            ("claim", claim(package.claim)),
            ("range", package.range.map(range) ?? .null),
            ("alternatives", .array(package.alternatives.map(alternative))),
            ("unpriced", .array(package.unpriced.map(unpriced))),
            ("unpricedPlatforms", .array(package.unpricedPlatforms.map(platform))),
            ("promises", .array(package.promises.map(promise))),
            ("answers", .array(package.answers.map(answer))),
            ("assumptions", .array(package.assumptions.map(assumption))),
            ("conventions", .array(package.conventions.map { .string($0) })),
        ]
    }

    static func text(_ money: Money) -> String {
        money.decimal.padded(toScale: money.currency.minorUnits)
    }

    private func observation(_ observation: Observation) -> JSONValue {
        [
            "kind": .string(observation.kind),
            "weight": .string(observation.weight.rawValue),
            "paths": .array(observation.paths.map { .string($0) }),
            "text": .string(observation.text),
            "workings": .array(observation.workings.map { .string($0) }),
            "wayOut": observation.wayOut.map { .string($0) } ?? .null,
        ]
    }

    private func refusal(_ refusal: Refusal) -> JSONValue {
        [
            "restE4": refusal.restE4.map { .integer($0) } ?? .null,
            "conflict": .array(refusal.conflict.map { .string($0) }),
            "repairs": .array(refusal.repairs.map { .string($0) }),
            "further": .array(
                refusal.further.map { conflict in
                    [
                        "conflict": .array(conflict.rules.map { .string($0) }),
                        "repairs": .array(conflict.repairs.map { .string($0) }),
                    ]
                }),
            "unserved": .array(
                refusal.unserved.map { entry in
                    [
                        "demand": .string(entry.demandID),
                        "reasons": .array(entry.reasons.map { .string($0) }),
                    ]
                }),
        ]
    }

    private var evidence: Members {
        [
            ("judgements", .array(proposal.judgements.map(judgement))),
            (
                "rejected",
                .array(
                    proposal.rejected.map { offer in
                        [
                            "demand": .string(offer.demandID),
                            "offer": .string(offer.offer.rawValue),
                            "verdict": .string(offer.verdict.rawValue),
                            "reasons": .array(offer.reasons.map { .string($0) }),
                        ]
                    })
            ),
            (
                "questions",
                .array(
                    proposal.questions.map { question in
                        [
                            "id": .string(question.id), "text": .string(question.text),
                            "ask": .string(question.askWhom),
                        ]
                    })
            ),
        ]
    }

    private func judgement(_ judgement: OfferJudgement) -> JSONValue {
        [
            "demand": .string(judgement.demand.id),
            "offer": .string(judgement.offer.id.rawValue),
            "verdict": .string(judgement.verdict.rawValue),
            "rules": .array(
                judgement.judgements.map { rule in
                    [
                        "rule": .string(rule.rule), "verdict": .string(rule.verdict.rawValue),
                        "because": rule.explanation.json,
                    ]
                }),
        ]
    }
}

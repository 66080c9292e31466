import Assembly
import Catalog
import Diagnostics
import Clearance
import Eligibility
import LocatedInput
import Pricing
package import Proposals
import Quantities
import Requirements

/// Explains one identifier of a proposal: a line's cents, or why an offer was or was not chosen.
package struct QuoteExplanation {
    private let proposal: Proposal

    /// Creates an explanation of parts of `proposal`.
    package init(_ proposal: Proposal) {
        self.proposal = proposal
    }

    /// Explains a line (`L1`), a people line (`P1`), or an offer, service, site or provider.
    ///
    /// - Returns: text, or `nil` where nothing in the proposal has the identifier.
    package func render(_ id: String) -> String? {
        if let package = self.package {
            if let line = package.lines.first(where: { $0.id == id }) {
                return TerminalRenderer().render(lineage(line, package))
            }
            if let line = package.headLines.first(where: { $0.id == id }) {
                return TerminalRenderer().render(lineage(line))
            }
        }
        let judged = proposal.judgements.filter { judgement in
            let offer = judgement.offer
            return [
                offer.id.rawValue, offer.service.rawValue, offer.site.rawValue,
                offer.provider.rawValue, judgement.demand.id,
                "\(judgement.demand.id)/\(offer.id)",
            ].contains(id)
        }
        guard !judged.isEmpty else { return nil }
        return judged.map(why).joined(separator: "\n")
    }

    /// Identifiers that can be explained, for suggestions.
    package var identifiers: [String] {
        let lines =
            (package?.lines.map(\.id) ?? []) + (package?.headLines.map(\.id) ?? [])
        let offers = proposal.judgements.flatMap { judgement in
            [
                judgement.offer.id.rawValue, judgement.offer.service.rawValue,
                judgement.offer.site.rawValue, judgement.offer.provider.rawValue,
                judgement.demand.id,
            ]
        }
        return Set(lines + offers).sorted()
    }

    private var package: PricedPackage? {
        guard case .package(let package) = proposal.outcome else { return nil }
        return package
    }

    // MARK: - Offers

    private func why(_ judgement: OfferJudgement) -> String {
        let head = DisplayText.escaped(
            "\(judgement.demand.id), \(judgement.offer.id): \(fate(judgement))")
        let trees = judgement.judgements.map { rule in
            let lines = rule.explanation.rendered().split(separator: "\n").map { "  " + $0 }
            return "- \(rule.verdict.rawValue)\n" + lines.joined(separator: "\n")
        }
        return ([head] + trees).joined(separator: "\n") + "\n"
    }

    private func fate(_ judgement: OfferJudgement) -> String {
        let isChosen =
            package?.placements.contains {
                $0.judgement.offer == judgement.offer && $0.demand.id == judgement.demand.id
            } ?? false
        if isChosen { return "chosen, \(judgement.verdict.rawValue)" }
        let unpriced = package?.unpriced.first {
            $0.offer == judgement.offer.id && $0.demandID == judgement.demand.id
        }
        if let unpriced {
            return "\(judgement.verdict.rawValue), no price; \(below(unpriced.breakEven))"
        }
        let platform = package?.unpricedPlatforms.first {
            $0.site == judgement.offer.site && $0.demandIDs.contains(judgement.demand.id)
        }
        if let platform {
            return "\(judgement.verdict.rawValue), no price; with all that the platform could "
                + "serve of \(platform.enclave), \(below(platform.breakEven))"
        }
        let refused = proposal.rejected.first {
            $0.offer == judgement.offer.id && $0.demandID == judgement.demand.id
        }
        if let refused {
            return "not used, \(refused.verdict.rawValue): "
                + refused.reasons.joined(separator: "; ")
        }
        let verdict = judgement.verdict.rawValue
        guard isPriced(judgement) else { return "\(verdict), no price" }
        return package == nil
            ? "\(verdict), priced; there is no package to compare it with"
            : "\(verdict), priced; the chosen package costs no more"
    }

    /// Whether the search had an option of the offer to choose.
    private func below(_ price: BreakEven) -> String {
        switch price {
        case .below(let e4):
            "it would be chosen below "
                + Figures.roundedUp(e4, proposal.bound.requirement.currency.value)
        case .never: "it would not be chosen even for nothing"
        case .notComputed: "below which price it would be chosen is not worked out"
        }
    }

    private func isPriced(_ judgement: OfferJudgement) -> Bool {
        proposal.problem.demands.contains { demand in
            demand.id == judgement.demand.id
                && demand.options.contains {
                    $0.id.hasPrefix("\(judgement.demand.id)/\(judgement.offer.id)/")
                }
        }
    }

    // MARK: - Lines

    private func lineage(_ line: QuoteLine, _ package: PricedPackage) -> [DocumentBlock] {
        let currency = proposal.bound.requirement.currency.value
        let priced = line.priced
        var items = line.meter.rows.map { row in
            "price fact \(row.id): \(row.currency.code) \(row.amount) per \(row.unit.rawValue)"
                + (row.tierFrom.isZero ? "" : " above \(row.tierFrom)")
                + ", \(row.basis.rawValue); \(row.provenance.source), as of "
                + "\(row.provenance.asOf), \(row.provenance.confidence.rawValue); "
                + "\(row.provenance.location)"
                + (row.note.map { "; \($0)" } ?? "")
        }
        items.append(
            "plan: \(line.meter.plan.name); period \(line.period.id), \(priced.months) months")
        items.append(
            "units a month: \(Figures.number(line.monthlyQuantity)) \(line.meter.unit.rawValue), "
                + "from \(line.quantity)")
        items += slices(line)
        items.append(
            "a month: \(priced.periodicCharge.currency.code) "
                + "\(priced.periodicCharge.amount.decimalText); \(priced.months) months: "
                + priced.termCharge.amount.decimalText)
        if priced.termCharge.currency != currency {
            items.append(
                "converted at the "
                    + proposal.rates.tableName(for: [priced.termCharge.currency, currency])
                    + " of \(proposal.rates.date): "
                    + "\(currency.code) \(priced.converted.amount.decimalText), unrounded")
        }
        items.append("rounded once, half up: \(Figures.money(priced.money))")
        items += package.discounts.filter { $0.lineIDs.contains(line.id) }.map {
            "counts towards: \($0.title)"
        }
        return [
            .heading(level: 1, "\(line.id): \(line.product) at \(line.site)"),
            .bullets(items),
        ]
    }

    private func slices(_ line: QuoteLine) -> [String] {
        guard case .metered(let schedule, let quantity) = line.priced.charge,
            let slices = try? schedule.slices(for: quantity)
        else { return [] }
        return slices.map { slice in
            "tier from \(slice.from): \(Figures.number(slice.quantity)) x \(slice.rate) = "
                + "\(slice.charge.currency.code) \(slice.charge.amount.decimalText)"
        }
    }

    private func lineage(_ line: HeadLine) -> [DocumentBlock] {
        let rate = line.rate
        let items = [
            "seats: \(line.seats.joined(separator: "; ")); \(Figures.thousandths(line.milliFTE)) "
                + "people, \(line.heads) whole heads",
            "rate \(rate.id): \(rate.currency.code) \(line.cost.dayRate.amount.decimalText) for "
                + "\(rate.hoursPerUnit) h, \(rate.basis.rawValue); "
                + (rate.derivation ?? "published") + "; \(rate.provenance.source); "
                + "\(rate.provenance.location)",
            "days billed in a year: \(line.cost.billedDaysPerYear.decimalText)",
            "a head and month: \(rate.currency.code) "
                + "\(line.priced.periodicCharge.amount.decimalText); \(line.priced.months) months: "
                + line.priced.termCharge.amount.decimalText,
            "a head, converted and rounded once: \(Figures.money(line.priced.piece))",
            "\(line.heads) heads: \(Figures.money(line.priced.money))",
        ]
        return [
            .heading(level: 1, "\(line.id): \(line.role.name), \(line.period.id)"),
            .bullets(items),
        ]
    }
}

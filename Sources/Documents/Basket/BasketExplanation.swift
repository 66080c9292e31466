import Catalog
package import Pricing
import Quantities

/// Tells where every cent of a line of a basket comes from.
package struct BasketExplanation: Sendable {
    private let basket: PricedBasket

    /// Creates explanations of a basket's lines.
    package init(_ basket: PricedBasket) { self.basket = basket }

    /// Lines that can be explained.
    package var identifiers: [String] { basket.lines.map(\.id) }

    /// Explains a line; `nil` where there is none of that name.
    package func blocks(_ id: String) -> [DocumentBlock]? {
        basket.line(id).map { line in
            [
                .heading(level: 1, "\(line.id): \(line.name) at \(line.site)"),
                .bullets(facts(line) + months(line) + terms(line) + toNet(line)),
            ]
        }
    }

    /// Sheet, date and row of every price that was used.
    private func facts(_ line: BasketLine) -> [String] {
        var seen: Set<PriceID> = []
        let bought = Set(line.mix?.mix.purchases.map(\.offer) ?? [])
        let terms = (line.mix?.meters ?? []).enumerated().filter { bought.contains($0.offset) }
        let meters = line.runs.flatMap(\.parts).map(\.meter) + terms.map(\.element)
        return meters.flatMap(\.rows).filter {
            seen.insert($0.id).inserted
        }.map { row in
            "price fact \(row.id): \(row.currency.code) \(row.amount) per "
                + (row.block == .one ? "" : "\(row.block) ") + row.unit.rawValue
                + (row.tierFrom.isZero ? "" : " above \(row.tierFrom)")
                + ", \(row.basis.rawValue); \(row.provenance.source)"
                + (row.sheetRow.map { ", row \($0)" } ?? "") + ", as of \(row.provenance.asOf), "
                + "\(row.provenance.confidence.rawValue); \(row.provenance.location)"
                + (row.note.map { "; \($0)" } ?? "")
        }
    }

    private func months(_ line: BasketLine) -> [String] {
        line.runs.flatMap { run -> [String] in
            let span =
                run.months == 1
                ? "\(run.from) to \(run.to)" : "\(run.months) months, \(run.from) to \(run.to)"
            let head =
                "\(span): \(Figures.number(run.quantity)) asked, "
                + (run.parts.first?.meter.unit == .percent
                    ? "of other charges of \(run.units.decimalText) a month"
                    : "\(run.units.decimalText) "
                        + "\(run.parts.first?.meter.unit.rawValue ?? "units") a month")
            let parts = run.parts.flatMap { part in
                run.parts.count == 1
                    ? slices(part) : ["\(part.days) days: \(part.charge.description)"]
            }
            let factor = run.factor == .one ? "" : ", times \(run.factor.decimalText) by indices"
            return [head] + parts + [
                "a month: \(run.charge.currency.code) "
                    + run.charge.amount.decimalText + factor
            ]
        }
    }

    /// The tiers of a month whose units are a decimal and are counted by themselves.
    private func slices(_ part: BasketLine.Part) -> [String] {
        guard part.meter.unit != .percent, let units = try? part.units.exactDecimal(),
            let slices = try? part.meter.schedule.slices(for: units),
            let sum = try? slices.reduce(ExactRatio.zero, { try $0.adding($1.charge.amount) }),
            sum == part.charge.amount
        else {
            guard part.meter.unit != .percent, part.meter.rows.count > 1 else { return [] }
            return [
                "its tiers are counted with others' use, by "
                    + "\(part.meter.rows[0].aggregation.rawValue): "
                    + "its share of their charge by units"
            ]
        }
        return slices.map { slice in
            "tier from \(slice.from): \(slice.blocks.decimalText) x \(slice.rate) = "
                + "\(slice.charge.currency.code) \(slice.charge.amount.decimalText)"
        }
    }

    private func terms(_ line: BasketLine) -> [String] {
        guard let mix = line.mix else { return [] }
        let bought = mix.mix.purchases.compactMap { purchase -> String? in
            let offer = mix.offers[purchase.offer]
            guard let cost = try? offer.termCost else { return nil }
            return "\(Figures.number(purchase.units)) x \(offer.name) from month "
                + "\(mix.firstMonth + purchase.start + 1): \(cost.currency.code) "
                + "\(cost.amount.decimalText) each"
        }
        let single = mix.mix.onDemand.reduce(0, +)
        return ["the cheapest mix of terms, proved:"] + bought + [
            "\(Figures.number(single)) unit-months on demand",
            "parts of months and units without a term: \(mix.rest.amount.decimalText)",
            "the mix \(mix.mix.total.currency.code) \(mix.mix.total.amount.decimalText), "
                + "\(mix.mix.allOnDemand.amount.decimalText) on demand alone",
        ]
    }

    private func toNet(_ line: BasketLine) -> [String] {
        let currency = basket.agreement.currency
        var items = ["list: \(line.list.currency.code) \(line.list.amount.decimalText)"]
        if line.list.currency != currency {
            items.append(
                "converted by \(basket.rates.words(from: line.list.currency, to: currency)): "
                    + "\(currency.code) \(line.stepped.line.list.amount.decimalText), unrounded")
        }
        items += line.stepped.rows.map { row in
            "\(row.stepID): \(row.amount.decimalText) of \(row.base.decimalText), after it "
                + row.after.decimalText
        }
        if let waiver = line.stepped.waiver {
            items.append("below the floor, waived by \(waiver.role) until \(waiver.until)")
        }
        let rounding = (try? line.stepped.rounding)?.decimalText ?? "0"
        let mode = BasketOutline.words(basket.agreement.roundingMode)
        items.append("rounding \(rounding), \(mode): \(Figures.money(line.money))")
        return items
    }
}

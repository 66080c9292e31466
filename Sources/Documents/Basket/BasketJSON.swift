import Catalog
package import Diagnostics
package import Pricing
import Quantities

/// A priced basket as JSON, in the form `priced-basket/1`; amounts are decimals in strings.
package enum BasketJSON {
    /// Returns the document.
    package static func value(_ basket: PricedBasket) -> JSONValue {
        let currency = basket.agreement.currency
        return [
            "format": "priced-basket/1",
            "currency": .string(currency.code),
            "asOf": .optional(basket.agreement.asOf?.description),
            "evaluated": .optional(basket.totals.map { text($0.evaluated) }),
            "lines": .array(basket.lines.map(line)),
            "unpriced": .array(
                basket.unpriced.map { row -> JSONValue in
                    [
                        "row": .string(row.rowID), "meter": .string(row.meter),
                        "reason": .string(row.reason),
                    ]
                }),
            "periods": .array(basket.periods.map(period)),
            "totals": basket.totals.map(totals) ?? .null,
            "taxes": .array(basket.taxes.map(tax)),
            "duty": basket.duty.map { duty -> JSONValue in
                [
                    "incoterm": .string(duty.rule.incoterm.rawValue),
                    "percent": .string(duty.rule.percent.description),
                    "due": .string(text(duty.due)),
                    "sellerPays": .bool(duty.rule.incoterm.sellerPaysDuty),
                ]
            } ?? .null,
            "credits": .array(
                basket.credits.map { credit, amount -> JSONValue in
                    [
                        "id": .string(credit.id), "reason": .string(credit.reason),
                        "belongsTo": .optional(credit.belongsTo?.description),
                        "amount": .string(text(amount)),
                    ]
                }),
            "commitment": .array(basket.promise.map(promise)),
            "savingsPlan": basket.savings.map { plan -> JSONValue in
                [
                    "currency": .string(plan.perHour.currency.code),
                    "perHour": .string(plan.perHour.amount.description),
                    "cheapest": .bool(plan.isCheapest), "hours": .integer(Int64(plan.hours)),
                    "used": .string(plan.used.amount.description),
                    "lost": .string(plan.lost.amount.description),
                    "total": .string(plan.total.amount.description),
                    "without": .string(plan.without.amount.description),
                ]
            } ?? .null,
            "exposure": .array(
                (basket.exposure?.rows ?? []).map { row -> JSONValue in
                    [
                        "currency": .string(row.currency.code),
                        "amount": .string(text(row.amount)),
                        "percent": .integer(Int64(CurrencyExposure.shownPercent)),
                        "lower": .string(text(row.lower)), "upper": .string(text(row.upper)),
                    ]
                }),
            "settled": basket.settled.map { money -> JSONValue in
                ["currency": .string(money.currency.code), "amount": .string(text(money))]
            } ?? .null,
            "range": basket.range.map { range -> JSONValue in
                ["low": .string(text(range.low)), "high": .string(text(range.high))]
            } ?? .null,
        ]
    }

    private static func text(_ money: Money) -> String {
        money.decimal.padded(toScale: money.currency.minorUnits)
    }

    private static func line(_ line: BasketLine) -> JSONValue {
        [
            "id": .string(line.id), "row": .string(line.row.id), "offer": .string(line.row.offer),
            "sku": .string(line.sku), "site": .string(line.site.rawValue),
            "provider": .string(line.provider.rawValue), "period": .string(line.periodID),
            "level": .optional(line.row.level), "basis": .string(line.basis.rawValue),
            "runs": .array(line.runs.map(run)),
            "terms": line.mix.map(mix) ?? .null,
            "list": .string(line.list.amount.description),
            "listCurrency": .string(line.list.currency.code),
            "rate": .string(line.rate.description),
            "steps": .array(
                line.stepped.rows.map { row -> JSONValue in
                    [
                        "step": .string(row.stepID), "base": .string(row.base.description),
                        "amount": .string(row.amount.description),
                        "after": .string(row.after.description),
                    ]
                }),
            "amount": .string(text(line.money)),
        ]
    }

    private static func run(_ run: BasketLine.Run) -> JSONValue {
        [
            "from": .string(run.from.description), "to": .string(run.to.description),
            "months": .integer(Int64(run.months)),
            "quantity": .string(run.quantity.description),
            "units": .string(run.units.description),
            "charge": .string(run.charge.amount.description),
            "factor": .string(run.factor.description),
            "parts": .array(
                run.parts.map { part -> JSONValue in
                    [
                        "days": .integer(Int64(part.days)),
                        "unit": .string(part.meter.unit.rawValue),
                        "plan": .string(part.meter.plan.name),
                        "prices": .array(part.meter.rows.map { .string($0.id.rawValue) }),
                        "units": .string(part.units.description),
                        "charge": .string(part.charge.amount.description),
                    ]
                }),
        ]
    }

    private static func mix(_ mix: BasketLine.Mix) -> JSONValue {
        [
            "purchases": .array(
                mix.mix.purchases.map { purchase -> JSONValue in
                    [
                        "term": .string(mix.offers[purchase.offer].name),
                        "months": .integer(Int64(mix.offers[purchase.offer].months)),
                        "startMonth": .integer(Int64(purchase.start + 1)),
                        "units": .integer(purchase.units),
                    ]
                }),
            "onDemandUnitMonths": .integer(mix.mix.onDemand.reduce(0, +)),
            "total": .string(mix.mix.total.amount.description),
            "allOnDemand": .string(mix.mix.allOnDemand.amount.description),
        ]
    }

    private static func period(_ period: PricedBasket.PeriodPrices) -> JSONValue {
        let waterfall = period.waterfall
        return [
            "id": .string(period.period.id), "from": .string(period.period.from.description),
            "to": .string(period.period.to.description),
            "list": .string(waterfall.list.amount.description),
            "steps": .array(
                waterfall.subtotals.map { subtotal -> JSONValue in
                    [
                        "step": .string(subtotal.stepID),
                        "amount": .string(subtotal.amount.description),
                        "after": .string(subtotal.after.description),
                    ]
                }),
            "invoiceDifference": .string(text(waterfall.invoiceDifference)),
            "total": .string(text(waterfall.total)),
        ]
    }

    private static func totals(_ totals: ContractTotals) -> JSONValue {
        [
            "base": .string(text(totals.base)), "evaluated": .string(text(totals.evaluated)),
            "surge": .string(text(totals.surge)),
            "fees": .array(
                totals.fees.map { fee -> JSONValue in
                    ["name": .string(fee.fee.name), "amount": .string(text(fee.amount))]
                }),
            "withFees": .string(text(totals.withFees)),
            "ceiling": .optional(totals.terms.ceiling.map { text($0) }),
            "obligated": .optional(totals.terms.obligated.map { text($0) }),
            "minimum": .optional(totals.terms.minimum.map { text($0) }),
            "identities": .array(
                ((try? totals.identities) ?? []).map { identity -> JSONValue in
                    ["text": .string(identity.text), "holds": .bool(identity.holds)]
                }),
        ]
    }

    private static func tax(_ tax: PricedBasket.TaxAmount) -> JSONValue {
        [
            "place": .optional(tax.rule?.place),
            "percent": .optional(tax.rule?.percent.description),
            "reverseCharge": .bool(tax.rule?.isReverseCharge ?? false),
            "net": .string(text(tax.net)),
            "due": tax.rule == nil ? .null : .string(text(tax.due)),
        ]
    }

    private static func promise(_ row: SpendCommitment.Row) -> JSONValue {
        [
            "percent": .integer(Int64(row.percent)), "counted": .string(text(row.counted)),
            "uncounted": .string(text(row.uncounted)), "shortfall": .string(text(row.shortfall)),
            "overage": .string(text(row.overage)), "due": .string(text(row.due)),
        ]
    }
}

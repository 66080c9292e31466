import Catalog
import Diagnostics
import Clearance
import Eligibility
import Pricing
import Proposals
import Quantities
import Requirements

extension QuoteJSONWriter {
    func placement(_ placement: Placement) -> JSONValue {
        [
            "demand": .string(placement.demand.id),
            "copy": .integer(Int64(placement.copy)),
            "option": .string(placement.optionID),
            "provider": .string(placement.provider.id.rawValue),
            "site": .string(placement.site.id.rawValue),
            "country": .string(placement.site.country.rawValue),
            "service": .string(placement.service.id.rawValue),
            "product": .string(placement.service.name),
            "verdict": .string(placement.judgement.verdict.rawValue),
            "steps": .array(
                placement.judgement.steps.map { step in
                    [
                        "id": .string(step.id), "text": .string(step.text),
                        "authority": .string(step.authority),
                        "leadTime": .optional(step.leadTime?.description),
                    ]
                }),
            "sizing": .array(placement.sizing.map { .string($0) }),
            "sizingProved": .bool(placement.isSizingProved),
        ]
    }

    func line(_ line: QuoteLine) -> JSONValue {
        let priced = line.priced
        return [
            "id": .string(line.id),
            "demand": .string(line.demandID),
            "option": .optional(line.optionID),
            "module": module(line),
            "provider": .string(line.provider.rawValue),
            "site": .string(line.site.rawValue),
            "product": .string(line.product),
            "quantity": .string(line.quantity),
            "period": .string(line.period.id),
            "from": .string(line.period.start.description),
            "months": .integer(Int64(priced.months)),
            "committedMonths": .integer(Int64(line.meter.plan.months)),
            "meter": meter(line.meter),
            "unitsPerMonth": .string(line.monthlyQuantity.description),
            "termCharge": .string(priced.termCharge.amount.description),
            "rounding": .string(priced.rounding.rawValue),
            "amount": .string(Self.text(priced.money)),
            "years": .array(
                line.byYear.map { part in
                    [
                        "year": .integer(Int64(part.year)), "months": .integer(Int64(part.months)),
                        "amount": .string(Self.text(part.amount)),
                    ]
                }),
        ]
    }

    private func module(_ line: QuoteLine) -> JSONValue {
        guard case .module(let id, let place) = line.origin else { return .null }
        return [
            "id": .string(id), "place": .string(place), "count": .integer(line.priced.count),
            "each": .string(Self.text(line.priced.piece)),
        ]
    }

    func step(_ line: StepLine) -> JSONValue {
        [
            "id": .string(line.id), "step": .string(line.step.id),
            "text": .string(line.step.text), "authority": .string(line.step.authority),
            "period": .string(line.period.id),
            "amount": .string(Self.text(line.priced.money)),
        ]
    }

    private func meter(_ meter: Meter) -> JSONValue {
        let allowance = try? meter.sharedAllowance
        let schedule = allowance?.beyond ?? meter.schedule
        return [
            "sku": .string(meter.sku),
            "unit": .string(meter.unit.rawValue),
            "currency": .string(schedule.currency.code),
            "model": .string(schedule.model.rawValue),
            "block": .string(schedule.block.description),
            "tiers": .array(
                schedule.tiers.map { tier in
                    [
                        "from": .string(tier.from.description),
                        "amount": .string(tier.amount.description),
                    ]
                }),
            "freePerAccount": .optional(allowance?.units.description),
            "basis": .string(meter.basis.rawValue),
            "facts": .array(meter.rows.map(fact)),
        ]
    }

    private func fact(_ row: PriceRow) -> JSONValue {
        [
            "id": .string(row.id.rawValue),
            "amount": .string(row.amount.description),
            "tierFrom": .string(row.tierFrom.description),
            "sheetRow": .optional(row.sheetRow),
            "sheetUnit": .optional(row.sheetUnit),
            "note": .optional(row.note),
            "source": .string(row.provenance.source),
            "asOf": .string(row.provenance.asOf.description),
            "confidence": .string(row.provenance.confidence.rawValue),
        ]
    }

    func head(_ line: HeadLine) -> JSONValue {
        [
            "id": .string(line.id),
            "pool": .string(line.pool),
            "role": .string(line.role.name),
            "level": .optional(line.level?.rawValue),
            "nationality": nationality(line.nationality),
            "heads": .integer(line.heads),
            "milliFTE": .integer(line.milliFTE),
            "seats": .array(line.seats.map { .string($0) }),
            "period": .string(line.period.id),
            "months": .integer(Int64(line.priced.months)),
            "rate": [
                "id": .string(line.rate.id.rawValue),
                "amount": .string(line.cost.dayRate.amount.description),
                "currency": .string(line.rate.currency.code),
                "hoursPerDay": .string(line.rate.hoursPerUnit.description),
                "billedDaysPerYear": .string(line.cost.billedDaysPerYear.description),
                "basis": .string(line.rate.basis.rawValue),
                "low": .optional(line.rate.low?.description),
                "high": .optional(line.rate.high?.description),
                "derivation": .optional(line.rate.derivation),
                "source": .string(line.rate.provenance.source),
                "asOf": .string(line.rate.provenance.asOf.description),
                "confidence": .string(line.rate.provenance.confidence.rawValue),
            ],
            "rounding": .string(line.priced.rounding.rawValue),
            "perHead": .string(Self.text(line.priced.piece)),
            "amount": .string(Self.text(line.priced.money)),
        ]
    }

    func discount(_ discount: QuotedDiscount) -> JSONValue {
        [
            "id": .string(discount.row.id),
            "title": .string(discount.title),
            "year": discount.year.map { .integer(Int64($0)) } ?? .null,
            "mode": .string(discount.mode.rawValue),
            "steps": .array(
                discount.steps.map { step in
                    [
                        "fromMinorUnits": .integer(step.fromMinorUnits),
                        "basisPoints": .integer(Int64(step.basisPoints)),
                    ]
                }),
            "lines": .array(discount.lineIDs.map { .string($0) }),
            "reduces": .array(discount.periods.map { .string($0) }),
            "spend": .string(Self.text(discount.row.spend)),
            "amountE4": .integer(discount.row.amountE4),
        ]
    }

    func periodTotal(_ total: PeriodTotal) -> JSONValue {
        [
            "period": .string(total.period.id),
            "cloud": .string(Self.text(total.cloud)),
            "people": .string(Self.text(total.people)),
            "steps": .string(Self.text(total.steps)),
            "discountE4": .integer(total.discountE4),
            "net": .string(Self.text(total.net)),
        ]
    }

    func claim(_ claim: CheapestClaim) -> JSONValue {
        [
            "pricedOffers": .integer(Int64(claim.pricedOffers)),
            "admittedOffers": .integer(Int64(claim.admittedOffers)),
            "proved": .bool(claim.isProved),
            "lowerBoundE4": .integer(claim.lowerBoundE4),
            "byBasis": .object(
                claim.byBasis.map { ($0.basis.rawValue, .string(Self.text($0.amount))) }),
        ]
    }

    func range(_ range: PriceRange) -> JSONValue {
        [
            "lowE4": .integer(range.lowE4), "highE4": .integer(range.highE4),
            "choiceStays": .bool(range.choiceStays),
            "highKeepsBudgets": .bool(range.highKeepsBudgets),
        ]
    }

    func alternative(_ offer: Alternative) -> JSONValue {
        [
            "demand": .string(offer.demandID), "offer": .string(offer.offer.rawValue),
            "cost": .string(Self.text(offer.cost)),
        ]
    }

    func unpriced(_ offer: UnpricedOffer) -> JSONValue {
        [
            "demand": .string(offer.demandID),
            "offer": .string(offer.offer.rawValue),
            "missing": .array(offer.missing.map { .string($0) }),
            "breakEven": breakEven(offer.breakEven),
        ]
    }

    func platform(_ platform: UnpricedPlatform) -> JSONValue {
        [
            "enclave": .string(platform.enclave),
            "site": .string(platform.site.rawValue),
            "demands": .array(platform.demandIDs.map { .string($0) }),
            "breakEven": breakEven(platform.breakEven),
        ]
    }

    private func breakEven(_ price: BreakEven) -> JSONValue {
        switch price {
        case .below(let e4): ["effect": "chosenBelow", "amountE4": .integer(e4)]
        case .never: ["effect": "never"]
        case .notComputed: ["effect": "notComputed"]
        }
    }

    func promise(_ promise: Promise) -> JSONValue {
        [
            "name": .string(promise.name), "verdict": .optional(promise.verdict?.rawValue),
            "text": .string(promise.text),
        ]
    }

    func answer(_ answer: RequirementAnswer) -> JSONValue {
        [
            "path": .string(answer.path), "asked": .string(answer.asked),
            "status": .string(answer.status.rawValue), "answer": .string(answer.answer),
        ]
    }

    func assumption(_ assumption: Assumption) -> JSONValue {
        let ifFalse: JSONValue =
            switch assumption.ifFalse {
            case .more(let e4): ["effect": "more", "amountE4": .integer(e4)]
            case .noPackage: ["effect": "noPackage"]
            case .notComputed(let why): ["effect": "notComputed", "why": .string(why)]
            }
        return [
            "number": .integer(Int64(assumption.number)), "text": .string(assumption.text),
            "ifFalse": ifFalse,
        ]
    }
}

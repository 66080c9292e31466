import Diagnostics
import LocatedInput
import Quantities

/// Reads the parts of an agreement; what the engine refuses is a finding at its place.
struct AgreementDecoder {
    let currency: Currency
    let collector: FindingCollector

    /// Does work of the engine, whose refusal is a finding.
    private func checked<Value>(
        at location: SourceLocation, _ work: () throws -> Value
    ) -> Value? {
        do {
            return try work()
        } catch {
            collector.report(.priceBadAgreement, "\(error)", at: location)
            return nil
        }
    }

    /// An amount of the agreement's currency, with no more decimals than that has.
    func money(_ amount: Located<ExactDecimal>) -> Money? {
        money(amount, in: currency)
    }

    private func money(_ amount: Located<ExactDecimal>, in currency: Currency) -> Money? {
        guard !amount.value.isNegative else {
            collector.report(
                .priceBadAgreement, "an amount of \(amount.value) is below zero",
                at: amount.location)
            return nil
        }
        let isExact = amount.value.scale <= currency.minorUnits
        let unrounded = UnroundedMoney(amount: amount.value, currency: currency)
        guard isExact, let money = try? unrounded.rounded(.halfUp) else {
            collector.report(
                .priceBadAgreement,
                isExact
                    ? "\(amount.value) is more than an amount can be"
                    : "\(amount.value) is no amount in \(currency.code)",
                at: amount.location,
                help: isExact ? nil : "\(currency.code) has \(currency.minorUnits) decimals")
            return nil
        }
        return money
    }

    func rate(_ value: LocatedValue) -> DatedRate? {
        guard var reader = FieldReader(value, "rate", collector) else { return nil }
        let from = reader.required("from", as: Currency.self)
        let to = reader.required("to", as: Currency.self)
        let rate = reader.required("rate", as: ExactDecimal.self)
        let date = reader.required("date", as: CalendarDate.self)
        let source = reader.required("source", as: String.self)
        let until = reader.optional("until", as: CalendarDate.self)
        reader.finish()
        guard let from, let to, let rate, let date, let source else { return nil }
        return checked(at: rate.location) {
            try DatedRate(
                from: from.value, to: to.value, rate: rate.value, date: date.value,
                publisher: source.value, validUntil: until?.value)
        }
    }

    func step(_ value: LocatedValue) -> PriceStep? {
        guard var reader = FieldReader(value, "step", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let kind = reader.required("kind", as: PriceStep.Kind.self)
        let name = reader.optional("name", as: String.self)
        let levels = Set(reader.list("levels", as: String.self).map(\.value))
        let skus = reader.list("skus", as: String.self).map(\.value)
        let approval = approval(&reader)
        let percent = reader.optional("percent", as: ExactDecimal.self)
        let tiers = reader.children("tiers")
        let mode = reader.optional("mode", as: ProgrammeDiscount.Mode.self)?.value ?? .graduated
        reader.finish()
        guard let id, let kind else { return nil }
        guard (percent == nil) != tiers.isEmpty else {
            collector.report(
                .priceBadAgreement, "the step '\(id.value)' needs either 'percent' or 'tiers'",
                at: id.location)
            return nil
        }
        let change: PriceStep.Change
        if let percent {
            change =
                kind.value == .levelBook
                ? .add(percent: percent.value) : .takeOff(percent: percent.value)
        } else {
            guard let discount = discount(tiers, mode, at: id.location) else { return nil }
            change = .bySpend(discount)
        }
        return checked(at: id.location) {
            try PriceStep(
                id: id.value, name: name?.value ?? id.value, kind: kind.value, change: change,
                levels: levels, skus: skus, approval: approval)
        }
    }

    private func discount(
        _ tiers: [LocatedValue], _ mode: ProgrammeDiscount.Mode, at location: SourceLocation
    ) -> ProgrammeDiscount? {
        let steps = tiers.compactMap { value -> ProgrammeDiscount.Step? in
            guard var reader = FieldReader(value, "tier", collector) else { return nil }
            let from = reader.required("from", as: ExactDecimal.self)
            let percent = reader.required("percent", as: ExactDecimal.self)
            reader.finish()
            guard let from, let percent, let bound = money(from) else { return nil }
            guard percent.value.scale <= 2,
                let points = try? percent.value.multiplied(by: ExactDecimal(100)).wholeNumber,
                (0...10_000).contains(points)
            else {
                collector.report(
                    .inputOutOfRange,
                    "expected 0 to 100 with two decimals for 'percent', found \(percent.value)",
                    at: percent.location)
                return nil
            }
            return ProgrammeDiscount.Step(
                fromMinorUnits: bound.minorUnits, basisPoints: Int(points))
        }
        guard steps.count == tiers.count else { return nil }
        return checked(at: location) { try ProgrammeDiscount(mode: mode, steps: steps) }
    }

    /// Who let a price go where it must not go by itself; all three or none.
    private func approval(_ reader: inout FieldReader) -> PriceStep.Approval? {
        let role = reader.optional("approvedBy", as: String.self)
        let reason = reader.optional("reason", as: String.self)
        let until = reader.optional("until", as: CalendarDate.self)
        if let role, let reason, let until {
            return PriceStep.Approval(
                role: role.value, reason: reason.value, until: until.value)
        }
        if let written = role?.location ?? reason?.location ?? until?.location {
            collector.report(
                .priceBadAgreement, "an approval needs 'approvedBy', 'reason' and 'until'",
                at: written, help: "name the role that approved it, not the person")
        }
        return nil
    }

    func floor(_ value: LocatedValue) -> PriceFloor? {
        guard var reader = FieldReader(value, "floor", collector) else { return nil }
        let percent = reader.required("percentOfList", as: ExactDecimal.self)
        let below = reader.required("below", as: BelowFloor.self)
        let approval = approval(&reader)
        reader.finish()
        guard let percent, let below else { return nil }
        let rule: PriceFloor.Rule
        switch below.value {
        case .stop: rule = .stop
        case .raise: rule = .raise
        case .waived:
            guard let approval else {
                collector.report(
                    .priceBadAgreement, "a waiver needs 'approvedBy', 'reason' and 'until'",
                    at: below.location)
                return nil
            }
            rule = .waived(approval)
        }
        return checked(at: percent.location) {
            try PriceFloor(percentOfList: percent.value, rule: rule)
        }
    }

    func period(_ value: LocatedValue) -> PriceAgreement.Period? {
        guard var reader = FieldReader(value, "period", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let from = reader.required("from", as: CalendarDate.self)
        let to = reader.required("to", as: CalendarDate.self)
        let isExtension = reader.optional("extension", as: Bool.self)?.value ?? false
        let price = reader.optional("price", as: PeriodPrice.self)?.value ?? .priced
        let cap = reader.optional("cap", as: ExactDecimal.self).flatMap(money)
        reader.finish()
        guard let id, let from, let to else { return nil }
        guard from.value < to.value else {
            collector.report(
                .priceEmptyTime, "the period ends on \(to.value), not after \(from.value)",
                at: to.location)
            return nil
        }
        if price == .capped, cap == nil {
            collector.report(
                .priceBadAgreement, "a capped period needs its 'cap'", at: id.location)
        }
        return PriceAgreement.Period(
            id: id.value, from: from.value, to: to.value, isExtension: isExtension,
            isToBeAgreed: price == .toBeAgreed, cap: price == .capped ? cap : nil)
    }

    /// Periods follow each other, the base first.
    func checkPeriods(_ periods: [PriceAgreement.Period], at location: SourceLocation) {
        for (earlier, later) in zip(periods, periods.dropFirst()) where later.from < earlier.to {
            collector.report(
                .priceBadAgreement,
                "'\(later.id)' begins on \(later.from), before '\(earlier.id)' ends on "
                    + "\(earlier.to)", at: location, help: "a period begins where one ends")
        }
        if let base = periods.first, base.isToBeAgreed || base.cap != nil || base.isExtension {
            collector.report(
                .priceBadAgreement, "the base '\(base.id)' is priced, neither capped nor left open",
                at: location, help: "caps, extensions and prices to be agreed are for options")
        }
        if Set(periods.map(\.id)).count < periods.count {
            collector.report(.priceBadAgreement, "two periods have one id", at: location)
        }
    }

    func promise(_ value: LocatedValue) -> PriceAgreement.Promise? {
        guard var reader = FieldReader(value, "commitment", collector) else { return nil }
        let amount = reader.required("amount", as: ExactDecimal.self)
        let factor = reader.optional("overageFactor", as: ExactDecimal.self)
        let counts = reader.list("counts", as: String.self).map(\.value)
        reader.finish()
        guard let amount, let money = money(amount) else { return nil }
        return checked(at: amount.location) {
            PriceAgreement.Promise(
                commitment: try SpendCommitment(
                    amount: money, overageFactor: factor?.value ?? .one), counts: counts)
        }
    }

    func savings(_ value: LocatedValue) -> PriceAgreement.SavingsPromise? {
        guard var reader = FieldReader(value, "savings plan", collector) else { return nil }
        let currency = reader.optional("currency", as: Currency.self)?.value ?? self.currency
        let perHour = reader.required("perHour", as: HourlyPromise.self)
        var rates: [String: ExactDecimal] = [:]
        for value in reader.children("rates") {
            guard var rate = FieldReader(value, "rate", collector) else { continue }
            let sku = rate.required("sku", as: String.self)
            let amount = rate.required("rate", as: ExactDecimal.self)
            rate.finish()
            guard let sku, let amount else { continue }
            if amount.value.isNegative || rates[sku.value] != nil {
                collector.report(
                    .priceBadAgreement,
                    amount.value.isNegative
                        ? "a rate of \(amount.value) is below zero"
                        : "'\(sku.value)' has two rates", at: amount.location)
            }
            rates[sku.value] = amount.value
        }
        reader.finish()
        return perHour.map {
            PriceAgreement.SavingsPromise(
                currency: currency, perHour: $0.value.amount, rates: rates)
        }
    }

    func indexation(
        _ value: LocatedValue, periods: [PriceAgreement.Period]
    ) -> PriceIndexation? {
        guard var reader = FieldReader(value, "indexation", collector) else { return nil }
        let fixed = reader.required("fixed", as: ExactDecimal.self)
        let hold = reader.optional("hold", as: CalendarPeriod.self)
        let parts = reader.children("indices").compactMap { part($0) }
        reader.finish()
        guard let fixed else { return nil }
        let months = hold.map { $0.value.totalMonths ?? -1 } ?? 0
        let first = periods.map(\.from).min()
        let last = periods.map(\.to).max()
        let span =
            zip([first].compactMap(\.self), [last].compactMap(\.self))
            .map { BasketMonths.elapsed($0, $1) + ($0.day < $1.day ? 1 : 0) }.first ?? 12
        return checked(at: fixed.location) {
            try PriceIndexation(
                fixed: fixed.value, parts: parts, holdMonths: months, years: (span + 11) / 12)
        }
    }

    private func part(_ value: LocatedValue) -> PriceIndexation.Part? {
        guard var reader = FieldReader(value, "index", collector) else { return nil }
        let name = reader.required("name", as: String.self)
        let share = reader.required("share", as: ExactDecimal.self)
        let values = reader.list("values", as: ExactDecimal.self)
        reader.finish()
        guard let name, let share else { return nil }
        return PriceIndexation.Part(
            name: name.value, share: share.value,
            values: Dictionary(
                uniqueKeysWithValues: values.enumerated().map { ($0 + 1, $1.value) }))
    }

    func tax(_ value: LocatedValue) -> TaxRule? {
        guard var reader = FieldReader(value, "tax", collector) else { return nil }
        let place = reader.required("place", as: String.self)
        let kinds = Set(reader.list("kinds", as: LineKind.self).map(\.value))
        let percent = reader.required("percent", as: ExactDecimal.self)
        let reverse = reader.optional("reverseCharge", as: Bool.self)?.value ?? false
        reader.finish()
        guard let place, let percent else { return nil }
        return checked(at: percent.location) {
            try TaxRule(
                place: place.value, kinds: kinds, percent: percent.value,
                isReverseCharge: reverse)
        }
    }

    /// One tax falls on a line.
    func checkTaxes(_ taxes: [TaxRule], at location: SourceLocation) {
        for (index, tax) in taxes.enumerated() {
            let isTwice = taxes[..<index].contains { other in
                other.place == tax.place
                    && (other.kinds.isEmpty || tax.kinds.isEmpty
                        || !other.kinds.isDisjoint(with: tax.kinds))
            }
            guard isTwice else { continue }
            collector.report(
                .priceBadAgreement, "two taxes fall on one kind of line in '\(tax.place)'",
                at: location, help: "give each tax the kinds that it is for")
        }
    }

    func duty(_ value: LocatedValue) -> DutyRule? {
        guard var reader = FieldReader(value, "duty", collector) else { return nil }
        let incoterm = reader.required("incoterm", as: Incoterm.self)
        let percent = reader.required("percent", as: ExactDecimal.self)
        reader.finish()
        guard let incoterm, let percent else { return nil }
        return checked(at: percent.location) {
            try DutyRule(incoterm: incoterm.value, percent: percent.value)
        }
    }

    func credit(_ value: LocatedValue) -> Credit? {
        guard var reader = FieldReader(value, "credit", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let reason = reader.required("reason", as: String.self)
        let amount = reader.required("amount", as: ExactDecimal.self)
        let month = reader.optional("belongsTo", as: CalendarDate.self)
        reader.finish()
        guard let id, let reason, let amount else { return nil }
        return checked(at: amount.location) {
            try Credit(
                id: id.value, reason: reason.value, belongsTo: month?.value,
                amount: UnroundedMoney(amount: amount.value, currency: currency))
        }
    }

    func readTerms(_ reader: inout FieldReader, into terms: inout ContractTotals.Terms) {
        let percents = ExactDecimal.zero...ExactDecimal(100)
        terms.surgePercent = reader.optional("surge", in: percents)?.value ?? .zero
        terms.fees = reader.children("fees").compactMap { value in
            guard var reader = FieldReader(value, "fee", collector) else { return nil }
            let name = reader.required("name", as: String.self)
            let percent = reader.required("percent", in: percents)
            reader.finish()
            guard let name, let percent else { return nil }
            return ContractTotals.Fee(name: name.value, percent: percent.value)
        }
        terms.ceiling = reader.optional("ceiling", as: ExactDecimal.self).flatMap(money)
        terms.obligated = reader.optional("obligated", as: ExactDecimal.self).flatMap(money)
        terms.minimum = reader.optional("minimum", as: ExactDecimal.self).flatMap(money)
    }
}

extension ProgrammeDiscount.Mode: InputVocabulary {}

/// What is promised by the hour, as files write it.
private struct HourlyPromise: InputScalar {
    /// `nil` for the cheapest.
    let amount: ExactDecimal?

    static var expectation: String { "'cheapest' or an amount of 0 or more" }

    init?(inputText: String) {
        if inputText == "cheapest" {
            amount = nil
        } else if let amount = ExactDecimal(inputText: inputText), !amount.isNegative {
            self.amount = amount
        } else {
            return nil
        }
    }
}

/// What happens to a price below the floor, as files write it.
private enum BelowFloor: String, InputVocabulary {
    case stop
    case raise
    case waived
}

/// How a period is priced, as files write it.
private enum PeriodPrice: String, InputVocabulary {
    case priced
    case capped
    case toBeAgreed = "to-be-agreed"
}

import Catalog
import Quantities

/// Use of one meter at one site: what of it is asked in each month.
struct MeterUse: Sendable {
    /// Unique among all.
    let id: String
    /// The same for all periods of one meter of a row, so that its tiers go on counting.
    let resource: String
    let row: BasketRow
    let site: Site
    let sku: String
    let plan: PricePlan
    let months: [BasketMonth]
    /// Units in each month, of what the offer counts, times the units of the meter in one of it.
    let quantities: [ExactDecimal]

    /// What it is counted with.
    func key(_ aggregation: TierAggregation) -> [String] {
        let meter = [site.provider.rawValue, sku, "\(plan.months)"]
        return switch aggregation {
        case .resource: meter + [resource]
        case .region: meter + [row.payer, row.account, site.id.rawValue]
        case .account: meter + [row.payer, row.account]
        case .payer: meter + [row.payer]
        }
    }
}

/// The charge of one use in one month, with what it comes from.
struct MonthCharge: Sendable, Hashable {
    let month: BasketMonth
    /// Units of the meter.
    let units: ExactRatio
    let charge: UnroundedMoney
    /// Parts of the month with a price of their own, in order.
    let parts: [Part]

    /// A part of a month in which one sheet holds.
    struct Part: Sendable, Hashable {
        let days: Int
        let meter: Meter
        let units: ExactRatio
        let charge: UnroundedMoney
    }
}

/// Prices uses month by month: meters that share tiers together, months that differ each by itself.
struct MeterMonths {
    let catalog: CatalogSnapshot
    let agreement: PriceAgreement
    let estimate: Estimate

    /// What came of the uses: charges by use and month, and the months for which none is known.
    struct Result {
        var charges: [String: [MonthCharge]] = [:]
        var missing: [String: [BasketMonth]] = [:]
        var beyond: [String: PricingError] = [:]
    }

    /// Prices all uses.
    ///
    /// - Throws: `PricingError`, `QuantityError.overflow`.
    func charges(of uses: [MeterUse]) throws -> Result {
        var result = Result()
        var groups: [[String]: [MeterUse]] = [:]
        for use in uses {
            groups[use.key(aggregation(of: use)), default: []].append(use)
        }
        for key in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            guard let group = groups[key], let first = group.first else { continue }
            let changes = catalog.priceChanges(sku: first.sku, at: first.site)
            let months = Set(group.flatMap { $0.months.map(\.start) }).sorted()
            var kept: Kept?
            for start in months {
                try price(start, of: group, changes: changes, kept: &kept, into: &result)
            }
        }
        return result
    }

    /// Over what the tiers of a meter are counted; by resource where nothing is known.
    private func aggregation(of use: MeterUse) -> TierAggregation {
        guard let month = use.months.first else { return .resource }
        let rows = catalog.priceRows(
            sku: use.sku, plan: use.plan, at: use.site, on: agreement.asOf ?? month.from)
        return rows.count > 1 ? rows[0].aggregation : .resource
    }

    /// A month that the next one may be like.
    private struct Kept {
        let meter: Meter
        let hours: Int
        let ids: [String]
        let quantities: [ExactDecimal]
        let charges: [MonthCharge]
    }

    private func price(
        _ start: CalendarDate, of group: [MeterUse], changes: [CalendarDate], kept: inout Kept?,
        into result: inout Result
    ) throws {
        let members = group.compactMap { use -> (use: MeterUse, index: Int)? in
            use.months.firstIndex { $0.start == start }.map { (use, $0) }
        }
        let months = members.map { $0.use.months[$0.index] }
        guard let any = months.first else { return }
        let quantities = members.map { $0.use.quantities[$0.index] }
        let days = cuts(months, changes)
        let meters = try days.map { try meter(members[0].use, on: $0.from) }
        guard let known = meters as? [Meter] else {
            for member in members {
                result.missing[member.use.id, default: []].append(member.use.months[member.index])
            }
            return
        }
        let hours = agreement.hours.hours(year: start.year, month: start.month)
        let isPlain =
            days.count == 1 && months.allSatisfy(\.isWhole) && known[0].unit != .unit
        let ids = members.map(\.use.id)
        if isPlain, let like = kept, like.meter == known[0], like.quantities == quantities,
            like.ids == ids,
            like.hours == hours || Self.isSameEveryMonth(known[0].unit)
        {
            for (member, charge) in zip(members, like.charges) {
                result.charges[member.use.id, default: []].append(
                    MonthCharge(
                        month: member.use.months[member.index], units: charge.units,
                        charge: charge.charge, parts: charge.parts))
            }
            return
        }
        do throws(PricingError) {
            for (meter, quantity) in zip(known, quantities) { try requireIncluded(meter, quantity) }
        } catch {
            for member in members { result.beyond[member.use.id] = error }
            return
        }
        let charges = try GroupMonth(
            month: any, agreement: agreement, cuts: days, meters: known,
            members: members.map {
                (
                    $0.use.months[$0.index], $0.use.quantities[$0.index],
                    isFirst: $0.use.months[$0.index].from == $0.use.row.from
                )
            }
        ).charges()
        for (member, charge) in zip(members, charges) {
            result.charges[member.use.id, default: []].append(charge)
        }
        kept =
            isPlain
            ? Kept(
                meter: known[0], hours: hours, ids: ids, quantities: quantities, charges: charges)
            : nil
    }

    /// Whether a month's units do not depend on how long the month is.
    private static func isSameEveryMonth(_ unit: PriceUnit) -> Bool {
        switch unit {
        case .instanceMonth, .gibibyteMonth, .gigabyteMonth, .unitMonth, .month, .gigabyte,
            .gibibyte, .request, .percent, .year, .unitYear:
            true
        default: false
        }
    }

    /// A flat amount that covers a number of units prices no more of them.
    private func requireIncluded(
        _ meter: Meter, _ quantity: ExactDecimal
    ) throws(PricingError) {
        guard let included = meter.rows.first?.included, included < quantity else { return }
        throw .nothingBeyond(included: included, asked: quantity)
    }

    /// The days of a month, cut where a price begins or ends.
    private func cuts(
        _ months: [BasketMonth], _ changes: [CalendarDate]
    ) -> [(from: CalendarDate, to: CalendarDate)] {
        let from = months.map(\.from).min() ?? months[0].from
        let to = months.map(\.to).max() ?? months[0].to
        let inside = agreement.asOf == nil ? changes.filter { from < $0 && $0 < to } : []
        let bounds = [from] + inside + [to]
        return zip(bounds, bounds.dropFirst()).map { ($0, $1) }
    }

    private func meter(_ use: MeterUse, on day: CalendarDate) throws -> Meter? {
        try PriceBook(
            catalog, asOf: agreement.asOf ?? day, estimate: estimate,
            preferring: agreement.currency
        ).anyMeter(sku: use.sku, plan: use.plan, at: use.site)
    }
}

/// One month of meters that are counted together.
private struct GroupMonth {
    let month: BasketMonth
    let agreement: PriceAgreement
    let cuts: [(from: CalendarDate, to: CalendarDate)]
    let meters: [Meter]
    let members: [(month: BasketMonth, quantity: ExactDecimal, isFirst: Bool)]

    /// The charge of each member, in their order.
    func charges() throws -> [MonthCharge] {
        // Units of each member in each part of the month.
        let units = try cuts.indices.map { part in
            try members.map { try self.units($0, in: part) }
        }
        let whole = try units.flatMap(\.self).reduce(ExactRatio.zero) { try $0.adding($1) }
        var before = ExactRatio.zero
        var parts = [[MonthCharge.Part]](repeating: [], count: members.count)
        for part in cuts.indices {
            let sum = try units[part].reduce(ExactRatio.zero) { try $0.adding($1) }
            let upTo = try before.adding(sum)
            let charges = try self.charges(
                part, units: units[part], sum: sum, before: before, upTo: upTo, whole: whole)
            for index in members.indices where days(members[index].month, part) > 0 {
                parts[index].append(
                    MonthCharge.Part(
                        days: days(members[index].month, part), meter: meters[part],
                        units: units[part][index], charge: charges[index]))
            }
            before = upTo
        }
        return try members.indices.map { index in
            let currency = meters[0].schedule.currency
            return MonthCharge(
                month: members[index].month,
                units: try parts[index].reduce(.zero) { try $0.adding($1.units) },
                charge: try parts[index].reduce(.zero(currency)) { try $0.adding($1.charge) },
                parts: parts[index])
        }
    }

    /// The charge of a part on each member: in proportion to units, to twelve decimals, what is
    /// left on the last, so that they sum to the part's charge and stay numbers that can be added
    /// up.
    private func charges(
        _ part: Int, units: [ExactRatio], sum: ExactRatio, before: ExactRatio, upTo: ExactRatio,
        whole: ExactRatio
    ) throws -> [UnroundedMoney] {
        let schedule = meters[part].schedule
        let currency = schedule.currency
        guard schedule.model != .flat else {
            return try members.map { member in
                let share = try ExactRatio(
                    Int128(days(member.month, part)), over: Int128(month.length))
                return UnroundedMoney(
                    amount: try ExactRatio(schedule.tiers[0].amount).multiplied(by: share),
                    currency: currency)
            }
        }
        if sum.isZero { return members.map { _ in .zero(currency) } }
        let charge = try schedule.charge(from: before, to: upTo, ofMonth: whole)
        guard members.count > 1 else { return [charge] }
        var left = charge.amount
        var shares = try units.map { units -> ExactRatio in
            let exact = try charge.amount.multiplied(by: units).divided(by: sum)
            let share = ExactRatio(try exact.rounded(toScale: 12, mode: .halfUp))
            left = try left.subtracting(share)
            return share
        }
        if let last = units.lastIndex(where: { !$0.isZero }) {
            shares[last] = try shares[last].adding(left)
        }
        return shares.map { UnroundedMoney(amount: $0, currency: currency) }
    }

    private func days(_ month: BasketMonth, _ part: Int) -> Int {
        max(0, max(month.from, cuts[part].from).days(until: min(month.to, cuts[part].to)))
    }

    /// Units of the meter that a member uses in a part of the month.
    private func units(
        _ member: (month: BasketMonth, quantity: ExactDecimal, isFirst: Bool), in part: Int
    ) throws -> ExactRatio {
        let days = days(member.month, part)
        if days == 0 { return .zero }
        let quantity = ExactRatio(member.quantity)
        let share = try ExactRatio(Int128(days), over: Int128(month.length))
        let isAverage = agreement.hours == .average
        switch meters[part].unit {
        case .unit:
            let isFirstDay =
                cuts[part].from <= member.month.from && member.month.from < cuts[part].to
            return member.isFirst && isFirstDay ? quantity : .zero
        case .unitDay:
            // Twelfths of days, as the schedule counts them: 365 a month, or twelve a day.
            let twelfths =
                isAverage
                ? try ExactRatio(PriceBook.daysPerYear).multiplied(by: share)
                : ExactRatio(days * 12)
            return try quantity.multiplied(by: twelfths)
        case .gigabyteDay, .gibibyteDay:
            let whole = try ExactRatio(Int128(PriceBook.daysPerYear), over: 12)
            let counted = isAverage ? try whole.multiplied(by: share) : ExactRatio(days)
            return try quantity.multiplied(by: counted)
        case .year, .unitYear:
            return try quantity.multiplied(by: share).divided(by: ExactRatio(12))
        case .instanceHour, .coreHour, .gibibyteHour, .gigabyteHour, .unitHour, .hour:
            return try hours(times: 1, quantity, share)
        case .unitMinute, .gibibyteMinute: return try hours(times: 60, quantity, share)
        case .unitSecond, .gigabyteSecond, .gibibyteSecond:
            return try hours(times: 3600, quantity, share)
        case .instanceMonth, .gibibyteMonth, .gigabyteMonth, .unitMonth, .month, .gigabyte,
            .gibibyte, .request, .percent:
            return try quantity.multiplied(by: share)
        }
    }

    /// Hours of the part of the month, or what an hour is divided into, times a quantity.
    private func hours(
        times parts: Int, _ quantity: ExactRatio, _ share: ExactRatio
    ) throws -> ExactRatio {
        let hours = agreement.hours.hours(year: month.start.year, month: month.start.month)
        return try quantity.multiplied(by: ExactRatio(hours * parts)).multiplied(by: share)
    }
}

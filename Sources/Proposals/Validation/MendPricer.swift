import Catalog
import Clearance
import Diagnostics
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Works out what a mend costs while its gap lasts: people by their day rates, vetting by its fee.
struct MendPricer {
    let catalog: CatalogSnapshot
    let bound: BoundRequirement

    /// A cost with its derivation, or why there is none.
    struct Price {
        let cost: Money?
        let derivation: String
    }

    private var currency: Currency { bound.requirement.currency.value }

    func price(_ mend: Mend, from: CalendarDate, until: CalendarDate) throws -> Price {
        switch mend.kind {
        case .confirm, .fulfil:
            return Price(cost: nil, derivation: "an answer or a step, which nobody prices")
        case .extend, .sponsor, .clear: return try vetting(mend)
        case .hire: return try hiring(mend, from: from, until: until)
        }
    }

    // MARK: - Vetting

    private func vetting(_ mend: Mend) throws -> Price {
        guard !mend.clearances.isEmpty else {
            return Price(
                cost: nil, derivation: "the catalog names no clearance that opens the level")
        }
        let fees = mend.clearances.map { (clearance: $0, fee: fee($0)) }
        if let lacking = fees.first(where: { $0.fee == nil })?.clearance {
            return Price(
                cost: nil, derivation: "nobody publishes what a case of \(lacking.name) costs")
        }
        guard let rates else { return Price(cost: nil, derivation: "no exchange rates") }
        var sum = Money(minorUnits: 0, currency: currency)
        var words: [String] = []
        for case (let clearance, let fee?) in fees {
            guard let paid = fee.currency else { continue }
            let each = try rates.convert(
                UnroundedMoney(amount: fee.likely, currency: paid), to: currency
            ).rounded(.halfUp)
            sum = try sum.adding(each.multiplied(by: Int64(mend.count)))
            words.append(
                "\(mend.count) x \(paid.code) \(fee.likely) for \(clearance.name)")
        }
        return Price(cost: sum, derivation: words.joined(separator: " + "))
    }

    /// The fee of one case, where the catalog has one under a name of the clearance.
    private func fee(_ clearance: PersonnelClearance) -> ClearanceCost? {
        let names = [clearance.name] + clearance.aliases
        return catalog.clearanceCosts.first { cost in
            cost.kind == .vettingFee
                && names.contains { FoldedText.areSame($0, cost.clearance) }
        }
    }

    // MARK: - Hiring

    private func hiring(_ mend: Mend, from: CalendarDate, until: CalendarDate) throws -> Price {
        guard let need = mend.needs.first, let model = catalog.operatingModels.first else {
            return Price(cost: nil, derivation: "no working week is in the catalog")
        }
        let levels = mend.needs.filter { $0.level.personnelClearance != .notRequired }
            .map(\.level)
        let level = levels.max { $0.rank < $1.rank }
        guard let role = mend.needs.compactMap(\.role).first ?? defaultRole else {
            return Price(cost: nil, derivation: "no role is in the catalog")
        }
        let rate = catalog.labourRates.first {
            $0.country == need.customer && $0.role == role && $0.level == level?.id
        }
        guard let rate, let rates else {
            let whom = "\(role) at \(level?.marking ?? "no clearance")"
            return Price(
                cost: nil,
                derivation: "no day rate of \(need.customer) for \(whom) is in the catalog")
        }
        let cost = try HeadCost(
            dayRate: UnroundedMoney(amount: rate.likely, currency: rate.currency),
            weeklyHours: model.hoursPerWeek, productiveShare: model.productiveShare,
            hoursPerDay: rate.hoursPerUnit)
        let months = Self.startedMonths(from: from, until: until)
        let one = try PricedLine(
            id: "mend", charge: .monthly(cost.perMonth), months: months, rates: rates,
            currency: currency, rounding: .halfUp)
        return Price(
            cost: try one.money.multiplied(by: Int64(mend.count)),
            derivation: "\(mend.count) x \(months) started months at \(rate.currency.code) "
                + "\(rate.likely) a day of \(rate.hoursPerUnit) h (\(rate.basis.rawValue) rate of "
                + "\(rate.role))")
    }

    private var defaultRole: RoleID? { catalog.roles.map(\.id).min() }

    private var rates: EuroReferenceRates? {
        try? QuoteEngine.rates(of: catalog, on: bound.requirement.asOf.value)
    }

    /// Months that have begun before `until`.
    static func startedMonths(from: CalendarDate, until: CalendarDate) -> Int {
        var months = (until.year - from.year) * 12 + until.month - from.month
        if until.day > from.day { months += 1 }
        return max(1, months)
    }
}

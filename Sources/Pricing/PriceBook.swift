package import Catalog
package import Quantities

/// Which end of an indicative figure is taken; published and derived ones have one value.
package enum Estimate: String, Sendable, Hashable, CaseIterable {
    /// The lower end.
    case low
    /// The value in between that quotes count with.
    case likely
    /// The upper end.
    case high

    /// Returns what is counted with: `likely`, or an end where the figure is indicative and has it.
    package func value(
        likely: ExactDecimal, low: ExactDecimal?, high: ExactDecimal?, basis: PriceBasis
    ) -> ExactDecimal {
        guard basis == .indicative else { return likely }
        switch self {
        case .low: return low ?? likely
        case .likely: return likely
        case .high: return high ?? likely
        }
    }
}

/// One meter of a price list at a site, ready to price a month's quantity.
package struct Meter: Sendable, Hashable {
    /// The provider's own name of the meter.
    package let sku: String
    /// Commitment that its prices suppose.
    package let plan: PricePlan
    /// What the schedule's quantities count.
    package let unit: PriceUnit
    /// Price of a month's quantity.
    package let schedule: RateSchedule
    /// The rows that it rests on, lowest tier first.
    package let rows: [PriceRow]

    /// The weakest basis of its rows.
    package var basis: PriceBasis {
        if rows.contains(where: { $0.basis == .indicative }) { return .indicative }
        return rows.contains { $0.basis == .derived } ? .derived : .published
    }
}

/// Finds meters in a snapshot's price lists as of one date.
package struct PriceBook: Sendable {
    /// Hours of a month where a meter runs by the hour: 8,760 / 12.
    package static let hoursPerMonth = 730

    /// Days of a year where a meter runs by the day: a month has a twelfth of them, 730 hours.
    package static let daysPerYear = 365

    private let catalog: CatalogSnapshot
    private let asOf: CalendarDate
    private let estimate: Estimate
    private let preferred: Currency?

    /// Creates a price book of `catalog` as of `asOf`.
    ///
    /// - Parameter preferred: Currency of which a provider's own list price is taken where it has
    ///   one: its rate is its own, and converting another list at the day's gives another number.
    package init(
        _ catalog: CatalogSnapshot, asOf: CalendarDate, estimate: Estimate = .likely,
        preferring preferred: Currency? = nil
    ) {
        self.catalog = catalog
        self.asOf = asOf
        self.estimate = estimate
        self.preferred = preferred
    }

    /// Gives the meter of `sku` under `plan` at `site`; `nil` is "no price", never zero.
    ///
    /// - Throws: `PricingError.invalidSchedule` where the rows are no schedule.
    package func meter(sku: String, plan: PricePlan, at site: Site) throws -> Meter? {
        guard let meter = try anyMeter(sku: sku, plan: plan, at: site),
            meter.unit.isSizable
        else { return nil }
        return meter
    }

    /// Gives the meter of `sku`, also where a quantity cannot follow from the size of a demand.
    ///
    /// The schedule of a percentage has the percent of charges as its rates.
    ///
    /// - Throws: `PricingError.invalidSchedule` where the rows are no schedule.
    package func anyMeter(sku: String, plan: PricePlan, at site: Site) throws -> Meter? {
        let rows = inOneCurrency(catalog.priceRows(sku: sku, plan: plan, at: site, on: asOf))
        guard let first = rows.first else { return nil }
        let tiers = rows.map { (row: PriceRow) in
            PriceTier(from: row.tierFrom, amount: amount(of: row))
        }
        let schedule = try RateSchedule(
            model: Self.model(first.model), tiers: tiers, block: try Self.block(first),
            currency: first.currency)
        return Meter(sku: sku, plan: plan, unit: first.unit, schedule: schedule, rows: rows)
    }

    /// Gives the plans under which `sku` is priced at `site`, shortest commitment first.
    package func plans(sku: String, at site: Site) -> [PricePlan] {
        catalog.plans(sku: sku, at: site, on: asOf)
    }

    /// The list in the preferred currency where there is one, else that of the first code.
    private func inOneCurrency(_ rows: [PriceRow]) -> [PriceRow] {
        guard let first = rows.first, rows.contains(where: { $0.currency != first.currency })
        else { return rows }
        let currencies = Set(rows.map(\.currency))
        let taken = preferred.flatMap { currencies.contains($0) ? $0 : nil } ?? currencies.min()
        return rows.filter { $0.currency == taken }
    }

    private func amount(of row: PriceRow) -> ExactDecimal {
        estimate.value(likely: row.amount, low: row.low, high: row.high, basis: row.basis)
    }

    /// Units that one amount buys. Days are counted in twelfths, so that a month has 365 of them.
    private static func block(_ row: PriceRow) throws -> ExactDecimal {
        row.unit == .unitDay ? try row.block.multiplied(by: ExactDecimal(12)) : row.block
    }

    /// One price per unit is a graduated list of one tier.
    private static func model(_ model: PriceModel) -> TierModel {
        switch model {
        case .perUnit, .graduated: .graduated
        case .volume: .volume
        case .block: .block
        case .package: .package
        case .flat: .flat
        }
    }
}

/// A quantity a month that an account has free, whatever its resources are.
package struct SharedAllowance: Sendable, Hashable {
    /// Units free in a month, over all resources of the account.
    package let units: ExactDecimal
    /// The price of every unit beyond it.
    package let beyond: RateSchedule
}

extension Meter {
    /// The allowance that lines of one account share; `nil` where tiers are counted by resource.
    ///
    /// Lines that share one are priced as if they had none, and the allowance is taken off once
    /// per account and period.
    ///
    /// - Throws: `PricingError.sharedTiers` where an account's tiers are more than one free one.
    package var sharedAllowance: SharedAllowance? {
        get throws {
            guard rows.count > 1, rows.contains(where: { $0.aggregation != .resource }) else {
                return nil
            }
            guard rows.count == 2, rows[0].amount.isZero, schedule.model == .graduated else {
                throw PricingError.sharedTiers(sku: sku)
            }
            let beyond = try RateSchedule(
                pricePerUnit: schedule.tiers[1].amount, currency: schedule.currency)
            return SharedAllowance(units: schedule.tiers[1].from, beyond: beyond)
        }
    }
}

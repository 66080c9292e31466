import Assembly
import Catalog
import LocatedInput
import Pricing
import Quantities
import Requirements
import Sizing

/// Seats at each place, the pools that fill them and what a head costs.
struct StaffPlan: Sendable {
    /// Seats of one enclave at one site.
    struct Seat: Sendable {
        let enclave: String
        let site: SiteID
        let model: OperatingModel
        let role: Role
        /// Level at which the seat's people are cleared; `nil` where the level needs none.
        let level: LevelID?
        let milliFTE: Int64
    }

    /// What one head of a pool costs over the evaluated periods.
    struct HeadPrice: Sendable {
        let pool: String
        let level: String
        let role: Role
        let rate: LabourRate
        let cost: HeadCost
        let lines: [(period: Term.Period, priced: PricedLine)]
    }

    let seats: [Seat]
    let heads: [HeadPrice]
    let pools: [AssemblyProblem.StaffPool]
    /// Seats that no rate prices, in words.
    let unpriced: [String]

    /// No seat at all.
    static let empty = StaffPlan(seats: [], heads: [], pools: [], unpriced: [])

    /// Heads that may be hired where the requirement sets no limit.
    static let unlimitedHeads: Int64 = 1_000_000

    func posts(enclave: String, site: SiteID) -> [AssemblyProblem.Post] {
        seats.filter { $0.enclave == enclave && $0.site == site }.map {
            AssemblyProblem.Post(
                pool: Self.pool($0.role), level: Self.levelName($0.level), milliFTE: $0.milliFTE)
        }
    }

    static func pool(_ role: Role) -> String { role.id.rawValue }

    static func levelName(_ level: LevelID?) -> String { level?.rawValue ?? "no-clearance" }
}

/// Works out seats and head prices for a requirement.
struct StaffPlanner {
    let catalog: CatalogSnapshot
    let bound: BoundRequirement
    let rates: EuroReferenceRates
    let estimate: Estimate

    /// Five days of eight hours.
    private static let businessHoursPerWeek = ExactDecimal(40)

    func plan(for candidates: [Candidate]) throws -> StaffPlan {
        let seats = try self.seats(for: candidates)
        var heads: [StaffPlan.HeadPrice] = []
        var unpriced: Set<String> = []
        var pools: [String: [AssemblyProblem.StaffLevel]] = [:]
        for seat in seats {
            let pool = StaffPlan.pool(seat.role)
            let level = StaffPlan.levelName(seat.level)
            guard !heads.contains(where: { $0.pool == pool && $0.level == level }) else { continue }
            guard let head = try head(seat, pool, level) else {
                unpriced.insert("\(seat.role.name), \(level), in \(bound.customer.name)")
                continue
            }
            heads.append(head)
            pools[pool, default: []].append(try staffLevel(head))
        }
        return StaffPlan(
            seats: unpriced.isEmpty
                ? seats
                : seats.filter { seat in
                    heads.contains { $0.pool == StaffPlan.pool(seat.role) }
                },
            heads: heads,
            pools: pools.sorted { $0.key < $1.key }
                .map { AssemblyProblem.StaffPool(id: $0, levels: $1) },
            unpriced: unpriced.sorted())
    }

    private func seats(for candidates: [Candidate]) throws -> [StaffPlan.Seat] {
        var seen: Set<String> = []
        var seats: [StaffPlan.Seat] = []
        for candidate in candidates.sorted(by: { $0.id < $1.id }) {
            let enclave = candidate.demand.enclave
            guard seen.insert("\(enclave.enclave.id)/\(candidate.site.id)").inserted,
                let model = catalog.deliveryModel(of: candidate.site)?.operatingModel
                    .flatMap({ catalog.operatingModel($0) }),
                let role = catalog.role(model.role)
            else { continue }
            let coverage = bound.requirement.staff.coverage
            let milliFTE = try SeatCoverage(
                seats: model.seats,
                hoursPerWeek: coverage == .aroundTheClock
                    ? SeatCoverage.aroundTheClock : Self.businessHoursPerWeek,
                personsPerSeat: model.isTwoPerson ? 2 : 1
            ).milliFTE(
                WorkingWeek(hours: model.hoursPerWeek, productiveShare: model.productiveShare))
            seats.append(
                StaffPlan.Seat(
                    enclave: enclave.enclave.id, site: candidate.site.id, model: model, role: role,
                    level: administratorLevel(enclave.level), milliFTE: milliFTE))
        }
        return seats
    }

    /// Level at which people who run a system for `level` are cleared: what a rule says of
    /// administrators, else the level itself where it needs a clearance.
    private func administratorLevel(_ level: Level) -> LevelID? {
        let rule = catalog.rules.first {
            $0.kind == .administratorClearance && $0.applies(to: level)
        }
        if let said = rule?.administratorLevel { return said }
        return level.personnelClearance == .notRequired ? nil : level.id
    }

    private func head(
        _ seat: StaffPlan.Seat, _ pool: String, _ level: String
    ) throws -> StaffPlan.HeadPrice? {
        let rate = catalog.labourRates.first { rate in
            rate.country == bound.customer.id && rate.role == seat.role.id
                && rate.level == seat.level
        }
        guard let rate else { return nil }
        let cost = try HeadCost(
            dayRate: UnroundedMoney(amount: amount(of: rate), currency: rate.currency),
            weeklyHours: seat.model.hoursPerWeek, productiveShare: seat.model.productiveShare,
            hoursPerDay: rate.hoursPerUnit)
        let lines = try bound.requirement.term.evaluatedPeriods.map { period in
            let priced = try PricedLine(
                id: "head/\(pool)/\(level)/\(period.id)", charge: .monthly(cost.perMonth),
                months: period.months, rates: rates,
                currency: bound.requirement.currency.value, rounding: .halfUp)
            return (period, priced)
        }
        return StaffPlan.HeadPrice(
            pool: pool, level: level, role: seat.role, rate: rate, cost: cost, lines: lines)
    }

    private func amount(of rate: LabourRate) -> ExactDecimal {
        estimate.value(likely: rate.likely, low: rate.low, high: rate.high, basis: rate.basis)
    }

    private func staffLevel(_ head: StaffPlan.HeadPrice) throws -> AssemblyProblem.StaffLevel {
        let term = bound.requirement.term
        var measures: [String: Int64] = [:]
        for (period, line) in head.lines {
            measures["period/\(period.id)", default: 0] += line.money.minorUnits
            let parts = ContractYears.months(of: period, in: term)
            for (part, amount) in zip(parts, try line.split(overMonths: parts.map(\.months))) {
                measures["year/\(part.year)", default: 0] += amount.minorUnits
            }
        }
        return AssemblyProblem.StaffLevel(
            id: head.level, headCost: head.lines.map(\.priced.money.minorUnits).reduce(0, +),
            available: StaffPlan.unlimitedHeads, measures: measures)
    }
}

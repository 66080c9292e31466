import Assembly
import Catalog
import Eligibility
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
        /// The people who can fill it; levels of one pool stand in one ladder.
        let pool: String
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

    /// Tells whether the seats of an enclave at a site have a price.
    func isPriced(enclave: String, site: SiteID) -> Bool {
        seats.filter { $0.enclave == enclave && $0.site == site }.allSatisfy { seat in
            heads.contains {
                $0.pool == seat.pool && $0.level == Self.levelName(seat.level)
            }
        }
    }

    func posts(enclave: String, site: SiteID) -> [AssemblyProblem.Post] {
        seats.filter { $0.enclave == enclave && $0.site == site }.map {
            AssemblyProblem.Post(
                pool: $0.pool, level: Self.levelName($0.level), milliFTE: $0.milliFTE)
        }
    }

    /// Tells whether the people that a candidate needs at its place have a price.
    func isPriced(_ candidate: Candidate) -> Bool {
        isPriced(enclave: candidate.demand.enclave.enclave.id, site: candidate.site.id)
    }

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

    /// Plans the seats of every site where an admitted offer could put an enclave.
    ///
    /// Offers without a price count too: what would be saved by choosing one includes its people.
    func plan(for admitted: [OfferJudgement]) throws -> StaffPlan {
        let seats = try self.seats(for: admitted)
        var heads: [StaffPlan.HeadPrice] = []
        var unpriced: Set<String> = []
        for seat in seats {
            let pool = seat.pool
            let level = StaffPlan.levelName(seat.level)
            guard !heads.contains(where: { $0.pool == pool && $0.level == level }) else { continue }
            guard let head = try head(seat, pool, level) else {
                unpriced.insert("\(seat.role.name), \(level), in \(bound.customer.name)")
                continue
            }
            heads.append(head)
        }
        heads.sort { (rank($0.level), $0.level) < (rank($1.level), $1.level) }
        let priced = seats.filter { seat in
            heads.contains {
                $0.pool == seat.pool && $0.level == StaffPlan.levelName(seat.level)
            }
        }
        return StaffPlan(
            seats: seats, heads: heads, pools: try pools(of: priced, heads),
            unpriced: unpriced.sorted())
    }

    /// Orders the levels of a pool from the lowest: who holds a higher one may fill a lower seat.
    private func pools(
        of seats: [StaffPlan.Seat], _ heads: [StaffPlan.HeadPrice]
    ) throws -> [AssemblyProblem.StaffPool] {
        try Set(heads.map(\.pool)).sorted().map { pool in
            // Enough for every seat of the pool, each filled by people of its own.
            let most = seats.filter { $0.pool == pool }
                .map { ($0.milliFTE + 999) / 1000 }.reduce(0, +)
            return AssemblyProblem.StaffPool(
                id: pool,
                levels: try heads.filter { $0.pool == pool }
                    .map { try staffLevel($0, available: most) })
        }
    }

    private func rank(_ level: String) -> Int {
        catalog.level(LevelID(level)).map(\.rank) ?? Int.min
    }

    private func seats(for admitted: [OfferJudgement]) throws -> [StaffPlan.Seat] {
        var seen: Set<String> = []
        var seats: [StaffPlan.Seat] = []
        let ordered = admitted.sorted { ($0.demand.id, $0.offer.id) < ($1.demand.id, $1.offer.id) }
        for judgement in ordered {
            let enclave = judgement.demand.enclave
            guard seen.insert("\(enclave.enclave.id)/\(judgement.offer.site)").inserted,
                let site = catalog.site(judgement.offer.site),
                let model = catalog.deliveryModel(of: site)?.operatingModel
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
            let level = administratorLevel(enclave.level)
            seats.append(
                StaffPlan.Seat(
                    enclave: enclave.enclave.id, site: site.id, model: model, role: role,
                    level: level, pool: pool(role, level), milliFTE: milliFTE))
        }
        return seats
    }

    /// Names the pool of a seat: a clearance of another owner than the customer is one of its own,
    /// since no ladder says that either covers the other.
    private func pool(_ role: Role, _ level: LevelID?) -> String {
        guard let owner = level.flatMap({ catalog.level($0)?.owner }), owner != bound.customer.id
        else { return role.id.rawValue }
        return "\(role.id)/\(owner)"
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

    private func staffLevel(
        _ head: StaffPlan.HeadPrice, available: Int64
    ) throws -> AssemblyProblem.StaffLevel {
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
            available: available, measures: measures)
    }
}

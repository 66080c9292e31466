import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements
import Sizing

/// Works out seats and head prices for a requirement.
struct StaffPlanner {
    let catalog: CatalogSnapshot
    let bound: BoundRequirement
    let rates: EuroReferenceRates
    let estimate: Estimate

    /// Plans the seats of every site where an admitted offer could put an enclave.
    ///
    /// Offers without a price count too: what would be saved by choosing one includes its people.
    func plan(for admitted: [OfferJudgement]) throws -> StaffPlan {
        let planner = SeatPlanner(catalog: catalog, bound: bound)
        let seats = try planner.seats(for: admitted)
        let wanted = people(seats, planner)
        var heads: [StaffPlan.HeadPrice] = []
        var unpriced: Set<String> = []
        var missing: Set<String> = []
        for person in wanted {
            guard
                !heads.contains(where: { $0.pool == person.pool && $0.level == person.level })
            else { continue }
            guard let head = try head(person) else {
                unpriced.insert(words(person))
                missing.insert("\(person.pool) \(person.level)")
                continue
            }
            heads.append(head)
        }
        heads.sort { (rank($0.level), $0.level) < (rank($1.level), $1.level) }
        let floors = PeopleLimits(bound: bound, catalog: catalog)
        return StaffPlan(
            seats: seats, heads: heads, pools: try pools(of: seats, heads, floors),
            limits: floors.limits, unpriced: unpriced.sorted(),
            unservable: unservable(seats, wanted, missing),
            least: try planner.least(seats))
    }

    /// Someone who may be hired.
    private struct Person {
        let pool: String
        let level: String
        let role: Role
        let levelID: LevelID?
        let nationality: Nationality?
        let model: OperatingModel
        /// The list of people that asks for them; `nil` for people in seats.
        let path: String?
    }

    /// Whom the seats and the lists of people need, people in seats first.
    private func people(_ seats: [StaffPlan.Seat], _ planner: SeatPlanner) -> [Person] {
        let seated = seats.filter { $0.milliFTE > 0 }
        let lists = bound.staff.people.filter { $0.demand.heads != nil }
        return seated.map { seat in
            Person(
                pool: seat.pool, level: StaffPlan.levelName(seat.level), role: seat.role,
                levelID: seat.level, nationality: seat.nationality, model: seat.model, path: nil)
        }
            + lists.flatMap { list -> [Person] in
                guard let model = seated.first?.model ?? planner.fallback else { return [] }
                return roles(of: list, seated, planner).map { role in
                    let nationality = list.nationality ?? seatedNationality(role, list, seated)
                    return Person(
                        pool: planner.pool(role, list.level.id, nationality),
                        level: list.level.id.rawValue, role: role, levelID: list.level.id,
                        nationality: nationality, model: model, path: list.path)
                }
            }
    }

    /// The nationality that every seat of a role and level asks for: people of a list that asks
    /// for none cost the same, and are hired together with those in the seats.
    private func seatedNationality(
        _ role: Role, _ list: BoundStaff.BoundPeople, _ seats: [StaffPlan.Seat]
    ) -> Nationality? {
        let asked = seats.filter { $0.role.id == role.id && $0.level == list.level.id }
            .map(\.nationality)
        guard !asked.contains(nil) else { return nil }
        return asked.compactMap { $0 }.min { $0.text < $1.text }
    }

    /// What people of a list do: as asked, else what people in seats of their level do, else what
    /// anyone in a seat does, else the most junior role that the catalog has.
    private func roles(
        of list: BoundStaff.BoundPeople, _ seats: [StaffPlan.Seat], _ planner: SeatPlanner
    ) -> [Role] {
        if let role = list.role { return [role] }
        let same = seats.filter { $0.level == list.level.id }
        let found = Set((same.isEmpty ? seats : same).map(\.role))
        if !found.isEmpty { return found.sorted { $0.id < $1.id } }
        return catalog.roles.min { ($0.sfiaLevel, $0.id) < ($1.sfiaLevel, $1.id) }.map { [$0] }
            ?? []
    }

    private func words(_ person: Person) -> String {
        "\(person.role.name), \(person.level), in \(bound.customer.name)"
    }

    /// Lists of people, and posts filled once, that no rate prices.
    private func unservable(
        _ seats: [StaffPlan.Seat], _ wanted: [Person], _ missing: Set<String>
    ) -> [(path: String, people: String)] {
        let once = seats.filter { $0.site == nil && $0.milliFTE > 0 }.filter {
            missing.contains("\($0.pool) \(StaffPlan.levelName($0.level))")
        }.map { seat in
            (
                path: "staff.posts.\(seat.post?.id ?? "")",
                people: "\(seat.role.name), \(StaffPlan.levelName(seat.level)), in "
                    + bound.customer.name
            )
        }
        let lists = bound.staff.people.compactMap { list -> (path: String, people: String)? in
            let asked = wanted.filter { $0.path == list.path }
            guard list.demand.heads != nil,
                asked.allSatisfy({ missing.contains("\($0.pool) \($0.level)") })
            else { return nil }
            let people = Set(asked.map(words)).sorted().joined(separator: "; ")
            return (list.path, people.isEmpty ? "no role is in the catalog" : people)
        }
        return once + lists
    }

    /// Orders the levels of a pool from the lowest: who holds a higher one may fill a lower seat.
    private func pools(
        of seats: [StaffPlan.Seat], _ heads: [StaffPlan.HeadPrice], _ floors: PeopleLimits
    ) throws -> [AssemblyProblem.StaffPool] {
        try Set(heads.map(\.pool)).sorted().map { pool in
            // Enough for every seat of the pool, each filled by people of its own, and for every
            // list of people that the contract provides.
            let most =
                seats.filter { $0.pool == pool }.map { ($0.milliFTE + 999) / 1000 }.reduce(0, +)
                + floors.mostHeads
            return AssemblyProblem.StaffPool(
                id: pool,
                levels: try heads.filter { $0.pool == pool }
                    .map { try staffLevel($0, available: most, floors) })
        }
    }

    private func rank(_ level: String) -> Int {
        catalog.level(LevelID(level)).map(\.rank) ?? Int.min
    }

    private func head(_ person: Person) throws -> StaffPlan.HeadPrice? {
        let rate = catalog.labourRates.first { rate in
            rate.country == bound.customer.id && rate.role == person.role.id
                && rate.level == person.levelID
        }
        guard let rate else { return nil }
        let cost = try HeadCost(
            dayRate: UnroundedMoney(amount: amount(of: rate), currency: rate.currency),
            weeklyHours: person.model.hoursPerWeek,
            productiveShare: person.model.productiveShare, hoursPerDay: rate.hoursPerUnit)
        let lines = try bound.requirement.term.evaluatedPeriods.map { period in
            let priced = try PricedLine(
                id: "head/\(person.pool)/\(person.level)/\(period.id)",
                charge: .monthly(cost.perMonth), months: period.months, rates: rates,
                currency: bound.requirement.currency.value, rounding: .halfUp)
            return (period, priced)
        }
        return StaffPlan.HeadPrice(
            pool: person.pool, level: person.level, role: person.role,
            nationality: person.nationality, rate: rate, cost: cost, lines: lines)
    }

    private func amount(of rate: LabourRate) -> ExactDecimal {
        estimate.value(likely: rate.likely, low: rate.low, high: rate.high, basis: rate.basis)
    }

    private func staffLevel(
        _ head: StaffPlan.HeadPrice, available: Int64, _ floors: PeopleLimits
    ) throws -> AssemblyProblem.StaffLevel {
        let term = bound.requirement.term
        var measures = floors.measures(of: head)
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

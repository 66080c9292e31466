import TestSupport

@testable import Assembly

/// Makes problems small enough to be answered by trying everything, with all features together.
struct SmallWorld {
    private var random: SeededGenerator
    private(set) var problem: AssemblyProblem
    /// Whether heads and modules carry measures, or the total has a least value: then the counts
    /// of both matter beyond their cost, and are kept tiny.
    private let countsMatter: Bool

    /// The problem of a seed.
    static func problem(seed: UInt64) -> AssemblyProblem {
        var world = SmallWorld(seed: seed)
        world.build()
        return world.problem
    }

    private init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        problem = AssemblyProblem(currency: "EUR")
        countsMatter = Int.random(in: 0..<4, using: &random) == 0
    }

    private mutating func roll(_ range: ClosedRange<Int64>) -> Int64 {
        Int64.random(in: range, using: &random)
    }

    private mutating func chance(_ percent: Int64) -> Bool { roll(1...100) <= percent }

    private mutating func pick<Element>(_ list: [Element]) -> Element {
        list[Int(roll(0...Int64(list.count - 1)))]
    }

    private mutating func build() {
        addProvidersAndSites()
        addStaff()
        addEnclaves()
        addDemands()
        addRules()
        addDiscounts()
        addLimits()
    }

    private mutating func addProvidersAndSites() {
        let providers = roll(1...3)
        for index in 0..<providers {
            problem.providers.append(
                .init(
                    id: "p\(index)", openingCost: chance(30) ? roll(0...30) : 0,
                    counts: chance(90)))
        }
        if chance(40) {
            let least = roll(0...2)
            problem.providerLimit = .init(
                min: chance(50) ? least : nil, max: chance(70) ? max(least, roll(1...2)) : nil)
        }
        for index in 0..<roll(2...4) {
            var capacity: [String: Int64] = [:]
            if chance(35) { capacity["cpu"] = roll(2...12) }
            if chance(15) { capacity["mem"] = roll(3...14) }
            problem.sites.append(
                .init(
                    id: "s\(index)", provider: "p\(index % providers)",
                    openingCost: chance(50) ? roll(0...40) : 0, capacity: capacity))
        }
        if chance(30) {
            problem.tooClose.append(.init(sites: ["s0", "s1"]))
        }
    }

    private mutating func addStaff() {
        for index in 0..<roll((countsMatter ? 1 : 0)...2) {
            let levels = (0..<roll(1...(countsMatter ? 2 : 3))).map { level in
                AssemblyProblem.StaffLevel(
                    id: "l\(level)", headCost: roll(3...12) + 4 * level,
                    available: roll(0...(countsMatter ? 2 : 5)),
                    measures: countsMatter && chance(80) ? ["nation": roll(1...2)] : [:])
            }
            problem.staffPools.append(.init(id: "q\(index)", levels: levels))
        }
    }

    private mutating func addEnclaves() {
        for index in 0..<roll(1...2) {
            var places: [AssemblyProblem.Place] = []
            for site in problem.sites where chance(85) || places.isEmpty {
                places.append(place(at: site.id))
            }
            var enclave = AssemblyProblem.Enclave(id: "e\(index)", places: places)
            if chance(25) { enclave.minSites = roll(1...2) }
            if chance(35) { enclave.maxSites = roll(1...3) }
            problem.enclaves.append(enclave)
        }
    }

    private mutating func place(at site: String) -> AssemblyProblem.Place {
        var place = AssemblyProblem.Place(site: site, openingCost: chance(60) ? roll(0...40) : 0)
        if chance(15) { place.measures["year"] = roll(0...20) }
        for pool in problem.staffPools where chance(50) {
            place.posts.append(
                .init(pool: pool.id, level: pick(pool.levels).id, milliFTE: roll(2...23) * 100))
        }
        if chance(30) {
            for index in 0..<roll(1...2) {
                place.modules.append(
                    .init(
                        id: "m\(index)", cost: roll(3...25), max: roll(1...(countsMatter ? 2 : 4)),
                        provides: chance(50)
                            ? ["cpu": roll(1...5)] : ["cpu": roll(1...5), "mem": roll(0...6)],
                        measures: countsMatter && chance(50) ? ["spend": roll(1...20)] : [:]))
            }
        }
        return place
    }

    private mutating func addDemands() {
        var combinations = 1
        for index in 0..<roll(1...5) {
            let enclave = pick(problem.enclaves)
            var demand = AssemblyProblem.Demand(id: "d\(index)", enclave: enclave.id, options: [])
            if chance(20) { demand.replicas = 2 }
            if chance(2) { demand.replicas = 0 }
            let base = roll(5...60)
            for place in enclave.places where chance(85) {
                for offer in 0..<roll(1...2) {
                    let id = "\(demand.id)-\(place.site)-\(offer)"
                    demand.options.append(option(id, place, base))
                }
            }
            if chance(2) { demand.options.append(.init(id: "\(demand.id)-x", site: "s0", cost: 0)) }
            let count = demand.options.count
            combinations *= demand.replicas == 2 ? max(1, count * (count - 1) / 2) : max(1, count)
            if combinations > (countsMatter ? 100 : 700) { return }
            problem.demands.append(demand)
        }
    }

    private mutating func option(
        _ id: String, _ place: AssemblyProblem.Place, _ base: Int64
    ) -> AssemblyProblem.Option {
        let cost = max(0, base + roll(-5...15)) * (chance(3) ? -1 : 1)
        var option = AssemblyProblem.Option(id: id, site: place.site, cost: cost)
        option.uses = ["cpu": roll(0...4)]
        if chance(50) { option.uses["mem"] = roll(0...5) }
        option.measures["year"] = cost / 3
        if chance(80) { option.measures["spend"] = max(0, cost) }
        return option
    }

    private mutating func addRules() {
        let options = problem.demands.flatMap { $0.options.map(\.id) }
        guard !options.isEmpty else { return }
        for index in 0..<roll(0...2) {
            var charge = AssemblyProblem.Charge(
                id: "c\(index)", cost: roll(-3...20), anyOf: (0..<roll(1...4)).map { _ in "" })
            charge.anyOf = charge.anyOf.map { _ in pick(options) }
            if chance(20) { charge.measures["spend"] = roll(0...10) }
            problem.charges.append(charge)
        }
        for _ in 0..<roll(0...2) {
            let anyOf = (0..<roll(0...3)).map { _ in "" }
            problem.requires.append(
                .init(option: pick(options), anyOf: anyOf.map { _ in pick(options) }))
        }
        for index in 0..<roll(0...2) {
            let pair = [pick(options), pick(options)]
            problem.excludes.append(.init(id: "x\(index)", options: pair))
        }
        if chance(25) && problem.demands.count > 1 {
            let demands = problem.demands.map(\.id)
            problem.colocate.append(.init(id: "t", demands: [pick(demands), pick(demands)]))
        }
    }

    private mutating func addDiscounts() {
        for index in 0..<roll(0...2) {
            var from: Int64 = 0
            var tiers: [AssemblyProblem.Discount.Tier] = []
            for _ in 0..<roll(1...3) {
                tiers.append(.init(from: from, basisPoints: roll(0...30) * 100))
                from += roll(5...60)
            }
            problem.discounts.append(
                .init(
                    id: "k\(index)", measure: "spend", mode: chance(50) ? .volume : .graduated,
                    tiers: tiers, reduces: chance(40) ? [pick(["year", "spend"])] : []))
        }
    }

    private mutating func addLimits() {
        let typical = problem.demands.reduce(Int64(0)) { sum, demand in
            sum + (demand.options.first?.cost ?? 0) * demand.replicas
        }
        if chance(25) {
            let most = typical / 3 + roll(-6...6)
            problem.limits.append(.init(id: "year", measure: "year", max: most))
        }
        if chance(15) {
            problem.limits.append(.init(id: "spend", measure: "spend", min: roll(0...60)))
        }
        if chance(15) {
            let most = typical + roll(-25...15)
            problem.limits.append(.init(id: "spent", measure: "spend", max: most))
        }
        if chance(15) {
            problem.limits.append(.init(id: "all", measure: "total", max: typical + roll(0...100)))
        }
        if countsMatter {
            if chance(60) {
                problem.limits.append(.init(id: "nation", measure: "nation", max: roll(0...3)))
            }
            if chance(30) {
                let least = typical + roll(0...40)
                problem.limits.append(.init(id: "least", measure: "total", min: least))
            }
            if chance(40) {
                problem.limits.append(.init(id: "many", measure: "nation", min: roll(1...4)))
            }
        }
    }
}

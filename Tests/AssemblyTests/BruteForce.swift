@testable import Assembly

/// Answers a problem by trying every choice of options, modules and heads.
struct BruteForce {
    /// The least total, and the first sorted list of options that reaches it.
    struct Best: Equatable {
        let totalE4: Int64
        let options: [String]
    }

    private struct Choice {
        var cost: Int64
        var measures: [Int64]
    }

    private let problem: AssemblyProblem
    private let measureNames: [String]
    /// Whether counts of modules and heads matter beyond their cost.
    let countsMatter: Bool
    private var best: Best?
    private var chosen: [AssemblyProblem.Option] = []
    private var sitesOf: [String: Set<String>] = [:]

    init(_ problem: AssemblyProblem) {
        self.problem = problem
        var names = Set(problem.limits.map(\.measure)).union(problem.discounts.map(\.measure))
        names.formUnion(problem.discounts.flatMap(\.reduces))
        measureNames = names.sorted()
        countsMatter =
            problem.enclaves.contains {
                $0.places.contains { $0.modules.contains { !$0.measures.isEmpty } }
            } || problem.staffPools.contains { $0.levels.contains { !$0.measures.isEmpty } }
            || problem.limits.contains { $0.measure == "total" && $0.min != nil }
    }

    /// The best package, or nothing where none is valid.
    static func best(of problem: AssemblyProblem) -> Best? {
        var search = BruteForce(problem)
        search.choose(0)
        return search.best
    }

    private mutating func choose(_ index: Int) {
        guard index < problem.demands.count else { return settle() }
        let demand = problem.demands[index]
        pick(demand, from: 0, left: Int(demand.replicas), sites: [], then: index + 1)
    }

    private mutating func pick(
        _ demand: AssemblyProblem.Demand, from start: Int, left: Int, sites: Set<String>,
        then next: Int
    ) {
        if left == 0 {
            sitesOf[demand.id] = sites
            return choose(next)
        }
        for position in start..<max(start, demand.options.count) {
            let option = demand.options[position]
            let isClose = problem.tooClose.contains { rule in
                rule.sites.contains(option.site)
                    && rule.sites.contains { $0 != option.site && sites.contains($0) }
            }
            if sites.contains(option.site) || isClose { continue }
            chosen.append(option)
            pick(
                demand, from: position + 1, left: left - 1, sites: sites.union([option.site]),
                then: next)
            chosen.removeLast()
        }
    }

    private func vector(_ measures: [String: Int64]) -> [Int64] {
        measureNames.map { measures[$0] ?? 0 }
    }

    private mutating func settle() {
        let ids = Set(chosen.map(\.id))
        guard rulesHold(ids) else { return }
        var fixed = Choice(cost: 0, measures: measureNames.map { _ in 0 })
        func pay(_ cost: Int64, _ measures: [String: Int64]) {
            fixed.cost += cost
            for (index, units) in vector(measures).enumerated() { fixed.measures[index] += units }
        }
        for option in chosen { pay(option.cost, option.measures) }
        for charge in problem.charges where charge.anyOf.contains(where: ids.contains) {
            pay(charge.cost, charge.measures)
        }
        var menus: [[Choice]] = []
        var needs: [String: Int64] = [:]
        var open: Set<String> = []
        for enclave in problem.enclaves {
            let own = problem.demands.filter { $0.enclave == enclave.id }
            let used = own.reduce(into: Set<String>()) { $0.formUnion(sitesOf[$1.id] ?? []) }
            let count = Int64(used.count)
            if count < enclave.minSites ?? 0 || count > enclave.maxSites ?? 99 { return }
            open.formUnion(used)
            for site in used {
                guard let place = enclave.places.first(where: { $0.site == site }) else { return }
                pay(place.openingCost, place.measures)
                for post in place.posts {
                    needs["\(post.pool)/\(post.level)", default: 0] += post.milliFTE
                }
                let here = own.flatMap(\.options).filter { ids.contains($0.id) && $0.site == site }
                menus.append(moduleMenu(place, here))
            }
        }
        var providers: Set<String> = []
        for site in problem.sites where open.contains(site.id) {
            pay(site.openingCost, [:])
            providers.insert(site.provider)
            for (resource, room) in site.capacity {
                let here = chosen.filter { $0.site == site.id }
                let used = here.reduce(0) { $0 + ($1.uses[resource] ?? 0) }
                if used > room { return }
            }
        }
        let users = problem.providers.filter { providers.contains($0.id) }
        for provider in users { pay(provider.openingCost, [:]) }
        let counted = Int64(users.count(where: \.counts))
        let limit = problem.providerLimit
        if counted < limit?.min ?? 0 || counted > limit?.max ?? 99 { return }
        for pool in problem.staffPools { menus.append(headMenu(pool, needs)) }
        combine(menus, 0, fixed)
    }

    private func rulesHold(_ ids: Set<String>) -> Bool {
        for rule in problem.requires where ids.contains(rule.option) {
            if !rule.anyOf.contains(where: ids.contains) { return false }
        }
        for rule in problem.excludes where rule.options.allSatisfy(ids.contains) { return false }
        for rule in problem.colocate {
            let first = rule.demands.first.flatMap { sitesOf[$0] }
            if rule.demands.contains(where: { sitesOf[$0] != first }) { return false }
        }
        return true
    }

    /// All ways to buy modules that cover the options at a place.
    private func moduleMenu(
        _ place: AssemblyProblem.Place, _ options: [AssemblyProblem.Option]
    ) -> [Choice] {
        let resources = Set(place.modules.flatMap(\.provides.keys))
        var menu: [Choice] = []
        func extend(_ index: Int, _ choice: Choice, _ provided: [String: Int64]) {
            guard index < place.modules.count else {
                for resource in resources {
                    let used = options.reduce(0) { $0 + ($1.uses[resource] ?? 0) }
                    if used > provided[resource] ?? 0 { return }
                }
                menu.append(choice)
                return
            }
            let module = place.modules[index]
            for count in 0...module.max {
                var next = choice
                next.cost += module.cost * count
                for (position, units) in vector(module.measures).enumerated() {
                    next.measures[position] += units * count
                }
                let more = module.provides.mapValues { $0 * count }
                extend(index + 1, next, provided.merging(more) { $0 + $1 })
            }
        }
        extend(0, Choice(cost: 0, measures: measureNames.map { _ in 0 }), [:])
        return trimmed(menu)
    }

    /// All ways to hire heads of a pool that cover its posts.
    private func headMenu(
        _ pool: AssemblyProblem.StaffPool, _ needs: [String: Int64]
    ) -> [Choice] {
        var menu: [Choice] = []
        func extend(_ index: Int, _ choice: Choice, _ hired: Int64, _ needed: Int64) {
            guard index >= 0 else { return menu.append(choice) }
            let level = pool.levels[index]
            let wanted = needed + (needs["\(pool.id)/\(level.id)"] ?? 0)
            // More than all posts need are of no use, as the counts are small where they matter.
            let useful = min(level.available, needs.values.reduce(6) { $0 + $1 / 1000 + 1 })
            for count in 0...useful where (hired + count) * 1000 >= wanted {
                var next = choice
                next.cost += level.headCost * count
                for (position, units) in vector(level.measures).enumerated() {
                    next.measures[position] += units * count
                }
                extend(index - 1, next, hired + count, wanted)
            }
        }
        extend(pool.levels.count - 1, Choice(cost: 0, measures: measureNames.map { _ in 0 }), 0, 0)
        return trimmed(menu)
    }

    /// Where counts have no effect but their cost, only the cheapest way matters.
    private func trimmed(_ menu: [Choice]) -> [Choice] {
        guard !countsMatter, let cheapest = menu.min(by: { $0.cost < $1.cost }) else { return menu }
        return [cheapest]
    }

    private mutating func combine(_ menus: [[Choice]], _ index: Int, _ choice: Choice) {
        guard index < menus.count else { return judge(choice) }
        for item in menus[index] {
            combine(
                menus, index + 1,
                Choice(
                    cost: choice.cost + item.cost,
                    measures: zip(choice.measures, item.measures).map(+)))
        }
    }

    private mutating func judge(_ choice: Choice) {
        var total = choice.cost * 10_000
        var values = choice.measures.map { $0 * 10_000 }
        for discount in problem.discounts {
            let amount = choice.measures[measureNames.firstIndex(of: discount.measure) ?? 0]
            var worth: Int64 = 0
            for unit in stride(from: Int64(0), to: amount, by: 1) where discount.mode == .graduated
            {
                worth += discount.tiers.last { $0.from <= unit }?.basisPoints ?? 0
            }
            if discount.mode == .volume {
                worth = amount * (discount.tiers.last { $0.from <= amount }?.basisPoints ?? 0)
            }
            total -= worth
            for measure in discount.reduces {
                values[measureNames.firstIndex(of: measure) ?? 0] -= worth
            }
        }
        for limit in problem.limits {
            let value =
                limit.measure == "total"
                ? total : values[measureNames.firstIndex(of: limit.measure) ?? 0]
            if let least = limit.min, value < least * 10_000 { return }
            if let most = limit.max, value > most * 10_000 { return }
        }
        let options = chosen.map(\.id).sorted()
        if let best,
            best.totalE4 < total
                || best.totalE4 == total && !options.lexicographicallyPrecedes(best.options)
        {
            return
        }
        best = Best(totalE4: total, options: options)
    }
}

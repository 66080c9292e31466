extension PackageLedger {
    mutating func checkProviders() {
        let open = sitesOfEnclave.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        var used: Set<String> = []
        for site in problem.sites where open.contains(site.id) {
            pay(site.openingCost)
            used.insert(site.provider)
        }
        var counted: Int64 = 0
        for provider in problem.providers where used.contains(provider.id) {
            pay(provider.openingCost)
            counted += provider.counts ? 1 : 0
        }
        let limit = problem.providerLimit
        if counted < limit?.min ?? 0 || counted > limit?.max ?? Int64.max {
            refuse("\(counted) providers are used")
        }
    }

    mutating func checkCapacities() {
        for site in problem.sites {
            for resource in site.capacity.keys.sorted() {
                let used = loads[site.id]?[resource] ?? 0
                if let room = site.capacity[resource], used > Int128(room) {
                    refuse("\(used) of '\(resource)' are used at '\(site.id)', it has \(room)")
                }
            }
        }
    }

    mutating func checkRules() {
        for charge in problem.charges where !chosen.isDisjoint(with: charge.anyOf) {
            pay(charge.cost, charge.measures)
        }
        for rule in problem.colocate
        where Set(rule.demands.map { sitesOfDemand[$0] ?? [] }).count > 1 {
            refuse("demands \(rule.demands) do not use the same sites")
        }
        for rule in problem.requires
        where chosen.contains(rule.option) && chosen.isDisjoint(with: rule.anyOf) {
            refuse("option '\(rule.option)' lacks one of \(rule.anyOf)")
        }
        for rule in problem.excludes where chosen.isSuperset(of: rule.options) {
            refuse("options \(rule.options) are chosen together")
        }
    }

    mutating func checkStaff() {
        for pool in answer.heads.keys.sorted() {
            let levels = problem.staffPools.first { $0.id == pool }?.levels.map(\.id) ?? []
            for level in answer.heads[pool, default: [:]].keys.sorted()
            where !levels.contains(level) {
                refuse("level '\(level)' is unknown in pool '\(pool)'")
            }
        }
        for pool in problem.staffPools {
            var hired: Int128 = 0
            var needed: Int128 = 0
            for level in pool.levels.reversed() {
                let count = answer.heads[pool.id]?[level.id] ?? 0
                if count < 0 || count > level.available {
                    refuse("\(count) heads are hired at '\(pool.id)/\(level.id)'")
                }
                pay(level.headCost, level.measures, times: count)
                hired += Int128(count)
                needed += needs[pool.id]?[level.id] ?? 0
                if 1000 * hired < needed {
                    refuse(
                        "\(hired) heads at '\(pool.id)/\(level.id)' and above, "
                            + "\(needed) milliFTE needed")
                }
            }
        }
    }
}

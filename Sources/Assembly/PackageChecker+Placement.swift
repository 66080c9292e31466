extension PackageLedger {
    mutating func checkDemands() {
        if answer.options != chosen.sorted() {
            refuse("the options are not in ascending order, each once")
        }
        let known = Set(problem.demands.flatMap { $0.options.map(\.id) })
        for option in chosen.subtracting(known).sorted() {
            refuse("option '\(option)' is unknown")
        }
        for demand in problem.demands {
            let picked = demand.options.filter { chosen.contains($0.id) }
            checkReplicas(of: demand, picked)
            for option in picked {
                take(option, for: demand)
            }
        }
    }

    private mutating func checkReplicas(
        of demand: AssemblyProblem.Demand, _ picked: [AssemblyProblem.Option]
    ) {
        let sites = Set(picked.map(\.site))
        sitesOfDemand[demand.id] = sites
        if Int64(picked.count) != demand.replicas {
            refuse(
                "demand '\(demand.id)' has \(picked.count) options, \(demand.replicas) wanted")
        }
        if sites.count != picked.count {
            refuse("demand '\(demand.id)' has two replicas at one site")
        }
        for rule in problem.tooClose where Set(rule.sites).count == 2 {
            if Set(rule.sites).isSubset(of: sites) {
                refuse("demand '\(demand.id)' has replicas at \(rule.sites), which are too close")
            }
        }
    }

    private mutating func take(
        _ option: AssemblyProblem.Option, for demand: AssemblyProblem.Demand
    ) {
        pay(option.cost, option.measures)
        sitesOfEnclave[demand.enclave, default: []].insert(option.site)
        for (resource, units) in option.uses {
            loads[option.site, default: [:]][resource, default: 0] += Int128(units)
            placeLoads[demand.enclave, default: [:]][option.site, default: [:]][
                resource, default: 0] += Int128(units)
        }
    }

    mutating func checkPlaces() {
        var bought = answer.modules
        for enclave in problem.enclaves {
            let used = sitesOfEnclave[enclave.id] ?? []
            let count = Int64(used.count)
            if count < enclave.minSites ?? 0 || count > enclave.maxSites ?? Int64.max {
                refuse("enclave '\(enclave.id)' uses \(count) sites")
            }
            for site in used.subtracting(enclave.places.map(\.site)).sorted() {
                refuse("enclave '\(enclave.id)' has no place at '\(site)'")
            }
            for place in enclave.places where used.contains(place.site) {
                pay(place.openingCost, place.measures)
                for post in place.posts {
                    needs[post.pool, default: [:]][post.level, default: 0] += Int128(post.milliFTE)
                }
                let key = "\(enclave.id)/\(place.site)"
                let counts = bought.removeValue(forKey: key) ?? [:]
                checkModules(
                    at: key, place, counts, placeLoads[enclave.id]?[place.site] ?? [:])
            }
        }
        let left = bought.filter { $0.value.values.contains { $0 != 0 } }
        for key in left.keys.sorted() {
            refuse("modules are bought at '\(key)', which is not used")
        }
    }

    private mutating func checkModules(
        at key: String, _ place: AssemblyProblem.Place, _ counts: [String: Int64],
        _ load: [String: Int128]
    ) {
        for unknown in Set(counts.keys).subtracting(place.modules.map(\.id)).sorted() {
            refuse("module '\(unknown)' is unknown at '\(key)'")
        }
        var provided: [String: Int128] = [:]
        for module in place.modules {
            let count = counts[module.id] ?? 0
            if count < 0 || count > module.max {
                refuse("\(count) of module '\(module.id)' are bought at '\(key)'")
            }
            pay(module.cost, module.measures, times: count)
            for (resource, units) in module.provides {
                provided[resource, default: 0] += Int128(units) * Int128(count)
            }
        }
        for resource in provided.keys.sorted() {
            let used = load[resource] ?? 0
            if let room = provided[resource], used > room {
                refuse("\(used) of '\(resource)' are used at '\(key)', modules provide \(room)")
            }
        }
    }
}

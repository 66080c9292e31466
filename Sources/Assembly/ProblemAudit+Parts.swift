extension ProblemAudit {
    mutating func checkProvidersAndSites() {
        checkUnique(problem.providers.map(\.id), "provider", at: [.key("providers")])
        let limit = problem.providerLimit
        checkNotNegative(limit?.min, "the limit", at: [.key("providerLimit"), .key("min")])
        checkNotNegative(limit?.max, "the limit", at: [.key("providerLimit"), .key("max")])
        checkUnique(problem.sites.map(\.id), "site", at: [.key("sites")])
        for (index, site) in problem.sites.enumerated() {
            let path: [Step] = [.key("sites"), .index(index)]
            checkKnown(
                site.provider, in: names.providers, "provider", at: path + [.key("provider")])
            checkUnits(site.capacity, at: path + [.key("capacity")])
        }
    }

    mutating func checkEnclaves() {
        checkUnique(problem.enclaves.map(\.id), "enclave", at: [.key("enclaves")])
        for (index, enclave) in problem.enclaves.enumerated() {
            let path: [Step] = [.key("enclaves"), .index(index)]
            checkNotNegative(enclave.minSites, "minSites", at: path + [.key("minSites")])
            checkNotNegative(enclave.maxSites, "maxSites", at: path + [.key("maxSites")])
            checkUnique(
                enclave.places.map(\.site), "place at", at: path + [.key("sites")], key: "site")
            for (number, place) in enclave.places.enumerated() {
                checkPlace(place, at: path + [.key("sites"), .index(number)])
            }
        }
    }

    private mutating func checkPlace(_ place: AssemblyProblem.Place, at path: [Step]) {
        checkKnown(place.site, in: names.sites, "site", at: path + [.key("site")])
        checkMeasures(place.measures, at: path)
        for (index, post) in place.posts.enumerated() {
            let path = path + [.key("posts"), .index(index)]
            if let levels = names.levels[post.pool] {
                checkKnown(post.level, in: levels, "level", at: path + [.key("level")])
            } else {
                checkKnown(
                    post.pool, in: Set(names.levels.keys), "staff pool", at: path + [.key("pool")])
            }
            checkNotNegative(post.milliFTE, "milliFTE", at: path + [.key("milliFTE")])
        }
        checkUnique(place.modules.map(\.id), "module", at: path + [.key("modules")])
        for (index, module) in place.modules.enumerated() {
            let path = path + [.key("modules"), .index(index)]
            checkNotNegative(module.max, "max", at: path + [.key("max")])
            checkUnits(module.provides, at: path + [.key("provides")])
            checkMeasures(module.measures, at: path)
        }
    }

    mutating func checkStaff() {
        checkUnique(problem.staffPools.map(\.id), "staff pool", at: [.key("staffPools")])
        for (index, pool) in problem.staffPools.enumerated() {
            let path: [Step] = [.key("staffPools"), .index(index), .key("levels")]
            checkUnique(pool.levels.map(\.id), "level", at: path)
            for (number, level) in pool.levels.enumerated() {
                let path = path + [.index(number)]
                checkNotNegative(level.available, "available", at: path + [.key("available")])
                checkMeasures(level.measures, at: path)
            }
        }
    }

    mutating func checkDemands() {
        checkUnique(problem.demands.map(\.id), "demand", at: [.key("demands")])
        var first: [String: [Step]] = [:]
        for (index, demand) in problem.demands.enumerated() {
            let path: [Step] = [.key("demands"), .index(index)]
            checkKnown(demand.enclave, in: names.enclaves, "enclave", at: path + [.key("enclave")])
            checkNotNegative(demand.replicas, "replicas", at: path + [.key("replicas")])
            for (number, option) in demand.options.enumerated() {
                let path = path + [.key("options"), .index(number)]
                if let earlier = first[option.id] {
                    violations.append(
                        ProblemViolation(
                            .duplicate, path + [.key("id")],
                            "option '\(option.id)' is declared twice", earlier: earlier))
                } else {
                    first[option.id] = path + [.key("id")]
                }
                checkKnown(option.site, in: names.sites, "site", at: path + [.key("site")])
                checkUnits(option.uses, at: path + [.key("uses")])
                checkMeasures(option.measures, at: path)
            }
        }
    }
}

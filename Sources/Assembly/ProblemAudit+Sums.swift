extension ProblemAudit {
    /// Refuses a problem whose sums could reach 2^63, each number taken by its size and each
    /// count at its most. Money and measures are summed in ten-thousandths.
    mutating func checkSums() {
        var sums = ProblemSums()
        sums.addAll(of: problem)
        refuse(sums.money, 10_000, "costs", at: [.key("demands")])
        for measure in sums.measures.keys.sorted() {
            refuse(
                sums.measures[measure] ?? 0, 10_000, "units of measure '\(measure)'",
                at: [.key("demands")])
        }
        for resource in sums.resources.keys.sorted() {
            refuse(
                sums.resources[resource] ?? 0, 1, "units of resource '\(resource)'",
                at: [.key("demands")])
        }
        refuse(sums.heads, 1_000, "heads", at: [.key("staffPools")])
        refuse(sums.work, 1, "milliFTE", at: [.key("enclaves")])
        for (index, limit) in problem.limits.enumerated() {
            for (key, bound) in [("min", limit.min), ("max", limit.max)] {
                refuse(
                    Int128(bound?.magnitude ?? 0), 10_000, "ten-thousandths",
                    at: [.key("limits"), .index(index), .key(key)])
            }
        }
    }

    private mutating func refuse(_ sum: Int128, _ scale: Int128, _ what: String, at path: [Step]) {
        let (product, overflow) = sum.multipliedReportingOverflow(by: scale)
        guard overflow || product > Int128(Int64.max) else { return }
        violations.append(
            ProblemViolation(.overflow, path, "the sum of \(what) could reach 2^63"))
    }
}

/// Adds up sizes of numbers, counts taken at their most; stays at the top where it would overflow.
struct ProblemSums {
    var money: Int128 = 0
    var heads: Int128 = 0
    var work: Int128 = 0
    var measures: [String: Int128] = [:]
    var resources: [String: Int128] = [:]

    mutating func addAll(of problem: AssemblyProblem) {
        for provider in problem.providers { add(provider.openingCost, [:]) }
        for site in problem.sites { add(site.openingCost, [:]) }
        for enclave in problem.enclaves {
            for place in enclave.places { add(place) }
        }
        for pool in problem.staffPools {
            for level in pool.levels {
                add(level.headCost, level.measures, times: level.available)
                heads += Int128(level.available.magnitude)
            }
        }
        for demand in problem.demands {
            for option in demand.options {
                add(option.cost, option.measures)
                add(resources: option.uses, times: 1)
            }
        }
        for charge in problem.charges { add(charge.cost, charge.measures) }
    }

    private mutating func add(_ place: AssemblyProblem.Place) {
        add(place.openingCost, place.measures)
        for post in place.posts { work += Int128(post.milliFTE.magnitude) }
        for module in place.modules {
            add(module.cost, module.measures, times: module.max)
            add(resources: module.provides, times: module.max)
        }
    }

    private mutating func add(_ cost: Int64, _ units: [String: Int64], times count: Int64 = 1) {
        money = Self.sum(money, cost, count)
        for (measure, amount) in units {
            measures[measure] = Self.sum(measures[measure] ?? 0, amount, count)
        }
    }

    private mutating func add(resources units: [String: Int64], times count: Int64) {
        for (resource, amount) in units {
            resources[resource] = Self.sum(resources[resource] ?? 0, amount, count)
        }
    }

    private static func sum(_ sum: Int128, _ amount: Int64, _ count: Int64) -> Int128 {
        let product = Int128(amount.magnitude) * Int128(count.magnitude)
        let (total, overflow) = sum.addingReportingOverflow(product)
        return overflow ? Int128.max : total
    }
}

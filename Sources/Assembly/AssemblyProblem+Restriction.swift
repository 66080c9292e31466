extension AssemblyProblem {
    typealias Part = AssemblyAnswer.ConflictPart

    /// Every part that a conflict may name, demands last, in an order that does not depend on
    /// the order of the problem's lists.
    var droppableParts: [Part] {
        var parts: [Part] = []
        func add(_ kind: Part.Kind, _ ids: [String]) {
            parts += ids.sorted().map { Part(kind: kind, id: $0) }
        }
        func addRules(_ kind: Part.Kind, _ ids: [String?], _ contents: [String]) {
            let named = zip(Self.names(ids), zip(ids, contents))
            let keyed = named.map { (id: $0.0, key: $0.1.0 ?? $0.1.1) }
            parts += keyed.sorted { $0.key < $1.key }.map { Part(kind: kind, id: $0.id) }
        }
        add(.minSites, enclaves.filter { $0.minSites != nil }.map(\.id))
        if providerLimit?.min != nil { add(.providerLimit, ["min"]) }
        addRules(.excludes, excludes.map(\.id), excludes.map { Self.content($0.options) })
        addRules(
            .requires, requires.map(\.id),
            requires.map { $0.option + Self.content($0.anyOf) })
        addRules(.colocate, colocate.map(\.id), colocate.map { Self.content($0.demands) })
        addRules(.tooClose, tooClose.map(\.id), tooClose.map { Self.content($0.sites) })
        add(.capacity, sites.flatMap { site in site.capacity.keys.map { "\(site.id)/\($0)" } })
        for enclave in enclaves.sorted(by: { $0.id < $1.id }) {
            for place in enclave.places.sorted(by: { $0.site < $1.site }) {
                let resources = Set(place.modules.flatMap { $0.provides.keys })
                add(.modules, resources.map { "\(enclave.id)/\(place.site)/\($0)" })
            }
        }
        add(.available, staffPools.flatMap { pool in pool.levels.map { "\(pool.id)/\($0.id)" } })
        add(.maxSites, enclaves.filter { $0.maxSites != nil }.map(\.id))
        if providerLimit?.max != nil { add(.providerLimit, ["max"]) }
        add(.limit, limits.map(\.id))
        add(.demand, demands.map(\.id))
        return parts
    }

    private static func content(_ names: [String]) -> String {
        "\u{0}" + names.sorted().joined(separator: "\u{0}")
    }

    /// The problem with only the named parts of those that can be dropped.
    func keeping(_ parts: [Part]) -> AssemblyProblem {
        let kept = Set(parts)
        func keeps(_ kind: Part.Kind, _ id: String) -> Bool {
            kept.contains(Part(kind: kind, id: id))
        }
        func named<Rule>(_ kind: Part.Kind, _ rules: [Rule], _ ids: [String?]) -> [Rule] {
            zip(rules, Self.names(ids)).filter { keeps(kind, $0.1) }.map(\.0)
        }
        var result = self
        result.demands = demands.filter { keeps(.demand, $0.id) }
        let left = Set(result.demands.flatMap { $0.options.map(\.id) })
        result.limits = limits.filter { keeps(.limit, $0.id) }
        result.tooClose = named(.tooClose, tooClose, tooClose.map(\.id))
        result.colocate = named(.colocate, colocate, colocate.map(\.id)).map { rule in
            ColocateRule(id: rule.id, demands: rule.demands.filter { keeps(.demand, $0) })
        }
        result.requires = named(.requires, requires, requires.map(\.id))
            .filter { left.contains($0.option) }
        for index in result.requires.indices {
            result.requires[index].anyOf.removeAll { !left.contains($0) }
        }
        result.excludes = named(.excludes, excludes, excludes.map(\.id))
            .filter { left.isSuperset(of: $0.options) }
        for index in charges.indices {
            result.charges[index].anyOf.removeAll { !left.contains($0) }
        }
        result.providerLimit = ProviderLimit(
            min: keeps(.providerLimit, "min") ? providerLimit?.min : nil,
            max: keeps(.providerLimit, "max") ? providerLimit?.max : nil)
        for index in sites.indices {
            result.sites[index].capacity = sites[index].capacity.filter {
                keeps(.capacity, "\(sites[index].id)/\($0.key)")
            }
        }
        result.liftStaff { keeps(.available, $0) }
        result.liftEnclaves(keeps)
        return result
    }

    /// Takes options out, and what rules and charges say of them.
    package mutating func removeOptions(where isRemoved: (String) -> Bool) {
        for index in demands.indices {
            demands[index].options.removeAll { isRemoved($0.id) }
        }
        for index in charges.indices { charges[index].anyOf.removeAll(where: isRemoved) }
        requires.removeAll { isRemoved($0.option) }
        for index in requires.indices { requires[index].anyOf.removeAll(where: isRemoved) }
        excludes.removeAll { $0.options.contains(where: isRemoved) }
    }

    private mutating func liftEnclaves(_ keeps: (Part.Kind, String) -> Bool) {
        for index in enclaves.indices {
            let enclave = enclaves[index].id
            if !keeps(.minSites, enclave) { enclaves[index].minSites = nil }
            if !keeps(.maxSites, enclave) { enclaves[index].maxSites = nil }
            for place in enclaves[index].places.indices {
                let site = enclaves[index].places[place].site
                for module in enclaves[index].places[place].modules.indices {
                    let provides = enclaves[index].places[place].modules[module].provides
                    enclaves[index].places[place].modules[module].provides = provides.filter {
                        keeps(.modules, "\(enclave)/\(site)/\($0.key)")
                    }
                }
            }
        }
    }

    /// Lifts the numbers of heads that are not kept: to more than all posts could need, as far as
    /// sums allow.
    private mutating func liftStaff(_ keeps: (String) -> Bool) {
        var work: Int64 = 0
        for enclave in enclaves {
            for place in enclave.places { work += place.posts.reduce(0) { $0 + $1.milliFTE } }
        }
        let levels = Int64(staffPools.reduce(1) { $0 + $1.levels.count })
        for pool in staffPools.indices {
            for index in staffPools[pool].levels.indices {
                let level = staffPools[pool].levels[index]
                guard !keeps("\(staffPools[pool].id)/\(level.id)") else { continue }
                let sizes = level.measures.values.map(\.magnitude) + [level.headCost.magnitude, 1]
                let size = Int64(clamping: sizes.max() ?? 1)
                let room = Int64.max / 100_000 / levels / size
                staffPools[pool].levels[index].available = max(
                    level.available, work / 1000 + 1, min(1_000_000, room))
            }
        }
    }

    /// The identifiers of rules: their own, or their position.
    private static func names(_ ids: [String?]) -> [String] {
        ids.enumerated().map { $0.element ?? String($0.offset) }
    }
}

extension ProblemCompiler {
    /// Joins demands that have to use the same sites.
    mutating func compileGroups() {
        var parent = Array(demands.indices)
        func root(_ start: Int) -> Int {
            var index = start
            while parent[index] != index { index = parent[index] }
            return index
        }
        for rule in problem.colocate {
            let members = rule.demands.compactMap { demandIndex[$0] }
            for member in members.dropFirst() {
                let (one, other) = (root(members[0]), root(member))
                parent[max(one, other)] = min(one, other)
            }
        }
        var groupOf: [Int: Int] = [:]
        var members: [[Int]] = []
        for demand in demands.indices {
            let top = root(demand)
            if groupOf[top] == nil {
                groupOf[top] = members.count
                members.append([])
            }
            members[groupOf[top] ?? 0].append(demand)
        }
        for (index, list) in members.enumerated() {
            for demand in list {
                let old = result.demands[demand]
                result.demands[demand] = CompiledProblem.Demand(
                    replicas: old.replicas, options: old.options, enclave: old.enclave,
                    group: index)
            }
            result.groups.append(group(of: list))
        }
    }

    private func group(of members: [Int]) -> CompiledProblem.Group {
        let replicas = result.demands[members[0]].replicas
        var cells: [CompiledProblem.Cell] = []
        for site in sites.indices {
            let options = members.map { (demand: Int) -> [Int] in
                result.demands[demand].options.filter {
                    let place = result.optionPlace[$0]
                    return place >= 0 && result.places[place].site == site
                }
            }
            if options.allSatisfy({ !$0.isEmpty }) {
                cells.append(CompiledProblem.Cell(site: site, options: options))
            }
        }
        return CompiledProblem.Group(
            demands: members, replicas: replicas,
            isContradictory: members.contains { result.demands[$0].replicas != replicas },
            cells: cells)
    }

    /// Adds a row for each capacity, and for each resource that a place's modules provide.
    mutating func compileResourceRows() {
        var usersBySite: [[String: [Term]]] = Array(repeating: [:], count: sites.count)
        var usersByPlace: [[String: [Term]]] = Array(repeating: [:], count: places.count)
        for (option, stated) in options.enumerated() where result.optionPlace[option] >= 0 {
            let place = result.optionPlace[option]
            for (resource, units) in stated.uses {
                usersBySite[result.places[place].site][resource, default: []]
                    .append((option, units))
                usersByPlace[place][resource, default: []].append((option, units))
            }
        }
        for (index, site) in sites.enumerated() {
            for resource in site.capacity.keys.sorted() {
                if let users = usersBySite[index][resource] {
                    addRow(.capacity, users, upper: site.capacity[resource])
                }
            }
        }
        var provides: [[(row: Int, units: Int64)]] = Array(repeating: [], count: modules.count)
        for (index, place) in result.places.enumerated() {
            let listed = place.modules.map { modules[$0].module }
            let resources = Set(listed.flatMap { $0.provides.keys }).sorted()
            for resource in resources {
                let row = result.rows.count
                var terms = usersByPlace[index][resource] ?? []
                for (module, stated) in zip(place.modules, listed) {
                    guard let units = stated.provides[resource], units > 0 else { continue }
                    terms.append((result.layout.modules + module, -units))
                    provides[module].append((row, units))
                }
                addRow(.modules(place: index), terms, upper: 0)
            }
        }
        result.modules = modules.indices.map {
            CompiledProblem.Module(
                place: modules[$0].place, id: modules[$0].module.id, provides: provides[$0])
        }
    }

    /// Adds a row for each level of each pool: heads from there up cover the work from there up.
    mutating func compileStaffRows() {
        var column = result.layout.heads
        for (index, pool) in pools.enumerated() {
            let heads = column..<(column + pool.levels.count)
            column = heads.upperBound
            var rows: [Int] = []
            for level in pool.levels.indices {
                var terms: [Term] = (level..<pool.levels.count).map {
                    (heads.lowerBound + $0, -1000)
                }
                for (place, stated) in result.places.enumerated() {
                    for post in stated.posts where post.pool == index && post.level >= level {
                        terms.append((result.layout.places + place, post.milliFTE))
                    }
                }
                rows.append(addRow(.heads(pool: index, level: level), terms, upper: 0))
            }
            result.pools.append(
                CompiledProblem.Pool(
                    id: pool.id, levels: pool.levels.map(\.id), heads: heads, rows: rows))
        }
    }

    /// Adds the rows between places and sites, and between options and charges.
    mutating func compileLinkRows() {
        for (index, place) in result.places.enumerated() {
            addRow(
                .opening,
                [(result.layout.places + index, 1), (result.layout.sites + place.site, -1)],
                upper: 0)
        }
        for (index, triggers) in result.charges.enumerated() {
            var cells: [[Int]: [Int]] = [:]
            for option in triggers where result.optionPlace[option] >= 0 {
                cells[[result.optionDemand[option], result.optionPlace[option]], default: []]
                    .append(option)
            }
            for key in cells.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                let terms = (cells[key] ?? []).map { ($0, Int64(1)) }
                addRow(.charge, terms + [(result.layout.charges + index, -1)], upper: 0)
            }
        }
    }

    /// Adds the rows of `requires`, `excludes`, and of colocation across enclaves.
    mutating func compileRuleRows() {
        for rule in problem.requires.sorted(by: Self.precedes) {
            let option = optionIndex[rule.option] ?? 0
            let others = Set(rule.anyOf.compactMap { optionIndex[$0] })
            if others.contains(option) { continue }
            addRow(.requires, [(option, 1)] + others.sorted().map { ($0, -1) }, upper: 0)
        }
        let pairs = problem.excludes.map { $0.options.compactMap { optionIndex[$0] }.sorted() }
        for pair in Set(pairs).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            addRow(.excludes, [(pair[0], 1), (pair[1], 1)], upper: 1)
        }
        for group in result.groups {
            for other in group.demands.dropFirst()
            where result.demands[other].enclave != result.demands[group.demands[0]].enclave {
                let index = group.demands.firstIndex(of: other) ?? 0
                for cell in group.cells {
                    addRow(
                        .colocate,
                        cell.options[0].map { ($0, 1) } + cell.options[index].map { ($0, -1) },
                        lower: 0, upper: 0)
                }
            }
        }
    }

    private static func precedes(
        _ one: AssemblyProblem.RequiresRule, _ other: AssemblyProblem.RequiresRule
    ) -> Bool {
        one.option != other.option
            ? one.option < other.option
            : one.anyOf.sorted().lexicographicallyPrecedes(other.anyOf.sorted())
    }
}

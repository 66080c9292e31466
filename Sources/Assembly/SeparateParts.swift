/// Splits a problem into parts that share nothing but upper limits, and solves each by itself.
///
/// Upper limits and the limit of providers are left out at first: that can only lower the total.
/// Where the joined optimum keeps them all the same, it is the optimum of the whole problem; where
/// it does not, nothing is said and the whole problem has to be searched. Parts without a package
/// prove that the whole has none.
struct SeparateParts {
    let parts: [AssemblyProblem]
    /// For each part, where its rules without an identifier stand in the whole problem.
    private let positions: [[AssemblyProblem.Part: AssemblyProblem.Part]]

    /// Finds the parts of a problem; `nil` where it is one, or has a least number that spans all.
    init?(_ problem: AssemblyProblem) {
        guard problem.demands.count > 1,
            !problem.limits.contains(where: {
                $0.min != nil && $0.measure == AssemblyProblem.totalMeasure
            })
        else { return nil }
        var joined = PartJoiner(problem)
        joined.joinAll()
        let groups = joined.groups()
        guard groups.count > 1 else { return nil }
        let found = groups.map { Self.part(of: problem, enclaves: $0.enclaves, pools: $0.pools) }
        parts = found.map(\.problem)
        positions = found.map(\.positions)
    }

    /// What cannot hold together in a part, as the whole problem names it.
    func restored(
        _ conflict: [AssemblyProblem.Part], of part: Int
    ) -> [AssemblyProblem.Part] {
        conflict.map { positions[part][$0] ?? $0 }
    }

    /// Joins the answers of the parts, in their order.
    ///
    /// - Returns: `nil` where a part has no proof, or the whole package breaks what was left out.
    static func join(_ answers: [AssemblyAnswer], of problem: AssemblyProblem) -> AssemblyAnswer? {
        if let none = answers.first(where: { $0.status == .infeasible }) { return none }
        guard answers.allSatisfy({ $0.status == .optimal }) else { return nil }
        var whole = AssemblyAnswer(status: .optimal)
        for answer in answers {
            let total = whole.totalE4.addingReportingOverflow(answer.totalE4)
            guard !total.overflow else { return nil }
            whole.totalE4 = total.partialValue
            whole.options += answer.options
            whole.modules.merge(answer.modules) { first, _ in first }
            whole.heads.merge(answer.heads) { first, _ in first }
        }
        whole.options.sort()
        whole.lowerBoundE4 = whole.totalE4
        let check = PackageChecker.check(problem, whole)
        return check.holds && check.totalE4 == whole.totalE4 ? whole : nil
    }

    private static func part(
        of problem: AssemblyProblem, enclaves: Set<String>, pools: Set<String>
    ) -> (problem: AssemblyProblem, positions: [AssemblyProblem.Part: AssemblyProblem.Part]) {
        var part = problem
        var positions: [AssemblyProblem.Part: AssemblyProblem.Part] = [:]
        func kept<Rule>(
            _ kind: AssemblyProblem.Part.Kind, _ rules: [Rule], _ id: KeyPath<Rule, String?>,
            where keeps: (Rule) -> Bool
        ) -> [Rule] {
            let found = rules.indices.filter { keeps(rules[$0]) }
            for (place, whole) in found.enumerated() where rules[whole][keyPath: id] == nil {
                positions[AssemblyProblem.Part(kind: kind, id: String(place))] =
                    AssemblyProblem.Part(kind: kind, id: String(whole))
            }
            return found.map { rules[$0] }
        }
        part.providerLimit = nil
        part.enclaves = problem.enclaves.filter { enclaves.contains($0.id) }
        part.demands = problem.demands.filter { enclaves.contains($0.enclave) }
        part.staffPools = problem.staffPools.filter { pools.contains($0.id) }
        let options = Set(part.demands.flatMap(\.options).map(\.id))
        let demands = Set(part.demands.map(\.id))
        let sites = Set(part.enclaves.flatMap(\.places).map(\.site))
        part.sites = problem.sites.filter { sites.contains($0.id) }
        let providers = Set(part.sites.map(\.provider))
        part.providers = problem.providers.filter { providers.contains($0.id) }
        part.tooClose = kept(.tooClose, problem.tooClose, \.id) {
            $0.sites.allSatisfy(sites.contains)
        }
        part.charges = problem.charges.filter { $0.anyOf.contains(where: options.contains) }
        part.colocate = kept(.colocate, problem.colocate, \.id) {
            $0.demands.allSatisfy(demands.contains)
        }
        part.requires = kept(.requires, problem.requires, \.id) { options.contains($0.option) }
        part.excludes = kept(.excludes, problem.excludes, \.id) {
            $0.options.allSatisfy(options.contains)
        }
        let measures = PartJoiner.measures(of: part)
        part.discounts = problem.discounts.filter { measures.contains($0.measure) }
        part.limits = problem.limits.compactMap { limit in
            guard let least = limit.min, measures.contains(limit.measure) else { return nil }
            return AssemblyProblem.Limit(id: limit.id, measure: limit.measure, min: least)
        }
        return (part, positions)
    }
}

/// Finds out which enclaves and pools of a problem depend on each other.
private struct PartJoiner {
    private let problem: AssemblyProblem
    /// Enclaves first, then pools.
    private var parents: [Int]
    private let enclaves: [String: Int]
    private let pools: [String: Int]

    init(_ problem: AssemblyProblem) {
        self.problem = problem
        enclaves = Dictionary(
            uniqueKeysWithValues: problem.enclaves.enumerated().map { ($1.id, $0) })
        let count = problem.enclaves.count
        pools = Dictionary(
            uniqueKeysWithValues: problem.staffPools.enumerated().map { ($1.id, count + $0) })
        parents = Array(0..<(count + problem.staffPools.count))
    }

    private func root(_ node: Int) -> Int {
        var node = node
        while parents[node] != node { node = parents[node] }
        return node
    }

    private mutating func join(_ nodes: some Sequence<Int>) {
        var first: Int?
        for node in nodes {
            if let first { parents[root(node)] = root(first) } else { first = node }
        }
    }

    /// Joins whatever one rule, place, person, charge, tiered discount or least number ties.
    mutating func joinAll() {
        let demands = Dictionary(
            problem.demands.map { ($0.id, $0.enclave) }, uniquingKeysWith: { first, _ in first })
        var owners: [String: String] = [:]
        for demand in problem.demands {
            for option in demand.options { owners[option.id] = demand.enclave }
        }
        for enclave in problem.enclaves {
            let posts = enclave.places.flatMap(\.posts).compactMap { pools[$0.pool] }
            join([enclaves[enclave.id]].compactMap { $0 } + posts)
        }
        let options =
            problem.charges.map(\.anyOf) + problem.requires.map { [$0.option] + $0.anyOf }
            + problem.excludes.map(\.options)
        for group in options {
            join(group.compactMap { owners[$0] }.compactMap { enclaves[$0] })
        }
        for rule in problem.colocate {
            join(rule.demands.compactMap { demands[$0] }.compactMap { enclaves[$0] })
        }
        joinSites()
        joinMeasures()
    }

    /// Sites that are paid for or filled once tie every enclave that may use them, as do providers.
    private mutating func joinSites() {
        let providers = Set(problem.providers.filter { $0.openingCost != 0 }.map(\.id))
        var users: [String: [Int]] = [:]
        let sites = Dictionary(
            problem.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for enclave in problem.enclaves {
            guard let node = enclaves[enclave.id] else { continue }
            for site in enclave.places.compactMap({ sites[$0.site] }) {
                if site.openingCost != 0 || !site.capacity.isEmpty {
                    users["site/\(site.id)", default: []].append(node)
                }
                if providers.contains(site.provider) {
                    users["provider/\(site.provider)", default: []].append(node)
                }
            }
        }
        for nodes in users.values { join(nodes) }
    }

    private mutating func joinMeasures() {
        let least = Set(problem.limits.filter { $0.min != nil }.map(\.measure))
        let tiered = problem.discounts.filter { $0.tiers.count > 1 }.map(\.measure)
        // A discount that lowers a measure with a least number ties what it is worked out on too.
        let lowering = problem.discounts.filter { !least.isDisjoint(with: $0.reduces) }
            .flatMap { [$0.measure] + $0.reduces }
        for measure in least.union(tiered).union(lowering) {
            join(nodes(adding: measure))
        }
    }

    private func nodes(adding measure: String) -> [Int] {
        let used = problem.enclaves.filter { enclave in
            enclave.places.contains { place in
                place.measures[measure] != nil
                    || place.modules.contains { $0.measures[measure] != nil }
            }
        }.map(\.id)
        let options = problem.demands.filter { demand in
            demand.options.contains { $0.measures[measure] != nil }
        }.map(\.enclave)
        let charged = Set(
            problem.charges.filter { $0.measures[measure] != nil }.flatMap(\.anyOf))
        let paying = problem.demands.filter { demand in
            demand.options.contains { charged.contains($0.id) }
        }.map(\.enclave)
        let hired = problem.staffPools.filter { pool in
            pool.levels.contains { $0.measures[measure] != nil }
        }.map(\.id)
        return (used + options + paying).compactMap { enclaves[$0] }
            + hired.compactMap { pools[$0] }
    }

    /// Enclaves and pools that belong together, by their least enclave, so that the order of the
    /// problem's lists decides nothing; pools of nobody stand with the first group.
    func groups() -> [(enclaves: Set<String>, pools: Set<String>)] {
        var groups: [Int: (enclaves: Set<String>, pools: Set<String>)] = [:]
        for enclave in problem.enclaves {
            guard let node = enclaves[enclave.id] else { continue }
            groups[root(node), default: ([], [])].enclaves.insert(enclave.id)
        }
        let least = problem.enclaves.map(\.id).min()
        let first = least.flatMap { enclaves[$0] }.map(root) ?? 0
        for pool in problem.staffPools {
            guard let node = pools[pool.id] else { continue }
            let group = groups[root(node)] == nil ? first : root(node)
            groups[group, default: ([], [])].pools.insert(pool.id)
        }
        return groups.values.sorted { ($0.enclaves.min() ?? "") < ($1.enclaves.min() ?? "") }
    }

    /// Every measure that something of a problem adds to.
    static func measures(of part: AssemblyProblem) -> Set<String> {
        var names: Set<String> = []
        for place in part.enclaves.flatMap(\.places) {
            names.formUnion(place.measures.keys)
            for module in place.modules { names.formUnion(module.measures.keys) }
        }
        for option in part.demands.flatMap(\.options) { names.formUnion(option.measures.keys) }
        for charge in part.charges { names.formUnion(charge.measures.keys) }
        for level in part.staffPools.flatMap(\.levels) { names.formUnion(level.measures.keys) }
        return names
    }
}

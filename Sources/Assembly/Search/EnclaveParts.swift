/// Lists, for each enclave, the groups of demands that are placed in it as one.
struct EnclaveParts: Sendable {
    /// A group of demands within one enclave.
    struct Part: Sendable {
        let replicas: Int
        let cells: [Cell]
        /// Combinations of places for several replicas; nothing where they are too many.
        let combinations: [[Int]]?
    }

    /// A part at a place, counted within its enclave.
    struct Cell: Sendable {
        let place: Int
        /// One entry a demand of the part.
        let options: [[Int]]
    }

    let parts: [[Part]]
    private static let combinationLimit = 3_000

    init(_ problem: CompiledProblem) {
        var parts: [[Part]] = Array(repeating: [], count: problem.enclaves.count)
        for group in problem.groups where group.replicas > 0 {
            let enclaves = Set(group.demands.map { problem.demands[$0].enclave }).sorted()
            for enclave in enclaves {
                parts[enclave].append(Self.part(problem, group, enclave))
            }
        }
        self.parts = parts
    }

    private static func part(
        _ problem: CompiledProblem, _ group: CompiledProblem.Group, _ enclave: Int
    ) -> Part {
        let members = group.demands.indices.filter {
            problem.demands[group.demands[$0]].enclave == enclave
        }
        let first = problem.enclaves[enclave].places.lowerBound
        var cells: [Cell] = []
        var sites: [Int] = []
        for cell in group.cells {
            let options = members.map { cell.options[$0] }
            guard let option = options.first?.first else { continue }
            cells.append(Cell(place: problem.optionPlace[option] - first, options: options))
            sites.append(cell.site)
        }
        let order = cells.indices.sorted { cells[$0].place < cells[$1].place }
        let combinations = combinations(problem, order.map { sites[$0] }, group.replicas)
        return Part(
            replicas: group.replicas, cells: order.map { cells[$0] },
            combinations: cells.contains { $0.place >= 64 } ? nil : combinations)
    }

    /// Returns all sets of `count` cells that are not too close, or nothing where they are many.
    private static func combinations(
        _ problem: CompiledProblem, _ sites: [Int], _ count: Int
    ) -> [[Int]]? {
        guard count > 1 else { return [] }
        var result: [[Int]] = [[]]
        for _ in 0..<min(count, sites.count + 1) {
            var longer: [[Int]] = []
            for chosen in result {
                for next in ((chosen.last ?? -1) + 1)..<max(sites.count, (chosen.last ?? -1) + 1) {
                    let close = problem.tooClose[sites[next]]
                    if chosen.contains(where: { close.contains(sites[$0]) }) { continue }
                    longer.append(chosen + [next])
                    if longer.count > combinationLimit { return nil }
                }
            }
            result = longer
        }
        return result
    }
}

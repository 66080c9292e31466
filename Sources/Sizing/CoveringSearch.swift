/// Searches the numbers of units to take of each ray.
///
/// Two rays are solved by one loop: for each number of the first, the table of the second says what
/// covers the rest. Further rays are branched on around that loop, each number cut by the bound.
struct CoveringSearch {
    private let problem: CoveringProblem
    private let tables: [CoveringTable]
    private let bound: CoveringBound
    /// The price, in its smallest steps, that no mix is below.
    private let priceBound: Int128
    private var stepLimit: Int
    private var steps = 0
    private var best: Int128
    private var bestCounts: [Int]?
    private var units: [Int]

    init(_ problem: CoveringProblem, stepLimit: Int) {
        self.problem = problem
        self.stepLimit = stepLimit
        tables = problem.rays.map { CoveringTable($0) }
        bound = CoveringBound(problem)
        let worth = bound.worth(problem.demand)
        priceBound = (worth + bound.divisor - 1) / bound.divisor / problem.priceStep
        best = problem.objectiveBound
        units = Array(repeating: 0, count: problem.rays.count)
    }

    /// Nodes of an answer whose writing out takes as long as a step.
    private static let nodesPerStep = 64

    private var isCut: Bool { steps >= stepLimit }

    private var isAtPriceBound: Bool { best / problem.priceStep == priceBound }

    /// Returns how many nodes of each type to take; nil when nothing covers the demand.
    ///
    /// - Throws: `SizingError.stepLimitReached` when the limit cut the search before any answer.
    mutating func run() throws(SizingError) -> (counts: [Int], isProven: Bool)? {
        if problem.rays.count == 1 { close(with: 0, problem.demand, 0) } else { tryPairs() }
        if problem.rays.count > 2 {
            let (first, second) = innerPair
            // The finest rays vary fastest: they fit what larger nodes leave.
            let others = problem.rays.indices.filter { $0 != first && $0 != second }
                .sorted { (problem.rays[$1].largestSize, $0) < (problem.rays[$0].largestSize, $1) }
            branch(others[...], around: first, second, problem.demand, 0)
        }
        if let bestCounts { return (bestCounts, !isCut || isAtPriceBound) }
        if isCut { throw .stepLimitReached }
        return nil
    }

    /// The two rays of the inner loop: those that the bound rests on, whose nodes are the most
    /// useful for their price, and where it rests on one the first other.
    private var innerPair: (first: Int, second: Int) {
        let other = bound.basis[0] == 0 ? 1 : 0
        return (bound.basis[0], bound.basis.count > 1 ? bound.basis[1] : other)
    }

    /// Solves with each two rays, which gives a good answer to cut the search by.
    private mutating func tryPairs() {
        for second in problem.rays.indices {
            for first in 0..<second { solve(first, second, problem.demand, 0) }
        }
    }

    private mutating func branch(
        _ rays: ArraySlice<Int>, around first: Int, _ second: Int, _ rest: ResourceVector,
        _ objective: Int128
    ) {
        guard let index = rays.first else {
            solve(first, second, rest, objective)
            return
        }
        let ray = problem.rays[index]
        let last = rest.timesUseful(of: ray.direction) + ray.largestSize - 1
        for number in 0...last where !isCut {
            steps += 1
            let left = rest.subtracting(ray.direction, times: number)
            // A table entry is never below the densest size's share, so past this no number helps.
            if isHopeless(objective, share: number, of: ray.densest, left) { break }
            let entry = tables[index].exact[number]
            guard entry != CoveringTable.unreachable,
                (objective + entry) * bound.divisor + bound.worth(left) <= best * bound.divisor
            else { continue }
            units[index] = number
            branch(
                rays.dropFirst(), around: first, second, left.clampedToZero(), objective + entry)
            units[index] = 0
        }
    }

    private func isHopeless(
        _ objective: Int128, share number: Int, of densest: CoveringRay.Size,
        _ left: ResourceVector
    ) -> Bool {
        let room = (best - objective) * bound.divisor - bound.worth(left)
        return densest.objective * Int128(number) * bound.divisor > room * Int128(densest.units)
    }

    /// Loops over the numbers of the first ray that can lead to the best or a better answer.
    private mutating func solve(
        _ first: Int, _ second: Int, _ rest: ResourceVector, _ objective: Int128
    ) {
        let (one, two) = (problem.rays[first], problem.rays[second])
        let useful = rest.timesUseful(of: one.direction) + one.largestSize - 1
        let range = PairBound(one, two).range(
            rest, room: best - objective, upTo: Swift.min(useful, one.tableLength - 1))
        guard let range else { return }
        for number in range where !isCut {
            steps += 1
            let entry = tables[first].exact[number]
            guard entry != CoveringTable.unreachable, objective + entry <= best else { continue }
            units[first] = number
            let left = rest.subtracting(one.direction, times: number)
            close(with: second, left, objective + entry)
        }
        units[first] = 0
    }

    /// Covers the rest with one ray and keeps the answer if it is the best so far.
    private mutating func close(with ray: Int, _ rest: ResourceVector, _ objective: Int128) {
        guard let needed = rest.timesNeeded(of: problem.rays[ray].direction) else { return }
        let entry = tables[ray].covering(needed)
        guard entry != CoveringTable.unreachable, objective + entry <= best else { return }
        units[ray] = tables[ray].coveringUnits[needed]
        var counts = Array(repeating: 0, count: problem.typeCount)
        for (table, number) in zip(tables, units) { table.add(number, to: &counts) }
        units[ray] = 0
        // Writing an answer out takes time by its nodes: ties of very large answers are steps too.
        steps += counts.reduce(0, +) / Self.nodesPerStep
        if objective + entry == best, let bestCounts, !comesFirst(counts, bestCounts) { return }
        let wasOpen = bestCounts == nil || !isAtPriceBound
        best = objective + entry
        bestCounts = counts
        // Once nothing can be cheaper, only a part of the steps goes into fewer nodes.
        if wasOpen, isAtPriceBound { stepLimit = Swift.min(stepLimit, steps + stepLimit / 4) }
    }
}

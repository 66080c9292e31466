/// Searches all packages of a problem, cutting off whatever a bound or a contradiction excludes.
///
/// Every node splits one column's range in two, so that the children hold all packages of their
/// parent. A node is cut off only where propagation contradicts it, or where its bound reaches
/// the best total known: when no node is left, the best package is optimal, and without one the
/// problem is infeasible. When the steps run out, the least bound of the open nodes stays true.
struct BranchAndBound {
    /// What the search came to.
    struct Outcome {
        let package: PackageBuilder.Package?
        let isComplete: Bool
        /// A bound on the total of every valid package, in ten-thousandths.
        let boundE4: Int128
        let steps: Int
    }

    struct Node {
        let state: SearchState
        let decision: Decision?
        let boundE4: Int128
        let multipliers: [Int64]
    }

    private static let openLimit = 1_500
    private static let diveInterval = 40

    let problem: CompiledProblem
    let limit: Int
    /// Whether any valid package will do.
    let stopsAtFirst: Bool
    var propagator: Propagator
    var relaxation: Relaxation
    var ascent: MultiplierAscent
    let builder: PackageBuilder
    var incumbent: PackageBuilder.Package?
    var open: [Node] = []
    var steps = 0

    init(_ problem: CompiledProblem, limit: StepLimit, stopsAtFirst: Bool = false) {
        self.problem = problem
        self.limit = max(1, limit.steps)
        self.stopsAtFirst = stopsAtFirst
        propagator = Propagator(problem)
        relaxation = Relaxation(problem)
        ascent = MultiplierAscent(problem)
        builder = PackageBuilder(problem: problem)
    }

    /// Nodes whose bound reaches this hold nothing of use.
    var cutoffE4: Int128 {
        let most = problem.totalMaxE4.map { Int128($0) + 1 } ?? Int128.max
        return min(most, incumbent.map { Int128($0.totalE4) } ?? Int128.max)
    }

    /// Runs the search.
    mutating func run() -> Outcome {
        let least = -(Int128(1) << 100)
        let root = SearchState(problem)
        open = [
            Node(
                state: root, decision: nil, boundE4: least,
                multipliers: relaxation.startMultipliers(root))
        ]
        while let node = open.last {
            if node.boundE4 >= cutoffE4 {
                open.removeLast()
                pickLowest()
                continue
            }
            if steps >= limit || stopsAtFirst && incumbent != nil { break }
            open.removeLast()
            steps += 1
            let count = open.count
            expand(node)
            if open.count == count { pickLowest() }
        }
        let bound = open.reduce(cutoffE4) { min($0, $1.boundE4) }
        return Outcome(
            package: incumbent, isComplete: open.isEmpty, boundE4: bound, steps: steps)
    }

    /// Goes on at the node with the least bound, once there is a package to improve on.
    ///
    /// Of equal bounds the youngest is taken. With many open nodes the youngest of all is, so that
    /// they do not become more.
    private mutating func pickLowest() {
        guard incumbent != nil, open.count < Self.openLimit else { return }
        var lowest = open.count - 1
        for index in open.indices.reversed() where open[index].boundE4 < open[lowest].boundE4 {
            lowest = index
        }
        if lowest >= 0 { open.swapAt(lowest, open.count - 1) }
    }

    private mutating func expand(_ node: Node) {
        var start = node.state
        node.decision?.apply(to: &start)
        guard let state = propagator.narrowed(start) else { return }
        if state.lower == state.upper {
            offer(builder.package(of: state.lower))
            return
        }
        let bound = climb(state, node)
        guard let boundE4 = bound.boundE4, boundE4 < cutoffE4 else { return }
        if isDue {
            dive(state, bound.multipliers)
        }
        guard let left = reduced(state, bound.multipliers) else { return }
        if left.lower == left.upper {
            offer(builder.package(of: left.lower))
            return
        }
        split(left, max(boundE4, node.boundE4), bound.multipliers)
    }

    /// Bounds a node; packages that the relaxation chooses on the way are kept.
    private mutating func climb(
        _ state: SearchState, _ node: Node
    ) -> (boundE4: Int128?, multipliers: [Int64]) {
        let isRoot = node.decision == nil
        let scale = relaxation.scale
        let cutoff = cutoffE4
        let builder = builder
        var found: PackageBuilder.Package?
        let result = ascent.climb(
            &relaxation, state, from: node.multipliers,
            evaluations: evaluations(isRoot: isRoot),
            target: { (bound: Int128) -> Int128 in
                let known = min(cutoff, found.map { Int128($0.totalE4) } ?? Int128.max)
                guard known < Int128.max else { return bound + max(bound.magnitudeFraction, 1) }
                return scale.scaled(known) + 1
            },
            visit: { (relaxation: inout Relaxation, bound: Int128, keepsRows: Bool) -> Bool in
                if keepsRows, let package = builder.package(choosing: relaxation.value),
                    package.totalE4 < found?.totalE4 ?? Int64.max
                {
                    found = package
                }
                let known = min(cutoff, found.map { Int128($0.totalE4) } ?? Int128.max)
                return scale.ceilingE4(bound) >= known
            })
        offer(found)
        return (result.bound.map { scale.ceilingE4($0) }, result.multipliers)
    }

    private func evaluations(isRoot: Bool) -> Int {
        if isRoot { return isSmall ? 16 : 300 }
        return isSmall ? 4 : 20
    }

    /// Whether the tree is so small that looking at it costs less than good prices.
    var isSmall: Bool { problem.layout.count < 200 }

    /// Whether it is time for a dive: at powers of two and then regularly, in small trees only
    /// while there is no package.
    private var isDue: Bool {
        let isRegular = steps & (steps - 1) == 0 || steps % Self.diveInterval == 0
        return isRegular && (incumbent == nil || !isSmall)
    }

    /// Keeps a package that is cheaper than the best one, or as cheap and named earlier.
    mutating func offer(_ package: PackageBuilder.Package?) {
        guard let package else { return }
        guard let known = incumbent else {
            incumbent = package
            return
        }
        if package.totalE4 > known.totalE4 { return }
        if package.totalE4 < known.totalE4
            || optionIDs(package).lexicographicallyPrecedes(optionIDs(known))
        {
            incumbent = package
        }
    }

    func optionIDs(_ package: PackageBuilder.Package) -> [String] {
        (0..<problem.layout.places).filter { package.values[$0] == 1 }
            .map { problem.optionIDs[$0] }.sorted()
    }
}

extension Int128 {
    /// A sixteenth of the size, as a guess at how far a bound may rise.
    fileprivate var magnitudeFraction: Int128 { (self < 0 ? -self : self) / 16 }
}

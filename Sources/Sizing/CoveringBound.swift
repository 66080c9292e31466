/// Holds a price for each amount such that no node is worth more than its objective.
///
/// These are the dual prices of the problem without whole numbers: whatever covers amounts `a` has
/// an objective of at least `prices · a / divisor`.
struct CoveringBound {
    /// The price of each amount, times `divisor`.
    let prices: [Int128]
    /// What the prices are divided by, above 0.
    let divisor: Int128
    /// The rays, one or two, that are worth their objective at these prices.
    let basis: [Int]

    /// Finds the best prices with at most two amounts worth anything.
    init(_ problem: CoveringProblem) {
        let nodes = problem.rays.map { BoundNode($0) }
        var best = CoveringBound(
            prices: Array(repeating: 0, count: ResourceVector.dimensions), divisor: 1, basis: [0])
        let demanded = (0..<ResourceVector.dimensions).filter { problem.demand[$0] > 0 }
        for (index, node) in nodes.enumerated() {
            for dimension in demanded where node.amounts[dimension] > 0 {
                var prices = best.prices.map { _ in Int128(0) }
                prices[dimension] = node.objective
                let bound = CoveringBound(
                    prices: prices, divisor: Int128(node.amounts[dimension]), basis: [index])
                best.improve(to: bound, nodes, problem)
            }
        }
        for (index, node) in nodes.enumerated() {
            for (otherIndex, other) in nodes.enumerated().dropFirst(index + 1) {
                for (order, first) in demanded.enumerated() {
                    for second in demanded[(order + 1)...] {
                        let bound = CoveringBound(
                            node, other, first, second, basis: [index, otherIndex])
                        if let bound { best.improve(to: bound, nodes, problem) }
                    }
                }
            }
        }
        self = best
    }

    private init(prices: [Int128], divisor: Int128, basis: [Int]) {
        self.prices = prices
        self.divisor = divisor
        self.basis = basis
    }

    /// Solves for the prices of two amounts at which both nodes are worth their objective.
    private init?(
        _ one: BoundNode, _ two: BoundNode, _ first: Int, _ second: Int, basis: [Int]
    ) {
        let (a, b) = (Int128(one.amounts[first]), Int128(one.amounts[second]))
        let (c, d) = (Int128(two.amounts[first]), Int128(two.amounts[second]))
        let determinant = a * d - b * c
        guard determinant != 0 else { return nil }
        let sign: Int128 = determinant < 0 ? -1 : 1
        let firstPrice = sign * (one.objective * d - two.objective * b)
        let secondPrice = sign * (two.objective * a - one.objective * c)
        guard firstPrice >= 0, secondPrice >= 0 else { return nil }
        var prices = Array(repeating: Int128(0), count: ResourceVector.dimensions)
        prices[first] = firstPrice
        prices[second] = secondPrice
        self.init(prices: prices, divisor: sign * determinant, basis: basis)
    }

    /// The worth of `amounts`, times `divisor`; what is below zero counts so.
    func worth(_ amounts: ResourceVector) -> Int128 {
        prices[0] * Int128(amounts.vcpu) + prices[1] * Int128(amounts.memory)
            + prices[2] * Int128(amounts.accelerators)
    }

    private mutating func improve(
        to other: CoveringBound, _ nodes: [BoundNode], _ problem: CoveringProblem
    ) {
        let isFeasible = nodes.allSatisfy { (node: BoundNode) in
            other.worth(node.amounts) <= node.objective * other.divisor
        }
        guard isFeasible else { return }
        let (own, its) = (worth(problem.demand), other.worth(problem.demand))
        if divisor.multipliedFullWidth(by: its) > other.divisor.multipliedFullWidth(by: own) {
            self = other
        }
    }
}

/// Holds the node of a ray that is worth most for its objective.
private struct BoundNode {
    let amounts: ResourceVector
    let objective: Int128

    init(_ ray: CoveringRay) {
        amounts = ray.direction.map { $0 * ray.densest.units }
        objective = ray.densest.objective
    }
}

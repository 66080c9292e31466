import Quantities

/// Finds the cheapest whole-number mix of one instance family that covers a demand.
///
/// Among mixes of one price the one with fewest nodes is taken, among those the one whose sorted
/// list of ids comes first, as far as the limit of steps reaches: the answer does not depend on the
/// order of the types. Where prices are linear in processors and memory a great many mixes have one
/// price; then the price is proven at once and a quarter of the steps looks for fewer nodes.
package enum InstanceMixSolver {
    /// The steps that a search may take unless told otherwise.
    package static let defaultStepLimit = 50_000

    /// How many table cells are filled for the cost of one step.
    private static let cellsPerStep = 64

    /// Returns the cheapest mix, or nil when no number of these nodes covers the demand.
    ///
    /// Nodes are at most a tenth of the demand in each amount. Where the types that small cannot
    /// cover the demand, the types with the fewest processors (first of all the fewest
    /// accelerators, where those are demanded) are taken instead and the mix says so.
    ///
    /// - Complexity: Sizes of one proportion (vCPU to memory) form a ray; each ray takes a table of
    ///   demand × sizes, the search is one loop for two rays and one more for each further ray, cut
    ///   by a dual bound. A step is a combination looked at; tables may have 64 cells for each.
    /// - Throws: `SizingError` for node types that are none; `.stepLimitReached`;
    ///   `QuantityError.overflow` for prices with too many digits.
    package static func cheapest(
        for demand: ComputeDemand, types: [NodeType], nodeLimit: NodeLimit = .tenth,
        stepLimit: Int = defaultStepLimit
    ) throws -> InstanceMix? {
        try validate(types)
        let sorted = types.sorted { $0.id < $1.id }
        let small = sorted.filter { nodeLimit.allows($0, for: demand) }
        let mix = try cover(demand, small, isWithinNodeLimit: true, stepLimit: stepLimit)
        if let mix { return mix }
        let smallest = smallestTypes(of: sorted, needingAccelerators: demand.accelerators > 0)
        let isWithin = smallest.allSatisfy { nodeLimit.allows($0, for: demand) }
        return try cover(demand, smallest, isWithinNodeLimit: isWithin, stepLimit: stepLimit)
    }

    private static func validate(_ types: [NodeType]) throws(SizingError) {
        var seen: Set<String> = []
        for type in types {
            guard seen.insert(type.id).inserted else { throw .duplicateNode(id: type.id) }
            guard (1...NodeType.maximum).contains(type.vcpu),
                (1...NodeType.maximum).contains(type.memoryMiB),
                (0...NodeType.maximum).contains(type.accelerators)
            else { throw .nodeWithoutCapacity(id: type.id) }
            guard !type.monthlyPrice.isZero, !type.monthlyPrice.isNegative else {
                throw .nodeWithoutPrice(id: type.id)
            }
        }
    }

    private static func smallestTypes(
        of types: [NodeType], needingAccelerators: Bool
    ) -> [NodeType] {
        let usable = types.filter { !needingAccelerators || $0.accelerators > 0 }
        let size = { (type: NodeType) -> (Int, Int) in
            (needingAccelerators ? type.accelerators : 0, type.vcpu)
        }
        guard let smallest = usable.min(by: { size($0) < size($1) }) else { return [] }
        return usable.filter { size($0) == size(smallest) }
    }

    private static func cover(
        _ demand: ComputeDemand, _ types: [NodeType], isWithinNodeLimit: Bool, stepLimit: Int
    ) throws -> InstanceMix? {
        let demanded = ResourceVector(demand)
        var counts = Array(repeating: 0, count: types.count)
        var isProven = true
        if !demanded.isZero {
            guard let covering = try scaledCover(demanded, types, stepLimit: stepLimit) else {
                return nil
            }
            (counts, isProven) = (covering.counts, covering.isProven)
        }
        var parts: [InstanceMix.Part] = []
        var price = ExactRatio.zero
        for (type, count) in zip(types, counts) where count > 0 {
            parts.append(InstanceMix.Part(node: type, count: count))
            price = try price.adding(type.monthlyPrice.multiplied(by: ExactRatio(count)))
        }
        return InstanceMix(
            parts: parts, monthlyPrice: price, isProven: isProven,
            isWithinNodeLimit: isWithinNodeLimit)
    }

    /// Solves at once where the tables fit in the limit. A larger demand is solved for an equal
    /// fraction of it, taken as often as needed, and then for the rest: near the best, not proven.
    private static func scaledCover(
        _ demand: ResourceVector, _ types: [NodeType], stepLimit: Int
    ) throws -> (counts: [Int], isProven: Bool)? {
        guard let problem = try CoveringProblem(demand: demand, types: types) else { return nil }
        let excess = problem.tableCells / cellsPerStep
        guard excess >= stepLimit else {
            var search = CoveringSearch(problem, stepLimit: stepLimit)
            return try search.run()
        }
        let times = excess / Swift.max(stepLimit, 1) + 2
        let fraction = demand.dividedDown(by: times)
        guard !fraction.isZero, fraction != demand, stepLimit > 0 else {
            throw SizingError.stepLimitReached
        }
        guard let one = try scaledCover(fraction, types, stepLimit: stepLimit) else { return nil }
        let counts = one.counts.map { $0 * times }
        var rest = demand
        for (type, count) in zip(types, counts) {
            rest = rest.subtracting(ResourceVector(type), times: count)
        }
        rest = rest.clampedToZero()
        guard !rest.isZero else { return (counts, false) }
        guard let last = try scaledCover(rest, types, stepLimit: stepLimit) else { return nil }
        return (zip(counts, last.counts).map { $0 + $1 }, false)
    }
}

import Quantities

/// Holds a covering problem in small whole numbers: rays of sizes, one objective, one demand.
///
/// Amounts are divided by what all types share and the demand is rounded up accordingly; amounts
/// that are not demanded are dropped. Price and node count are one objective: the price in its
/// smallest step times a factor above any useful number of nodes, plus one for each node.
struct CoveringProblem {
    /// The demand in the problem's units, not zero.
    let demand: ResourceVector
    /// The sizes, grouped by proportion.
    let rays: [CoveringRay]
    /// How many types the caller gave; rays name them by index.
    let typeCount: Int
    /// An objective above that of any minimal mix.
    let objectiveBound: Int128
    /// What the smallest step of the price counts in the objective: above any useful node count.
    let priceStep: Int128

    /// The cells of all tables together.
    var tableCells: Int {
        rays.reduce(0) { (cells: Int, ray: CoveringRay) in
            cells + ray.tableLength * ray.sizes.count
        }
    }

    /// Creates a problem; nil when the types cannot cover the demand however many are taken.
    ///
    /// - Throws: `QuantityError.overflow` when exact prices need more than 128 bits.
    init?(demand: ResourceVector, types: [NodeType]) throws(QuantityError) {
        var vectors = types.map { ResourceVector($0) }
        var scaled = demand
        for dimension in 0..<ResourceVector.dimensions {
            let shared = vectors.reduce(0) { (divisor: Int, vector: ResourceVector) in
                commonDivisorOf(divisor, vector[dimension])
            }
            if demand[dimension] > 0, shared == 0 { return nil }
            let isDemanded = demand[dimension] > 0
            scaled[dimension] = isDemanded ? dividedUp(demand[dimension], by: shared) : 0
            for index in vectors.indices {
                vectors[index][dimension] = isDemanded ? vectors[index][dimension] / shared : 0
            }
        }
        let bound = CoveringProblem.nodeBound(scaled, vectors)
        let prices = try CoveringProblem.wholePrices(types)
        let priceStep = Int128(bound) + 1
        let objectives = try CoveringProblem.objectives(prices, priceStep: priceStep)
        let rays = CoveringRay.grouping(vectors, objectives, demand: scaled)
        self.demand = scaled
        self.rays = rays
        self.typeCount = types.count
        self.priceStep = priceStep
        let largest = objectives.max() ?? 0
        let (total, overflow) = largest.multipliedReportingOverflow(by: Int128(bound))
        guard !overflow else { throw .overflow }
        self.objectiveBound = total + 1
        guard CoveringProblem.hasRoom(objectiveBound, largest, rays, scaled) else {
            throw .overflow
        }
    }

    /// Returns a number that no mix without a superfluous node exceeds: each of its nodes is needed
    /// for some amount, and the nodes needed for one amount, less the smallest of them, do not
    /// cover it.
    private static func nodeBound(_ demand: ResourceVector, _ vectors: [ResourceVector]) -> Int {
        (0..<ResourceVector.dimensions).reduce(1) { (bound: Int, dimension: Int) in
            let sizes = vectors.map { $0[dimension] }.filter { $0 > 0 }
            guard demand[dimension] > 0, let smallest = sizes.min() else { return bound }
            return bound + demand[dimension] / smallest + 1
        }
    }

    /// Returns prices as whole numbers without a common divisor, in proportion to the exact ones.
    private static func wholePrices(_ types: [NodeType]) throws(QuantityError) -> [Int128] {
        var denominator: Int128 = 1
        for type in types {
            let other = type.monthlyPrice.denominator
            let rest = other / commonDivisorOf(denominator, other)
            let (product, overflow) = denominator.multipliedReportingOverflow(by: rest)
            guard !overflow else { throw .overflow }
            denominator = product
        }
        var whole: [Int128] = []
        for type in types {
            let factor = denominator / type.monthlyPrice.denominator
            let (price, overflow) = type.monthlyPrice.numerator
                .multipliedReportingOverflow(by: factor)
            guard !overflow else { throw .overflow }
            whole.append(price)
        }
        let shared = Swift.max(whole.reduce(0) { commonDivisorOf($0, $1) }, 1)
        return whole.map { $0 / shared }
    }

    private static func objectives(
        _ prices: [Int128], priceStep: Int128
    ) throws(QuantityError) -> [Int128] {
        var objectives: [Int128] = []
        for price in prices {
            let (scaled, overflow) = price.multipliedReportingOverflow(by: priceStep)
            guard !overflow, scaled < Int128.max else { throw .overflow }
            objectives.append(scaled + 1)
        }
        return objectives
    }

    /// Tells whether the products of the search stay within 128 bits.
    private static func hasRoom(
        _ total: Int128, _ largest: Int128, _ rays: [CoveringRay], _ demand: ResourceVector
    ) -> Bool {
        var (size, direction, length, amount) = (1, 1, 1, 1)
        for ray in rays {
            size = Swift.max(size, ray.largestSize)
            length = Swift.max(length, ray.tableLength)
            for dimension in 0..<ResourceVector.dimensions {
                direction = Swift.max(direction, ray.direction[dimension])
                amount = Swift.max(
                    amount, demand[dimension], ray.tableLength * ray.direction[dimension])
            }
        }
        let bits = { (value: Int128) -> Int in 128 - value.leadingZeroBitCount }
        let sizeBits = bits(Int128(size))
        let vectorBits = sizeBits + bits(Int128(direction))
        let totalBits = Swift.max(bits(total), bits(largest) + bits(Int128(length)))
        return totalBits + 2 * vectorBits + sizeBits < 122
            && bits(largest) + vectorBits + bits(Int128(amount)) < 122
    }
}

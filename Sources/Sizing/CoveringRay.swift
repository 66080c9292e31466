/// Holds the sizes of one proportion: each is a whole multiple of one direction.
///
/// Sizes of a ray are interchangeable but for their objective, so what a mix takes of a ray is one
/// number of units, and the best way to make each number is a table.
struct CoveringRay {
    /// Holds one node type of the ray.
    struct Size {
        /// The type's index in the caller's list, which is ordered by id.
        let type: Int
        /// How many units of the direction one node is.
        let units: Int
        /// The objective of one node.
        let objective: Int128
    }

    /// The amounts of one unit.
    let direction: ResourceVector
    /// The sizes, ordered by id.
    let sizes: [Size]
    /// The size with the least objective per unit, the first such.
    let densest: Size
    /// The units of the largest size.
    let largestSize: Int
    /// How many numbers of units a table needs: from 0 to the last that can be of use.
    let tableLength: Int

    private init(direction: ResourceVector, sizes: [Size], demand: ResourceVector) {
        let shared = sizes.reduce(0) { commonDivisorOf($0, $1.units) }
        let reduced = sizes.map { (size: Size) in
            Size(type: size.type, units: size.units / shared, objective: size.objective)
        }
        self.direction = direction.map { $0 * shared }
        self.sizes = reduced
        self.densest = reduced.dropFirst().reduce(reduced[0]) { (best: Size, size: Size) in
            size.objective * Int128(best.units) < best.objective * Int128(size.units)
                ? size : best
        }
        self.largestSize = reduced.map(\.units).max() ?? 1
        self.tableLength = demand.timesUseful(of: self.direction) + largestSize
    }

    /// Groups types by proportion, in the order of their first type.
    static func grouping(
        _ vectors: [ResourceVector], _ objectives: [Int128], demand: ResourceVector
    ) -> [CoveringRay] {
        var directions: [ResourceVector] = []
        var sizes: [[Size]] = []
        for (type, vector) in vectors.enumerated() where !vector.isZero {
            let units = vector.commonDivisor
            let direction = vector.dividedDown(by: units)
            let size = Size(type: type, units: units, objective: objectives[type])
            if let index = directions.firstIndex(of: direction) {
                sizes[index].append(size)
            } else {
                directions.append(direction)
                sizes.append([size])
            }
        }
        return zip(directions, sizes).map { (direction: ResourceVector, sizes: [Size]) in
            CoveringRay(direction: direction, sizes: sizes, demand: demand)
        }
    }
}

/// Holds the best way to make each number of units of one ray, and at least each number.
struct CoveringTable {
    /// Marks a number of units that no nodes make.
    static let unreachable = Int128.max

    /// The least objective of nodes with exactly so many units.
    let exact: [Int128]
    /// The number of units, at least the index, whose objective is least.
    let coveringUnits: [Int]
    private let lastSize: [Int]
    private let ray: CoveringRay

    /// Fills the table.
    ///
    /// Types enter from the last id to the first and win ties against those before them, so each
    /// number is made with the list of ids that comes first.
    init(_ ray: CoveringRay) {
        var exact = Array(repeating: CoveringTable.unreachable, count: ray.tableLength)
        var lastSize = Array(repeating: -1, count: ray.tableLength)
        exact[0] = 0
        for (index, size) in ray.sizes.enumerated().reversed() where size.units < exact.count {
            for units in size.units..<exact.count {
                let before = exact[units - size.units]
                guard before != CoveringTable.unreachable else { continue }
                if before + size.objective <= exact[units] {
                    exact[units] = before + size.objective
                    lastSize[units] = index
                }
            }
        }
        self.ray = ray
        self.exact = exact
        self.lastSize = lastSize
        self.coveringUnits = CoveringTable.coveringUnits(ray, exact, lastSize)
    }

    /// The least objective of nodes with at least so many units.
    func covering(_ units: Int) -> Int128 { exact[coveringUnits[units]] }

    /// Adds the nodes that make exactly `units` to `counts`, by type.
    func add(_ units: Int, to counts: inout [Int]) {
        CoveringTable.add(units, ray, lastSize, to: &counts)
    }

    private static func coveringUnits(
        _ ray: CoveringRay, _ exact: [Int128], _ lastSize: [Int]
    ) -> [Int] {
        var covering = Array(exact.indices)
        for units in exact.indices.dropLast().reversed() {
            let next = covering[units + 1]
            if exact[next] < exact[units] {
                covering[units] = next
            } else if exact[next] == exact[units], exact[units] != unreachable {
                let types = (ray.sizes.map(\.type).max() ?? 0) + 1
                var (own, other) = (
                    Array(repeating: 0, count: types), Array(repeating: 0, count: types)
                )
                add(units, ray, lastSize, to: &own)
                add(next, ray, lastSize, to: &other)
                if comesFirst(other, own) { covering[units] = next }
            }
        }
        return covering
    }

    private static func add(
        _ units: Int, _ ray: CoveringRay, _ lastSize: [Int], to counts: inout [Int]
    ) {
        var left = units
        while left > 0 {
            let size = ray.sizes[lastSize[left]]
            counts[size.type] += 1
            left -= size.units
        }
    }
}

/// Tells whether the sorted list of ids behind `left` comes before that behind `right`.
///
/// Both have the same number of nodes; types are ordered by id, so more of an earlier type is
/// first.
func comesFirst(_ left: [Int], _ right: [Int]) -> Bool {
    for (one, two) in zip(left, right) where one != two { return one > two }
    return false
}

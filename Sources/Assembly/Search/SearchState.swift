/// Holds what is still possible for each column: a node of the search.
struct SearchState: Sendable {
    var lower: [Int64]
    var upper: [Int64]

    /// Creates the state in which nothing is decided.
    ///
    /// Options at sites that their group cannot use as a whole are out from the start.
    init(_ problem: CompiledProblem) {
        lower = problem.lower
        upper = problem.upper
        var reachable = Array(repeating: false, count: problem.layout.places)
        for group in problem.groups {
            for cell in group.cells {
                for options in cell.options {
                    for option in options { reachable[option] = true }
                }
            }
        }
        for option in reachable.indices where !reachable[option] { upper[option] = 0 }
    }

    func isFixed(_ column: Int) -> Bool { lower[column] == upper[column] }
}

/// Splits a column's range in two: one of its halves is a child of a node.
struct Decision: Sendable, Hashable {
    let column: Int
    /// Values up to this one are in the lower half.
    let split: Int64
    let takesUpper: Bool

    func apply(to state: inout SearchState) {
        if takesUpper {
            state.lower[column] = max(state.lower[column], split + 1)
        } else {
            state.upper[column] = min(state.upper[column], split)
        }
    }
}

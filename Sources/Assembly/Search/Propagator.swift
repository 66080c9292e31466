/// Draws conclusions from what is decided: narrows columns until nothing follows any more.
///
/// Only values are removed that no valid package below the node has. When every column is fixed
/// and no contradiction is found, the node is a valid package, but for the limits on the total.
struct Propagator {
    let problem: CompiledProblem
    var state: SearchState
    var changed = false
    /// Allowed and forced options of each demand, kept with every change.
    var allowed: [Int]
    var forced: [Int]
    var contradiction = false

    private static let roundLimit = 40

    init(_ problem: CompiledProblem) {
        self.problem = problem
        state = SearchState(problem)
        allowed = Array(repeating: 0, count: problem.demands.count)
        forced = allowed
    }

    /// Narrows `start`; returns nothing where it holds no valid package.
    mutating func narrowed(_ start: SearchState) -> SearchState? {
        state = start
        contradiction = false
        for demand in problem.demands.indices { countOptions(of: demand) }
        for _ in 0..<Self.roundLimit {
            changed = false
            readStructure()
            if contradiction { return nil }
            for row in problem.rows.indices {
                readRow(row)
                if contradiction { return nil }
            }
            if !changed { break }
        }
        return state
    }

    mutating func raise(_ column: Int, to value: Int64) {
        guard value > state.lower[column] else { return }
        state.lower[column] = value
        changed = true
        if column < problem.layout.places { forced[problem.optionDemand[column]] += 1 }
        if value > state.upper[column] { contradiction = true }
    }

    mutating func drop(_ column: Int, to value: Int64) {
        guard value < state.upper[column] else { return }
        state.upper[column] = value
        changed = true
        if column < problem.layout.places { allowed[problem.optionDemand[column]] -= 1 }
        if value < state.lower[column] { contradiction = true }
    }
}

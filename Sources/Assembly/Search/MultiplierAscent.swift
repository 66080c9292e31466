/// Raises a relaxation's bound by moving the multipliers of broken rows up and of slack rows down.
struct MultiplierAscent {
    /// What an ascent found.
    struct Result {
        /// The best scaled bound; nothing where the node holds no valid package.
        let bound: Int128?
        /// The multipliers that it comes from.
        let multipliers: [Int64]
    }

    /// Binary digits below 1 of normalised row violations.
    private static let digits = 20
    private static let patience = 6

    let problem: CompiledProblem
    /// Typical sizes of rows.
    private let rowSize: [Int64]
    private var direction: [Int64]
    private var activity: [Int128]
    /// Rows that the relaxation keeps by itself, so that a price would only blur them.
    private var settled: [Bool]

    init(_ problem: CompiledProblem) {
        self.problem = problem
        rowSize = problem.rows.map { row in
            row.factors.reduce(Int64(1)) { max($0, Int64(clamping: $1.magnitude)) }
        }
        direction = Array(repeating: 0, count: problem.rows.count)
        activity = Array(repeating: 0, count: problem.rows.count)
        settled = Array(repeating: false, count: problem.rows.count)
    }

    /// Heads and modules are covered exactly once everything that needs them is decided.
    private mutating func settle(_ state: SearchState) {
        for (index, row) in problem.rows.enumerated() {
            switch row.kind {
            case .heads, .modules:
                settled[index] = zip(row.columns, row.factors).allSatisfy {
                    $0.1 < 0 || state.isFixed($0.0)
                }
            default:
                break
            }
        }
    }

    /// Climbs for some evaluations; `visit` sees each relaxed choice, its bound and whether the
    /// chosen options keep their rows, and may say that the bound is good enough.
    ///
    /// `target` is the scaled total that the bound is meant to reach.
    mutating func climb(
        _ relaxation: inout Relaxation, _ state: SearchState, from start: [Int64],
        evaluations: Int, target: (Int128) -> Int128,
        visit: (inout Relaxation, Int128, Bool) -> Bool
    ) -> Result {
        settle(state)
        var multipliers = start
        for row in settled.indices where settled[row] { multipliers[row] = 0 }
        var best: Int128?
        var bestMultipliers = multipliers
        var pace: Int128 = 256
        var idle = 0
        for index in direction.indices { direction[index] = 0 }
        for _ in 0..<evaluations {
            guard let bound = relaxation.evaluate(state, multipliers) else {
                return Result(bound: nil, multipliers: multipliers)
            }
            if bound > best ?? (bound - 1) {
                best = bound
                bestMultipliers = multipliers
                idle = 0
            } else {
                idle += 1
            }
            measure(relaxation)
            if visit(&relaxation, bound, keepsOptionRows) { break }
            if idle >= Self.patience {
                pace /= 2
                idle = 0
                multipliers = bestMultipliers
                if pace < 4 { break }
            }
            let gap = max(target(bound) - bound, 1)
            if !step(relaxation, state, &multipliers, gap * pace / 256) { break }
        }
        return Result(bound: best, multipliers: bestMultipliers)
    }

    /// Moves the multipliers; returns whether any row asked for it.
    private mutating func step(
        _ relaxation: Relaxation, _ state: SearchState, _ multipliers: inout [Int64],
        _ gap: Int128
    ) -> Bool {
        var square: Int128 = 0
        for (index, row) in problem.rows.enumerated() {
            if settled[index] { continue }
            let wanted = violation(of: row, activity[index], multipliers[index])
            let size = Int128(rowSize[index])
            let normal = Int64(
                clamping: max(-(1 << 42), min(1 << 42, (wanted << Self.digits) / size)))
            direction[index] = (normal * 3 + direction[index]) / 4
            square += Int128(direction[index]) * Int128(direction[index])
        }
        guard square > 0 else { return false }
        for (index, row) in problem.rows.enumerated() where direction[index] != 0 {
            let move =
                ((gap * Int128(direction[index])) / (square >> Self.digits + 1) << row.digits)
                / Int128(rowSize[index])
            let limit = Int128(relaxation.multiplierLimit[index])
            var moved = max(-limit, min(limit, Int128(multipliers[index]) + move))
            let crosses = (moved > 0) != (multipliers[index] > 0) && multipliers[index] != 0
            if crosses && row.upper != row.lower { moved = 0 }
            if row.upper == nil { moved = min(0, moved) }
            if row.lower == nil { moved = max(0, moved) }
            multipliers[index] = Int64(clamping: moved)
        }
        return true
    }

    /// Whether the rows that options alone decide hold.
    private var keepsOptionRows: Bool {
        problem.rows.indices.allSatisfy { index in
            switch problem.rows[index].kind {
            case .capacity, .requires, .excludes, .colocate:
                return activity[index] <= Int128(problem.rows[index].upper ?? Int64.max)
                    && activity[index] >= Int128(problem.rows[index].lower ?? Int64.min)
            default:
                return true
            }
        }
    }

    private mutating func measure(_ relaxation: Relaxation) {
        for index in activity.indices { activity[index] = 0 }
        for (column, value) in relaxation.value.enumerated() where value != 0 {
            for entry in problem.columnRows[column] {
                activity[entry.row] += Int128(entry.factor) * Int128(value)
            }
        }
        for (index, row) in problem.rows.enumerated() {
            for discount in row.reductions {
                let amount = relaxation.value[problem.layout.amounts + discount]
                activity[index] -= problem.discounts[discount].worthE4(at: amount)
            }
        }
    }

    /// How far a row is from where its multiplier would rest.
    private func violation(
        of row: CompiledProblem.Row, _ activity: Int128, _ multiplier: Int64
    ) -> Int128 {
        if let upper = row.upper, activity > Int128(upper) || multiplier > 0 {
            return activity - Int128(upper)
        }
        if let lower = row.lower, activity < Int128(lower) || multiplier < 0 {
            return activity - Int128(lower)
        }
        return 0
    }
}

extension Relaxation {
    /// Returns multipliers to start from: heads by what their level costs more, discounts by
    /// their average share, openings shared out, modules by their cheapest unit.
    ///
    /// Where least numbers of heads are asked, they may be what the heads are hired for: then the
    /// least numbers pay first, and the work pays the rest. The better start for `state` is taken.
    mutating func startMultipliers(_ state: SearchState) -> [Int64] {
        let plain = multipliers(payingHeads: scaledCost)
        var rest = scaledCost
        let floors = payFloors(&rest)
        guard !floors.isEmpty else { return plain }
        var paid = multipliers(payingHeads: rest)
        for (row, multiplier) in floors { paid[row] = clamped(multiplier, row) }
        guard let bound = evaluate(state, plain), let other = evaluate(state, paid) else {
            return plain
        }
        return other > bound ? paid : plain
    }

    private func multipliers(payingHeads costs: [Int64]) -> [Int64] {
        problem.rows.indices.map { clamped(start(of: problem.rows[$0], costs), $0) }
    }

    private func clamped(_ multiplier: Int128, _ row: Int) -> Int64 {
        let limit = Int128(multiplierLimit[row])
        return Int64(clamping: max(-limit, min(limit, multiplier)))
    }

    /// Pays the cheapest head of each least number, and takes that off the costs of its heads.
    private func payFloors(_ costs: inout [Int64]) -> [(row: Int, multiplier: Int128)] {
        var result: [(row: Int, multiplier: Int128)] = []
        for index in problem.headFloors {
            let row = problem.rows[index]
            let units = zip(row.columns, row.factors).map { costs[$0.0] / $0.1 }
            guard let unit = units.min(), unit > 0 else { continue }
            for (column, factor) in zip(row.columns, row.factors) { costs[column] -= unit * factor }
            result.append((index, -(Int128(unit) << row.digits)))
        }
        return result
    }

    private func start(of row: CompiledProblem.Row, _ costs: [Int64]) -> Int128 {
        switch row.kind {
        case .heads(let pool, let level):
            // Work of a level can be done by any head from there up.
            let heads = problem.pools[pool].heads
            let column = heads.lowerBound + level
            let own = costs[column..<heads.upperBound].reduce(Int64.max, min)
            let below = level == 0 ? 0 : costs[(column - 1)..<heads.upperBound].reduce(own, min)
            return max(0, Int128(own - below) / 1000)
        case .opening:
            guard let site = row.columns.last, row.columns.count == 2 else { return 0 }
            let count = problem.sites[site - problem.layout.sites].places.count
            return max(0, Int128(scaledCost[site]) / Int128(max(1, count)))
        case .amount(let discount):
            let most = problem.upper[problem.layout.amounts + discount]
            guard most > 0 else { return 0 }
            return scale.scaled(-problem.discounts[discount].worthE4(at: most)) / Int128(most)
        case .modules(let place):
            return startOfModules(row, place)
        case .charge:
            guard let column = row.columns.last, column >= problem.layout.charges else { return 0 }
            return max(0, Int128(scaledCost[column]) / Int128(problem.columnRows[column].count))
        default:
            return 0
        }
    }

    private func startOfModules(_ row: CompiledProblem.Row, _ place: Int) -> Int128 {
        var best: Int128?
        for module in problem.places[place].modules {
            let column = problem.layout.modules + module
            guard let position = row.columns.firstIndex(of: column) else { continue }
            let resources = Int128(max(1, problem.modules[module].provides.count))
            let unit = Int128(scaledCost[column]) / Int128(-row.factors[position]) / resources
            best = min(best ?? unit, unit)
        }
        return max(0, best ?? 0)
    }
}

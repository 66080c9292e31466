extension Relaxation {
    /// Returns multipliers to start from: heads by what their level costs more, discounts by
    /// their average share, openings shared out, modules by their cheapest unit.
    func startMultipliers() -> [Int64] {
        var multipliers = Array(repeating: Int64(0), count: problem.rows.count)
        for (index, row) in problem.rows.enumerated() {
            let limit = Int128(multiplierLimit[index])
            multipliers[index] = Int64(clamping: max(-limit, min(limit, start(of: row))))
        }
        return multipliers
    }

    private func start(of row: CompiledProblem.Row) -> Int128 {
        switch row.kind {
        case .heads(let pool, let level):
            let column = problem.pools[pool].heads.lowerBound + level
            let below = level == 0 ? 0 : scaledCost[column - 1]
            return max(0, Int128(scaledCost[column] - below) / 1000)
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

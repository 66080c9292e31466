extension ProblemCompiler {
    /// Lowers the greatest counts of modules and heads to what can be of use.
    ///
    /// One unit more than covers everything by itself costs and serves nothing: no cheapest package
    /// has it. Prices of rows that pay for a unit then tempt to a few of them, not to thousands.
    mutating func capCounts() {
        guard result.totalMinE4 == nil else { return }
        let wanted = wantedColumns()
        for (index, module) in result.modules.enumerated() {
            let column = result.layout.modules + index
            guard result.costE4[column] > 0, !wanted[column] else { continue }
            let most = module.provides.reduce(Int128(0)) { most, provided in
                let units = Int128(provided.units)
                return max(most, (greatestUse(result.rows[provided.row]) + units - 1) / units)
            }
            result.upper[column] = min(result.upper[column], Int64(clamping: most))
        }
        for pool in result.pools {
            guard let row = pool.rows.first.map({ result.rows[$0] }) else { continue }
            let work = zip(row.columns, row.factors)
                .reduce(Int128(0)) { $0 + Int128(max($1.1, 0)) }
            for column in pool.heads where result.costE4[column] > 0 && !wanted[column] {
                let most = floors(on: column).reduce((work + 999) / 1000, +)
                result.upper[column] = min(result.upper[column], Int64(clamping: most))
            }
        }
    }

    /// Columns of which more can be better: for a discount, or for a limit that is no mere least
    /// number of heads.
    private func wantedColumns() -> [Bool] {
        var wanted = Array(repeating: false, count: result.layout.count)
        for (index, row) in result.rows.enumerated() {
            switch row.kind {
            case .amount:
                for column in row.columns { wanted[column] = true }
            case .limit:
                let asksForMore = row.lower != nil && !result.headFloors.contains(index)
                for (column, factor) in zip(row.columns, row.factors)
                where asksForMore || factor < 0 {
                    wanted[column] = true
                }
            default: break
            }
        }
        return wanted
    }

    /// The most that a place can use of a resource: each demand has one copy there at most.
    private func greatestUse(_ row: CompiledProblem.Row) -> Int128 {
        var most: [Int: Int64] = [:]
        for position in 0..<row.optionCount {
            let demand = result.optionDemand[row.columns[position]]
            most[demand] = max(most[demand] ?? 0, row.factors[position])
        }
        return most.values.reduce(Int128(0)) { $0 + Int128($1) }
    }

    /// Heads of one kind that meet each least number by themselves.
    private func floors(on column: Int) -> [Int128] {
        result.headFloors.compactMap { index in
            let row = result.rows[index]
            return row.columns.firstIndex(of: column).map {
                let factor = Int128(row.factors[$0])
                return (Int128(row.lower ?? 0) + factor - 1) / factor
            }
        }
    }
}

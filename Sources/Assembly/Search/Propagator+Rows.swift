extension Propagator {
    /// Narrows the columns of one row from both of its bounds.
    mutating func readRow(_ index: Int) {
        let row = problem.rows[index]
        if case .heads = row.kind { hire(row) }
        if contradiction { return }
        if let upper = row.upper { narrow(row, sign: 1, bound: Int128(upper)) }
        if let lower = row.lower, !contradiction { narrow(row, sign: -1, bound: -Int128(lower)) }
    }

    /// Raises heads to what the least work of all enclaves needs.
    private mutating func hire(_ row: CompiledProblem.Row) {
        let heads = row.columns.indices.filter { row.columns[$0] >= problem.layout.heads }
        let most = heads.reduce(Int64(0)) { $0 + state.upper[row.columns[$1]] }
        let spare = most - problem.leastHeads(row, state)
        if spare < 0 {
            contradiction = true
            return
        }
        for position in heads {
            let column = row.columns[position]
            raise(column, to: state.upper[column] - spare)
        }
    }

    /// Narrows the columns of `sign` times a row so that it can stay at or below `bound`.
    ///
    /// The options of one demand are taken together: so many of them are chosen as it has
    /// replicas.
    private mutating func narrow(_ row: CompiledProblem.Row, sign: Int64, bound: Int128) {
        let least = leastActivity(of: row, sign: sign)
        let slack = bound - least
        if slack < 0 {
            contradiction = true
            return
        }
        narrowOptions(of: row, sign: sign, slack: slack)
        for position in row.optionCount..<row.columns.count {
            let column = row.columns[position]
            guard !state.isFixed(column) else { continue }
            let factor = Int128(row.factors[position] * sign)
            if factor > 0 {
                drop(column, to: Int64(clamping: Int128(state.lower[column]) + slack / factor))
            } else {
                raise(column, to: Int64(clamping: Int128(state.upper[column]) - slack / -factor))
            }
        }
    }

    private func leastActivity(of row: CompiledProblem.Row, sign: Int64) -> Int128 {
        var least: Int128 = 0
        var start = 0
        while start < row.optionCount {
            let end = endOfDemand(row, start)
            least += leastChoice(row, start..<end, sign: sign).sum
            start = end
        }
        for position in row.optionCount..<row.columns.count {
            let column = row.columns[position]
            let factor = row.factors[position] * sign
            let value = factor > 0 ? state.lower[column] : state.upper[column]
            least += Int128(factor) * Int128(value)
        }
        for discount in row.reductions {
            let amount = problem.layout.amounts + discount
            let range = problem.discounts[discount].worthRangeE4(
                from: state.lower[amount], to: state.upper[amount])
            least -= sign > 0 ? range.upperBound : -range.lowerBound
        }
        return least
    }

    private mutating func narrowOptions(
        of row: CompiledProblem.Row, sign: Int64, slack: Int128
    ) {
        var start = 0
        while start < row.optionCount {
            let end = endOfDemand(row, start)
            if forced[problem.optionDemand[row.columns[start]]]
                < problem.demands[problem.optionDemand[row.columns[start]]].replicas
            {
                let last = Int128(leastChoice(row, start..<end, sign: sign).last)
                for position in start..<end {
                    let option = row.columns[position]
                    if !state.isFixed(option), Int128(row.factors[position] * sign) - last > slack {
                        drop(option, to: 0)
                    }
                }
            }
            start = end
        }
    }

    private func endOfDemand(_ row: CompiledProblem.Row, _ start: Int) -> Int {
        let demand = problem.optionDemand[row.columns[start]]
        var end = start + 1
        while end < row.optionCount && problem.optionDemand[row.columns[end]] == demand { end += 1 }
        return end
    }

    /// Returns the least that the options of one demand add to a row, and the factor of the
    /// costliest one in that choice.
    private func leastChoice(
        _ row: CompiledProblem.Row, _ range: Range<Int>, sign: Int64
    ) -> (sum: Int128, last: Int64) {
        let demand = problem.optionDemand[row.columns[range.lowerBound]]
        var outside = allowed[demand]
        var open = problem.demands[demand].replicas - forced[demand]
        if problem.demands[demand].replicas == 1 {
            return leastSingle(row, range, sign: sign, outside: outside)
        }
        var sum: Int128 = 0
        var free: [Int64] = []
        for position in range {
            let option = row.columns[position]
            guard state.upper[option] == 1 else { continue }
            outside -= 1
            if state.lower[option] == 1 {
                sum += Int128(row.factors[position] * sign)
            } else {
                free.append(row.factors[position] * sign)
            }
        }
        for _ in 0..<min(max(outside, 0), max(open, 0)) { free.append(0) }
        free.sort()
        var last = Int64.max
        for factor in free {
            guard open > 0 else { break }
            sum += Int128(factor)
            last = factor
            open -= 1
        }
        return (sum, last)
    }

    private func leastSingle(
        _ row: CompiledProblem.Row, _ range: Range<Int>, sign: Int64, outside allowedCount: Int
    ) -> (sum: Int128, last: Int64) {
        var outside = allowedCount
        var least = Int64.max
        for position in range {
            let option = row.columns[position]
            guard state.upper[option] == 1 else { continue }
            let factor = row.factors[position] * sign
            if state.lower[option] == 1 { return (Int128(factor), factor) }
            outside -= 1
            least = min(least, factor)
        }
        if outside > 0 { least = min(least, 0) }
        return least == Int64.max ? (0, 0) : (Int128(least), least)
    }
}

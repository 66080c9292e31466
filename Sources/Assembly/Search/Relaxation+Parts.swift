extension Relaxation {
    /// Hires the cheapest heads that cover the least posts that each enclave can have.
    mutating func hire(_ state: SearchState) -> Int128? {
        var sum: Int128 = 0
        for pool in problem.pools {
            let levels = pool.heads.enumerated().map { (index: Int, column: Int) in
                StaffSolver.Level(
                    cost: Int128(price[column]), lower: state.lower[column],
                    upper: state.upper[column],
                    needed: problem.leastHeads(problem.rows[pool.rows[index]], state))
            }
            guard let hired = StaffSolver.cheapest(levels) else { return nil }
            for (column, count) in zip(pool.heads, hired.counts) { value[column] = count }
            sum += hired.cost
        }
        return sum
    }

    /// Opens the cheapest providers within their limit, each with the sites that pay.
    mutating func openProviders(_ state: SearchState) -> Int128? {
        var sum: Int128 = 0
        var open: [(price: Int128, provider: Int)] = []
        var counted = 0
        for (index, provider) in problem.providers.enumerated() {
            let column = problem.layout.providers + index
            guard state.upper[column] == 1 else { continue }
            var priced = Int128(price[column])
            for site in provider.sites { priced += sitePrice(site, state) }
            if state.lower[column] == 1 || !provider.counts {
                if state.lower[column] == 1 || priced < 0 {
                    sum += priced
                    use(index, state)
                    counted += provider.counts ? 1 : 0
                }
            } else {
                open.append((priced, index))
            }
        }
        open.sort { $0.price != $1.price ? $0.price < $1.price : $0.provider < $1.provider }
        for entry in open {
            if counted >= problem.providerMax { break }
            if entry.price >= 0 && counted >= problem.providerMin { break }
            sum += entry.price
            use(entry.provider, state)
            counted += 1
        }
        return counted < problem.providerMin || counted > problem.providerMax ? nil : sum
    }

    private func sitePrice(_ site: Int, _ state: SearchState) -> Int128 {
        let column = problem.layout.sites + site
        if state.lower[column] == 1 { return Int128(price[column]) }
        return state.upper[column] == 1 ? min(0, Int128(price[column])) : 0
    }

    private mutating func use(_ provider: Int, _ state: SearchState) {
        value[problem.layout.providers + provider] = 1
        for site in problem.providers[provider].sites {
            let column = problem.layout.sites + site
            let pays = state.upper[column] == 1 && price[column] < 0
            value[column] = state.lower[column] == 1 || pays ? 1 : 0
        }
    }

    /// Buys the cheapest modules that cover what is sure to be used at a place, if it is used.
    func modules(at index: Int, _ state: SearchState) -> CoverSolver.Cover? {
        let place = problem.places[index]
        guard !place.modules.isEmpty else { return CoverSolver.Cover(bound: 0, counts: []) }
        var rows: [Int] = []
        for module in place.modules {
            for provided in problem.modules[module].provides where !rows.contains(provided.row) {
                rows.append(provided.row)
            }
        }
        let items = place.modules.map { (module: Int) in
            let column = problem.layout.modules + module
            let provides = rows.map { (row: Int) -> Int64 in
                problem.modules[module].provides.first { $0.row == row }?.units ?? 0
            }
            return CoverSolver.Item(
                cost: Int128(price[column]), lower: state.lower[column],
                upper: state.upper[column], provides: provides)
        }
        let needs = rows.map { leastUse(problem.rows[$0], state) }
        return CoverSolver.cheapest(items, covering: needs)
    }

    /// The least that the options of a row use, whatever each demand chooses.
    private func leastUse(_ row: CompiledProblem.Row, _ state: SearchState) -> Int64 {
        var sum: Int64 = 0
        var position = 0
        while position < row.optionCount {
            let demand = problem.optionDemand[row.columns[position]]
            var least = Int64.max
            var inside = 0
            var sure: Int64 = 0
            while position < row.optionCount,
                problem.optionDemand[row.columns[position]] == demand
            {
                let option = row.columns[position]
                if state.upper[option] == 1 {
                    inside += 1
                    least = min(least, row.factors[position])
                    if state.lower[option] == 1 { sure += row.factors[position] }
                }
                position += 1
            }
            let staysInside =
                problem.demands[demand].replicas == 1 && inside > 0
                && possibleCount(demand, state) == inside
            sum += staysInside && sure == 0 ? least : sure
        }
        return sum
    }

    private func possibleCount(_ demand: Int, _ state: SearchState) -> Int {
        var count = 0
        for option in problem.demands[demand].options where state.upper[option] == 1 { count += 1 }
        return count
    }
}

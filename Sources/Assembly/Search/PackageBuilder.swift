/// Completes chosen options to a whole package and says whether it is valid.
struct PackageBuilder {
    /// A valid package.
    struct Package: Sendable {
        let totalE4: Int64
        /// Value of every column.
        let values: [Int64]
    }

    let problem: CompiledProblem

    /// Returns the package of the options that are 1 in `values`, with the cheapest modules and
    /// heads, or nothing where that breaks a rule.
    func package(choosing values: [Int64]) -> Package? {
        var columns = Array(values.prefix(problem.layout.places))
        columns += Array(repeating: 0, count: problem.layout.count - problem.layout.places)
        guard groupsHold(columns) else { return nil }
        open(&columns)
        guard buyModules(&columns), hire(&columns) else { return nil }
        return package(of: columns)
    }

    /// Returns the package of decided columns, or nothing where they break a rule.
    func package(of decided: [Int64]) -> Package? {
        var columns = decided
        for (index, discount) in problem.discounts.enumerated() {
            let amount = problem.layout.amounts + index
            columns[amount] = 0
            columns[amount] = Int64(clamping: activity(problem.rows[discount.row], columns))
        }
        guard groupsHold(columns), countsHold(columns), rowsHold(columns) else { return nil }
        let total = totalE4(columns)
        if let least = problem.totalMinE4, total < Int128(least) { return nil }
        if let most = problem.totalMaxE4, total > Int128(most) { return nil }
        return Package(totalE4: Int64(clamping: total), values: columns)
    }

    private func open(_ columns: inout [Int64]) {
        for option in 0..<problem.layout.places where columns[option] == 1 {
            let place = problem.optionPlace[option]
            let site = problem.places[place].site
            columns[problem.layout.places + place] = 1
            columns[problem.layout.sites + site] = 1
            columns[problem.layout.providers + problem.sites[site].provider] = 1
            for charge in problem.optionCharges[option] {
                columns[problem.layout.charges + charge] = 1
            }
        }
    }

    private func buyModules(_ columns: inout [Int64]) -> Bool {
        for (index, place) in problem.places.enumerated()
        where columns[problem.layout.places + index] == 1 && !place.modules.isEmpty {
            var rows: [Int] = []
            for module in place.modules {
                for provided in problem.modules[module].provides
                where !rows.contains(provided.row) {
                    rows.append(provided.row)
                }
            }
            let items = place.modules.map { (module: Int) in
                CoverSolver.Item(
                    cost: Int128(problem.costE4[problem.layout.modules + module]), lower: 0,
                    upper: problem.upper[problem.layout.modules + module],
                    provides: rows.map { (row: Int) -> Int64 in
                        problem.modules[module].provides.first { $0.row == row }?.units ?? 0
                    })
            }
            let needs = rows.map { Int64(clamping: activity(problem.rows[$0], columns)) }
            guard let cover = CoverSolver.cheapest(items, covering: needs) else { return false }
            for (module, count) in zip(place.modules, cover.counts) {
                columns[problem.layout.modules + module] = count
            }
        }
        return true
    }

    /// Hires the cheapest heads for the work, then for least numbers, and then again for the work
    /// that those hired for least numbers leave.
    private func hire(_ columns: inout [Int64]) -> Bool {
        guard hire(&columns, keeping: []) else { return false }
        if problem.headFloors.isEmpty { return true }
        for floor in problem.headFloors { raiseHeads(to: problem.rows[floor], &columns) }
        return hire(&columns, keeping: Set(problem.headFloors.flatMap { problem.rows[$0].columns }))
    }

    private func hire(_ columns: inout [Int64], keeping kept: Set<Int>) -> Bool {
        for pool in problem.pools {
            for column in pool.heads where !kept.contains(column) { columns[column] = 0 }
            let hired = pool.heads.map { columns[$0] }
            for column in pool.heads { columns[column] = 0 }
            let levels = pool.heads.enumerated().map { (index: Int, column: Int) in
                let work = activity(problem.rows[pool.rows[index]], columns)
                return StaffSolver.Level(
                    cost: Int128(problem.costE4[column]), lower: hired[index],
                    upper: problem.upper[column], needed: Int64(clamping: (work + 999) / 1000))
            }
            guard let cheapest = StaffSolver.cheapest(levels) else { return false }
            for (column, count) in zip(pool.heads, cheapest.counts) { columns[column] = count }
        }
        return true
    }

    /// Hires more of the cheapest heads that count towards a least number, as far as it asks.
    private func raiseHeads(to row: CompiledProblem.Row, _ columns: inout [Int64]) {
        var missing = Int128(row.lower ?? 0) - activity(row, columns)
        let order = row.columns.indices.sorted { (one: Int, other: Int) -> Bool in
            let left = Int128(problem.costE4[row.columns[one]]) * Int128(row.factors[other])
            let right = Int128(problem.costE4[row.columns[other]]) * Int128(row.factors[one])
            return left != right ? left < right : one < other
        }
        for position in order where missing > 0 {
            let column = row.columns[position]
            let factor = Int128(row.factors[position])
            let open = Int128(problem.upper[column] - columns[column])
            let more = min(open, (missing + factor - 1) / factor)
            columns[column] += Int64(more)
            missing -= more * factor
        }
    }

    func totalE4(_ columns: [Int64]) -> Int128 {
        var total: Int128 = 0
        for column in 0..<problem.layout.amounts where columns[column] != 0 {
            total += Int128(problem.costE4[column]) * Int128(columns[column])
        }
        for (index, discount) in problem.discounts.enumerated() {
            total -= discount.worthE4(at: columns[problem.layout.amounts + index])
        }
        return total
    }

    func activity(_ row: CompiledProblem.Row, _ columns: [Int64]) -> Int128 {
        var sum: Int128 = 0
        for (column, factor) in zip(row.columns, row.factors) where columns[column] != 0 {
            sum += Int128(factor) * Int128(columns[column])
        }
        for discount in row.reductions {
            sum -= problem.discounts[discount].worthE4(
                at: columns[problem.layout.amounts + discount])
        }
        return sum
    }

    private func rowsHold(_ columns: [Int64]) -> Bool {
        problem.rows.allSatisfy { row in
            let sum = activity(row, columns)
            return sum >= Int128(row.lower ?? Int64.min) && sum <= Int128(row.upper ?? Int64.max)
        }
    }
}

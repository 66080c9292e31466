extension ProblemCompiler {
    /// Adds the discounted amounts and the rows of discounts and limits.
    mutating func compileMeasureRows() {
        let terms = measureTerms()
        let heavy = result.layout.modules..<result.layout.amounts
        for (index, discount) in discounts.enumerated() {
            let owners = terms[discount.measure] ?? []
            let most = owners.reduce(Int64(0)) { $0 + $1.factor * result.upper[$1.column] }
            let column = result.layout.amounts + index
            addColumn(cost: 0, upper: most)
            let row = addRow(
                .amount(discount: index), owners + [(column, -1)], lower: 0, upper: 0)
            result.discounts.append(
                CompiledProblem.Discount(
                    isVolume: discount.mode == .volume,
                    tiers: discount.tiers.map { ($0.from, $0.basisPoints) }, row: row))
            if owners.contains(where: { heavy.contains($0.column) }) {
                result.settlesByMeasure = true
            }
        }
        result.layout.count = result.costE4.count
        for limit in problem.limits.sorted(by: { $0.id < $1.id }) {
            if limit.measure == AssemblyProblem.totalMeasure {
                limitTotal(limit)
            } else {
                addLimit(limit, terms[limit.measure] ?? [])
            }
        }
    }

    private mutating func limitTotal(_ limit: AssemblyProblem.Limit) {
        if let least = limit.min {
            result.totalMinE4 = max(result.totalMinE4 ?? Int64.min, least * 10_000)
        }
        if let most = limit.max {
            result.totalMaxE4 = min(result.totalMaxE4 ?? Int64.max, most * 10_000)
        }
        if limit.min != nil { result.settlesByMeasure = true }
    }

    private mutating func addLimit(_ limit: AssemblyProblem.Limit, _ owners: [Term]) {
        let heavy = result.layout.modules..<result.layout.amounts
        if owners.contains(where: { heavy.contains($0.column) }) { result.settlesByMeasure = true }
        let reductions = discounts.indices.filter { discounts[$0].reduces.contains(limit.measure) }
        let scale: Int64 = reductions.isEmpty ? 1 : 10_000
        addRow(
            .limit, owners.map { ($0.column, $0.factor * scale) },
            lower: limit.min.map { $0 * scale }, upper: limit.max.map { $0 * scale },
            reductions: reductions)
    }

    /// Returns the columns that add to each measure.
    private func measureTerms() -> [String: [Term]] {
        var terms: [String: [Term]] = [:]
        func add(_ measures: [String: Int64], _ column: Int) {
            for (measure, units) in measures { terms[measure, default: []].append((column, units)) }
        }
        for (index, option) in options.enumerated() { add(option.measures, index) }
        for (index, entry) in places.enumerated() {
            add(entry.place.measures, result.layout.places + index)
        }
        for (index, charge) in charges.enumerated() {
            add(charge.measures, result.layout.charges + index)
        }
        for (index, entry) in modules.enumerated() {
            add(entry.module.measures, result.layout.modules + index)
        }
        for (index, level) in levels.enumerated() {
            add(level.measures, result.layout.heads + index)
        }
        return terms
    }
}

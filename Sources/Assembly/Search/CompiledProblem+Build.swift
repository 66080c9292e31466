extension CompiledProblem {
    /// Compiles a problem.
    ///
    /// - Precondition: `problem` has no violations.
    init(_ problem: AssemblyProblem) {
        var build = ProblemCompiler(problem)
        build.compileStructure()
        build.compileGroups()
        build.compileResourceRows()
        build.compileStaffRows()
        build.compileLinkRows()
        build.compileRuleRows()
        build.compileMeasureRows()
        build.finish()
        build.capCounts()
        self = build.result
    }
}

/// Builds a compiled problem step by step.
struct ProblemCompiler {
    typealias Term = (column: Int, factor: Int64)

    var result = CompiledProblem()
    let problem: AssemblyProblem
    let sites: [AssemblyProblem.Site]
    let providers: [AssemblyProblem.Provider]
    let enclaves: [AssemblyProblem.Enclave]
    let demands: [AssemblyProblem.Demand]
    let charges: [AssemblyProblem.Charge]
    let pools: [AssemblyProblem.StaffPool]
    let discounts: [AssemblyProblem.Discount]
    /// Options in column order.
    var options: [AssemblyProblem.Option] = []
    /// Places in column order.
    var places: [(enclave: Int, place: AssemblyProblem.Place)] = []
    /// Modules in column order.
    var modules: [(place: Int, module: AssemblyProblem.Module)] = []
    /// Levels in column order.
    var levels: [AssemblyProblem.StaffLevel] = []
    var siteIndex: [String: Int] = [:]
    var optionIndex: [String: Int] = [:]
    var demandIndex: [String: Int] = [:]
    var placeIndex: [[Int]: Int] = [:]

    init(_ problem: AssemblyProblem) {
        self.problem = problem
        sites = problem.sites.sorted { $0.id < $1.id }
        providers = problem.providers.sorted { $0.id < $1.id }
        enclaves = problem.enclaves.sorted { $0.id < $1.id }
        demands = problem.demands.sorted { $0.id < $1.id }
        charges = problem.charges.sorted { $0.id < $1.id }
        pools = problem.staffPools.sorted { $0.id < $1.id }
        discounts = problem.discounts.sorted { $0.id < $1.id }
    }

    static func index(_ ids: [String]) -> [String: Int] {
        var result: [String: Int] = [:]
        for (index, id) in ids.enumerated() { result[id] = index }
        return result
    }

    /// Adds a column's cost and bounds.
    mutating func addColumn(cost: Int64, upper: Int64) {
        result.costE4.append(cost * 10_000)
        result.lower.append(0)
        result.upper.append(upper)
    }

    /// Adds a row, merging terms of one column and dropping those that are 0.
    @discardableResult
    mutating func addRow(
        _ kind: CompiledProblem.Row.Kind, _ terms: [Term], lower: Int64? = nil,
        upper: Int64? = nil, reductions: [Int] = []
    ) -> Int {
        var merged: [Int: Int64] = [:]
        for term in terms { merged[term.column, default: 0] += term.factor }
        let sorted = merged.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        let columns = sorted.map(\.key)
        let optionCount = columns.count(where: { $0 < result.layout.places })
        let size = sorted.reduce(Int64(1)) { size, term in
            term.key < result.layout.amounts
                ? max(size, Int64(clamping: term.value.magnitude)) : size
        }
        result.rows.append(
            CompiledProblem.Row(
                kind: kind, columns: columns, factors: sorted.map(\.value), lower: lower,
                upper: upper, reductions: reductions, optionCount: optionCount, size: size))
        return result.rows.count - 1
    }

    mutating func finish() {
        result.columnRows = Array(repeating: [], count: result.layout.count)
        for (index, row) in result.rows.enumerated() {
            for (column, factor) in zip(row.columns, row.factors) {
                result.columnRows[column].append((index, factor))
            }
        }
        let heads = result.layout.heads..<result.layout.amounts
        result.headFloors = result.rows.indices.filter { index in
            let row = result.rows[index]
            // A discount that lowers the measure makes the heads counted more than the least.
            return row.kind == .limit && row.lower ?? 0 > 0 && row.reductions.isEmpty
                && zip(row.columns, row.factors).allSatisfy { heads.contains($0.0) && $0.1 > 0 }
        }
    }
}

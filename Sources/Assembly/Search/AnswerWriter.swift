/// Turns the outcome of a search back into the problem's own names.
struct AnswerWriter {
    let problem: CompiledProblem

    func answer(_ outcome: BranchAndBound.Outcome) -> AssemblyAnswer {
        let bound = Int64(clamping: outcome.boundE4)
        guard let package = outcome.package else {
            return outcome.isComplete
                ? AssemblyAnswer(status: .infeasible)
                : AssemblyAnswer(status: .unknown, lowerBoundE4: bound)
        }
        return AssemblyAnswer(
            status: outcome.isComplete || bound >= package.totalE4 ? .optimal : .feasible,
            totalE4: package.totalE4, lowerBoundE4: min(bound, package.totalE4),
            options: (0..<problem.layout.places).filter { package.values[$0] == 1 }
                .map { problem.optionIDs[$0] }.sorted(),
            modules: modules(package), heads: heads(package))
    }

    private func modules(_ package: PackageBuilder.Package) -> [String: [String: Int64]] {
        var result: [String: [String: Int64]] = [:]
        for (index, module) in problem.modules.enumerated() {
            let count = package.values[problem.layout.modules + index]
            guard count > 0 else { continue }
            result[problem.places[module.place].key, default: [:]][module.id] = count
        }
        return result
    }

    private func heads(_ package: PackageBuilder.Package) -> [String: [String: Int64]] {
        var result: [String: [String: Int64]] = [:]
        for pool in problem.pools {
            for (column, level) in zip(pool.heads, pool.levels) where package.values[column] > 0 {
                result[pool.id, default: [:]][level] = package.values[column]
            }
        }
        return result
    }
}

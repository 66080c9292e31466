/// Finds parts of an infeasible problem that cannot hold together, none of which can be dropped.
///
/// Parts are dropped, many at once and then one by one, as long as the rest stays proved
/// infeasible. As dropping a demand can break a least number of sites, a last pass proves that
/// without any single one of the parts that are left a package exists. Where the steps run out
/// before that, no conflict is given rather than a wrong one.
struct ConflictFinder {
    private let problem: AssemblyProblem
    private var stepsLeft: Int
    private static let trialSteps = 5_000

    private enum Verdict { case infeasible, feasible, undecided }

    /// Returns a conflict, in the order of the problem's parts, or nothing where none was proved.
    ///
    /// - Precondition: `problem` is infeasible.
    static func conflict(
        of problem: AssemblyProblem, limit: StepLimit
    ) -> [AssemblyAnswer.ConflictPart] {
        var finder = ConflictFinder(problem: problem, stepsLeft: limit.steps)
        return finder.find() ?? []
    }

    private init(problem: AssemblyProblem, stepsLeft: Int) {
        self.problem = problem
        self.stepsLeft = stepsLeft
    }

    private mutating func find() -> [AssemblyAnswer.ConflictPart]? {
        var parts = withoutLeastNumbers(problem.droppableParts)
        var size = max(1, parts.count / 2)
        while size > 1 {
            _ = drop(from: &parts, inRunsOf: size)
            if stepsLeft <= 0 { return nil }
            size = min(size / 2, max(1, parts.count / 2))
        }
        while true {
            guard let isIrreducible = drop(from: &parts, inRunsOf: 1) else { return nil }
            if isIrreducible { return parts }
        }
    }

    /// Drops every least number where the rest is infeasible without them.
    ///
    /// A least number of sites or providers is broken by having no demands at all. With one of
    /// them left, the demands would be dropped first, and the conflict would say nothing.
    private mutating func withoutLeastNumbers(
        _ parts: [AssemblyAnswer.ConflictPart]
    ) -> [AssemblyAnswer.ConflictPart] {
        let leastLimits = Set(problem.limits.filter { $0.min != nil }.map(\.id))
        let rest = parts.filter { part in
            switch part.kind {
            case .minSites: false
            case .providerLimit: part.id != "min"
            case .limit: !leastLimits.contains(part.id)
            default: true
            }
        }
        return rest.count < parts.count && verdict(on: rest) == .infeasible ? rest : parts
    }

    /// Drops runs of parts that are not needed.
    ///
    /// - Returns: Whether nothing could be dropped, or nothing where a trial was undecided.
    private mutating func drop(
        from parts: inout [AssemblyAnswer.ConflictPart], inRunsOf size: Int
    ) -> Bool? {
        var start = 0
        var dropped = false
        var undecided = false
        while start < parts.count {
            let end = min(start + size, parts.count)
            let rest = Array(parts[..<start] + parts[end...])
            switch verdict(on: rest) {
            case .infeasible:
                parts = rest
                dropped = true
            case .feasible:
                start = end
            case .undecided:
                undecided = true
                start = end
            }
        }
        return undecided ? nil : !dropped
    }

    private mutating func verdict(on parts: [AssemblyAnswer.ConflictPart]) -> Verdict {
        guard stepsLeft > 0 else { return .undecided }
        var search = BranchAndBound(
            CompiledProblem(problem.keeping(parts)),
            limit: StepLimit(steps: min(stepsLeft, Self.trialSteps)), stopsAtFirst: true)
        let outcome = search.run()
        stepsLeft -= outcome.steps
        if outcome.package != nil { return .feasible }
        return outcome.isComplete ? .infeasible : .undecided
    }
}

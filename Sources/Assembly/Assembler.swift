/// Finds the cheapest valid package of a problem, and proves it.
///
/// The same problem and limit give the same answer on every machine and in whatever order its
/// lists are.
package struct Assembler: Sendable {
    /// Bounds the nodes of the search.
    package let limit: StepLimit

    /// Creates an assembler that opens at most as many nodes as `limit` says, but always one.
    package init(limit: StepLimit) {
        self.limit = limit
    }

    /// Returns the best package found, with what is proved about it.
    ///
    /// - Precondition: `problem` has no violations.
    package func assemble(_ problem: AssemblyProblem) -> AssemblyAnswer {
        precondition(problem.violations.isEmpty, "a problem with violations cannot be assembled")
        let compiled = CompiledProblem(problem)
        var search = BranchAndBound(compiled, limit: limit)
        let outcome = search.run()
        var answer = AnswerWriter(problem: compiled).answer(outcome)
        if answer.status == .infeasible {
            answer.conflict = ConflictFinder.conflict(of: problem, limit: limit)
        }
        return answer
    }
}

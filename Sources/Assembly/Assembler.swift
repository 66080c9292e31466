/// Finds the cheapest valid package of a problem, and proves it.
///
/// The same problem and limit give the same answer on every machine and in whatever order its
/// lists are.
package struct Assembler: Sendable {
    /// Bounds the nodes of the search.
    package let limit: StepLimit
    private let memo: PartMemo?

    /// Creates an assembler that opens at most as many nodes as `limit` says, but always one, for
    /// each part of a problem that can be searched by itself.
    ///
    /// - Parameter memo: What is known of parts from problems assembled before, under one limit.
    package init(limit: StepLimit, memo: PartMemo? = nil) {
        self.limit = limit
        self.memo = memo
    }

    /// Returns the best package found, with what is proved about it.
    ///
    /// - Parameters:
    ///   - findsConflict: whether an infeasible answer names parts that cannot hold together, which
    ///     takes many more searches.
    ///   - isAudited: whether the caller has audited the problem, or made it from one without
    ///     adding to its sums; builds for tests audit it all the same.
    /// - Precondition: `problem` has no violations.
    package func assemble(
        _ problem: AssemblyProblem, findsConflict: Bool = true, isAudited: Bool = false
    ) -> AssemblyAnswer {
        let refusal = "a problem with violations cannot be assembled"
        if isAudited {
            assert(problem.violations.isEmpty, refusal)
        } else {
            precondition(problem.violations.isEmpty, refusal)
        }
        if let separate = SeparateParts(problem) {
            let answers = separate.parts.map { part in
                memo?.answer(to: part, search) ?? search(part)
            }
            if var whole = SeparateParts.join(answers, of: problem) {
                if whole.status == .infeasible, findsConflict,
                    let index = answers.firstIndex(where: { $0.status == .infeasible })
                {
                    let conflict = ConflictFinder.conflict(
                        of: separate.parts[index], limit: limit)
                    whole.conflict = separate.restored(conflict, of: index)
                }
                return whole
            }
        }
        var answer = memo?.answer(to: problem, search) ?? search(problem)
        if answer.status == .infeasible, findsConflict {
            answer.conflict = ConflictFinder.conflict(of: problem, limit: limit)
        }
        return answer
    }

    /// Searches a problem as a whole.
    private func search(_ problem: AssemblyProblem) -> AssemblyAnswer {
        let compiled = CompiledProblem(problem)
        var search = BranchAndBound(compiled, limit: limit)
        return AnswerWriter(problem: compiled).answer(search.run())
    }
}

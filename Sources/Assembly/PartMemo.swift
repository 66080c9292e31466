import Synchronization

/// Keeps answers to parts of problems, so that the same part is searched once.
///
/// The many questions behind one quote (what if this offer cost nothing, what if that one fell
/// away) change a part each and leave the others as they were.
package final class PartMemo: Sendable {
    private let answers = Mutex<[AssemblyProblem: AssemblyAnswer]>([:])

    /// Creates an empty memo.
    package init() {}

    /// Gives the answer to a part, worked out where it is not known.
    func answer(
        to part: AssemblyProblem, _ search: (AssemblyProblem) -> AssemblyAnswer
    ) -> AssemblyAnswer {
        if let known = answers.withLock({ $0[part] }) { return known }
        let answer = search(part)
        answers.withLock { $0[part] = answer }
        return answer
    }
}

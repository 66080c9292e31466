import TestSupport
import Testing

@testable import Assembly

@Suite struct ConflictTests {
    private func answer(_ problem: AssemblyProblem) -> AssemblyAnswer {
        Assembler(limit: StepLimit(steps: 100_000)).assemble(problem)
    }

    /// Tries everything where that is quick, and else asks the search, which is held against it
    /// elsewhere.
    private func hasPackage(_ problem: AssemblyProblem) -> Bool {
        if BruteForce(problem).countsMatter { return answer(problem).hasPackage }
        return BruteForce.best(of: problem) != nil
    }

    @Test(arguments: 0..<10)
    func `a conflict is infeasible alone and feasible without any part`(block: UInt64) {
        for seed in (block * 12)..<(block * 12 + 12) {
            let problem = SmallWorld.problem(seed: seed)
            guard !hasPackage(problem) else { continue }
            let conflict = answer(problem).conflict
            #expect(!conflict.isEmpty, "seed \(seed)")
            #expect(!hasPackage(problem.keeping(conflict)), "seed \(seed)")
            for part in conflict {
                let rest = conflict.filter { $0 != part }
                #expect(
                    hasPackage(problem.keeping(rest)),
                    "seed \(seed) without \(part.kind) \(part.id)")
            }
        }
    }

    @Test func `keeping everything changes nothing that matters`() {
        for seed in UInt64(0)..<40 {
            let problem = SmallWorld.problem(seed: seed)
            let kept = problem.keeping(problem.droppableParts)
            #expect(answer(kept) == answer(problem), "seed \(seed)")
        }
    }

    @Test func `names the demand and the capacity that clash`() {
        let problem = AssemblyProblem(
            currency: "EUR", providers: [.init(id: "p")],
            sites: [.init(id: "s", provider: "p", capacity: ["cpu": 3, "mem": 9])],
            enclaves: [.init(id: "e", maxSites: 1, places: [.init(site: "s")])],
            demands: ["d", "f"].map { id in
                .init(
                    id: id, enclave: "e",
                    options: [.init(id: id + "-s", site: "s", cost: 1, uses: ["cpu": 2])])
            })
        #expect(
            answer(problem).conflict == [
                .init(kind: .capacity, id: "s/cpu"), .init(kind: .demand, id: "d"),
                .init(kind: .demand, id: "f"),
            ])
    }

    @Test func `without steps for the trials no conflict is claimed`() {
        let problem = AssemblyProblem(currency: "EUR")
        #expect(ConflictFinder.conflict(of: problem, limit: StepLimit(steps: 0)) == [])
    }
}

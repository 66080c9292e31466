import Testing

@testable import Assembly

@Suite struct BruteForceTests {
    @Test(arguments: 0..<40)
    func `agrees with trying everything on fifty small worlds of a block`(block: UInt64) {
        for seed in (block * 50)..<(block * 50 + 50) {
            let problem = SmallWorld.problem(seed: seed)
            #expect(problem.violations == [], "seed \(seed)")
            let best = BruteForce.best(of: problem)
            let answer = Assembler(limit: StepLimit(steps: 100_000)).assemble(problem)
            #expect(answer.status == (best == nil ? .infeasible : .optimal), "seed \(seed)")
            if let best { #expect(answer.totalE4 == best.totalE4, "seed \(seed)") }
            let check = PackageChecker.check(problem, answer)
            #expect(check.violations == [], "seed \(seed)")
        }
    }
}

import Testing

@testable import Assembly

/// Staff decides these: the first node has to prove them, by what heads are sure to cost.
@Suite struct StaffBoundTests {
    /// Two sites of three; 1.5 FTE at each. One head costs 100,000.00, with measures.
    private func problem(floor: Int64? = nil, most: Int64? = nil) -> AssemblyProblem {
        let sites = ["a", "b", "c"]
        var problem = AssemblyProblem(
            currency: "EUR", providers: [.init(id: "p")],
            sites: sites.map { .init(id: $0, provider: "p") },
            enclaves: [
                .init(
                    id: "e", minSites: 2,
                    places: sites.map {
                        .init(site: $0, posts: [.init(pool: "ops", level: "l", milliFTE: 1500)])
                    })
            ],
            staffPools: [
                .init(
                    id: "ops",
                    levels: [
                        .init(
                            id: "l", headCost: 10_000_000, available: 60,
                            measures: ["heads": 1, "spend": 10_000_000])
                    ])
            ],
            demands: [
                .init(
                    id: "d", enclave: "e", replicas: 2,
                    options: sites.enumerated().map { index, site in
                        .init(
                            id: "d-\(site)", site: site, cost: Int64(1000 + index),
                            measures: ["spend": Int64(1000 + index)])
                    })
            ])
        if let floor { problem.limits.append(.init(id: "floor", measure: "heads", min: floor)) }
        if let most { problem.limits.append(.init(id: "most", measure: "spend", max: most)) }
        return problem
    }

    private func solve(_ problem: AssemblyProblem, steps: Int) -> AssemblyAnswer {
        let answer = Assembler(limit: StepLimit(steps: steps)).assemble(problem)
        if answer.hasPackage { #expect(PackageChecker.check(problem, answer).holds) }
        return answer
    }

    @Test func `whole heads of the least number of sites are in the first bound`() {
        // 1,000 + 1,001 + 3 heads for 2 x 1.5 FTE.
        let answer = solve(problem(), steps: 1)
        #expect(answer.status == .optimal)
        #expect(answer.totalE4 == (2001 + 30_000_000) * 10_000)
    }

    @Test func `a least number of heads is paid for in the first bound`() {
        let answer = solve(problem(floor: 40), steps: 1)
        #expect(answer.status == .optimal)
        #expect(answer.totalE4 == (2001 + 400_000_000) * 10_000)
        #expect(answer.heads == ["ops": ["l": 40]])
    }

    @Test func `a budget below the least staff is refused in the first node`() {
        #expect(solve(problem(most: 30_002_000), steps: 1).status == .infeasible)
        #expect(solve(problem(most: 30_002_001), steps: 1).status == .optimal)
    }

    @Test func `a conflict is worked out only where it is asked for`() {
        let problem = problem(most: 1)
        let short = Assembler(limit: StepLimit(steps: 1000))
            .assemble(problem, findsConflict: false)
        #expect(short == AssemblyAnswer(status: .infeasible))
        #expect(solve(problem, steps: 1000).conflict.map(\.id) == ["most", "d"])
    }
}

import Testing

@testable import Assembly

/// Discounts and limits at, below and above their bounds, worked out by hand.
@Suite struct DiscountTests {
    private func solve(_ problem: AssemblyProblem) -> AssemblyAnswer {
        let answer = Assembler(limit: StepLimit(steps: 10_000)).assemble(problem)
        #expect(PackageChecker.check(problem, answer).violations == [])
        return answer
    }

    /// One demand with an option for each cost, all of it spend under a discount.
    private func problem(
        costs: [Int64], mode: AssemblyProblem.Discount.Mode,
        tiers: [(from: Int64, basisPoints: Int64)]
    ) -> AssemblyProblem {
        AssemblyProblem(
            currency: "EUR", providers: [.init(id: "p")],
            sites: [.init(id: "a", provider: "p")],
            enclaves: [.init(id: "e", places: [.init(site: "a")])],
            demands: [
                .init(
                    id: "d", enclave: "e",
                    options: costs.map { cost in
                        .init(id: "d-\(cost)", site: "a", cost: cost, measures: ["spend": cost])
                    })
            ],
            discounts: [
                .init(
                    id: "k", measure: "spend", mode: mode,
                    tiers: tiers.map { .init(from: $0.from, basisPoints: $0.basisPoints) })
            ])
    }

    @Test(arguments: [
        // Just below, at and above a threshold of 100 with 10 %.
        (99, 990_000), (100, 900_000), (101, 909_000),
    ])
    func `a volume discount starts at its threshold, on the whole amount`(cost: Int64, total: Int64)
    {
        let answer = solve(
            problem(costs: [cost], mode: .volume, tiers: [(0, 0), (100, 1000)]))
        #expect(answer.totalE4 == total)
    }

    @Test(arguments: [
        // 10 % of what is above 100.
        (99, 990_000), (100, 1_000_000), (101, 1_009_000), (150, 1_450_000),
    ])
    func `a graduated discount takes from each slice its own share`(cost: Int64, total: Int64) {
        let answer = solve(
            problem(costs: [cost], mode: .graduated, tiers: [(0, 0), (100, 1000)]))
        #expect(answer.totalE4 == total)
    }

    @Test func `dearer is chosen where it reaches a tier that pays for it`() {
        // 95 costs 95; 104 costs 104 - 10.4 = 93.6.
        let answer = solve(
            problem(costs: [95, 104], mode: .volume, tiers: [(0, 0), (100, 1000)]))
        #expect(answer.options == ["d-104"])
        #expect(answer.totalE4 == 936_000)
    }

    @Test func `a share that falls with volume makes the lower tier better`() {
        // 99 at 20 %: 79.2; 100 at 5 %: 95.
        let answer = solve(
            problem(costs: [99, 100], mode: .volume, tiers: [(0, 2000), (100, 500)]))
        #expect(answer.totalE4 == 792_000)
    }

    @Test func `a limit is compared in ten-thousandths, after what reduces it`() {
        var problem = problem(costs: [105, 112], mode: .volume, tiers: [(0, 333)])
        problem.discounts[0].reduces = ["spend"]
        // 105 less 3.33 % is 101.5035.
        problem.limits = [.init(id: "l", measure: "spend", max: 101)]
        #expect(solve(problem).status == .infeasible)
        problem.limits[0].max = 102
        #expect(solve(problem).totalE4 == 1_015_035)
        problem.limits[0] = .init(id: "l", measure: "spend", min: 102)
        // 112 less 3.33 % is 108.2704.
        #expect(solve(problem).totalE4 == 1_082_704)
    }

    @Test func `a limit on the total holds with its discounts`() {
        var problem = problem(costs: [105, 112], mode: .volume, tiers: [(0, 333)])
        problem.limits = [.init(id: "l", measure: "total", max: 101)]
        #expect(solve(problem).status == .infeasible)
        problem.limits[0].max = 102
        #expect(solve(problem).status == .optimal)
        problem.limits[0] = .init(id: "l", measure: "total", min: 102)
        #expect(solve(problem).options == ["d-112"])
    }

    @Test func `a limit on heads chooses dearer heads, a least total more of them`() {
        var problem = problem(costs: [10], mode: .volume, tiers: [(0, 0)])
        problem.staffPools = [
            .init(
                id: "q",
                levels: [
                    .init(id: "low", headCost: 3, available: 4, measures: ["nation": 1]),
                    .init(id: "high", headCost: 5, available: 4),
                ])
        ]
        problem.enclaves[0].places[0].posts = [.init(pool: "q", level: "low", milliFTE: 1001)]
        #expect(solve(problem).heads == ["q": ["low": 2]])
        problem.limits = [.init(id: "n", measure: "nation", max: 1)]
        #expect(solve(problem).heads == ["q": ["high": 1, "low": 1]])
        // At least 20: 10 + 2 · 5 = 20.
        problem.limits = [.init(id: "t", measure: "total", min: 20)]
        #expect(solve(problem).totalE4 == 200_000)
    }

    @Test func `a limit on a measure that nothing adds to is a limit on 0`() {
        var problem = problem(costs: [10], mode: .volume, tiers: [(0, 0)])
        problem.limits = [.init(id: "n", measure: "nothing", min: 1)]
        #expect(solve(problem).status == .infeasible)
        problem.limits = [.init(id: "n", measure: "nothing", min: 0, max: 0)]
        #expect(solve(problem).status == .optimal)
    }
}

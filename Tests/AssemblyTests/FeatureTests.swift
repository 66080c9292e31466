import Testing

@testable import Assembly

/// Cases small enough to work out by hand; the arithmetic stands beside each.
@Suite struct FeatureTests {
    private func solve(_ problem: AssemblyProblem) -> AssemblyAnswer {
        let answer = Assembler(limit: StepLimit(steps: 10_000)).assemble(problem)
        #expect(PackageChecker.check(problem, answer).violations == [])
        return answer
    }

    /// Sites a, b and c of providers p, p and q, one enclave with a place at each.
    private func base(_ demands: [AssemblyProblem.Demand]) -> AssemblyProblem {
        let sites = [("a", "p"), ("b", "p"), ("c", "q")]
        return AssemblyProblem(
            currency: "EUR", providers: [.init(id: "p"), .init(id: "q")],
            sites: sites.map { .init(id: $0.0, provider: $0.1) },
            enclaves: [.init(id: "e", places: sites.map { .init(site: $0.0) })], demands: demands)
    }

    /// A demand with an option `id-site` at each of the sites.
    private func demand(
        _ id: String, replicas: Int64 = 1, uses: Int64 = 1, _ costs: [(String, Int64)]
    ) -> AssemblyProblem.Demand {
        .init(
            id: id, enclave: "e", replicas: replicas,
            options: costs.map { site, cost in
                .init(
                    id: "\(id)-\(site)", site: site, cost: cost, uses: ["cpu": uses],
                    measures: ["spend": cost])
            })
    }

    @Test func `the empty problem has the empty package`() {
        #expect(
            solve(AssemblyProblem(currency: "EUR"))
                == AssemblyAnswer(status: .optimal, totalE4: 0, lowerBoundE4: 0))
    }

    @Test func `a demand without options has no package`() {
        #expect(solve(base([demand("d", [])])).status == .infeasible)
    }

    @Test func `the cheapest option is chosen, of equal ones the first by name`() {
        let answer = solve(base([demand("d", [("b", 7), ("a", 7), ("c", 8)])]))
        #expect(answer.options == ["d-a"])
        #expect(answer.totalE4 == 70_000)
    }

    @Test func `an option where the enclave has no place is never chosen`() {
        var problem = base([demand("d", [("a", 1), ("b", 5)])])
        problem.enclaves[0].places.removeFirst()
        #expect(solve(problem).options == ["d-b"])
    }

    @Test func `openings of provider, site and place are paid once each`() {
        var problem = base([demand("d", [("a", 1), ("c", 9)]), demand("f", [("a", 1), ("c", 9)])])
        problem.providers[0].openingCost = 4
        problem.sites[0].openingCost = 5
        problem.enclaves[0].places[0].openingCost = 6
        // a: 1 + 1 + 4 + 5 + 6 = 17; c: 9 + 9 = 18.
        #expect(solve(problem).totalE4 == 170_000)
        problem.sites[0].openingCost = 7
        #expect(solve(problem).options == ["d-c", "f-c"])
    }

    @Test func `replicas stand at different sites that are not too close`() {
        var problem = base([demand("d", replicas: 2, [("a", 1), ("b", 2), ("c", 9)])])
        #expect(solve(problem).options == ["d-a", "d-b"])
        problem.tooClose = [.init(sites: ["b", "a"])]
        #expect(solve(problem).options == ["d-a", "d-c"])
        problem.demands[0].replicas = 3
        #expect(solve(problem).status == .infeasible)
        problem.tooClose = []
        #expect(solve(problem).options == ["d-a", "d-b", "d-c"])
    }

    @Test func `an enclave keeps its numbers of sites`() {
        let costs: [(String, Int64)] = [("a", 1), ("b", 2)]
        var problem = base([demand("d", costs), demand("f", [("a", 2), ("b", 1)])])
        #expect(solve(problem).totalE4 == 20_000)
        problem.enclaves[0].maxSites = 1
        #expect(solve(problem).totalE4 == 30_000)
        problem.enclaves[0] = .init(id: "e", minSites: 2, places: problem.enclaves[0].places)
        problem.demands[1].options[1].cost = 9
        // f stays at a for 2, d has to leave it: 2 + 2 = 4.
        #expect(solve(problem).totalE4 == 40_000)
    }

    @Test func `only providers that count are limited`() {
        var problem = base([demand("d", [("a", 1)]), demand("f", [("b", 5), ("c", 1)])])
        problem.providerLimit = .init(max: 1)
        #expect(solve(problem).options == ["d-a", "f-b"])
        problem.providers[1].counts = false
        #expect(solve(problem).options == ["d-a", "f-c"])
        problem.providers[1].counts = true
        problem.providerLimit = .init(min: 2)
        problem.demands[1].options[1].cost = 50
        #expect(solve(problem).options == ["d-a", "f-c"])
    }

    @Test func `a capacity holds to its last unit`() {
        var problem = base([
            demand("d", uses: 3, [("a", 1), ("b", 4)]), demand("f", uses: 2, [("a", 1), ("b", 3)]),
        ])
        problem.sites[0].capacity = ["cpu": 5]
        #expect(solve(problem).totalE4 == 20_000)
        problem.sites[0].capacity = ["cpu": 4]
        #expect(solve(problem).options == ["d-a", "f-b"])
        problem.sites[0].capacity = ["cpu": 4, "mem": 0]
        #expect(solve(problem).options == ["d-a", "f-b"])
    }

    @Test func `modules are bought whole and cheapest together`() {
        var problem = base([demand("d", uses: 11, [("a", 0)])])
        problem.enclaves[0].places[0].modules = [
            .init(id: "large", cost: 17, max: 5, provides: ["cpu": 6]),
            .init(id: "small", cost: 10, max: 5, provides: ["cpu": 3]),
        ]
        // 11 units: large + large = 34 (12), large + 2 small = 37, 4 small = 40.
        #expect(solve(problem).modules == ["e/a": ["large": 2]])
        problem.enclaves[0].places[0].modules[0].max = 1
        #expect(solve(problem).modules == ["e/a": ["large": 1, "small": 2]])
        problem.enclaves[0].places[0].modules[1].max = 1
        #expect(solve(problem).status == .infeasible)
    }

    @Test func `modules that provide none of a resource used there forbid it`() {
        var problem = base([demand("d", uses: 2, [("a", 0), ("b", 9)])])
        problem.enclaves[0].places[0].modules = [
            .init(id: "m", cost: 0, max: 9, provides: ["cpu": 0])
        ]
        #expect(solve(problem).options == ["d-b"])
        problem.demands[0].options[0].uses = ["mem": 99]
        #expect(solve(problem).options == ["d-a"])
    }

    @Test func `a head of a higher level holds a lower post, not the reverse`() {
        var problem = base([demand("d", [("a", 0)])])
        problem.staffPools = [
            .init(
                id: "q",
                levels: [
                    .init(id: "low", headCost: 10, available: 9),
                    .init(id: "high", headCost: 15, available: 9),
                ])
        ]
        problem.enclaves[0].places[0].posts = [
            .init(pool: "q", level: "low", milliFTE: 1500),
            .init(pool: "q", level: "high", milliFTE: 500),
        ]
        // 2 heads in all, 1 of them high: 10 + 15.
        #expect(solve(problem).heads == ["q": ["high": 1, "low": 1]])
        problem.staffPools[0].levels[0].headCost = 16
        #expect(solve(problem).heads == ["q": ["high": 2]])
        problem.staffPools[0].levels[1].available = 0
        #expect(solve(problem).status == .infeasible)
    }

    @Test func `a charge is paid once, by whichever of its options`() {
        var problem = base([demand("d", [("a", 1), ("b", 4)]), demand("f", [("a", 1), ("b", 4)])])
        problem.charges = [.init(id: "c", cost: 5, anyOf: ["d-a", "f-a"])]
        // Both at a: 2 + 5 = 7; both at b: 8; one each: 10.
        #expect(solve(problem).totalE4 == 70_000)
        problem.charges[0].cost = 7
        #expect(solve(problem).totalE4 == 80_000)
    }

    @Test func `rules between options and demands hold`() {
        let costs: [(String, Int64)] = [("a", 1), ("b", 2)]
        var problem = base([demand("d", costs), demand("f", [("a", 9), ("b", 1)])])
        problem.colocate = [.init(demands: ["d", "f"])]
        #expect(solve(problem).options == ["d-b", "f-b"])
        problem.colocate = []
        problem.requires = [.init(option: "d-a", anyOf: ["f-a"])]
        #expect(solve(problem).options == ["d-b", "f-b"])
        problem.requires = [.init(option: "d-a", anyOf: [])]
        #expect(solve(problem).options == ["d-b", "f-b"])
        problem.requires = []
        problem.excludes = [.init(options: ["d-a", "f-b"])]
        #expect(solve(problem).options == ["d-b", "f-b"])
        problem.excludes = [.init(options: ["d-a", "d-a"])]
        #expect(solve(problem).options == ["d-b", "f-b"])
    }

    @Test func `colocated demands of different enclaves share sites, of different replicas cannot`()
    {
        var problem = base([demand("d", [("a", 1), ("b", 2)]), demand("f", [("a", 9), ("b", 1)])])
        problem.enclaves.append(.init(id: "g", places: problem.enclaves[0].places))
        problem.demands[1].enclave = "g"
        problem.colocate = [.init(demands: ["d", "f"])]
        #expect(solve(problem).options == ["d-b", "f-b"])
        problem.demands[1].replicas = 2
        #expect(solve(problem).status == .infeasible)
    }
}

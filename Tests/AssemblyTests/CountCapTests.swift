import Testing

@testable import Assembly

/// How many modules are bought where more than the use asks for may pay.
@Suite struct CountCapTests {
    /// One demand that uses one unit, from modules of one unit at 10 each.
    private func problem(max: Int64 = 10_000) -> AssemblyProblem {
        AssemblyProblem(
            currency: "EUR", providers: [.init(id: "p")], sites: [.init(id: "a", provider: "p")],
            enclaves: [
                .init(
                    id: "e",
                    places: [
                        .init(
                            site: "a",
                            modules: [
                                .init(
                                    id: "m", cost: 10, max: max, provides: ["cpu": 1],
                                    measures: ["spend": 10])
                            ])
                    ])
            ],
            demands: [
                .init(
                    id: "d", enclave: "e",
                    options: [.init(id: "d-a", site: "a", cost: 0, uses: ["cpu": 1])])
            ])
    }

    private func bought(_ problem: AssemblyProblem) -> Int64? {
        let answer = Assembler(limit: StepLimit(steps: 1000)).assemble(problem)
        #expect(answer.status == .optimal)
        #expect(PackageChecker.check(problem, answer).holds)
        return answer.modules["e/a"]?["m"]
    }

    @Test func `no more modules are considered than cover the use`() {
        let compiled = CompiledProblem(problem())
        #expect(compiled.upper[compiled.layout.modules] == 1)
        #expect(bought(problem()) == 1)
    }

    @Test func `a discount that more modules reach keeps them all`() {
        var problem = problem()
        problem.discounts = [
            .init(
                id: "v", measure: "spend", mode: .volume,
                tiers: [
                    .init(from: 0, basisPoints: 0), .init(from: 30, basisPoints: 9000),
                ])
        ]
        // 30 less 90 % is 3; one module would be 10.
        #expect(bought(problem) == 3)
    }

    @Test func `a least spend keeps them all`() {
        var problem = problem()
        problem.limits = [.init(id: "least", measure: "spend", min: 45)]
        #expect(bought(problem) == 5)
        problem.limits = [.init(id: "least", measure: AssemblyProblem.totalMeasure, min: 25)]
        #expect(bought(problem) == 3)
    }
}

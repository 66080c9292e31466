import Testing

@testable import Assembly

@Suite struct PackageCheckerTests {
    /// Two demands at two sites, with modules, staff, a charge and a discount.
    private static let problem = AssemblyProblem(
        currency: "EUR", providers: [.init(id: "p", openingCost: 2)],
        providerLimit: .init(min: 1, max: 1),
        sites: [
            .init(id: "a", provider: "p", openingCost: 3, capacity: ["cpu": 4]),
            .init(id: "b", provider: "p"),
        ],
        tooClose: [.init(sites: ["a", "b"])],
        enclaves: [
            .init(
                id: "e", maxSites: 1,
                places: [
                    .init(
                        site: "a", openingCost: 5,
                        posts: [.init(pool: "q", level: "l", milliFTE: 1500)],
                        modules: [.init(id: "m", cost: 7, max: 2, provides: ["cpu": 2])]),
                    .init(site: "b"),
                ])
        ],
        staffPools: [.init(id: "q", levels: [.init(id: "l", headCost: 11, available: 3)])],
        demands: [
            .init(
                id: "d", enclave: "e",
                options: [
                    .init(
                        id: "d-a", site: "a", cost: 100, uses: ["cpu": 3],
                        measures: ["spend": 100]),
                    .init(id: "d-b", site: "b", cost: 900),
                ]),
            .init(
                id: "f", enclave: "e",
                options: [
                    .init(id: "f-a", site: "a", cost: 13, uses: ["cpu": 1]),
                    .init(id: "f-b", site: "b", cost: 900),
                ]),
        ],
        charges: [.init(id: "c", cost: 17, anyOf: ["d-a"])],
        colocate: [.init(demands: ["d", "f"])],
        requires: [.init(option: "d-a", anyOf: ["f-a"])],
        excludes: [.init(options: ["d-b", "f-a"])],
        discounts: [
            .init(
                id: "k", measure: "spend", mode: .graduated,
                tiers: [.init(from: 0, basisPoints: 0), .init(from: 50, basisPoints: 1000)])
        ],
        limits: [.init(id: "l", measure: "spend", min: 100, max: 100)])

    private static let answer = AssemblyAnswer(
        status: .optimal, totalE4: 1_790_000, lowerBoundE4: 1_790_000, options: ["d-a", "f-a"],
        modules: ["e/a": ["m": 2]], heads: ["q": ["l": 2]])

    @Test func `recomputes the total of a package that holds`() {
        // 2 + 3 + 5 + 2 · 7 + 2 · 11 + 100 + 13 + 17 = 176, less 10 % of 50 = 171.
        var answer = Self.answer
        answer.totalE4 = 1_710_000
        answer.lowerBoundE4 = 1_710_000
        let check = PackageChecker.check(Self.problem, answer)
        let limits = ["l": Int64(1_000_000)]
        #expect(check == PackageCheck(violations: [], totalE4: 1_710_000, limitsE4: limits))
        #expect(Assembler(limit: StepLimit(steps: 1000)).assemble(Self.problem) == answer)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout AssemblyAnswer) -> Void

        init(_ violation: String, _ change: @escaping @Sendable (inout AssemblyAnswer) -> Void) {
            testDescription = violation
            self.change = change
        }
    }

    @Test(arguments: [
        Fault("total 1790000 is said, 1710000 is true") { _ in },
        Fault("the bound 1790000 is above the total 1710000") { _ in },
        Fault("an optimal total has the bound 5") { $0.lowerBoundE4 = 5 },
        Fault("demand 'f' has 0 options, 1 wanted") { $0.options = ["d-a"] },
        Fault("demand 'd' has 2 options, 1 wanted") { $0.options = ["d-a", "d-b", "f-a"] },
        Fault(#"demand 'd' has replicas at ["a", "b"], which are too close"#) {
            $0.options = ["d-a", "d-b", "f-a"]
        },
        Fault("option 'x' is unknown") { $0.options = ["d-a", "f-a", "x"] },
        Fault("the options are not in ascending order, each once") {
            $0.options = ["f-a", "d-a"]
        },
        Fault("enclave 'e' uses 2 sites") { $0.options = ["d-a", "f-b"] },
        Fault(#"demands ["d", "f"] do not use the same sites"#) { $0.options = ["d-a", "f-b"] },
        Fault(#"option 'd-a' lacks one of ["f-a"]"#) { $0.options = ["d-a", "f-b"] },
        Fault(#"options ["d-b", "f-a"] are chosen together"#) { $0.options = ["d-b", "f-a"] },
        Fault("4 of 'cpu' are used at 'e/a', modules provide 2") { $0.modules = ["e/a": ["m": 1]] },
        Fault("3 of module 'm' are bought at 'e/a'") { $0.modules = ["e/a": ["m": 3]] },
        Fault("module 'n' is unknown at 'e/a'") { $0.modules = ["e/a": ["m": 2, "n": 1]] },
        Fault("modules are bought at 'e/b', which is not used") {
            $0.modules = ["e/a": ["m": 2], "e/b": ["m": 1]]
        },
        Fault("1 heads at 'q/l' and above, 1500 milliFTE needed") { $0.heads = ["q": ["l": 1]] },
        Fault("4 heads are hired at 'q/l'") { $0.heads = ["q": ["l": 4]] },
        Fault("level 'k' is unknown in pool 'q'") { $0.heads = ["q": ["l": 2, "k": 1]] },
        Fault("limit 'l' is 0 ten-thousandths, at least 100 wanted") {
            $0.options = ["d-b", "f-b"]
        },
        Fault("0 providers are used") { $0.options = [] },
    ])
    func `finds a fault`(fault: Fault) {
        var answer = Self.answer
        fault.change(&answer)
        let violations = PackageChecker.check(Self.problem, answer).violations
        #expect(violations.contains(fault.testDescription), "\(violations)")
    }

    @Test func `finds a capacity passed and a place that does not exist`() {
        var problem = Self.problem
        problem.sites[0].capacity = ["cpu": 3]
        let full = PackageChecker.check(problem, Self.answer).violations
        #expect(full.contains("4 of 'cpu' are used at 'a', it has 3"))
        problem.enclaves[0].places.removeFirst()
        let homeless = PackageChecker.check(problem, Self.answer).violations
        #expect(homeless.contains("enclave 'e' has no place at 'a'"))
    }

    @Test func `has nothing to check without a package`() {
        let check = PackageChecker.check(Self.problem, AssemblyAnswer(status: .infeasible))
        #expect(check == PackageCheck(violations: [], totalE4: 0))
    }
}

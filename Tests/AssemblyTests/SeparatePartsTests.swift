import TestSupport
import Testing

@testable import Assembly

/// A problem that falls into parts is answered as the whole would be, by its own names.
@Suite struct SeparatePartsTests {
    private func answer(_ problem: AssemblyProblem) -> AssemblyAnswer {
        Assembler(limit: StepLimit(steps: 10_000)).assemble(problem)
    }

    /// Enclaves that share nothing, each with one workload; `copies` are asked of each.
    private func apart(_ copies: [Int64]) -> AssemblyProblem {
        let names = copies.indices.map { "e\($0)" }
        return AssemblyProblem(
            currency: "EUR", providers: [.init(id: "p")],
            sites: names.flatMap { name in
                ["a", "b"].map { .init(id: name + $0, provider: "p") }
            },
            tooClose: names.map { .init(sites: [$0 + "a", $0 + "b"]) },
            enclaves: names.map { name in
                .init(id: name, places: [.init(site: name + "a"), .init(site: name + "b")])
            },
            demands: zip(names, copies).map { name, copies in
                .init(
                    id: "d" + name, enclave: name, replicas: copies,
                    options: ["a", "b"].map {
                        .init(id: "o" + name + $0, site: name + $0, cost: 1)
                    })
            })
    }

    @Test func `of several parts without a package the same one is named each time`() {
        let problem = apart([1, 2, 2, 2])
        let conflict = answer(problem).conflict
        #expect(conflict.contains(.init(kind: .demand, id: "de1")))
        for _ in 0..<20 { #expect(answer(problem).conflict == conflict) }
    }

    @Test func `the order of the lists decides nothing`() {
        let problem = apart([1, 2, 2, 2])
        var turned = problem
        turned.enclaves.reverse()
        turned.demands.reverse()
        turned.sites.reverse()
        #expect(
            answer(turned).conflict.filter { $0.kind == .demand }
                == answer(problem).conflict.filter { $0.kind == .demand })
    }

    @Test func `a rule without a name is named by its place in the whole problem`() {
        #expect(
            answer(apart([1, 2])).conflict == [
                .init(kind: .tooClose, id: "1"), .init(kind: .demand, id: "de1"),
            ])
    }

    @Test func `heads under a least number that a discount lowers are not capped by it`() {
        let problem = AssemblyProblem(
            currency: "EUR", providers: [.init(id: "p")], sites: [.init(id: "s", provider: "p")],
            enclaves: [.init(id: "e", places: [.init(site: "s")])],
            staffPools: [
                .init(
                    id: "pool",
                    levels: [.init(id: "l", headCost: 100, available: 100, measures: ["m": 1])])
            ],
            demands: [
                .init(
                    id: "d", enclave: "e",
                    options: [.init(id: "o", site: "s", cost: 1000, measures: ["spend": 10])])
            ],
            discounts: [
                .init(
                    id: "x", measure: "spend", mode: .volume,
                    tiers: [.init(from: 0, basisPoints: 5000)], reduces: ["m"])
            ],
            limits: [.init(id: "floor", measure: "m", min: 10)])
        let answer = answer(problem)
        #expect(answer.status == .optimal)
        // Half of 10 is taken off the heads counted: 15 are needed for 10.
        #expect(answer.heads == ["pool": ["l": 15]])
    }

    @Test func `covers that are too many to try end`() {
        let kinds: [(String, Int64, Int64)] = [("a", 7, 1), ("b", 15, 2), ("c", 23, 3)]
        let problem = AssemblyProblem(
            currency: "EUR", providers: [.init(id: "p")], sites: [.init(id: "s", provider: "p")],
            enclaves: [
                .init(
                    id: "e",
                    places: [
                        .init(
                            site: "s",
                            modules: kinds.map { id, cost, units in
                                .init(id: id, cost: cost, max: 100_000, provides: ["u": units])
                            })
                    ])
            ],
            demands: [
                .init(
                    id: "d", enclave: "e",
                    options: [.init(id: "o", site: "s", cost: 1, uses: ["u": 100_001])])
            ])
        let answer = Assembler(limit: StepLimit(steps: 10)).assemble(problem)
        #expect(answer.hasPackage)
    }
}

import TestSupport
import Testing

@testable import Assembly

@Suite struct PropertyTests {
    private func answer(_ problem: AssemblyProblem, steps: Int = 100_000) -> AssemblyAnswer {
        Assembler(limit: StepLimit(steps: steps)).assemble(problem)
    }

    @Test(arguments: 0..<10)
    func `order of lists changes nothing`(block: UInt64) {
        for seed in (block * 15)..<(block * 15 + 15) {
            var random = SeededGenerator(seed: seed)
            let problem = SmallWorld.problem(seed: seed).withNamedRules
            #expect(answer(problem) == answer(problem.shuffled(&random)), "seed \(seed)")
        }
    }

    @Test(arguments: 0..<10)
    func `tightening never lowers the total`(block: UInt64) {
        for seed in (block * 15)..<(block * 15 + 15) {
            var random = SeededGenerator(seed: seed)
            let problem = SmallWorld.problem(seed: seed)
            let loose = answer(problem)
            let tight = answer(problem.tightened(&random))
            if loose.status == .infeasible {
                #expect(tight.status == .infeasible, "seed \(seed)")
            } else if tight.hasPackage {
                #expect(tight.totalE4 >= loose.totalE4, "seed \(seed)")
            }
        }
    }

    @Test(arguments: [1, 2, 3, 5, 10])
    func `a limit of steps gives valid packages, true bounds and no wrong proof`(steps: Int) {
        var cut = 0
        for seed in UInt64(0)..<80 {
            let problem = SmallWorld.problem(seed: seed)
            let whole = answer(problem)
            let short = answer(problem, steps: steps)
            #expect(PackageChecker.check(problem, short).violations == [], "seed \(seed)")
            switch short.status {
            case .optimal: #expect(short.totalE4 == whole.totalE4, "seed \(seed)")
            case .infeasible: #expect(whole.status == .infeasible, "seed \(seed)")
            case .feasible:
                #expect(whole.status == .optimal, "seed \(seed)")
                #expect(short.lowerBoundE4 <= whole.totalE4, "seed \(seed)")
                #expect(short.totalE4 >= whole.totalE4, "seed \(seed)")
                cut += 1
            case .unknown:
                if whole.hasPackage { #expect(short.lowerBoundE4 <= whole.totalE4, "seed \(seed)") }
                cut += 1
            }
        }
        if steps == 1 { #expect(cut > 10) }
    }

    @Test func `the same problem gives the same answer each time`() {
        for seed in UInt64(0)..<40 {
            let problem = SmallWorld.problem(seed: seed)
            #expect(answer(problem) == answer(problem), "seed \(seed)")
        }
    }
}

extension AssemblyProblem {
    /// The same problem with an identifier for each rule: without one, a conflict names its
    /// position.
    fileprivate var withNamedRules: AssemblyProblem {
        var result = self
        for index in requires.indices { result.requires[index].id = "r\(index)" }
        for index in tooClose.indices { result.tooClose[index].id = "n\(index)" }
        return result
    }

    /// The same problem with every list whose order is without meaning in another order.
    fileprivate func shuffled(_ random: inout SeededGenerator) -> AssemblyProblem {
        var result = self
        result.providers.shuffle(using: &random)
        result.sites.shuffle(using: &random)
        result.enclaves.shuffle(using: &random)
        for index in result.enclaves.indices {
            result.enclaves[index].places.shuffle(using: &random)
            for place in result.enclaves[index].places.indices {
                result.enclaves[index].places[place].posts.shuffle(using: &random)
                result.enclaves[index].places[place].modules.shuffle(using: &random)
            }
        }
        result.staffPools.shuffle(using: &random)
        result.demands.shuffle(using: &random)
        for index in result.demands.indices {
            result.demands[index].options.shuffle(using: &random)
        }
        result.charges.shuffle(using: &random)
        for index in result.charges.indices { result.charges[index].anyOf.shuffle(using: &random) }
        result.colocate.shuffle(using: &random)
        for index in result.colocate.indices {
            result.colocate[index].demands.shuffle(using: &random)
        }
        result.requires.shuffle(using: &random)
        for index in result.requires.indices {
            result.requires[index].anyOf.shuffle(using: &random)
        }
        result.excludes.shuffle(using: &random)
        for index in result.excludes.indices {
            result.excludes[index].options.shuffle(using: &random)
        }
        result.tooClose.shuffle(using: &random)
        result.discounts.shuffle(using: &random)
        result.limits.shuffle(using: &random)
        return result
    }

    /// The problem with one of its rules made harder.
    fileprivate func tightened(_ random: inout SeededGenerator) -> AssemblyProblem {
        var result = self
        switch Int.random(in: 0..<7, using: &random) {
        case 0: result.providerLimit = .init(min: providerLimit?.min, max: 1)
        case 1: result.sites[0].capacity["cpu"] = (sites[0].capacity["cpu"] ?? 6) / 2
        case 2: result.enclaves[0].maxSites = min(enclaves[0].maxSites ?? 1, 1)
        case 3: result.limits.append(.init(id: "more", measure: "year", max: 20))
        case 4: result.tooClose.append(.init(sites: ["s0", "s1"]))
        case 5:
            for pool in result.staffPools.indices {
                result.staffPools[pool].levels[0].available /= 2
            }
        default:
            if let option = demands.first?.options.first?.id {
                result.requires.append(.init(option: option, anyOf: []))
            }
        }
        return result
    }
}

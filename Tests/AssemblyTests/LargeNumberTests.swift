import Testing

@testable import Assembly

@Suite struct LargeNumberTests {
    /// At the largest factor sums come near 2^63, and bounds are worked out in coarser units.
    @Test(arguments: [Int64(1_000_000), 100_000_000_000, 700_000_000_000])
    func `larger money gives the same package at a larger total`(factor: Int64) {
        var solved = 0
        for seed in UInt64(0)..<60 {
            let problem = SmallWorld.problem(seed: seed)
            let large = problem.scaled(by: factor)
            guard large.violations.isEmpty else { continue }
            let limit = StepLimit(steps: 20_000)
            let answer = Assembler(limit: limit).assemble(problem)
            let scaled = Assembler(limit: limit).assemble(large)
            #expect(scaled.status == answer.status, "seed \(seed)")
            #expect(scaled.totalE4 == answer.totalE4 * factor, "seed \(seed)")
            #expect(PackageChecker.check(large, scaled).violations == [], "seed \(seed)")
            solved += 1
        }
        #expect(solved > 20)
    }
}

extension AssemblyProblem {
    /// The problem with all money and all measures multiplied.
    fileprivate func scaled(by factor: Int64) -> AssemblyProblem {
        func times(_ units: [String: Int64]) -> [String: Int64] { units.mapValues { $0 * factor } }
        var result = self
        for index in providers.indices { result.providers[index].openingCost *= factor }
        for index in sites.indices { result.sites[index].openingCost *= factor }
        for enclave in enclaves.indices {
            for index in enclaves[enclave].places.indices {
                var place = enclaves[enclave].places[index]
                place.openingCost *= factor
                place.measures = times(place.measures)
                for module in place.modules.indices {
                    place.modules[module].cost *= factor
                    place.modules[module].measures = times(place.modules[module].measures)
                }
                result.enclaves[enclave].places[index] = place
            }
        }
        for pool in staffPools.indices {
            for index in staffPools[pool].levels.indices {
                result.staffPools[pool].levels[index].headCost *= factor
                result.staffPools[pool].levels[index].measures = times(
                    staffPools[pool].levels[index].measures)
            }
        }
        for demand in demands.indices {
            for index in demands[demand].options.indices {
                result.demands[demand].options[index].cost *= factor
                result.demands[demand].options[index].measures = times(
                    demands[demand].options[index].measures)
            }
        }
        for index in charges.indices {
            result.charges[index].cost *= factor
            result.charges[index].measures = times(charges[index].measures)
        }
        for discount in discounts.indices {
            for index in discounts[discount].tiers.indices {
                result.discounts[discount].tiers[index].from *= factor
            }
        }
        for index in limits.indices {
            result.limits[index].min = limits[index].min.map { $0 * factor }
            result.limits[index].max = limits[index].max.map { $0 * factor }
        }
        return result
    }
}

import Testing

@testable import Assembly

@Suite struct SmallWorldTests {
    private static let worlds = (0..<UInt64(300)).map { SmallWorld.problem(seed: $0) }
    private static let bests = worlds.map { BruteForce.best(of: $0) }

    @Test func `reaches worlds with and without a package`() {
        let feasible = Self.bests.count(where: { $0 != nil })
        #expect(feasible > 90)
        #expect(feasible < 240)
    }

    @Test(arguments: Feature.allCases)
    func `reaches worlds where a feature decides`(feature: Feature) {
        let changed = zip(Self.worlds, Self.bests).count(where: { world, best in
            let without = feature.removed(from: world)
            return without != world && BruteForce.best(of: without) != best
        })
        #expect(changed >= 2, "\(feature) decides in \(changed) worlds")
    }

    enum Feature: CaseIterable {
        case providerLimit, capacity, tooClose, minSites, maxSites, posts, available, modules
        case replicas, charges, colocate, requires, excludes, discounts, reductions, limits
        case leastLimits, totalLimits, headMeasures, moduleMeasures, openingCosts

        func removed(from world: AssemblyProblem) -> AssemblyProblem {
            var world = world
            switch self {
            case .providerLimit: world.providerLimit = nil
            case .capacity: world.sites.indices.forEach { world.sites[$0].capacity = [:] }
            case .tooClose: world.tooClose = []
            case .minSites: world.enclaves.indices.forEach { world.enclaves[$0].minSites = nil }
            case .maxSites: world.enclaves.indices.forEach { world.enclaves[$0].maxSites = nil }
            case .replicas: world.demands.indices.forEach { world.demands[$0].replicas = 1 }
            case .charges: world.charges = []
            case .colocate: world.colocate = []
            case .requires: world.requires = []
            case .excludes: world.excludes = []
            case .discounts: world.discounts = []
            case .reductions: world.discounts.indices.forEach { world.discounts[$0].reduces = [] }
            case .limits: world.limits = []
            case .leastLimits: world.limits.indices.forEach { world.limits[$0].min = nil }
            case .totalLimits: world.limits.removeAll { $0.measure == "total" }
            case .openingCosts: world.sites.indices.forEach { world.sites[$0].openingCost = 0 }
            case .posts: changePlaces(&world) { $0.posts = [] }
            case .modules: changePlaces(&world) { $0.modules = [] }
            case .moduleMeasures:
                changePlaces(&world) { place in
                    place.modules.indices.forEach { place.modules[$0].measures = [:] }
                }
            case .headMeasures: changeLevels(&world) { $0.measures = [:] }
            case .available: changeLevels(&world) { $0.available = 9 }
            }
            return world
        }

        private func changePlaces(
            _ world: inout AssemblyProblem, _ change: (inout AssemblyProblem.Place) -> Void
        ) {
            for enclave in world.enclaves.indices {
                world.enclaves[enclave].places.indices.forEach {
                    change(&world.enclaves[enclave].places[$0])
                }
            }
        }

        private func changeLevels(
            _ world: inout AssemblyProblem, _ change: (inout AssemblyProblem.StaffLevel) -> Void
        ) {
            for pool in world.staffPools.indices {
                world.staffPools[pool].levels.indices.forEach {
                    change(&world.staffPools[pool].levels[$0])
                }
            }
        }
    }
}

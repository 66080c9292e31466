import Quantities
import Sizing
import Testing
import TestSupport

/// Compares the solver with counting out every mix of a small world.
@Suite struct InstanceMixOracleTests {
    @Test(arguments: [UInt64(101), 102, 103, 104])
    func `the cheapest mix is the one counted out`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<250 {
            let world = try SmallWorld(&generator)
            let mix = try InstanceMixSolver.cheapest(
                for: world.demand, types: world.types, nodeLimit: .none)
            let counted = try world.countedOut()
            #expect(mix?.monthlyPrice == counted?.price, "\(world.testDescription)")
            #expect(mix?.nodeCount == counted?.nodes, "\(world.testDescription)")
            let counts = mix.map { (mix: InstanceMix) in
                world.types.map { (type: NodeType) in
                    mix.parts.first { $0.node.id == type.id }?.count ?? 0
                }
            }
            #expect(counts == counted?.counts, "\(world.testDescription)")
            #expect(mix?.isProven ?? true, "\(world.testDescription)")
        }
    }

    @Test func `the worlds reach every kind of answer`() throws {
        var generator = SeededGenerator(seed: 105)
        var (impossible, empty, mixed, accelerated) = (0, 0, 0, 0)
        for _ in 0..<400 {
            let world = try SmallWorld(&generator)
            guard let counted = try world.countedOut() else {
                impossible += 1
                continue
            }
            if counted.nodes == 0 { empty += 1 }
            if counted.counts.filter({ $0 > 0 }).count > 1 { mixed += 1 }
            if world.demand.accelerators > 0 { accelerated += 1 }
        }
        #expect(impossible > 0)
        #expect(empty > 0)
        #expect(mixed > 50)
        #expect(accelerated > 20)
    }

    @Test func `the order of the types does not matter`() throws {
        var generator = SeededGenerator(seed: 106)
        for _ in 0..<100 {
            let world = try SmallWorld(&generator)
            let shuffled = world.types.shuffled(using: &generator)
            let one = try InstanceMixSolver.cheapest(
                for: world.demand, types: world.types, nodeLimit: .none)
            let two = try InstanceMixSolver.cheapest(
                for: world.demand, types: shuffled, nodeLimit: .none)
            #expect(one == two, "\(world.testDescription)")
        }
    }

    @Test func `asking for more never costs less`() throws {
        var generator = SeededGenerator(seed: 107)
        for _ in 0..<100 {
            let world = try SmallWorld(&generator)
            let more = try ComputeDemand(
                vcpu: world.demand.vcpu + 1, memoryMiB: world.demand.memoryMiB + 300,
                accelerators: world.demand.accelerators)
            guard
                let less = try InstanceMixSolver.cheapest(
                    for: world.demand, types: world.types, nodeLimit: .none),
                let dearer = try InstanceMixSolver.cheapest(
                    for: more, types: world.types, nodeLimit: .none)
            else { continue }
            #expect(less.monthlyPrice <= dearer.monthlyPrice, "\(world.testDescription)")
        }
    }
}

import Quantities
import Sizing
import Testing
import TestSupport

/// Compares the solver with a table over every amount that may still be missing, which is slow and
/// knows nothing of proportions or bounds.
@Suite struct InstanceMixTableTests {
    /// Price in cents, then nodes.
    private struct Cost: Comparable {
        let cents: Int
        let nodes: Int

        static func < (left: Cost, right: Cost) -> Bool {
            (left.cents, left.nodes) < (right.cents, right.nodes)
        }
    }

    private struct World {
        let types: [(vcpu: Int, gib: Int, accelerators: Int, cents: Int)]
        let vcpu: Int
        let gib: Int
        let accelerators: Int

        /// Draws up to seven types of a family: sizes of a few proportions, priced by a linear
        /// list, a rounded one or none.
        init(_ generator: inout SeededGenerator) {
            let draw = { (range: ClosedRange<Int>, generator: inout SeededGenerator) -> Int in
                Int.random(in: range, using: &generator)
            }
            let hasAccelerators = draw(0...3, &generator) == 0
            let noise = [0, 0, 2, 40][draw(0...3, &generator)]
            types = (0..<draw(3...7, &generator)).map { (_: Int) in
                let vcpu = [1, 2, 4, 8][draw(0...3, &generator)]
                let gib = draw(1...4, &generator) * vcpu
                let accelerators = hasAccelerators ? draw(0...1, &generator) : 0
                let cents = 30 * vcpu + 8 * gib + 500 * accelerators + draw(0...noise, &generator)
                return (vcpu, gib, accelerators, cents)
            }
            vcpu = draw(0...40, &generator)
            gib = draw(0...90, &generator)
            accelerators = hasAccelerators ? draw(0...2, &generator) : 0
        }

        /// Returns the least cost of covering the demand, nil when nothing does.
        func leastCost() -> Cost? {
            let (rows, columns) = (gib + 1, accelerators + 1)
            var table: [Cost?] = []
            for missingVcpu in 0...vcpu {
                for missingGiB in 0...gib {
                    for missing in 0...accelerators {
                        guard missingVcpu + missingGiB + missing > 0 else {
                            table.append(Cost(cents: 0, nodes: 0))
                            continue
                        }
                        var least: Cost?
                        for type in types {
                            let left = (
                                max(missingVcpu - type.vcpu, 0), max(missingGiB - type.gib, 0),
                                max(missing - type.accelerators, 0)
                            )
                            let index = (left.0 * rows + left.1) * columns + left.2
                            // A type that adds nothing here leads back to the cell being filled.
                            guard index < table.count, let rest = table[index] else { continue }
                            let cost = Cost(
                                cents: rest.cents + type.cents, nodes: rest.nodes + 1)
                            if least.map({ cost < $0 }) ?? true { least = cost }
                        }
                        table.append(least)
                    }
                }
            }
            return table[table.count - 1]
        }
    }

    @Test(arguments: [UInt64(121), 122, 123, 124])
    func `price and nodes are those of the table`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for number in 0..<25 {
            let world = World(&generator)
            let types = try world.types.enumerated().map { (index: Int, type) in
                try node(
                    "t\(index)", type.vcpu, type.gib * 1024, type.accelerators,
                    cents: type.cents)
            }
            let mix = try InstanceMixSolver.cheapest(
                for: ComputeDemand(
                    vcpu: world.vcpu, memoryMiB: world.gib * 1024,
                    accelerators: world.accelerators),
                types: types, nodeLimit: .none)
            let least = world.leastCost()
            let cents = try least.map { try ExactRatio(Int128($0.cents), over: 100) }
            #expect(mix?.monthlyPrice == cents, "seed \(seed), world \(number)")
            #expect(mix?.nodeCount == least?.nodes, "seed \(seed), world \(number)")
            #expect(mix?.isProven ?? true, "seed \(seed), world \(number)")
        }
    }
}

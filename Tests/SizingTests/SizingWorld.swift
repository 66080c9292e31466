import Quantities
import Sizing
import Testing
import TestSupport

/// Creates a node type with a price in cents.
func node(
    _ id: String, _ vcpu: Int, _ memoryMiB: Int, _ accelerators: Int = 0, cents: Int
) throws -> NodeType {
    NodeType(
        id: id, vcpu: vcpu, memoryMiB: memoryMiB, accelerators: accelerators,
        monthlyPrice: try ExactRatio(Int128(cents), over: 100))
}

extension InstanceMix {
    /// The parts as "2 × b, 1 × c".
    var shown: String {
        parts.map { "\($0.count) × \($0.node.id)" }.joined(separator: ", ")
    }
}

/// A small sizing problem for the solver and for counting it out.
struct SmallWorld: CustomTestStringConvertible {
    let types: [NodeType]
    let demand: ComputeDemand

    var testDescription: String { "\(demand) \(types)" }

    /// Draws types and a demand that few enough nodes cover to count them out.
    init(_ generator: inout SeededGenerator) throws {
        let hasAccelerators = Int.random(in: 0..<4, using: &generator) == 0
        let isLinear = Int.random(in: 0..<3, using: &generator) == 0
        types = try (0..<Int.random(in: 1...4, using: &generator)).map { (index: Int) in
            let vcpu = Int.random(in: 1...4, using: &generator)
            let memory = Int.random(in: 1...6, using: &generator)
            let accelerators = hasAccelerators ? Int.random(in: 0...2, using: &generator) : 0
            let noise = isLinear ? 0 : Int.random(in: 0...9, using: &generator)
            return try node(
                "t\(index)", vcpu, memory * 512, accelerators,
                cents: 7 * vcpu + 3 * memory + 20 * accelerators + noise)
        }
        let needsMemory = Int.random(in: 0..<8, using: &generator) > 0
        demand = try ComputeDemand(
            vcpu: Int.random(in: 0...9, using: &generator),
            memoryMiB: needsMemory ? Int.random(in: 1...5000, using: &generator) : 0,
            accelerators: hasAccelerators ? Int.random(in: 0...3, using: &generator) : 0)
    }

    /// Holds an answer found by counting out: what is compared first comes first.
    struct Counted {
        let price: ExactRatio
        let nodes: Int
        let counts: [Int]

        func isBetter(than other: Counted) -> Bool {
            if price != other.price { return price < other.price }
            if nodes != other.nodes { return nodes < other.nodes }
            for (one, two) in zip(counts, other.counts) where one != two { return one > two }
            return false
        }
    }

    /// Returns the best answer among all mixes, by trying each; nil when there is none.
    func countedOut() throws -> Counted? {
        var best: Counted?
        var counts = Array(repeating: 0, count: types.count)
        try visit(0, &counts, &best)
        return best
    }

    private func visit(_ index: Int, _ counts: inout [Int], _ best: inout Counted?) throws {
        if covers(counts) {
            let found = try counted(counts)
            if best.map({ found.isBetter(than: $0) }) ?? true { best = found }
            return
        }
        guard index < types.count else { return }
        // Nine nodes of one vCPU or ten of 512 MiB are enough for any amount drawn here.
        for count in 0...10 {
            counts[index] = count
            try visit(index + 1, &counts, &best)
            if covers(counts) { break }
        }
        counts[index] = 0
    }

    private func covers(_ counts: [Int]) -> Bool {
        let sum = { (amount: KeyPath<NodeType, Int>) -> Int in
            zip(types, counts).reduce(0) { $0 + $1.0[keyPath: amount] * $1.1 }
        }
        return sum(\.vcpu) >= demand.vcpu && sum(\.memoryMiB) >= demand.memoryMiB
            && sum(\.accelerators) >= demand.accelerators
    }

    private func counted(_ counts: [Int]) throws -> Counted {
        var price = ExactRatio.zero
        for (type, count) in zip(types, counts) {
            price = try price.adding(type.monthlyPrice.multiplied(by: ExactRatio(count)))
        }
        return Counted(price: price, nodes: counts.reduce(0, +), counts: counts)
    }
}

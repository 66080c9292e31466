package import Quantities

/// Holds a whole number of nodes of each type that together cover a demand.
package struct InstanceMix: Sendable, Hashable {
    /// Holds how many nodes of one type.
    package struct Part: Sendable, Hashable {
        /// Size and price of each.
        package let node: NodeType
        /// How many of it, at least 1.
        package let count: Int
    }

    /// The parts, ordered by id.
    package let parts: [Part]
    /// The price of all nodes and one month, in the currency of the node types.
    package let monthlyPrice: ExactRatio
    /// Whether it is proven that no mix is cheaper.
    package let isProven: Bool
    /// Whether each node is within the limit on its size; false when no type was small enough and
    /// the smallest were taken.
    package let isWithinNodeLimit: Bool

    /// How many nodes, of all types together.
    package var nodeCount: Int { sum { _ in 1 } }

    /// Virtual processors of all nodes.
    package var vcpu: Int { sum(\.vcpu) }

    /// Memory of all nodes in MiB.
    package var memoryMiB: Int { sum(\.memoryMiB) }

    /// Accelerators of all nodes.
    package var accelerators: Int { sum(\.accelerators) }

    /// Returns the mix with `count` more nodes of its largest type, so that as many may fail.
    ///
    /// The largest type has most processors, then most memory, then the later id.
    ///
    /// - Throws: `QuantityError.overflow`.
    package func adding(spares count: Int) throws(QuantityError) -> InstanceMix {
        precondition(count >= 0, "spare nodes are added, not taken away")
        let largest = parts.indices.max { (one: Int, two: Int) in
            let (left, right) = (parts[one].node, parts[two].node)
            return (left.vcpu, left.memoryMiB, left.id) < (right.vcpu, right.memoryMiB, right.id)
        }
        guard let largest, count > 0 else { return self }
        var spared = parts
        let node = parts[largest].node
        spared[largest] = Part(node: node, count: parts[largest].count + count)
        let extra = try node.monthlyPrice.multiplied(by: ExactRatio(count))
        return InstanceMix(
            parts: spared, monthlyPrice: try monthlyPrice.adding(extra), isProven: isProven,
            isWithinNodeLimit: isWithinNodeLimit)
    }

    private func sum(_ amount: (NodeType) -> Int) -> Int {
        parts.reduce(0) { (total: Int, part: Part) in total + part.count * amount(part.node) }
    }
}

package import Quantities

/// Holds one size of an instance family: what a node has and what it costs.
package struct NodeType: Sendable, Hashable {
    /// The largest amount of any of the three that is taken for a node.
    package static let maximum = 100_000_000

    /// The id, unique in its family.
    package let id: String
    /// Virtual processors of one node, at least 1.
    package let vcpu: Int
    /// Memory of one node in MiB, at least 1.
    package let memoryMiB: Int
    /// Accelerators of one node, 0 or more.
    package let accelerators: Int
    /// The price of one node and month in major units of one currency, above 0.
    package let monthlyPrice: ExactRatio

    /// Creates a node type.
    package init(
        id: String, vcpu: Int, memoryMiB: Int, accelerators: Int = 0, monthlyPrice: ExactRatio
    ) {
        self.id = id
        self.vcpu = vcpu
        self.memoryMiB = memoryMiB
        self.accelerators = accelerators
        self.monthlyPrice = monthlyPrice
    }
}

/// Holds what a compute demand asks for in sum.
package struct ComputeDemand: Sendable, Hashable {
    /// Virtual processors, 0 or more.
    package let vcpu: Int
    /// Memory in MiB, 0 or more.
    package let memoryMiB: Int
    /// Accelerators, 0 or more.
    package let accelerators: Int

    /// The largest amount of any of the three that is taken for a demand.
    package static let maximum = 10_000_000_000

    /// Creates a demand.
    ///
    /// - Throws: `SizingError.demandOutOfRange` for an amount outside 0...10^10.
    package init(vcpu: Int, memoryMiB: Int, accelerators: Int = 0) throws(SizingError) {
        let amounts = [
            ("vCPU", vcpu), ("memory in MiB", memoryMiB), ("accelerators", accelerators),
        ]
        for (name, value) in amounts where !(0...ComputeDemand.maximum).contains(value) {
            throw .demandOutOfRange(name: name, value: value)
        }
        self.vcpu = vcpu
        self.memoryMiB = memoryMiB
        self.accelerators = accelerators
    }
}

/// Says how large a node may be against the whole demand.
package enum NodeLimit: Sendable, Hashable {
    /// As large as it is.
    case none
    /// At most the demand divided by this number, in each amount that is demanded.
    case fraction(Int)

    /// A tenth of the demand, so that the loss of one node costs at most a tenth of it.
    package static let tenth = NodeLimit.fraction(10)

    /// Tells whether a node is small enough for `demand`.
    func allows(_ node: NodeType, for demand: ComputeDemand) -> Bool {
        guard case .fraction(let parts) = self else { return true }
        let pairs = [
            (node.vcpu, demand.vcpu), (node.memoryMiB, demand.memoryMiB),
            (node.accelerators, demand.accelerators),
        ]
        return pairs.allSatisfy { (size: Int, whole: Int) in
            whole == 0 || size <= whole / Swift.max(parts, 1)
        }
    }
}

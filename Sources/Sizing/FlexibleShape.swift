/// Holds an instance family whose nodes are cut to size: whole cores and whole GiB of memory.
///
/// The price is linear in cores and memory, so the cheapest totals are the smallest ones that the
/// family's proportion of memory to cores allows.
package struct FlexibleShape: Sendable, Hashable {
    /// Virtual processors of one core, at least 1.
    package let vcpuPerCore: Int
    /// The most virtual processors of one node.
    package let maximumVcpuPerNode: Int
    /// The most memory of one node in GiB.
    package let maximumMemoryGiBPerNode: Int
    /// The least memory of one core in GiB, at least 1.
    package let minimumMemoryGiBPerCore: Int
    /// The most memory of one core in GiB.
    package let maximumMemoryGiBPerCore: Int

    /// Creates a shape.
    ///
    /// - Throws: `SizingError.shapeWithoutNode` when no node satisfies all bounds.
    package init(
        vcpuPerCore: Int, maximumVcpuPerNode: Int, maximumMemoryGiBPerNode: Int,
        minimumMemoryGiBPerCore: Int, maximumMemoryGiBPerCore: Int
    ) throws(SizingError) {
        let known = 1...NodeType.maximum
        guard known.contains(vcpuPerCore), known.contains(maximumVcpuPerNode),
            known.contains(maximumMemoryGiBPerNode), known.contains(minimumMemoryGiBPerCore),
            known.contains(maximumMemoryGiBPerCore), maximumVcpuPerNode >= vcpuPerCore,
            minimumMemoryGiBPerCore <= maximumMemoryGiBPerCore,
            minimumMemoryGiBPerCore <= maximumMemoryGiBPerNode
        else { throw .shapeWithoutNode }
        self.vcpuPerCore = vcpuPerCore
        self.maximumVcpuPerNode = maximumVcpuPerNode
        self.maximumMemoryGiBPerNode = maximumMemoryGiBPerNode
        self.minimumMemoryGiBPerCore = minimumMemoryGiBPerCore
        self.maximumMemoryGiBPerCore = maximumMemoryGiBPerCore
    }
}

/// Holds the nodes of a flexible shape that cover a demand.
package struct FlexibleFleet: Sendable, Hashable {
    /// Holds how many nodes of one cut.
    package struct Part: Sendable, Hashable {
        /// How many nodes, at least 1.
        package let count: Int
        /// Whole cores of each.
        package let cores: Int
        /// Whole GiB of memory of each.
        package let memoryGiB: Int
    }

    /// The cuts, larger before smaller.
    package let parts: [Part]
    /// Cores of all nodes: what is paid for.
    package let cores: Int
    /// Virtual processors of all nodes.
    package let vcpu: Int
    /// Memory of all nodes in GiB: what is paid for.
    package let memoryGiB: Int
    /// Whether each node is within the limit on its size; false where even the smallest cut of the
    /// shape is larger.
    package let isWithinNodeLimit: Bool

    /// How many nodes, of all cuts together.
    package var nodeCount: Int { parts.reduce(0) { $0 + $1.count } }
}

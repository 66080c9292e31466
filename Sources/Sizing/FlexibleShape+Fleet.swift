extension FlexibleShape {
    /// Returns the cheapest fleet that covers a demand.
    ///
    /// Cores and memory are the least whole amounts that cover the demand and keep the family's
    /// proportion; nodes are as few as the shape and the limit on their size allow, and equal but
    /// for what does not divide. Where the smallest cut (one core with its least memory) is above
    /// the limit, it is taken and the fleet says so. Accelerators are not part of a flexible shape.
    package func fleet(
        for demand: ComputeDemand, nodeLimit: NodeLimit = .tenth
    ) -> FlexibleFleet {
        var cores = dividedUp(demand.vcpu, by: vcpuPerCore)
        let demandedGiB = dividedUp(demand.memoryMiB, by: 1024)
        cores = Swift.max(cores, dividedUp(demandedGiB, by: maximumMemoryGiBPerCore))
        guard cores > 0 else { return fleet(cores: 0, memoryGiB: 0, nodes: 0, isWithin: true) }
        let (limit, isWithin) = largestNode(demand, nodeLimit)
        var memoryGiB = Swift.max(demandedGiB, cores * minimumMemoryGiBPerCore)
        // Memory follows cores in proportion, so a node of k cores has k / cores of it, rounded up.
        let fitting = Int128(limit.memoryGiB) * Int128(cores) / Int128(memoryGiB)
        let coresPerNode = Swift.min(limit.cores, Int(clamping: fitting))
        guard coresPerNode > 0 else {
            // Not even one core's share of the memory fits in a node: more cores, one a node.
            cores = dividedUp(memoryGiB, by: limit.memoryGiB)
            memoryGiB = Swift.max(memoryGiB, cores * minimumMemoryGiBPerCore)
            return fleet(cores: cores, memoryGiB: memoryGiB, nodes: cores, isWithin: isWithin)
        }
        let nodes = dividedUp(cores, by: coresPerNode)
        return fleet(cores: cores, memoryGiB: memoryGiB, nodes: nodes, isWithin: isWithin)
    }

    /// Returns the largest node that shape and limit allow, at least the smallest cut.
    private func largestNode(
        _ demand: ComputeDemand, _ nodeLimit: NodeLimit
    ) -> (limit: (cores: Int, memoryGiB: Int), isWithin: Bool) {
        var cores = maximumVcpuPerNode / vcpuPerCore
        var memoryGiB = maximumMemoryGiBPerNode
        if case .fraction(let parts) = nodeLimit {
            let divisor = Swift.max(parts, 1)
            if demand.vcpu > 0 { cores = Swift.min(cores, demand.vcpu / divisor / vcpuPerCore) }
            if demand.memoryMiB > 0 {
                memoryGiB = Swift.min(memoryGiB, demand.memoryMiB / divisor / 1024)
            }
        }
        let isWithin = cores >= 1 && memoryGiB >= minimumMemoryGiBPerCore
        memoryGiB = Swift.max(memoryGiB, minimumMemoryGiBPerCore)
        cores = Swift.min(Swift.max(cores, 1), memoryGiB / minimumMemoryGiBPerCore)
        return ((cores, memoryGiB), isWithin)
    }

    /// Deals cores evenly and memory in proportion to them; what is left goes to the nodes whose
    /// share was cut, the larger ones first.
    private func fleet(
        cores: Int, memoryGiB: Int, nodes: Int, isWithin: Bool
    ) -> FlexibleFleet {
        let (least, larger) = cores.quotientAndRemainder(dividingBy: Swift.max(nodes, 1))
        let groups = [(count: larger, cores: least + 1), (count: nodes - larger, cores: least)]
        let shares = groups.map { (group: (count: Int, cores: Int)) in
            (Int128(memoryGiB) * Int128(group.cores))
                .quotientAndRemainder(dividingBy: Int128(Swift.max(cores, 1)))
        }
        var left = memoryGiB
        for (group, share) in zip(groups, shares) { left -= group.count * Int(share.quotient) }
        var parts: [FlexibleFleet.Part] = []
        for (group, share) in zip(groups, shares) {
            let raised = share.remainder == 0 ? 0 : Swift.min(group.count, left)
            left -= raised
            let memory = Int(share.quotient)
            for (count, memory) in [(raised, memory + 1), (group.count - raised, memory)]
            where count > 0 {
                parts.append(
                    FlexibleFleet.Part(count: count, cores: group.cores, memoryGiB: memory))
            }
        }
        return FlexibleFleet(
            parts: parts, cores: cores, vcpu: cores * vcpuPerCore, memoryGiB: memoryGiB,
            isWithinNodeLimit: isWithin)
    }
}

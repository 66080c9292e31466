extension PackageBuilder {
    /// Whether each demand has its replicas, at sites that suit its group.
    func groupsHold(_ columns: [Int64]) -> Bool {
        for demand in problem.demands {
            let chosen = demand.options.count(where: { columns[$0] == 1 })
            if chosen != demand.replicas { return false }
        }
        return problem.groups.allSatisfy { groupHolds($0, columns) }
    }

    private func groupHolds(_ group: CompiledProblem.Group, _ columns: [Int64]) -> Bool {
        if group.isContradictory { return false }
        var sites: [Int] = []
        for cell in group.cells {
            let counts = cell.options.map { options in
                options.count(where: { columns[$0] == 1 })
            }
            guard let first = counts.first else { return false }
            if first > 1 || counts.contains(where: { $0 != first }) { return false }
            if first == 1 { sites.append(cell.site) }
        }
        if sites.count != group.replicas { return false }
        return !sites.contains { site in sites.contains { problem.tooClose[site].contains($0) } }
    }

    /// Whether the numbers of sites and providers are within their limits, and every place,
    /// site, provider and charge is 1 exactly where something in it is.
    func countsHold(_ columns: [Int64]) -> Bool {
        func isUnion(_ column: Int, _ others: [Int]) -> Bool {
            (columns[column] == 1) == others.contains { columns[$0] == 1 }
        }
        for (index, place) in problem.places.enumerated() {
            let column = problem.layout.places + index
            if !isUnion(column, place.options) { return false }
            let modules = place.modules.map { problem.layout.modules + $0 }
            if columns[column] == 0 && modules.contains(where: { columns[$0] > 0 }) {
                return false
            }
        }
        for (index, site) in problem.sites.enumerated()
        where !isUnion(
            problem.layout.sites + index, site.places.map { problem.layout.places + $0 })
        {
            return false
        }
        for (index, options) in problem.charges.enumerated()
        where !isUnion(problem.layout.charges + index, options) {
            return false
        }
        for enclave in problem.enclaves {
            let used = enclave.places.count(where: { columns[problem.layout.places + $0] == 1 })
            if used < enclave.minSites || used > enclave.maxSites { return false }
        }
        var counted = 0
        for (index, provider) in problem.providers.enumerated() {
            let column = problem.layout.providers + index
            let sites = provider.sites.map { problem.layout.sites + $0 }
            if !isUnion(column, sites) { return false }
            counted += provider.counts && columns[column] == 1 ? 1 : 0
        }
        return counted >= problem.providerMin && counted <= problem.providerMax
    }
}

extension Propagator {
    mutating func readStructure() {
        for demand in problem.demands.indices { readDemand(demand) }
        for group in problem.groups { readGroup(group) }
        for place in problem.places.indices { readPlace(place) }
        for enclave in problem.enclaves { readEnclave(enclave) }
        for site in problem.sites.indices { readSite(site) }
        readProviders()
        for (index, options) in problem.charges.enumerated() {
            readUnion(problem.layout.charges + index, of: options)
        }
    }

    mutating func countOptions(of demand: Int) {
        var possible = 0
        var certain = 0
        for option in problem.demands[demand].options where state.upper[option] == 1 {
            possible += 1
            if state.lower[option] == 1 { certain += 1 }
        }
        allowed[demand] = possible
        forced[demand] = certain
    }

    private mutating func readDemand(_ index: Int) {
        let demand = problem.demands[index]
        if forced[index] > demand.replicas || allowed[index] < demand.replicas {
            contradiction = true
        } else if forced[index] == demand.replicas && allowed[index] > forced[index] {
            for option in demand.options where state.lower[option] == 0 { drop(option, to: 0) }
        }
    }

    private mutating func readGroup(_ group: CompiledProblem.Group) {
        if group.isContradictory { contradiction = true }
        var possible: [Int] = []
        var certain: [Int] = []
        for (index, cell) in group.cells.enumerated() {
            guard isPossible(cell) else {
                close(cell)
                continue
            }
            possible.append(index)
            if isCertain(cell) { certain.append(index) }
        }
        if possible.count < group.replicas || certain.count > group.replicas {
            contradiction = true
        } else if possible.count == group.replicas {
            for index in possible { use(group.cells[index]) }
        } else {
            for index in certain { use(group.cells[index]) }
            if certain.count == group.replicas {
                for index in possible where !certain.contains(index) { close(group.cells[index]) }
            }
        }
        if group.replicas > 1 { keepApart(group, possible, certain) }
    }

    private func isPossible(_ cell: CompiledProblem.Cell) -> Bool {
        cell.options.allSatisfy { $0.contains { state.upper[$0] == 1 } }
    }

    private func isCertain(_ cell: CompiledProblem.Cell) -> Bool {
        cell.options.contains { $0.contains { state.lower[$0] == 1 } }
    }

    /// Rules out all options of a cell.
    private mutating func close(_ cell: CompiledProblem.Cell) {
        for options in cell.options {
            for option in options { drop(option, to: 0) }
        }
    }

    /// Each demand of the group has exactly one option chosen in the cell.
    private mutating func use(_ cell: CompiledProblem.Cell) {
        for options in cell.options {
            if let chosen = options.first(where: { state.lower[$0] == 1 }) {
                for option in options where option != chosen { drop(option, to: 0) }
            } else {
                let left = options.filter { state.upper[$0] == 1 }
                if left.count == 1 { raise(left[0], to: 1) }
                if left.isEmpty { contradiction = true }
            }
            if let place = options.first.map({ problem.optionPlace[$0] }) {
                raise(problem.layout.places + place, to: 1)
            }
        }
    }

    private mutating func keepApart(
        _ group: CompiledProblem.Group, _ possible: [Int], _ certain: [Int]
    ) {
        for index in possible {
            let close = problem.tooClose[group.cells[index].site]
            guard !close.isEmpty else { continue }
            let isCertain = certain.contains(index) || possible.count == group.replicas
            guard isCertain else { continue }
            for other in possible where close.contains(group.cells[other].site) {
                self.close(group.cells[other])
            }
        }
    }

    private mutating func readPlace(_ index: Int) {
        let place = problem.places[index]
        readUnion(problem.layout.places + index, of: place.options)
        if state.upper[problem.layout.places + index] == 0 {
            for module in place.modules { drop(problem.layout.modules + module, to: 0) }
        }
    }

    /// The column is 1 exactly where one of the others is.
    private mutating func readUnion(_ column: Int, of others: [Int]) {
        if state.upper[column] == 0 {
            for other in others { drop(other, to: 0) }
            return
        }
        var possible = 0
        var last = -1
        for other in others where state.upper[other] == 1 {
            if state.lower[other] == 1 {
                raise(column, to: 1)
                return
            }
            possible += 1
            last = other
        }
        if possible == 0 {
            drop(column, to: 0)
        } else if possible == 1 && state.lower[column] == 1 {
            raise(last, to: 1)
        }
    }

    private mutating func readEnclave(_ enclave: CompiledProblem.Enclave) {
        let columns = enclave.places.map { problem.layout.places + $0 }
        readCount(of: columns, atLeast: enclave.minSites, atMost: enclave.maxSites)
    }

    private mutating func readSite(_ index: Int) {
        let places = problem.sites[index].places.map { problem.layout.places + $0 }
        readUnion(problem.layout.sites + index, of: places)
    }

    private mutating func readProviders() {
        var counted: [Int] = []
        for (index, provider) in problem.providers.enumerated() {
            let sites = provider.sites.map { problem.layout.sites + $0 }
            readUnion(problem.layout.providers + index, of: sites)
            if provider.counts { counted.append(problem.layout.providers + index) }
        }
        readCount(of: counted, atLeast: problem.providerMin, atMost: problem.providerMax)
    }

    private mutating func readCount(of columns: [Int], atLeast least: Int, atMost most: Int) {
        let possible = columns.count(where: { state.upper[$0] == 1 })
        let certain = columns.count(where: { state.lower[$0] == 1 })
        if possible < least || certain > most {
            contradiction = true
        } else if certain == most && possible > certain {
            for column in columns where state.lower[column] == 0 { drop(column, to: 0) }
        } else if possible == least && possible > certain {
            for column in columns where state.upper[column] == 1 { raise(column, to: 1) }
        }
    }
}

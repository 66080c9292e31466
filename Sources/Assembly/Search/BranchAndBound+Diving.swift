extension BranchAndBound {
    private static let diveEvaluations = 40

    /// Looks for a package by deciding everything at once: the places that the relaxation chose,
    /// then for each demand its cheapest priced option, each with what follows from it. Where
    /// that leads nowhere, the places are left to the options.
    ///
    /// Nothing that it decides is a proof: a dive only finds packages.
    mutating func dive(_ node: SearchState, _ multipliers: [Int64]) {
        guard relaxation.evaluate(node, multipliers) != nil else { return }
        let start = provided(node, relaxation.value)
        let climbed = ascent.climb(
            &relaxation, start, from: multipliers, evaluations: isSmall ? 4 : Self.diveEvaluations,
            target: { (bound: Int128) -> Int128 in bound + max((bound < 0 ? -bound : bound) / 32, 1)
            },
            visit: { (_: inout Relaxation, _: Int128, _: Bool) -> Bool in false })
        guard relaxation.evaluate(start, climbed.multipliers) != nil else { return }
        let price = relaxation.price
        let order = diveOrder(climbed.multipliers)
        let states = [placed(start, relaxation.value), start]
        for state in states where incumbent == nil || state.lower == states[0].lower {
            if let found = decided(state, order, price) {
                if let chosen = settled(found) { offer(builder.package(of: chosen.lower)) }
                offer(builder.package(choosing: found.lower))
            }
        }
    }

    /// Leaves the providers that the relaxation did not choose, where their number is limited.
    private mutating func provided(_ start: SearchState, _ values: [Int64]) -> SearchState {
        var state = start
        let columns = problem.providers.indices.map { problem.layout.providers + $0 }
        guard columns.count(where: { state.upper[$0] == 1 }) > problem.providerMax else {
            return start
        }
        for column in columns
        where values[column] == 0 && problem.providers[column - problem.layout.providers].counts {
            state.upper[column] = 0
        }
        return propagator.narrowed(state) ?? start
    }

    private mutating func decided(
        _ start: SearchState, _ order: [Int], _ price: [Int64]
    ) -> SearchState? {
        var state = start
        for demand in order where !decide(demand, price, &state) { return nil }
        return state
    }

    /// Fixes the places of each enclave as chosen, where that can be.
    private mutating func placed(_ start: SearchState, _ values: [Int64]) -> SearchState {
        var state = start
        for enclave in problem.enclaves {
            var next = state
            for place in enclave.places {
                let column = problem.layout.places + place
                if values[column] == 1 {
                    next.lower[column] = 1
                } else {
                    next.upper[column] = 0
                }
            }
            if let narrowed = propagator.narrowed(next) { state = narrowed }
        }
        return state
    }

    /// Demands whose options weigh most in priced rows first.
    private func diveOrder(_ multipliers: [Int64]) -> [Int] {
        let weights = problem.demands.map { demand in
            demand.options.reduce(Int128(0)) { (most: Int128, option: Int) -> Int128 in
                var weight: Int128 = 0
                for entry in problem.columnRows[option]
                where problem.rows[entry.row].upper != nil {
                    let size = Int128(entry.factor.magnitude)
                    let multiplier = Int128(multipliers[entry.row].magnitude)
                    weight += (multiplier * size >> problem.rows[entry.row].digits) + size
                }
                return max(most, weight)
            }
        }
        return problem.demands.indices.sorted {
            weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1
        }
    }

    /// Chooses options of a demand, cheapest first, until it has its replicas.
    private mutating func decide(
        _ demand: Int, _ price: [Int64], _ state: inout SearchState
    ) -> Bool {
        while true {
            var best: Int?
            for option in problem.demands[demand].options where !state.isFixed(option) {
                if let known = best, price[known] <= price[option] { continue }
                best = option
            }
            guard let option = best else { return true }
            var taken = state
            taken.lower[option] = 1
            if let narrowed = propagator.narrowed(taken) {
                state = narrowed
                continue
            }
            var left = state
            left.upper[option] = 0
            guard let narrowed = propagator.narrowed(left) else { return false }
            state = narrowed
        }
    }

    /// Decides the counts that are still open, each as low as it can be.
    private mutating func settled(_ start: SearchState) -> SearchState? {
        var state = start
        for column in state.lower.indices where !state.isFixed(column) {
            state.upper[column] = state.lower[column]
            guard let narrowed = propagator.narrowed(state) else { return nil }
            state = narrowed
        }
        return state
    }
}

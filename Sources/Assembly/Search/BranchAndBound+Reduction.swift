extension BranchAndBound {
    /// Removes from a node what would bring its bound to the best total, and draws conclusions.
    ///
    /// - Returns: The node, or nothing where that leaves it without a package of use.
    mutating func reduced(_ state: SearchState, _ multipliers: [Int64]) -> SearchState? {
        guard cutoffE4 < Int128.max else { return state }
        guard let bound = relaxation.evaluate(state, multipliers) else { return nil }
        var left = state
        for enclave in problem.enclaves.indices { reduce(enclave, state, &left, bound) }
        for discount in problem.discounts.indices { reduce(discount, &left, bound, multipliers) }
        return left.lower == state.lower && left.upper == state.upper
            ? state : propagator.narrowed(left)
    }

    /// Whether a scaled bound leaves nothing of use.
    private func isUseless(_ bound: Int128) -> Bool {
        relaxation.scale.ceilingE4(bound) >= cutoffE4
    }

    private func reduce(
        _ enclave: Int, _ state: SearchState, _ left: inout SearchState, _ bound: Int128
    ) {
        let total = relaxation.enclaveTotal[enclave]
        let slack = relaxation.scale.scaled(cutoffE4) - bound
        guard slack > 0, slack < Int128(1) << 58,
            var search = relaxation.siteSets(of: enclave, state)
        else { return }
        search.runMargins(upTo: total + Int64(slack))
        let first = problem.enclaves[enclave].places.lowerBound
        for place in 0..<search.placeCount {
            let column = problem.layout.places + first + place
            if isUseless(bound + Int128(search.leastWith[place] - total)) {
                left.upper[column] = min(left.upper[column], 0)
            }
            if isUseless(bound + Int128(search.leastWithout[place] - total)) {
                left.lower[column] = max(left.lower[column], 1)
            }
        }
        var single = 0
        for part in relaxation.parts.parts[enclave] {
            for cell in part.cells {
                let least =
                    part.replicas == 1
                    ? search.leastAt[cell.place * search.singleCount + single]
                    : search.leastWith[cell.place]
                reduce(cell, state, &left, bound + Int128(least - total))
            }
            if part.replicas == 1 { single += 1 }
        }
    }

    /// Removes options of a cell that cost too much more than the cheapest one there.
    private func reduce(
        _ cell: EnclaveParts.Cell, _ state: SearchState, _ left: inout SearchState,
        _ bound: Int128
    ) {
        for options in cell.options {
            guard let cheapest = relaxation.cheapest(options, state) else { continue }
            for option in options where left.upper[option] == 1 && left.lower[option] == 0 {
                let more = Int128(relaxation.price[option] - relaxation.price[cheapest])
                if isUseless(bound + more) { left.upper[option] = 0 }
            }
        }
    }

    /// Removes tiers at either end of a discount's range that come too dear.
    private func reduce(
        _ discount: Int, _ left: inout SearchState, _ bound: Int128, _ multipliers: [Int64]
    ) {
        let column = problem.layout.amounts + discount
        let chosen = relaxation.discountPrice(
            discount, at: relaxation.value[column], multipliers)
        func isUselessUp(to upper: Int64, from lower: Int64) -> Bool {
            problem.discounts[discount].corners(from: lower, to: upper).allSatisfy { amount in
                let price = relaxation.discountPrice(discount, at: amount, multipliers)
                return isUseless(bound + price - chosen)
            }
        }
        let starts = problem.discounts[discount].tiers.map(\.from)
        for start in starts where start > left.lower[column] && start <= left.upper[column] {
            guard isUselessUp(to: start - 1, from: left.lower[column]) else { break }
            left.lower[column] = start
        }
        for start in starts.reversed()
        where start > left.lower[column] && start <= left.upper[column] {
            guard isUselessUp(to: left.upper[column], from: start) else { break }
            left.upper[column] = start - 1
        }
    }
}

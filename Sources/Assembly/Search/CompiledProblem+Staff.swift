extension CompiledProblem {
    /// Returns the whole heads that a row of heads needs, wherever each enclave goes.
    func leastHeads(_ row: Row, _ state: SearchState) -> Int64 {
        var milliFTE: Int64 = 0
        var position = 0
        while position < row.columns.count, row.columns[position] < layout.sites {
            let enclave = places[row.columns[position] - layout.places].enclave
            let end = layout.places + enclaves[enclave].places.upperBound
            let start = position
            while position < row.columns.count, row.columns[position] < end { position += 1 }
            milliFTE += leastWork(row, start..<position, enclaves[enclave], state)
        }
        return (milliFTE + 999) / 1000
    }

    /// The least work at the places of one enclave: those sure to be used, and the easiest ones
    /// up to the number of sites that it has at least.
    private func leastWork(
        _ row: Row, _ positions: Range<Int>, _ enclave: Enclave, _ state: SearchState
    ) -> Int64 {
        var missing = enclave.leastSites
        for place in enclave.places where state.upper[layout.places + place] == 1 { missing -= 1 }
        var sum: Int64 = 0
        var open: [Int64] = []
        for position in positions where state.upper[row.columns[position]] == 1 {
            if state.lower[row.columns[position]] == 1 {
                sum += row.factors[position]
            } else {
                open.append(row.factors[position])
            }
        }
        // Without posts in the row the others count as nothing: they are taken first.
        missing += open.count
        guard missing > 0 else { return sum }
        open.sort()
        return open.prefix(missing).reduce(sum, +)
    }
}

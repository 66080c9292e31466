extension Relaxation {
    /// Chooses the cheapest places and options of one enclave and returns what they cost.
    mutating func place(_ enclave: Int, _ state: SearchState) -> Int64? {
        guard var search = siteSets(of: enclave, state) else { return nil }
        let start = lastTotal(enclave, search)
        search.run(below: start ?? Int64.max)
        guard let total = search.best ?? start else { return search.abandoned }
        let choice = search.best == nil ? lastChoice[enclave] : search.bestChoice
        lastChoice[enclave] = choice
        take(choice, in: enclave, state)
        return min(total, search.abandoned ?? total)
    }

    /// Prices everything in an enclave.
    func siteSets(of enclave: Int, _ state: SearchState) -> SiteSetSearch? {
        let range = problem.enclaves[enclave].places
        var opening: [Int64] = []
        for place in range {
            let column = problem.layout.places + place
            guard state.upper[column] == 1, let cover = modules(at: place, state) else {
                if state.lower[column] == 1 { return nil }
                opening.append(SiteSetSearch.never)
                continue
            }
            opening.append(price[column] + Int64(clamping: cover.bound))
        }
        let singles = parts.parts[enclave].filter { $0.replicas == 1 }
        var search = SiteSetSearch(
            opening: opening.map { $0 == SiteSetSearch.never ? 0 : $0 },
            isForced: range.map { state.lower[problem.layout.places + $0] == 1 },
            isBanned: opening.map { $0 == SiteSetSearch.never },
            minSites: problem.enclaves[enclave].minSites,
            maxSites: problem.enclaves[enclave].maxSites, singleCount: singles.count,
            singlePrices: Array(
                repeating: SiteSetSearch.never, count: range.count * singles.count))
        for (index, part) in singles.enumerated() {
            for cell in part.cells {
                search.singlePrices[cell.place * singles.count + index] = cellPrice(cell, state)
            }
        }
        for part in parts.parts[enclave] where part.replicas > 1 {
            if let listed = part.combinations {
                search.combinations.append(combinations(listed, of: part, state))
            } else {
                guard let least = leastReplicas(of: part, state) else { return nil }
                search.constant += least
            }
        }
        return search
    }

    /// What the cheapest places cost a part, however they lie to each other.
    private func leastReplicas(of part: EnclaveParts.Part, _ state: SearchState) -> Int64? {
        let prices = part.cells.map { cellPrice($0, state) }
            .filter { $0 < SiteSetSearch.never }.sorted()
        guard prices.count >= part.replicas else { return nil }
        return prices.prefix(part.replicas).reduce(0, +)
    }

    private func combinations(
        _ listed: [[Int]], of part: EnclaveParts.Part, _ state: SearchState
    ) -> [SiteSetSearch.Combination] {
        let prices = part.cells.map { cellPrice($0, state) }
        let sure = part.cells.indices.filter { index in
            part.cells[index].options.contains { $0.contains { state.lower[$0] == 1 } }
        }
        var result: [SiteSetSearch.Combination] = []
        for chosen in listed {
            guard !chosen.contains(where: { prices[$0] >= SiteSetSearch.never }),
                sure.allSatisfy({ chosen.contains($0) }), let last = chosen.last
            else { continue }
            let mask = chosen.reduce(UInt64(0)) { $0 | 1 << UInt64(part.cells[$1].place) }
            result.append(
                SiteSetSearch.Combination(
                    mask: mask, highest: part.cells[last].place,
                    price: chosen.reduce(Int64(0)) { $0 + prices[$1] }))
        }
        return result
    }

    /// The cheapest way to place a part's demands at one place.
    func cellPrice(_ cell: EnclaveParts.Cell, _ state: SearchState) -> Int64 {
        var sum: Int64 = 0
        for options in cell.options {
            guard let option = cheapest(options, state) else { return SiteSetSearch.never }
            sum += price[option]
        }
        return sum
    }

    func cheapest(_ options: [Int], _ state: SearchState) -> Int? {
        var best: Int?
        for option in options where state.upper[option] == 1 {
            if state.lower[option] == 1 { return option }
            if let known = best, price[known] <= price[option] { continue }
            best = option
        }
        return best
    }

    /// What the last choice of places costs now, if it is still possible.
    private func lastTotal(_ enclave: Int, _ search: SiteSetSearch) -> Int64? {
        let choice = lastChoice[enclave]
        guard choice.count == search.placeCount else { return nil }
        var total = search.constant
        var mask: UInt64 = 0
        var count = 0
        for place in choice.indices {
            if choice[place] == true {
                if search.isBanned[place] { return nil }
                total += search.opening[place]
                count += 1
                if place < 64 { mask |= 1 << UInt64(place) }
            } else if search.isForced[place] {
                return nil
            }
        }
        guard count >= search.minSites, count <= search.maxSites else { return nil }
        for part in 0..<search.singleCount {
            var least = SiteSetSearch.never
            for place in choice.indices where choice[place] {
                least = min(least, search.singlePrices[place * search.singleCount + part])
            }
            if least >= SiteSetSearch.never { return nil }
            total += least
        }
        for part in search.combinations {
            let open = part.filter { $0.mask & ~mask == 0 && choice[$0.highest] }
            guard let least = open.map(\.price).min() else { return nil }
            total += least
        }
        return total
    }

    /// Writes down what the parts of an enclave choose at the chosen places.
    private mutating func take(_ choice: [Bool], in enclave: Int, _ state: SearchState) {
        let range = problem.enclaves[enclave].places
        for (index, place) in range.enumerated() where choice[index] {
            value[problem.layout.places + place] = 1
            guard let cover = modules(at: place, state) else { continue }
            for (module, count) in zip(problem.places[place].modules, cover.counts) {
                value[problem.layout.modules + module] = count
            }
        }
        for part in parts.parts[enclave] {
            for cell in chosenCells(of: part, choice, state) {
                for options in cell.options {
                    if let option = cheapest(options, state) { value[option] = 1 }
                }
            }
        }
    }

    private func chosenCells(
        of part: EnclaveParts.Part, _ choice: [Bool], _ state: SearchState
    ) -> [EnclaveParts.Cell] {
        let open = part.cells.indices.filter { choice[part.cells[$0].place] }
        let priced = open.map { (cell: $0, price: cellPrice(part.cells[$0], state)) }
            .filter { $0.price < SiteSetSearch.never }
        if part.replicas == 1 || part.combinations == nil {
            let sorted = priced.sorted {
                $0.price != $1.price ? $0.price < $1.price : $0.cell < $1.cell
            }
            return sorted.prefix(part.replicas).map { part.cells[$0.cell] }
        }
        let sure = part.cells.indices.filter { index in
            part.cells[index].options.contains { $0.contains { state.lower[$0] == 1 } }
        }
        var best: (price: Int64, cells: [Int])?
        for chosen in part.combinations ?? [] {
            guard sure.allSatisfy({ chosen.contains($0) }) else { continue }
            let prices = chosen.compactMap { (cell: Int) -> Int64? in
                priced.first { $0.cell == cell }?.price
            }
            guard prices.count == chosen.count else { continue }
            let sum = prices.reduce(0, +)
            if best == nil || sum < best?.price ?? 0 { best = (sum, chosen) }
        }
        return best?.cells.map { part.cells[$0] } ?? []
    }
}

extension BranchAndBound {
    /// Splits a node; the half that the relaxation prefers is looked at first.
    mutating func split(_ state: SearchState, _ boundE4: Int128, _ multipliers: [Int64]) {
        guard let decision = chooseDecision(state, multipliers) else {
            preconditionFailure("an open node has a column to split")
        }
        let other = Decision(
            column: decision.column, split: decision.split, takesUpper: !decision.takesUpper)
        for choice in [other, decision] {
            open.append(
                Node(state: state, decision: choice, boundE4: boundE4, multipliers: multipliers))
        }
    }

    private func chooseDecision(_ state: SearchState, _ multipliers: [Int64]) -> Decision? {
        amountDecision(state, multipliers) ?? providerDecision(state) ?? placeDecision(state)
            ?? chargeDecision(state) ?? optionDecision(state, multipliers) ?? anyDecision(state)
    }

    /// Splits the amount whose discount is most overrated, at a tier's start.
    private func amountDecision(_ state: SearchState, _ multipliers: [Int64]) -> Decision? {
        var best: (gap: Int128, decision: Decision)?
        for (index, discount) in problem.discounts.enumerated() {
            let column = problem.layout.amounts + index
            let (lower, upper) = (state.lower[column], state.upper[column])
            let starts = discount.tiers.map(\.from).filter { $0 > lower && $0 <= upper }
            guard !starts.isEmpty else { continue }
            let spent = builder.activity(problem.rows[discount.row], relaxation.value)
            let amount = relaxation.value[column]
            let actual = Int64(clamping: Int128(amount) + spent)
            let held = max(lower, min(upper, actual))
            let gap =
                relaxation.discountPrice(index, at: held, multipliers)
                - relaxation.discountPrice(index, at: amount, multipliers)
            guard gap > best?.gap ?? 0 else { continue }
            let middle = held / 2 + amount / 2
            let start = starts.min { (one: Int64, other: Int64) -> Bool in
                let near = (one - middle).magnitude
                let far = (other - middle).magnitude
                return near != far ? near < far : one < other
            }
            guard let start else { continue }
            best = (
                gap, Decision(column: column, split: start - 1, takesUpper: held >= start)
            )
        }
        return best?.decision
    }

    /// Where the number of providers is limited, decides which are used.
    private func providerDecision(_ state: SearchState) -> Decision? {
        let columns = problem.providers.indices.map { problem.layout.providers + $0 }
        let open = columns.filter { !state.isFixed($0) }
        let counted = columns.count(where: {
            state.upper[$0] == 1 && problem.providers[$0 - problem.layout.providers].counts
        })
        guard !open.isEmpty, counted > problem.providerMax || problem.providerMin > 1 else {
            return nil
        }
        let chosen = open.first { relaxation.value[$0] == 1 } ?? open[0]
        return Decision(column: chosen, split: 0, takesUpper: relaxation.value[chosen] == 1)
    }

    /// Decides on the open place that costs most to open.
    private func placeDecision(_ state: SearchState) -> Decision? {
        var best: (weight: Int64, column: Int)?
        for place in problem.places.indices {
            let column = problem.layout.places + place
            guard !state.isFixed(column) else { continue }
            let weight = problem.costE4[column]
            if best == nil || weight > best?.weight ?? 0 { best = (weight, column) }
        }
        return best.map {
            Decision(
                column: $0.column, split: 0, takesUpper: relaxation.value[$0.column] == 1)
        }
    }

    /// Decides on the dearest open charge; it is paid where the relaxation chose an option of it.
    private func chargeDecision(_ state: SearchState) -> Decision? {
        var best: (weight: Int64, charge: Int)?
        for charge in problem.charges.indices {
            let column = problem.layout.charges + charge
            guard !state.isFixed(column) else { continue }
            let weight = Int64(clamping: problem.costE4[column].magnitude)
            if best == nil || weight > best?.weight ?? 0 { best = (weight, charge) }
        }
        return best.map { found in
            Decision(
                column: problem.layout.charges + found.charge, split: 0,
                takesUpper: problem.charges[found.charge].contains { relaxation.value[$0] == 1 })
        }
    }

    /// Decides on the chosen option that weighs most in priced or broken rows.
    private func optionDecision(_ state: SearchState, _ multipliers: [Int64]) -> Decision? {
        let broken = problem.rows.indices.map { isBroken($0) }
        var best: (weight: Int128, option: Int)?
        for option in 0..<problem.layout.places
        where !state.isFixed(option) && relaxation.value[option] == 1 {
            var weight: Int128 = 0
            for entry in problem.columnRows[option] {
                let size = Int128(entry.factor.magnitude)
                weight +=
                    Int128(multipliers[entry.row].magnitude) * size
                    >> problem.rows[entry.row].digits
                if broken[entry.row] { weight += size << 70 }
            }
            if best == nil || weight > best?.weight ?? 0 { best = (weight, option) }
        }
        if best == nil {
            guard let option = (0..<problem.layout.places).first(where: { !state.isFixed($0) })
            else { return nil }
            return Decision(column: option, split: 0, takesUpper: true)
        }
        return best.map { Decision(column: $0.option, split: 0, takesUpper: true) }
    }

    private func isBroken(_ index: Int) -> Bool {
        let row = problem.rows[index]
        let sum = builder.activity(row, relaxation.value)
        return sum < Int128(row.lower ?? Int64.min) || sum > Int128(row.upper ?? Int64.max)
    }

    private func anyDecision(_ state: SearchState) -> Decision? {
        // Counts that break nothing follow from the others: one that does is decided first.
        let open = state.lower.indices.filter { !state.isFixed($0) }
        let breaking = open.first { column in
            problem.columnRows[column].contains { isBroken($0.row) }
        }
        guard let column = breaking ?? open.first else { return nil }
        let (lower, upper) = (state.lower[column], state.upper[column])
        let wanted = max(lower, min(upper, relaxation.value[column]))
        let middle = lower + (upper - lower) / 2
        let split = wanted > lower && wanted < upper ? wanted : middle
        return Decision(column: column, split: split, takesUpper: wanted == upper)
    }
}

/// Bounds a node from below by pricing its rows: whatever breaks a row pays, whatever leaves room
/// in it earns, and then every part of the problem chooses for itself.
///
/// For any multipliers at all the least priced total is at most the total of every valid package
/// of the node, so the bound is exact however the multipliers were found. All sums are whole.
struct Relaxation {
    let problem: CompiledProblem
    let scale: RelaxationScale
    let parts: EnclaveParts
    /// Scaled costs by column.
    let scaledCost: [Int64]
    /// The largest size that each row's multiplier may have.
    let multiplierLimit: [Int64]

    /// Priced cost of each column but amounts, after `evaluate`.
    private(set) var price: [Int64]
    /// Price of each discount's worth, with the digits of reduced rows, after `evaluate`.
    private(set) var worthPrice: [Int128]
    /// The values that the parts chose, after `evaluate`.
    var value: [Int64]
    /// Least total of each enclave, after `evaluate`.
    var enclaveTotal: [Int64]
    /// Used places by enclave, in the last evaluation.
    var lastChoice: [[Bool]]

    init(_ problem: CompiledProblem) {
        self.problem = problem
        let scale = RelaxationScale(problem)
        self.scale = scale
        parts = EnclaveParts(problem)
        scaledCost = problem.costE4.map { Int64(clamping: scale.scaled(Int128($0))) }
        multiplierLimit = problem.rows.map { (scale.priceLimit << Int64($0.digits)) / $0.size }
        price = scaledCost
        worthPrice = Array(repeating: 0, count: problem.discounts.count)
        value = Array(repeating: 0, count: problem.layout.count)
        enclaveTotal = Array(repeating: 0, count: problem.enclaves.count)
        lastChoice = Array(repeating: [], count: problem.enclaves.count)
    }

    /// Returns a bound on the scaled total of every valid package of a node, or nothing where a
    /// part of the problem has no choice left.
    mutating func evaluate(_ state: SearchState, _ multipliers: [Int64]) -> Int128? {
        var bound = priceColumns(multipliers)
        for column in value.indices { value[column] = 0 }
        guard let staff = hire(state), let open = openProviders(state) else { return nil }
        bound += staff + open + payCharges(state) + takeDiscounts(state, multipliers)
        for enclave in problem.enclaves.indices {
            guard let total = place(enclave, state) else { return nil }
            enclaveTotal[enclave] = total
            bound += Int128(total)
        }
        return bound
    }

    private mutating func priceColumns(_ multipliers: [Int64]) -> Int128 {
        var constant: Int128 = 0
        price = scaledCost
        for discount in worthPrice.indices { worthPrice[discount] = 0 }
        for (index, row) in problem.rows.enumerated() where multipliers[index] != 0 {
            let multiplier = multipliers[index]
            let end = multiplier > 0 ? row.upper : row.lower
            constant += -(Int128(multiplier) * Int128(end ?? 0)) >> row.digits
            for discount in row.reductions { worthPrice[discount] += Int128(multiplier) }
            for position in row.columns.indices
            where row.columns[position] < problem.layout.amounts {
                price[row.columns[position]] +=
                    (multiplier * row.factors[position]) >> Int64(row.digits)
            }
        }
        return constant
    }

    /// Chooses each discounted amount on its own.
    private mutating func takeDiscounts(
        _ state: SearchState, _ multipliers: [Int64]
    ) -> Int128 {
        var sum: Int128 = 0
        for (index, discount) in problem.discounts.enumerated() {
            let column = problem.layout.amounts + index
            var best: Int128?
            for amount in discount.corners(from: state.lower[column], to: state.upper[column]) {
                let priced = discountPrice(index, at: amount, multipliers)
                if best == nil || priced < best ?? 0 {
                    best = priced
                    value[column] = amount
                }
            }
            sum += best ?? 0
        }
        return sum
    }

    func discountPrice(_ index: Int, at amount: Int64, _ multipliers: [Int64]) -> Int128 {
        let discount = problem.discounts[index]
        let worth = discount.worthE4(at: amount)
        return scale.scaled(-worth)
            + (-worthPrice[index] * worth) >> CompiledProblem.Row.reducedDigits
            - Int128(multipliers[discount.row]) * Int128(amount)
    }

    private mutating func payCharges(_ state: SearchState) -> Int128 {
        var sum: Int128 = 0
        for index in problem.charges.indices {
            let column = problem.layout.charges + index
            value[column] = price[column] < 0 ? state.upper[column] : state.lower[column]
            sum += Int128(price[column]) * Int128(value[column])
        }
        return sum
    }
}

import Quantities

/// Spreads discounts over the lines that they are measured on.
enum LineCuts {
    /// A discount as it came out.
    struct Discount {
        let amountE4: Int64
        let lineIDs: Set<String>
        /// Contract year whose part of each line counts; `nil` where the whole line does.
        let year: Int?
    }

    /// A line with its parts by contract year.
    struct Line {
        let id: String
        let amount: Money
        let years: [(year: Int, amount: Money)]
    }

    /// Returns what each discount takes off each line, in ten-thousandths of a minor unit.
    ///
    /// In proportion to what of the line it counts, by largest remainder, so that the parts sum to
    /// the discount.
    ///
    /// - Returns: By line, the discounts that touch it with their parts, in their order.
    static func cuts(
        of discounts: [Discount], on lines: [Line]
    ) throws -> [String: [(discount: Int, amountE4: Int64)]] {
        var cuts: [String: [(discount: Int, amountE4: Int64)]] = [:]
        for (index, discount) in discounts.enumerated() where discount.amountE4 > 0 {
            let counted = lines.filter { discount.lineIDs.contains($0.id) }
            let spend = counted.map { line in
                discount.year.flatMap { year in
                    line.years.first { $0.year == year }?.amount.minorUnits
                } ?? line.amount.minorUnits
            }
            guard let first = counted.first, spend.contains(where: { $0 > 0 }) else { continue }
            let parts = try Money(
                minorUnits: discount.amountE4, currency: first.amount.currency
            ).allocated(by: spend, remainder: .largestRemainder)
            for (line, part) in zip(counted, parts) where part.minorUnits > 0 {
                cuts[line.id, default: []].append((index, part.minorUnits))
            }
        }
        return cuts
    }
}

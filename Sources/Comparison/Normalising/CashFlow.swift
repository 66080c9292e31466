import Quantities

/// Spreads amounts of periods over contract years.
///
/// A period's money falls evenly on its months; what is paid once falls on the first of them.
struct CashFlow {
    let periods: [ComparedOffer.Period]
    /// What each period counts for.
    let weights: [FixedPoint]

    /// Returns the sums by contract year, the first first.
    ///
    /// - Throws: `overflow`.
    func years(_ rows: [NormalisedOffer.Row]) throws(QuantityError) -> [FixedPoint] {
        let months = periods.reduce(0) { $0 + $1.months }
        var years = [FixedPoint](repeating: .zero, count: (months + 11) / 12)
        for row in rows {
            for part in row.parts {
                guard let index = periods.firstIndex(where: { $0.id == part.period }) else {
                    continue
                }
                let start = periods[..<index].reduce(0) { $0 + $1.months }
                let amount = try part.amount * weights[index]
                if row.cause == .once {
                    years[start / 12] = try years[start / 12] + amount
                    continue
                }
                try spread(amount, from: start, months: periods[index].months, over: &years)
            }
        }
        while let last = years.last, last.isZero, years.count > 1 { years.removeLast() }
        return years
    }

    private func spread(
        _ amount: FixedPoint, from start: Int, months: Int, over years: inout [FixedPoint]
    ) throws(QuantityError) {
        var month = start
        var left = amount
        while month < start + months {
            let end = min((month / 12 + 1) * 12, start + months)
            // The last year takes the rest, so that the parts sum to the whole.
            let part =
                end == start + months
                ? left : try amount * FixedPoint(end - month) / FixedPoint(months)
            years[month / 12] = try years[month / 12] + part
            left = try left - part
            month = end
        }
    }
}

import Quantities

/// What one unit costs at each level: a processor-month, a terabyte-month, a device-day, a
/// head-month, a gigabyte across a pair of levels.
///
/// Machines and racks that a level needs as a whole count towards its processors.
struct UnitCosts {
    let items: [ScopeItem]
    let openLevels: Set<String>

    private struct Key: Hashable, Comparable {
        let level: String
        let measure: ScopeItem.Measure

        static func < (left: Key, right: Key) -> Bool {
            let order = ScopeItem.Measure.allCases
            let one = order.firstIndex(of: left.measure) ?? 0
            let other = order.firstIndex(of: right.measure) ?? 0
            return (one, left.level) < (other, right.level)
        }
    }

    /// Returns costs by measure, then level.
    ///
    /// - Throws: `overflow`.
    func costs(
        _ rows: [NormalisedOffer.Row], of offer: ComparedOffer, weights: [FixedPoint]
    ) throws(QuantityError) -> [NormalisedOffer.UnitCost] {
        var months = FixedPoint.zero
        for (period, weight) in zip(offer.periods, weights) {
            months = try months + (try FixedPoint(period.months) * weight)
        }
        guard !months.isZero else { return [] }
        var money: [Key: FixedPoint] = [:]
        var units: [Key: FixedPoint] = [:]
        for item in items {
            guard let quantity = item.quantity, item.measure != .none, item.measure != .heads,
                rows.contains(where: { $0.item == item.id })
            else { continue }
            let key = Key(level: item.level, measure: item.measure)
            units[key] = try (units[key] ?? .zero) + (try FixedPoint(quantity))
        }
        for row in rows {
            guard let key = key(of: row) else { continue }
            money[key] = try (money[key] ?? .zero) + row.amount
            if key.measure == .heads, let heads = row.quantity {
                units[key] = try (units[key] ?? .zero) + (try FixedPoint(heads))
            }
        }
        var costs: [Key: FixedPoint] = [:]
        for (key, sum) in money {
            guard let count = units[key], !count.isZero else { continue }
            let month = try sum / count / months
            costs[key] =
                key.measure == .devices
                ? try month * FixedPoint(12) / FixedPoint(365) : month
        }
        return try listed(costs)
    }

    private func key(of row: NormalisedOffer.Row) -> Key? {
        if row.cause == .staff { return Key(level: row.level, measure: .heads) }
        if row.item.hasSuffix(".platform") { return Key(level: row.level, measure: .vcpu) }
        guard let item = items.first(where: { $0.id == row.item }), item.measure != .none else {
            return nil
        }
        return Key(level: item.level, measure: item.measure)
    }

    private func listed(
        _ costs: [Key: FixedPoint]
    ) throws(QuantityError) -> [NormalisedOffer.UnitCost] {
        var result: [NormalisedOffer.UnitCost] = []
        for key in costs.keys.sorted() {
            guard let cost = costs[key] else { continue }
            let open = costs.keys.sorted().first {
                $0.measure == key.measure && openLevels.contains($0.level.uppercased())
            }
            let base = open.flatMap { costs[$0] }
            let premium = base.flatMap { base in base.isZero ? nil : try? cost / base }
            result.append(
                NormalisedOffer.UnitCost(
                    level: key.level, measure: key.measure, cost: cost,
                    premium: open == key ? nil : premium))
        }
        return result
    }
}

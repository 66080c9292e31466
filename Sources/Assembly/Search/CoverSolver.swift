/// Buys whole units at least cost so that several needs are covered.
///
/// Depth first over the items with an exact bound; where its steps run out it still gives a true
/// bound, and the best cover found so far.
struct CoverSolver {
    struct Item {
        /// Cost of one; may be negative.
        let cost: Int128
        let lower: Int64
        let upper: Int64
        /// Units of each need that one covers.
        let provides: [Int64]
    }

    struct Cover {
        /// No cover costs less; nothing where no cover exists.
        let bound: Int128
        let counts: [Int64]
    }

    private let items: [Item]
    private var best: Int128?
    private var bestCounts: [Int64] = []
    private var counts: [Int64]
    private var abandoned: Int128?
    private var steps = 0
    private static let stepLimit = 4_000

    private init(_ items: [Item]) {
        self.items = items
        counts = items.map(\.lower)
    }

    /// Returns the cheapest cover of `needs`, or nothing where there is none.
    static func cheapest(_ items: [Item], covering needs: [Int64]) -> Cover? {
        var solver = CoverSolver(items)
        let needs = needs.map { Int128(max($0, 0)) }
        solver.search(0, 0, needs)
        guard let found = solver.best else {
            guard let abandoned = solver.abandoned else { return nil }
            return Cover(bound: abandoned, counts: items.map(\.upper))
        }
        return Cover(
            bound: min(found, solver.abandoned ?? found), counts: solver.bestCounts)
    }

    private mutating func search(_ index: Int, _ paid: Int128, _ needs: [Int128]) {
        guard let rest = leastRest(index, needs) else { return }
        if let best, paid + rest >= best { return }
        if index == items.count {
            best = paid
            bestCounts = counts
            return
        }
        steps += 1
        if steps > Self.stepLimit {
            abandoned = min(abandoned ?? (paid + rest), paid + rest)
            return
        }
        let item = items[index]
        let most = usefulMost(item, needs)
        var count = item.cost < 0 ? item.upper : (index + 1 == items.count ? most : item.lower)
        while count >= item.lower && count <= item.upper {
            if steps > Self.stepLimit {
                abandoned = min(abandoned ?? (paid + rest), paid + rest)
                return
            }
            if item.cost >= 0 && count > most { return }
            counts[index] = count
            let left = zip(needs, item.provides).map { (need: Int128, units: Int64) -> Int128 in
                max(0, need - Int128(units) * Int128(count))
            }
            search(index + 1, paid + item.cost * Int128(count), left)
            // Of what pays for itself no fewer are better.
            if item.cost < 0 { return }
            count += 1
        }
    }

    /// The most of an item that can help: past it, all needs that it covers are covered.
    private func usefulMost(_ item: Item, _ needs: [Int128]) -> Int64 {
        var most = item.lower
        for (need, units) in zip(needs, item.provides) where units > 0 && need > 0 {
            let count = (need + Int128(units) - 1) / Int128(units)
            most = max(most, Int64(clamping: count))
        }
        return min(most, item.upper)
    }

    /// A bound on what the items from `index` on cost, or nothing where they cannot cover.
    private func leastRest(_ index: Int, _ needs: [Int128]) -> Int128? {
        var fixed: Int128 = 0
        for item in items[index...] {
            fixed += item.cost * Int128(item.cost < 0 ? item.upper : item.lower)
        }
        var most = fixed
        for (position, need) in needs.enumerated() where need > 0 {
            var left = need
            var capacity: Int128 = 0
            for item in items[index...] {
                let sure = Int128(item.cost < 0 ? item.upper : item.lower)
                left -= sure * Int128(item.provides[position])
                capacity += Int128(item.upper) * Int128(item.provides[position])
            }
            if capacity < need { return nil }
            if left > 0 { most = max(most, fixed + fractional(index, position, left)) }
        }
        return most
    }

    /// The cost of covering one need by fractions of items, cheapest first, rounded down.
    private func fractional(_ index: Int, _ position: Int, _ need: Int128) -> Int128 {
        let useful = items[index...].filter { $0.provides[position] > 0 && $0.cost >= 0 }
        let sorted = useful.sorted { (one: Item, other: Item) -> Bool in
            one.cost * Int128(other.provides[position])
                < other.cost * Int128(one.provides[position])
        }
        var left = need
        var cost: Int128 = 0
        for item in sorted {
            let units = Int128(item.provides[position])
            let room = Int128(item.upper - item.lower) * units
            if room >= left { return cost + left * item.cost / units }
            cost += item.cost * Int128(item.upper - item.lower)
            left -= room
        }
        return cost
    }
}

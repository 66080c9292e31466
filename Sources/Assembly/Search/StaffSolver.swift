/// Hires whole heads at least cost so that each level and those above hold enough of them.
enum StaffSolver {
    struct Level {
        /// Cost of one head; may be negative.
        let cost: Int128
        let lower: Int64
        let upper: Int64
        /// Least number of heads at this level and above.
        let needed: Int64
    }

    /// Returns the cheapest numbers of heads, or nothing where too few can be hired.
    ///
    /// Levels run from the lowest to the highest. From the top down, each level that lacks heads
    /// takes the cheapest ones at it or above: a head that can serve more never has to be
    /// given back, as the needs are nested.
    static func cheapest(_ levels: [Level]) -> (cost: Int128, counts: [Int64])? {
        var counts = levels.map { $0.cost < 0 ? $0.upper : $0.lower }
        for index in levels.indices.reversed() {
            var missing = levels[index].needed - counts[index...].reduce(0, +)
            while missing > 0 {
                let open = (index..<levels.count).filter { counts[$0] < levels[$0].upper }
                guard
                    let cheapest = open.min(by: { (one: Int, other: Int) -> Bool in
                        levels[one].cost < levels[other].cost
                    })
                else { return nil }
                let taken = min(missing, levels[cheapest].upper - counts[cheapest])
                counts[cheapest] += taken
                missing -= taken
            }
        }
        var cost: Int128 = 0
        for (level, count) in zip(levels, counts) { cost += level.cost * Int128(count) }
        return (cost, counts)
    }
}

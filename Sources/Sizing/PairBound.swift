/// Bounds how much of one ray can be in a good mix with another.
///
/// With `u` units of the first ray, an amount `d` asks at least `(rest − a·u) / b` units of the
/// second. At each ray's best objective per unit the sum is linear in `u`, so the numbers whose sum
/// fits in the room left form an interval.
struct PairBound {
    private let one: CoveringRay
    private let two: CoveringRay

    init(_ one: CoveringRay, _ two: CoveringRay) {
        self.one = one
        self.two = two
    }

    /// Returns the numbers of the first ray from 0 up to `last` whose bound is within `room`.
    func range(
        _ rest: ResourceVector, room: Int128, upTo last: Int
    ) -> ClosedRange<Int>? {
        guard room >= 0 else { return nil }
        let (cost, size) = (one.densest.objective, Int128(one.densest.units))
        let (otherCost, otherSize) = (two.densest.objective, Int128(two.densest.units))
        var lower: Int128 = 0
        var upper = Swift.min(Int128(last), room * size / cost)
        for dimension in 0..<ResourceVector.dimensions where rest[dimension] > 0 {
            let amount = Int128(rest[dimension])
            let (a, b) = (
                Int128(one.direction[dimension]), Int128(two.direction[dimension])
            )
            guard b > 0 else {
                guard a > 0 else { return nil }
                lower = Swift.max(lower, (amount + a - 1) / a)
                continue
            }
            let slope = cost * otherSize * b - otherCost * size * a
            let slack = room * size * otherSize * b - otherCost * size * amount
            if slope > 0 {
                guard slack >= 0 else { return nil }
                upper = Swift.min(upper, slack / slope)
            } else if slope < 0 {
                let needed = slack >= 0 ? 0 : (-slack - slope - 1) / -slope
                lower = Swift.max(lower, needed)
            } else if slack < 0 {
                return nil
            }
        }
        guard lower <= upper else { return nil }
        return Int(lower)...Int(upper)
    }
}

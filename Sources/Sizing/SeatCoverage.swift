package import Quantities

/// Holds how much one person works in a week.
package struct WorkingWeek: Sendable, Hashable {
    /// Contract hours a week, above 0, at most 168.
    package let hours: ExactDecimal
    /// The part of them spent on the seat, after leave, training and illness; above 0, at most 1.
    package let productiveShare: ExactDecimal

    /// Creates a working week.
    ///
    /// - Throws: `SizingError.weekOutOfRange`.
    package init(hours: ExactDecimal, productiveShare: ExactDecimal) throws(SizingError) {
        guard !hours.isNegative, !hours.isZero, hours <= ExactDecimal(168) else {
            throw .weekOutOfRange(name: "weekly hours", value: hours)
        }
        guard !productiveShare.isNegative, !productiveShare.isZero, productiveShare <= .one
        else { throw .weekOutOfRange(name: "productive share", value: productiveShare) }
        self.hours = hours
        self.productiveShare = productiveShare
    }
}

/// Holds the seats of one post: how many, how long they are held, and by how many people at once.
///
///     // One seat around the clock: 168 / (37.5 × 0.85) = 5.2705... people, 5271 milliFTE.
///     try SeatCoverage(seats: 1, hoursPerWeek: ExactDecimal(168)).milliFTE(week)
package struct SeatCoverage: Sendable, Hashable {
    /// Hours of a week that a seat around the clock is held.
    package static let aroundTheClock = ExactDecimal(168)

    /// How many seats, 0 or more.
    package let seats: Int
    /// Hours of a week that each seat is held, above 0, at most 168.
    package let hoursPerWeek: ExactDecimal
    /// How many people hold a seat at once: 2 where nobody may act alone.
    package let personsPerSeat: Int

    /// Creates a coverage.
    ///
    /// - Throws: `SizingError.negativeCount`, `SizingError.weekOutOfRange`.
    package init(
        seats: Int, hoursPerWeek: ExactDecimal = aroundTheClock, personsPerSeat: Int = 1
    ) throws(SizingError) {
        guard seats >= 0 else { throw .negativeCount(name: "seats", value: seats) }
        guard personsPerSeat >= 0 else {
            throw .negativeCount(name: "persons per seat", value: personsPerSeat)
        }
        guard !hoursPerWeek.isNegative, !hoursPerWeek.isZero, hoursPerWeek <= ExactDecimal(168)
        else { throw .weekOutOfRange(name: "hours of a seat", value: hoursPerWeek) }
        self.seats = seats
        self.hoursPerWeek = hoursPerWeek
        self.personsPerSeat = personsPerSeat
    }

    /// Returns how many people the seats take, exactly.
    ///
    /// - Throws: `QuantityError.overflow`.
    package func people(_ week: WorkingWeek) throws(QuantityError) -> ExactRatio {
        let worked = try week.hours.multiplied(by: week.productiveShare)
        let held = try hoursPerWeek.multiplied(by: ExactDecimal(seats))
            .multiplied(by: ExactDecimal(personsPerSeat))
        return try ExactRatio(held).divided(by: ExactRatio(worked))
    }

    /// Returns how many thousandths of a person the seats take, rounded up once.
    ///
    /// - Throws: `QuantityError.overflow`.
    package func milliFTE(_ week: WorkingWeek) throws(QuantityError) -> Int64 {
        try people(week).multiplied(by: ExactRatio(1000)).ceiling()
    }

    /// Returns the whole heads that cover posts which people of one pool share.
    ///
    /// Only the sum is rounded up: two posts of 5271 milliFTE take 11 heads, not twice 6.
    ///
    /// - Throws: `QuantityError.overflow`.
    package static func wholeHeads(
        coveringMilliFTE posts: [Int64]
    ) throws(QuantityError) -> Int64 {
        var sum = ExactRatio.zero
        for post in posts { sum = try sum.adding(ExactRatio(post)) }
        return try sum.divided(by: ExactRatio(1000)).ceiling()
    }
}

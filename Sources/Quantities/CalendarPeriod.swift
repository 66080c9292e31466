/// Holds a length of calendar time: whole years, months, weeks and days.
///
/// A period has no length in days until it starts somewhere, so there is no order: compare with
/// `isAtMost(_:from:)`. Equality is by parts, P1Y and P12M are two values.
package struct CalendarPeriod: Sendable, Hashable {
    /// Whole years.
    package let years: Int
    /// Whole months.
    package let months: Int
    /// Whole weeks.
    package let weeks: Int
    /// Whole days.
    package let days: Int

    /// The largest number that any part may have.
    package static let maximumPart = 999_999

    /// Creates a period.
    ///
    /// - Precondition: each part lies in 0...999999.
    package init(years: Int = 0, months: Int = 0, weeks: Int = 0, days: Int = 0) {
        let known = 0...CalendarPeriod.maximumPart
        precondition(
            known.contains(years) && known.contains(months) && known.contains(weeks)
                && known.contains(days), "a part of a period is out of range")
        self.years = years
        self.months = months
        self.weeks = weeks
        self.days = days
    }

    /// The whole length in months, or nil when the period has weeks or days.
    package var totalMonths: Int? {
        wholeDays == 0 ? wholeMonths : nil
    }

    /// The most days that the period can have: a year of 366 days, else months of 31.
    package var daysAtMost: Int { years * 366 + months * 31 + weeks * 7 + days }

    /// The fewest days that the period can have: a year of 365 days, months of 28.
    package var daysAtLeast: Int { years * 365 + months * 28 + weeks * 7 + days }

    /// Whether the period has no length.
    package var isZero: Bool { wholeMonths == 0 && wholeDays == 0 }

    /// Tells whether this period, started on `start`, ends no later than `other` started there.
    ///
    /// - Throws: `dateOutOfRange` when either end leaves the known years.
    package func isAtMost(
        _ other: CalendarPeriod, from start: CalendarDate
    ) throws(QuantityError) -> Bool {
        try start.adding(self) <= start.adding(other)
    }

    var wholeMonths: Int { years * 12 + months }

    var wholeDays: Int { weeks * 7 + days }
}

extension CalendarPeriod: CustomStringConvertible {
    /// The period as ISO 8601, such as "P3Y6M"; no length is "P0D".
    package var description: String {
        let parts = [(years, "Y"), (months, "M"), (weeks, "W"), (days, "D")]
        let written = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
        return written.isEmpty ? "P0D" : "P" + written.joined()
    }
}

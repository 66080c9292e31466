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

    /// Days that the period never exceeds: 366 for every twelve months, 31 for each month beside.
    ///
    ///     CalendarPeriod(months: 14).daysAtMost  // 366 + 2 * 31 = 428, as of P1Y2M
    package var daysAtMost: Int { wholeMonths / 12 * 366 + wholeMonths % 12 * 31 + wholeDays }

    /// Days that the period always has: 365 for every twelve months, 28 for each month beside.
    package var daysAtLeast: Int { wholeMonths / 12 * 365 + wholeMonths % 12 * 28 + wholeDays }

    /// Tells whether this period is never longer than `other`, whatever the day they start.
    ///
    ///     CalendarPeriod(months: 12).isNeverLonger(than: CalendarPeriod(years: 1))  // true
    package func isNeverLonger(than other: CalendarPeriod) -> Bool {
        if wholeDays <= other.wholeDays, wholeMonths <= other.wholeMonths { return true }
        return daysAtMost <= other.daysAtLeast
    }

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

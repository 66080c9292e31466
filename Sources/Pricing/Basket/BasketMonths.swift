import Quantities

/// The months of the calendar that a time touches, with the days of each.
struct BasketMonth: Sendable, Hashable {
    /// First day of the month in the calendar.
    let start: CalendarDate
    /// First day that counts.
    let from: CalendarDate
    /// First day that no longer counts.
    let to: CalendarDate

    /// Days of the month in the calendar.
    var length: Int { CalendarDate.days(inMonth: start.month, year: start.year) }
    /// Days that count.
    var days: Int { from.days(until: to) }
    /// Whether every day counts.
    var isWhole: Bool { days == length }
}

/// Cuts times into months.
enum BasketMonths {
    /// Months that a row may span at most.
    static let most = 600

    /// Whole months from one day to another: those whose day of the month has come.
    static func elapsed(_ from: CalendarDate, _ to: CalendarDate) -> Int {
        (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
    }

    /// Months that a time touches.
    static func count(_ from: CalendarDate, _ to: CalendarDate) -> Int {
        let months = (to.year - from.year) * 12 + to.month - from.month
        return to.day > 1 ? months + 1 : months
    }

    /// The months from one day up to, not on, another.
    static func of(_ from: CalendarDate, _ to: CalendarDate) -> [BasketMonth] {
        var months: [BasketMonth] = []
        var year = from.year
        var month = from.month
        while let start = CalendarDate(year: year, month: month, day: 1), start < to {
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
            let end = CalendarDate(year: year, month: month, day: 1) ?? to
            months.append(BasketMonth(start: start, from: max(from, start), to: min(to, end)))
        }
        return months
    }
}

import Quantities

/// Reads days as price sheets write them.
enum SheetDate {
    /// A day, or that the sheet means "no end" or "no beginning" by it.
    enum Reading: Equatable {
        case day(CalendarDate)
        /// A year far off, such as 9999 or 0001.
        case open
        case none
    }

    /// Reads the day of `2026-10-01T00:00:00Z`, `2026-10-01` or `9/2/2023` (month first).
    static func first(_ text: String) -> Reading {
        if let date = try? CalendarDate(parsing: text.prefix(10)) { return .day(date) }
        if let year = Int(text.prefix(4)), text.utf8.count >= 10, !CalendarDate.years.contains(year)
        {
            return .open
        }
        let parts = text.prefix { $0 != " " }.split(separator: "/").map { Int($0) }
        if parts.count == 3, let month = parts[0], let day = parts[1], let year = parts[2],
            let date = CalendarDate(year: year, month: month, day: day)
        {
            return .day(date)
        }
        return .none
    }

    /// Reads an end that is the last minute in which a price holds: the day after it, unless the
    /// time is midnight.
    static func end(_ text: String) -> Reading {
        guard case .day(let date) = first(text) else { return first(text) }
        let time = text.dropFirst(10)
        guard time.hasPrefix("T"), !time.hasPrefix("T00:00") else { return .day(date) }
        guard let next = try? date.adding(days: 1) else { return .open }
        return .day(next)
    }
}

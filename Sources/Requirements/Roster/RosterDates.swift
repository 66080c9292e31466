import Diagnostics
import LocatedInput
import Quantities

/// Reads the dates that spreadsheets write: 2027-03-31, 31/03/2027, 31.3.2027, 31-03-2027.
///
/// Where day and month could each be the other, the date is a finding unless the user says that
/// all dates begin with the day.
package struct RosterDates: Sendable {
    /// How dates are to be read that are not written as ISO 8601 has it.
    package enum Order: String, CaseIterable, Sendable {
        /// Only where no other reading is possible.
        case unambiguous
        /// The day comes first.
        case dayFirst = "day-first"
    }

    private let order: Order

    /// Creates a reader of dates.
    package init(_ order: Order) { self.order = order }

    /// Reads a date, or reports why it is none.
    func read(_ cell: Located<String>, _ key: String, into collector: FindingCollector)
        -> CalendarDate?
    {
        if let date = CalendarDate(inputText: cell.value) { return date }
        guard let (first, second, year) = Self.parts(of: cell.value) else {
            report(cell, key, collector)
            return nil
        }
        let dayFirst = CalendarDate(year: year, month: second, day: first)
        let monthFirst = CalendarDate(year: year, month: first, day: second)
        switch (dayFirst, monthFirst) {
        case (let date?, let other?) where order == .dayFirst || date == other: return date
        case (let date?, nil): return date
        case (.some, .some):
            collector.report(
                .rosterAmbiguousDate, "the day of '\(key)' could be its month", at: cell.location,
                help: "write it as 2027-03-31, or say --dates day-first if every date of the file "
                    + "begins with the day")
            return nil
        case (nil, _):
            report(cell, key, collector)
            return nil
        }
    }

    private func report(_ cell: Located<String>, _ key: String, _ collector: FindingCollector) {
        collector.report(
            .inputNotADate,
            "expected a date like 2027-03-31 for '\(key)', found "
                + collector.quote(cell.value, at: cell.location), at: cell.location,
            help: "a date has a year of four digits; the month never comes first")
    }

    /// Three numbers with the same sign between them, the year last.
    private static func parts(of text: String) -> (first: Int, second: Int, year: Int)? {
        for sign in ["/", ".", "-"] as [Character] {
            let parts = text.split(separator: sign, omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2,
                parts[2].utf8.count == 4,
                parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
                let first = Int(parts[0]), let second = Int(parts[1]), let year = Int(parts[2])
            else { continue }
            return (first, second, year)
        }
        return nil
    }
}

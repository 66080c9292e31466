import Quantities
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        "1900-01-01", "2000-02-29", "2024-02-29", "2026-11-24", "2100-02-28", "2200-12-31",
    ])
    func `a day is read and shown alike`(text: String) throws {
        #expect(try CalendarDate(parsing: text).description == text)
    }

    @Test(arguments: [
        "", "2026-02-30", "2026-02-29", "2100-02-29", "1900-02-29", "2026-13-01", "2026-00-10",
        "2026-04-31", "2026-01-00", "1899-12-31", "2201-01-01", "2026-1-1", "26-01-01",
        "2026/01/01", "20260101", " 2026-01-01", "2026-01-01 ", "2026-01-01T00:00", "+026-01-01",
        "2026-٠1-01", "0000-00-00",
    ])
    func `what is no day is refused with its text`(text: String) {
        #expect(throws: QuantityError.invalidDate(text)) { try CalendarDate(parsing: text) }
    }

    @Test(arguments: [
        ("2026-01-31", "P1M", "2026-02-28"), ("2024-01-31", "P1M", "2024-02-29"),
        ("2026-03-31", "P1M", "2026-04-30"), ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-02-29", "P4Y", "2028-02-29"), ("2026-11-30", "P3M", "2027-02-28"),
        ("2026-12-31", "P2M", "2027-02-28"), ("2026-12-15", "P1M", "2027-01-15"),
        ("2027-07-01", "P3Y", "2030-07-01"), ("2026-01-31", "P1M1D", "2026-03-01"),
        ("2026-02-27", "P1W", "2026-03-06"), ("2026-12-31", "P1D", "2027-01-01"),
        ("2026-05-10", "P0D", "2026-05-10"), ("2026-01-31", "P1M0D", "2026-02-28"),
    ])
    func `a period later is the same day or the last of the month`(
        start: String, period: String, end: String
    ) throws {
        let moved = try CalendarDate(parsing: start).adding(CalendarPeriod(parsing: period))
        #expect(moved.description == end)
    }

    @Test(arguments: [
        ("2026-03-31", "P1M", "2026-02-28"), ("2026-01-15", "P1M", "2025-12-15"),
        ("2026-11-24", "P24M", "2024-11-24"), ("2024-02-29", "P1Y", "2023-02-28"),
        ("2027-01-01", "P1D", "2026-12-31"), ("2026-01-01", "P1W", "2025-12-25"),
    ])
    func `a period earlier is the same day or the last of the month`(
        start: String, period: String, end: String
    ) throws {
        let moved = try CalendarDate(parsing: start).subtracting(CalendarPeriod(parsing: period))
        #expect(moved.description == end)
    }

    @Test func `leaving the known years is an error at both ends`() throws {
        let first = try CalendarDate(parsing: "1900-01-01")
        let last = try CalendarDate(parsing: "2200-12-31")
        let longest = CalendarPeriod(
            years: CalendarPeriod.maximumPart, months: CalendarPeriod.maximumPart,
            weeks: CalendarPeriod.maximumPart, days: CalendarPeriod.maximumPart)
        for step in [1, Int.max] {
            #expect(throws: QuantityError.dateOutOfRange) { try last.adding(days: step) }
            #expect(throws: QuantityError.dateOutOfRange) { try first.adding(days: -step) }
        }
        #expect(throws: QuantityError.dateOutOfRange) { try first.adding(days: Int.min) }
        #expect(throws: QuantityError.dateOutOfRange) { try first.adding(longest) }
        #expect(throws: QuantityError.dateOutOfRange) { try last.subtracting(longest) }
        #expect(throws: QuantityError.dateOutOfRange) {
            try first.subtracting(CalendarPeriod(months: 1))
        }
        #expect(throws: QuantityError.dateOutOfRange) {
            try last.adding(CalendarPeriod(months: 1))
        }
        #expect(try first.adding(days: 109_937) == last)
        #expect(first.days(until: last) == 109_937)
    }

    @Test func `every day of three centuries follows the one before`() throws {
        var day = try CalendarDate(parsing: "1900-01-01")
        var count = 0
        while day.year < 2200 {
            let next = try day.adding(days: 1)
            let expected =
                CalendarDate(year: day.year, month: day.month, day: day.day + 1)
                ?? CalendarDate(year: day.year, month: day.month + 1, day: 1)
                ?? CalendarDate(year: day.year + 1, month: 1, day: 1)
            guard next == expected, day < next, day.days(until: next) == 1 else {
                Issue.record("\(day) is followed by \(next)")
                return
            }
            day = next
            count += 1
        }
        // 300 years of 365 days; 75 of them divide by 4, of which 1900 and 2100 are no leap years.
        #expect(count == 300 * 365 + 73)
    }

    @Test func `days between are counted with their sign`() throws {
        let one = try CalendarDate(parsing: "2026-11-24")
        let two = try CalendarDate(parsing: "2027-11-24")
        #expect(one.days(until: two) == 365)
        #expect(two.days(until: one) == -365)
        #expect(one.days(until: one) == 0)
    }

    @Test func `days are ordered by the calendar`() throws {
        let texts = ["2026-12-31", "2027-01-01", "2026-02-10", "2026-11-02"]
        let sorted = try texts.map { try CalendarDate(parsing: $0) }.sorted()
        #expect(
            sorted.map(\.description) == ["2026-02-10", "2026-11-02", "2026-12-31", "2027-01-01"])
    }
}

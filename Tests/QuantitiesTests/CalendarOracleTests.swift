import Foundation
import Quantities
import Testing
import TestSupport

/// Compares with Foundation's calendar, which shares no code with this room.
@Suite struct CalendarOracleTests {
    private let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
        return calendar
    }()

    @Test(arguments: [UInt64(131), 132, 133])
    func `periods added agree`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let start = try randomDate(&generator)
            let period = CalendarPeriod(
                years: Int.random(in: 0...60, using: &generator),
                months: Int.random(in: 0...40, using: &generator))
            let days = Int.random(in: -800...800, using: &generator)
            let ours = try start.adding(period).adding(days: days)
            // Years and months in one step, as a period is one length: P1Y1M is 13 months.
            let months = period.years * 12 + period.months
            let moved = try #require(
                calendar.date(byAdding: .month, value: months, to: foundation(start)))
            let theirs = try #require(calendar.date(byAdding: .day, value: days, to: moved))
            #expect(ours.description == text(theirs), "\(start) \(period) \(days)")
        }
    }

    @Test(arguments: [UInt64(134), 135])
    func `periods taken away and days between agree`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let (one, two) = (try randomDate(&generator), try randomDate(&generator))
            let theirs = calendar.dateComponents(
                [.day], from: try foundation(one), to: try foundation(two))
            #expect(one.days(until: two) == theirs.day, "\(one) \(two)")
            let months = Int.random(in: 0...600, using: &generator)
            let earlier = try one.subtracting(CalendarPeriod(months: months))
            let expected = try #require(
                calendar.date(byAdding: .month, value: -months, to: foundation(one)))
            #expect(earlier.description == text(expected), "\(one) \(months)")
        }
    }

    private func randomDate(_ generator: inout SeededGenerator) throws -> CalendarDate {
        let month = Int.random(in: 1...12, using: &generator)
        let year = Int.random(in: 1960...2080, using: &generator)
        // The ends of months are where calendars differ: half of the days are 28 or later.
        let lastDay = CalendarDate.days(inMonth: month, year: year)
        let first = Bool.random(using: &generator) ? 1 : 28
        let day = Int.random(in: first...lastDay, using: &generator)
        return try #require(CalendarDate(year: year, month: month, day: day))
    }

    private func foundation(_ date: CalendarDate) throws -> Date {
        let parts = DateComponents(year: date.year, month: date.month, day: date.day)
        return try #require(calendar.date(from: parts))
    }

    private func text(_ date: Date) -> String {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        let numbers = [parts.month, parts.day].map { (number: Int?) -> String in
            let number = number ?? 0
            return number < 10 ? "0\(number)" : "\(number)"
        }
        return "\(parts.year ?? 0)-\(numbers.joined(separator: "-"))"
    }
}

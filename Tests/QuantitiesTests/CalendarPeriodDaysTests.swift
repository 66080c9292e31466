import Quantities
import TestSupport
import Testing

/// Days of a period that starts on no known day.
struct CalendarPeriodDaysTests {
    @Test(arguments: [
        ("P0D", 0, 0), ("P14D", 14, 14), ("P2W", 14, 14), ("P1M", 28, 31), ("P2M", 56, 62),
        ("P1Y", 365, 366), ("P12M", 365, 366), ("P14M", 421, 428), ("P1Y2M", 421, 428),
        ("P120M", 3650, 3660), ("P10Y", 3650, 3660), ("P1Y1M1W1D", 401, 405),
    ])
    func `the days that a period has at least and at most`(
        text: String, least: Int, most: Int
    ) throws {
        let period = try CalendarPeriod(parsing: text)
        #expect(period.daysAtLeast == least)
        #expect(period.daysAtMost == most)
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `whatever the day it starts, a period lies between the two`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let period = Self.period(&generator)
            let start = try Self.day(&generator)
            let days = start.days(until: try start.adding(period))
            #expect(
                (period.daysAtLeast...period.daysAtMost).contains(days),
                "seed \(seed): \(period) from \(start) has \(days) days")
        }
    }

    @Test(arguments: [
        ("P14D", "P14D", true), ("P14D", "P2W", true), ("P15D", "P2W", false),
        ("P1M", "P1M", true), ("P12M", "P1Y", true), ("P1Y", "P12M", true),
        ("P28D", "P1M", true), ("P29D", "P1M", false), ("P1M", "P31D", true),
        ("P1M", "P30D", false), ("P1Y", "P366D", true), ("P1Y", "P365D", false),
        ("P1M1D", "P2M", true),
    ])
    func `which period is never longer than another`(
        one: String, other: String, expected: Bool
    ) throws {
        let (first, second) = (try CalendarPeriod(parsing: one), try CalendarPeriod(parsing: other))
        #expect(first.isNeverLonger(than: second) == expected)
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `a period that is never longer ends no later from any day`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let (one, other) = (Self.period(&generator), Self.period(&generator))
            guard one.isNeverLonger(than: other) else { continue }
            let start = try Self.day(&generator)
            #expect(
                try one.isAtMost(other, from: start), "seed \(seed): \(one), \(other), \(start)")
        }
    }

    private static func period(_ generator: inout SeededGenerator) -> CalendarPeriod {
        CalendarPeriod(
            years: Int.random(in: 0...4, using: &generator),
            months: Int.random(in: 0...30, using: &generator),
            weeks: Int.random(in: 0...3, using: &generator),
            days: Int.random(in: 0...40, using: &generator))
    }

    private static func day(_ generator: inout SeededGenerator) throws -> CalendarDate {
        let first = try CalendarDate(parsing: "1996-01-01")
        return try first.adding(
            CalendarPeriod(days: Int.random(in: 0...12_000, using: &generator)))
    }
}

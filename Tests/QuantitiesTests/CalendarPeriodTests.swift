import Quantities
import Testing

@Suite struct CalendarPeriodTests {
    @Test(arguments: ["P3Y", "P18M", "P2W", "P14D", "P1Y6M", "P1Y2M3W4D", "P0D", "P999999D"])
    func `a period is read and shown alike`(text: String) throws {
        #expect(try CalendarPeriod(parsing: text).description == text)
    }

    @Test(arguments: [
        "", "P", "3Y", "p3Y", "P3y", "P3", "PY", "P-3Y", "+P3Y", "-P3Y", "P1.5Y", "P1,5Y", "P 3Y",
        "P3Y ", "P3YM", "P6M3Y", "P3Y3Y", "P1D1W", "PT6H", "P1DT6H", "P03Y", "P1000000D", "P٣Y",
        "P3H",
    ])
    func `what is no whole period is refused with its text`(text: String) {
        #expect(throws: QuantityError.invalidPeriod(text)) { try CalendarPeriod(parsing: text) }
    }

    @Test(arguments: [("P3Y", 36), ("P18M", 18), ("P1Y6M", 18), ("P0M", 0), ("P0D", 0)])
    func `a period without weeks and days has whole months`(text: String, months: Int) throws {
        #expect(try CalendarPeriod(parsing: text).totalMonths == months)
    }

    @Test(arguments: ["P1D", "P2W", "P1Y1D"])
    func `a period with weeks or days has none`(text: String) throws {
        #expect(try CalendarPeriod(parsing: text).totalMonths == nil)
    }

    @Test(arguments: [
        ("P30D", "P1M", "2026-01-15", true), ("P30D", "P1M", "2026-02-01", false),
        ("P28D", "P1M", "2026-02-01", true), ("P12M", "P1Y", "2024-02-29", true),
        ("P1Y", "P12M", "2024-02-29", true), ("P365D", "P1Y", "2023-03-01", true),
        ("P366D", "P1Y", "2023-03-01", true), ("P366D", "P1Y", "2024-03-01", false),
    ])
    func `which of two periods is longer depends on the day they start`(
        one: String, two: String, start: String, isAtMost: Bool
    ) throws {
        let (first, second) = (
            try CalendarPeriod(parsing: one), try CalendarPeriod(parsing: two)
        )
        let day = try CalendarDate(parsing: start)
        #expect(try first.isAtMost(second, from: day) == isAtMost)
    }

    @Test func `equality is by parts`() throws {
        #expect(try CalendarPeriod(parsing: "P1Y") != CalendarPeriod(parsing: "P12M"))
        #expect(try CalendarPeriod(parsing: "P0M") == CalendarPeriod())
        #expect(CalendarPeriod().isZero)
    }
}

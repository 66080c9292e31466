import Quantities
import Sizing
import Testing

@Suite struct SeatCoverageTests {
    private func week(
        _ hours: String = "37.5", share: String = "0.85"
    ) throws -> WorkingWeek {
        try WorkingWeek(
            hours: ExactDecimal(parsing: hours), productiveShare: ExactDecimal(parsing: share))
    }

    @Test func `a seat around the clock takes 5.27 people`() throws {
        let seat = try SeatCoverage(seats: 1)
        // 168 / 31.875 = 1344/255 = 448/85 = 5.27058...
        #expect(try seat.people(week()).description == "448/85")
        #expect(try seat.people(week()).rounded(toScale: 2, mode: .halfUp).description == "5.27")
        #expect(try seat.milliFTE(week()) == 5271)
    }

    @Test func `two people at once double it before it is rounded`() throws {
        // 2 × 5,270.588 = 10,541.176, not twice 5,271.
        #expect(try SeatCoverage(seats: 1, personsPerSeat: 2).milliFTE(week()) == 10_542)
        #expect(try SeatCoverage(seats: 2).milliFTE(week()) == 10_542)
        #expect(try SeatCoverage(seats: 2, personsPerSeat: 2).milliFTE(week()) == 21_083)
    }

    @Test func `a seat of one working week takes one productive person`() throws {
        let seat = try SeatCoverage(seats: 1, hoursPerWeek: ExactDecimal(40))
        #expect(try seat.milliFTE(week("40", share: "1")) == 1000)
        #expect(try seat.milliFTE(week("40", share: "0.8")) == 1250)
    }

    @Test(
        arguments: [
            ([5271], 6), ([5271, 5271], 11), ([1000], 1), ([1001], 2), ([999, 1], 1), ([], 0),
            ([0], 0),
        ] as [([Int64], Int64)])
    func `heads are whole for the pool and not for each post`(
        posts: [Int64], heads: Int64
    ) throws {
        #expect(try SeatCoverage.wholeHeads(coveringMilliFTE: posts) == heads)
    }

    @Test func `sums past 64 bits are whole heads or an overflow`() throws {
        // 3 × (2^63 − 1) / 1000 still fits.
        let posts = Array(repeating: Int64.max, count: 3)
        #expect(
            try SeatCoverage.wholeHeads(coveringMilliFTE: posts) == 27_670_116_110_564_328)
    }

    @Test(arguments: ["0", "-1", "168.1"])
    func `hours outside a week are refused`(hours: String) throws {
        let value = try ExactDecimal(parsing: hours)
        #expect(throws: SizingError.weekOutOfRange(name: "weekly hours", value: value)) {
            try week(hours)
        }
        #expect(throws: SizingError.weekOutOfRange(name: "hours of a seat", value: value)) {
            try SeatCoverage(seats: 1, hoursPerWeek: value)
        }
    }

    @Test(arguments: ["0", "-0.5", "1.01"])
    func `a share outside 0 to 1 is refused`(share: String) throws {
        let value = try ExactDecimal(parsing: share)
        #expect(throws: SizingError.weekOutOfRange(name: "productive share", value: value)) {
            try week(share: share)
        }
    }

    @Test func `counts below zero are refused`() {
        #expect(throws: SizingError.negativeCount(name: "seats", value: -1)) {
            try SeatCoverage(seats: -1)
        }
        #expect(throws: SizingError.negativeCount(name: "persons per seat", value: -2)) {
            try SeatCoverage(seats: 1, personsPerSeat: -2)
        }
    }
}

import Assembly
import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import LocatedInput
import Pricing
@testable import Proposals
import Quantities
import Requirements
import TestSupport
import Testing

/// What is noticed of steps and prices that end at the wrong side of a date.
struct TimingObservationTests {
    private func found(_ proposal: Proposal, _ kind: String) -> [Observation] {
        proposal.observations.filter { $0.kind == kind }
    }

    /// Judged on 2026-01-15, six months end on 2026-07-15.
    @Test(arguments: [("2026-07-14", true), ("2026-07-15", false)])
    func `a step that ends after the term begins is said`(start: String, isLate: Bool) throws {
        var ask = HallAsk()
        ask.term =
            "start: \(start), base: P3Y, options: [P1Y], evaluated: all, optionPrices: held"
        let late = try found(ask.propose(), "late-step")
        #expect(late.count == (isLate ? 1 : 0))
        #expect(late.allSatisfy { $0.paths == ["enclaves.core"] && $0.weight == .notice })
        #expect(
            late.first.map {
                $0.workings[0]
                    == "P6M from 2026-01-15 is 2026-07-15; days after 2026-07-14: 1"
            } ?? true)
    }

    /// The base ends on 2029-07-01, the option on 2030-07-01.
    @Test(arguments: [("2029-06-30", 2), ("2029-07-01", 1), ("2030-07-01", 0)])
    func `prices that end before what is bought at them are said`(
        end: String, lines: Int
    ) throws {
        var world = QuoteWorld()
        let list = "providers/aurelia/prices/list.csv"
        let head = "aggregation,source"
        world = try world.replacing(head, with: "aggregation,effectiveUntil,source", in: list)
        let rows = try #require(world.files[list]).split(separator: "\n").map(String.init)
        let fact = QuoteWorld.fact
        world.files[list] =
            rows.enumerated().map { index, row in
                guard index > 0 else { return row }
                let until = row.hasPrefix("store-") ? end : ""
                return row.dropLast(fact.count) + until + "," + fact
            }.joined(separator: "\n") + "\n"
        let notices = try found(world.propose(), "prices-end")
        // Two copies of the store, each a line a period.
        #expect(notices.flatMap(\.workings).count == lines * 2)
        #expect(notices.allSatisfy { $0.text.contains("end on \(end)") })
    }
}

import Pricing
import Quantities
import Testing

@Suite struct CommitmentPlanTests {
    @Test(arguments: [
        (12, 36, true), (12, 12, true), (36, 36, true), (1, 36, true), (18, 36, true),
        (36, 12, false), (12, 30, false), (36, 48, false), (12, 13, false), (12, 11, false),
        (12, 0, false), (0, 12, false), (-12, 12, false), (12, -12, false),
    ])
    func `a committed term must divide the period`(
        committed: Int, months: Int, applies: Bool
    ) {
        #expect(CommitmentPlan.committed(months: committed).applies(toMonths: months) == applies)
    }

    @Test(arguments: [0, 1, 13, 36])
    func `on demand fits every period`(months: Int) {
        #expect(CommitmentPlan.onDemand.applies(toMonths: months))
    }

    @Test(arguments: [("P1Y", 12), ("P36M", 36), ("P1Y6M", 18)])
    func `a period of whole months is a commitment`(text: String, months: Int) throws {
        let plan = try CommitmentPlan(committedFor: CalendarPeriod(parsing: text))
        #expect(plan == .committed(months: months))
    }

    @Test(arguments: ["P30D", "P4W", "P1Y1D", "P0D", "P0M"])
    func `other periods are none`(text: String) throws {
        let period = try CalendarPeriod(parsing: text)
        #expect(throws: PricingError.notWholeMonths(period)) {
            try CommitmentPlan(committedFor: period)
        }
    }
}

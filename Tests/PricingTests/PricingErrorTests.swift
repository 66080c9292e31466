import Pricing
import Quantities
import Testing

@Suite struct PricingErrorTests {
    static let cases: [(PricingError, String)] = [
        (
            PricingError.invalidSchedule([.noTiers, .blockNotPositive(.zero)]),
            "there is no tier; a price per 0 units is not per anything"
        ),
        (
            .invalidSchedule([
                .firstTierNotAtZero(from: .one), .tierNotAscending(number: 2, from: .one),
                .negativeAmount(number: 2, amount: ExactDecimal(-3)), .severalTiers(.flat),
                .blockWithoutUnits,
            ]),
            """
            the first tier starts at 1, not at 0; \
            tier 2 starts at 1, not above the tier before it; \
            the price -3 of tier 2 is below zero; \
            the model 'flat' has one price, not tiers; \
            a flat price is per month, not per number of units
            """
        ),
        (
            .invalidDiscount([
                .noSteps, .firstStepNotAtZero(fromMinorUnits: 5),
                .stepNotAscending(number: 2, fromMinorUnits: 5),
                .basisPointsOutOfRange(number: 1, basisPoints: -1),
            ]),
            """
            there is no step; \
            the first step starts at 5 minor units, not at 0; \
            step 2 starts at 5 minor units, not above the step before it; \
            the -1 basis points of step 1 lie outside 0 to 10000
            """
        ),
        (
            .invalidHeadCost(HeadCostFault.allCases),
            """
            the day rate is below zero; \
            the weekly hours are not above 0 and at most 168; \
            the productive share is not above 0 and at most 1; \
            the hours per day are not above 0 and at most 24; \
            the weeks per year are not above 0 and at most 53
            """
        ),
        (.negativeQuantity(ExactDecimal(-2)), "a quantity of -2 is below zero"),
        (.negativeMonths(-2), "-2 months are below zero"),
        (.negativeCount(-2), "a count of -2 is below zero"),
        (
            .notWholeMonths(CalendarPeriod(days: 30)),
            "P30D is not a whole number of months, at least one"
        ),
        (
            .commitmentDoesNotDivide(committedMonths: 36, months: 48),
            "a commitment of 36 months does not divide 48 months"
        ),
        (.monthsDoNotSum(parts: 3, whole: 4), "the parts have 3 months, the whole has 4"),
        (.duplicateRow("vm"), "the row 'vm' appears twice"),
        (.unknownLine("vm"), "there is no line 'vm'"),
        (.brokenIdentity("a equals b"), "the figures do not agree: a equals b"),
    ]

    @Test(arguments: cases)
    func `an error says what was wrong in one line`(error: PricingError, text: String) {
        #expect(error.description == text)
    }
}

extension FindingText {
    static let priceUnknownOffer = FindingText(
        "unknown offer",
        meaning: """
            A row of a basket names something that the catalog does not sell: the site is unknown,
            or its provider has neither a meter nor a machine nor a service of that name there.
            """,
        reason: """
            What is not found is not priced. A price of something similar would be a guess.
            """,
        example: "n2-standard-4@google-europe-southwest9",
        remedy: """
            Write a meter, a machine or a service, then '@' and a site. 'sovereign catalog search'
            finds them by a word.
            """)

    static let priceNegativeQuantity = FindingText(
        "quantity below zero",
        meaning: "A row of a basket asks for less than nothing.",
        reason: """
            Credits and refunds are amounts, not quantities: passed through tiers they would be
            priced at the rate of the lowest one, whatever was paid.
            """,
        example: "n2-standard-4@google-europe-southwest1,-3,2027-01-01,2028-01-01",
        remedy: "List a credit with its amount under 'credits' of the agreement.")

    static let priceEmptyTime = FindingText(
        "time without a day",
        meaning: """
            A row or a period ends on or before the day on which it begins, or spans more months
            than can be priced.
            """,
        reason: "Times are half-open: 'to' is the first day that is no longer priced.",
        example: "from 2027-01-01 to 2027-01-01",
        remedy: "Write the day after the last one: a year is 2027-01-01 to 2028-01-01.")

    static let priceDuplicateRow = FindingText(
        "two rows with one id",
        meaning: "Two rows of a basket have the same id.",
        reason: "Lines are named after their rows; an explanation could not tell which is meant.",
        example: "id,offer,… with 'app' twice",
        remedy: "Give each row an id of its own, or leave the column out; rows are then numbered.")

    static let priceBadAgreement = FindingText(
        "agreement that cannot hold",
        meaning: """
            A part of an agreement contradicts itself or leaves its range: shares that do not sum to
            one, a negotiated step that nobody approved, a level's price book below the list, tiers
            out of order, periods that overlap.
            """,
        reason: """
            Every cent of a price leads back to the agreement. What is not sound there would be
            wrong on every line.
            """,
        example: "indexation with fixed: \"0.2\" and one index of share \"0.7\"",
        remedy: "The message says what does not hold; write that part again as it is meant.")

    static let pricePlanDoesNotFit = FindingText(
        "term that does not fit",
        meaning: """
            A row asks for one commitment, and its time is not a whole number of that commitment's
            terms, or does not run over whole months.
            """,
        reason: """
            A term is paid in full. Priced by the month, its last part would be paid by nobody, and
            a plan that ends with the contract would be promised where none is sold.
            """,
        example: "plan P1Y from 2027-01-01 to 2029-07-01",
        remedy: """
            Write 'cheapest': whole terms are mixed with use without a term, at least cost.
            """)

    static let priceBelowFloor = FindingText(
        "price below its floor",
        meaning: "The steps of the agreement take a line below the least that it may cost.",
        reason: """
            A floor that stops is a hard one: cost or policy. It is passed only on the record, by a
            role that may.
            """,
        example: "floor: { percentOfList: \"70\", below: stop } and steps of 40 percent together",
        remedy: """
            Take off less, or record the waiver: below: waived, with approvedBy, reason and until.
            """)

    static let priceAmountsTooLarge = FindingText(
        "amount out of range",
        meaning: "An amount has more digits than exact arithmetic carries, or a rate is missing.",
        reason: "Nothing is rounded to make it fit: an overflow is an error, never a wrong cent.",
        example: "a quantity of 10^30 machines",
        remedy: "Look for a figure with digits too many, or add the missing rate to the agreement.")

    static let priceOutsidePeriods = FindingText(
        "time outside every period",
        meaning: "A part of a row's time lies in none of the agreement's periods.",
        reason: "It would be used and paid, and belong to no total.",
        example: "a row to 2031-01-01 where the last option ends on 2030-07-01",
        remedy: "Shorten the row, or add the period to the agreement.")
}

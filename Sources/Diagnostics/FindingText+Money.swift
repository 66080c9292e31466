extension FindingText {
    static let requirementNoSingleTax = FindingText(
        "no single tax for a budget",
        meaning: """
            A budget that includes tax, or is exempt from it, pays for enclaves on which different
            taxes fall, or whose tax the catalog does not know.
            """,
        reason: """
            Prices are net. A gross amount is an exact limit of net prices only where one rate
            falls on everything that it pays for.
            """,
        example: "tax: included, over one enclave with tax: standard and one with tax: exempt",
        remedy: """
            Give each part a budget of its own with enclaves:, or state the amount without tax.
            """)

    static let requirementDiscountsPassPrice = FindingText(
        "discounts take off more than the price",
        meaning: """
            The discounts that a contract adds for one provider at one level, its price programmes
            at their highest step included, take off more than the whole list price.
            """,
        reason: """
            With 'discounts: additive' each is a share of list spend, so their shares add up. A
            product that costs less than nothing would make the whole quote cheaper the more of it
            is bought.
            """,
        example: "two discounts of 60 percent at one provider, each for every level",
        remedy: """
            Give each discount the levels that it was agreed for, or let shares follow each other,
            as they do unless the contract adds them: 20 percent and then 10 percent of the rest are
            28 percent.
            """)
}

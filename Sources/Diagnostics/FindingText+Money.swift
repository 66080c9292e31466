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
}

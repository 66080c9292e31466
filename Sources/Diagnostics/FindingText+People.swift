extension FindingText {
    static let requirementUnknownRole = FindingText(
        "unknown role",
        meaning: "The catalog knows no role of that identifier.",
        reason: "What a person costs is looked up by country, role and level.",
        example: "role: operations-enginer",
        remedy: "Use an identifier that the help lists, or add the role and its rates.")

    static let requirementNoClearance = FindingText(
        "no clearance at this level",
        meaning: "People are asked who are cleared to a level that needs no clearance.",
        reason: """
            The owner of the level clears nobody for it: there is nothing to hold, to sponsor or
            to count.
            """,
        example: "people: [{ id: all, classification: DIFUSIÓN LIMITADA, heads: 10 }]",
        remedy: """
            Ask for these people as posts of an enclave, or name the level that they are cleared
            to.
            """)
}

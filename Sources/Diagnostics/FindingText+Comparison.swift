/// Texts of the codes CMP: evaluation plans, offers typed in, and what is compared.
extension FindingText {
    static let comparisonUnknownFormat = FindingText(
        "no file that can be compared",
        meaning: """
            A file is neither a quote, an offer, an evaluation plan nor an evaluation record of a
            form that this version knows.
            """,
        reason: "Figures read by the wrong rules look right and are not.",
        example: "offer: 2",
        remedy: """
            Name a quote that quote --output has written as .json, or a file that begins with
            offer: 1, plan: 1 or evaluation: 1.
            """)

    static let comparisonDuplicateID = FindingText(
        "stands twice",
        meaning: "Two offers, lines, criteria, gates or items of a comparison have the same id.",
        reason: "Scores and corrections name things by id, and could mean either.",
        example: "criteria:\n  - { id: quality, weight: 30 }\n  - { id: quality, weight: 30 }",
        remedy: "Give each an id of its own; of two quotes, rename one of the files.")

    static let comparisonUnknownReference = FindingText(
        "names nothing that exists",
        meaning: "A file names a period, an item, an offer or an objective that is not stated.",
        reason: "A price or a minimum that belongs to nothing would be left out in silence.",
        example: "amounts: { option-9: \"100.00\" }",
        remedy: "Correct the name, or state what it names.")

    static let comparisonBrokenPlan = FindingText(
        "an evaluation plan that cannot be applied",
        meaning: "A formula lacks what it needs, a scale has no length, or judgements contradict.",
        reason: "Whatever is filled in after offers are open is chosen by somebody who knows them.",
        example: "price: { weight: 40, formula: linear-to-budget }",
        remedy: "Complete the plan; its hash then stands in every result.")

    static let comparisonBrokenWeights = FindingText(
        "weights that do not make the whole",
        meaning:
            "The weights of price and criteria, or of objectives, do not add up to 100 percent.",
        reason: "Of two ways to mend them one may favour an offer.",
        example: "price: { weight: 40 }\ncriteria: [{ id: quality, weight: 50 }]",
        remedy: "Change a weight; that of the price counts too.")

    static let comparisonNoRate = FindingText(
        "no rate for a currency",
        meaning: "An offer is in a currency for which the comparison has no dated rate.",
        reason: "One offer at another day's rate can turn an order round.",
        example: "currency: KWD",
        remedy: "State the rate in the plan's exchangeRates, with its date and source.")

    static let comparisonBrokenOffer = FindingText(
        "an offer that cannot be compared",
        meaning:
            "A quote has no package, or a part of an offer has no price, term or tax that holds.",
        reason: "What has no price is never compared as if it cost nothing.",
        example: "tax: { basis: included }",
        remedy: "Complete the offer, or leave the file out.")

    static let comparisonUnknownCountry = FindingText(
        "no country to ask for",
        meaning: "A word of --countries or --reader is no country or organisation of the catalog.",
        reason: "A country left out in silence would look like one without an offer.",
        example: "--countries ES,PO",
        remedy: "Write codes of ISO 3166-1 in capitals, or the name of an organisation.")
}

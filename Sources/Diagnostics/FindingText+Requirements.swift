/// Texts of the codes REQ: what a customer asks.
extension FindingText {
    static let requirementUnknownFormat = FindingText(
        "unknown requirement format",
        meaning: """
            The first line of the requirement names a format that this version does not know.
            """,
        reason: "Reading it by other rules could change what is asked.",
        example: "requirement: 2",
        remedy: """
            Write requirement: 1, or use the version of sovereign that it was made for.
            """)

    static let requirementNothingAsked = FindingText(
        "nothing asked",
        meaning: "The requirement, or an enclave of it, asks for nothing.",
        reason: """
            An empty package costs nothing and helps nobody; a section is most likely missing.
            """,
        example: "enclaves: []",
        remedy: "List at least one enclave with at least one workload.")

    static let requirementDuplicateID = FindingText(
        "identifier stands twice",
        meaning: "Two parts of the requirement have the same identifier.",
        reason: "Answers refer to parts by identifier, and could mean either.",
        example: "workloads: [ { id: app }, { id: app } ]",
        remedy: "Give one of them another id.")

    static let requirementUnknownReference = FindingText(
        "unknown part of a requirement",
        meaning: """
            A part of the requirement refers to another part that does not exist.
            """,
        reason: "The constraint would be lost.",
        example: "with: ap",
        remedy: "Correct the spelling, or add the part.")

    static let requirementAbsurdQuantity = FindingText(
        "absurd quantity asked",
        meaning: """
            A quantity is negative, zero where something is asked, or far beyond any real
            system.
            """,
        reason: """
            It is most likely a slip of the keyboard, and would be priced as written.
            """,
        example: "vcpu: -4000",
        remedy: "Write the quantity that is meant. Quantities are per copy.")

    static let requirementBadAmount = FindingText(
        "not an amount of money",
        meaning: "A text is no amount of money in the currency of the requirement.",
        reason: """
            Separators and symbols are read differently in different countries.
            """,
        example: "amount: \"96.500.000,00\"",
        remedy: """
            Write digits with a point before the minor units, in quotes, and no separators of
            thousands.
            """)

    static let requirementNoCapacity = FindingText(
        "no capacity, or two",
        meaning: "A storage workload states no capacity, or states it twice.",
        reason: "How much is asked could only be guessed.",
        example: "{ id: lake, capability: storage.object }",
        remedy: """
            Write one of capacityGB, capacityTB, capacityPB (powers of ten) or capacityGiB,
            capacityTiB, capacityPiB (powers of two).
            """)

    static let requirementTermInPast = FindingText(
        "term before the judgement",
        meaning: "The term starts before the date as of which everything is judged.",
        reason:
            "A package cannot be offered for days that have passed; a date is most likely wrong.",
        example: "asOf: 2026-11-24 with term: { start: 2020-01-01, base: P3Y }",
        remedy: "Correct one of the two dates.")

    static let requirementAmbiguousWord = FindingText(
        "ambiguous word",
        meaning: "A word can be read in ways that cost differently.",
        reason: """
            Bidders would price different things. An award of ten thousand million dollars was
            stopped over one such word.
            """,
        example: "access: available",
        remedy: "Choose one of the readings that the help lists.")

    static let requirementUnknownCountry = FindingText(
        "unknown country",
        meaning: "A code names no country or organisation that the catalog knows.",
        reason: "Ladders, schemes and taxes belong to an owner.",
        example: "country: SPAIN",
        remedy: """
            Write the code of ISO 3166-1 in two capital letters, or add the country to the
            catalog.
            """)

    static let requirementUnknownLevel = FindingText(
        "unknown level",
        meaning: "The customer's ladder has no level of that name.",
        reason: "A level belongs to its owner; no other word may stand in for it.",
        example: "classification: DIFUSION RESTRINGIDA",
        remedy: "Use one of the owner's own markings, as the help lists them.")

    static let requirementForeignLevel = FindingText(
        "another owner's level",
        meaning: "The word is a level of another nation or organisation.",
        reason: """
            The same band, even the same word, is another level elsewhere, with other rules.
            """,
        example: "country: ES with classification: RESTREINT UE",
        remedy: """
            Write the customer's own marking; or name the owner of the information with owner:
            EU.
            """)

    static let requirementUnknownScheme = FindingText(
        "unknown accreditation scheme",
        meaning: "The catalog knows no accreditation scheme of that identifier.",
        reason: "An offer cannot be checked against a scheme that is not there.",
        example: "accreditation: [ens-alto]",
        remedy: """
            Use an identifier that the help lists, or add the scheme to the catalog with its
            source.
            """)

    static let requirementNoRate = FindingText(
        "no exchange rate",
        meaning: """
            The catalog has no dated exchange rate for a currency that is needed.
            """,
        reason: """
            A price that cannot be converted at a dated, sourced rate is no price.
            """,
        example: "currency: ARS",
        remedy: """
            Add the rate with date and source in an overlay, or ask for the quote in a
            currency that has one.
            """)
}

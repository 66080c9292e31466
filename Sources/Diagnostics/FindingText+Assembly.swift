/// Texts of the codes ASM: assembly problems.
extension FindingText {
    static let assemblyUnknownFormat = FindingText(
        "unknown assembly problem format",
        meaning: "The file names a format of assembly problems that this version does not know.",
        reason: "Solving it by other rules could give a package that breaks its own.",
        example: #""format": "assembly-problem/9""#,
        remedy: "Write the problem in a format that is read, such as assembly-problem/1.")

    static let assemblyDuplicateID = FindingText(
        "identifier stands twice in a list",
        meaning: """
            Two parts of one list have the same identifier. Option identifiers are unique in the
            whole file; an enclave has at most one place at a site.
            """,
        reason: "An answer names its parts by identifier, and could mean either.",
        example: #""sites": [{"id": "north", …}, {"id": "north", …}]"#,
        remedy: "Give one of them another identifier, or remove it.")

    static let assemblyUnknownReference = FindingText(
        "reference to nothing in a problem",
        meaning: "A part of the problem names a part that is not declared.",
        reason: "A rule about it could not be kept, or would be lost.",
        example: #"{"id": "web-1", "site": "nroth", "cost": 100}"#,
        remedy: "Correct the spelling, or declare what is named.")

    static let assemblyNegativeNumber = FindingText(
        "negative number of things",
        meaning: """
            A count, a capacity, a use or a bound on a count is below 0. Costs and measures may be
            negative, numbers of things may not.
            """,
        reason: "Nothing can be had a negative number of times.",
        example: #""capacity": {"vcpu": -1}"#,
        remedy: "Write 0 or more.")

    static let assemblyBrokenTiers = FindingText(
        "tiers of a discount out of order",
        meaning: """
            The tiers of a discount do not start from 0, do not ascend, or take less than 0 or more
            than 10000 basis points.
            """,
        reason: "It would not be clear which share applies to an amount.",
        example: #""tiers": [{"from": 100, "basisPoints": 500}]"#,
        remedy: "Begin with a tier from 0, with 0 basis points if it takes nothing, and ascend.")

    static let assemblyFallingMeasure = FindingText(
        "negative units of a discounted measure",
        meaning: "A part of the problem lowers a measure that a discount is worked out on.",
        reason: "The measure could fall below 0, where no tier applies.",
        example: #""measures": {"spend": -5}"#,
        remedy: "Use another measure for what lowers the sum, or 0.")

    static let assemblyReservedMeasure = FindingText(
        "total used as a measure",
        meaning: """
            The name total stands for the total of the package. Only a limit may name it; no part
            adds to it by a measure, and no discount is worked out on it or reduces it by name.
            """,
        reason: "The total already holds every cost and every discount.",
        example: #""measures": {"total": 5}"#,
        remedy: "Choose another name for the measure.")

    static let assemblyBrokenPair = FindingText(
        "pair that is not one",
        meaning: "A rule about two sites or two options names another number of them.",
        reason: "The rule says nothing about one alone, and nothing clear about three.",
        example: #""tooClose": [{"sites": ["north"]}]"#,
        remedy: "Name exactly two; write a rule for each pair.")

    static let assemblySumTooLarge = FindingText(
        "sum that could pass 2^63",
        meaning: """
            Numbers of the problem add up, at their largest counts and in ten-thousandths for money
            and measures, to 2^63 or more.
            """,
        reason: "Totals are kept exactly in 64 bits; beyond them they would be wrong.",
        example: #"{"id": "web-1", "site": "north", "cost": 9000000000000000}"#,
        remedy: "Use a larger unit, or counts that can really be reached.")
}

/// Texts of the codes PRO: quote files.
extension FindingText {
    static let proposalUnknownFormat = FindingText(
        "unknown quote format",
        meaning: "The file does not say that it is a quote of a form that this version knows.",
        reason: "Recomputing it by the rules of another form could pass a wrong quote.",
        example: "\"format\": \"sovereign-quote/2\"",
        remedy: "Use the version of sovereign that wrote the file.")

    static let proposalNoPackage = FindingText(
        "no package in the quote",
        meaning: "The file holds a refusal or an undecided search, not a package with a price.",
        reason: "There is no total to recompute.",
        example: "\"status\": \"refused\"",
        remedy: "Verify a quote whose status is package.")

    static let proposalBrokenPart = FindingText(
        "broken part of a quote",
        meaning: "A price list, a rate or an amount in the file is not one.",
        reason: "What cannot be read cannot be recomputed; the file was changed or cut short.",
        example: "\"tiers\": []",
        remedy: "Ask for the file again, or write the quote anew from its requirement.")

    static let proposalOtherRequirement = FindingText(
        "quote of another requirement",
        meaning: "A quote was given beside a requirement that it was not made of.",
        reason:
            "Its seats and platforms would be judged against other words than they were bought by.",
        remedy: "Quote the requirement again with --output, and give that file.")
}

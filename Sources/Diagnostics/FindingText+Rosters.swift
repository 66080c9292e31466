/// Texts of the codes CLR: people, facilities and systems of a roster.
extension FindingText {
    static let rosterDuplicateRow = FindingText(
        "row stands twice",
        meaning: "Two people, facilities or systems of a roster have the same id.",
        reason: """
            One person counted twice fills two posts. Answers name rows by id, and could mean
            either.
            """,
        example: "id,clearance\np01,HPS RESERVADO\np01,HPS SECRETO",
        remedy: "Delete one of the two rows, or give it another id.")

    static let rosterAmbiguousDate = FindingText(
        "day and month could be exchanged",
        meaning: "A date can be read with the day first and with the month first.",
        reason: """
            Read the wrong way, a clearance that has run out would count for months, or one that
            holds would not.
            """,
        example: "expires\n04/03/2027",
        remedy: """
            Write the date as 2027-03-04. Where every date of the file begins with the day, say
            so once with --dates day-first.
            """)

    static let rosterExpiredBeforeGranted = FindingText(
        "expires before it is granted",
        meaning: "A clearance ends on or before the day on which it begins.",
        reason: "It would hold on no day; one of the two dates is most likely a slip.",
        example: "granted,expires\n2027-03-04,2022-03-04",
        remedy: "Correct one of the two dates.")

    static let rosterUnknownLevel = FindingText(
        "unknown clearance or level",
        meaning: """
            The nation that is said to have granted a clearance has none of that name, and no
            level of that word.
            """,
        reason: """
            A level belongs to its owner: the same word means other things elsewhere, and a
            guess could let somebody in.
            """,
        example: "clearance,issuedBy\nCONFIDENTIAL,FR",
        remedy: """
            Write the clearance as its issuer names it, or the level as its owner marks it. A
            clearance for NATO or the EU is written with their word and the nation that granted
            it.
            """)

    static let rosterMixedScripts = FindingText(
        "letters of another script",
        meaning: "Among the letters of a word stand some that only look like Latin ones.",
        reason: "Nobody sees a Cyrillic letter among Latin ones; a program does not match it.",
        remedy: "Type the word anew.")

    static let rosterUnknownCountry = FindingText(
        "unknown country in a roster",
        meaning: "A code is no country's, or of a country whose ladder the catalog has not.",
        reason: "Nationality and issuer decide before any level is compared.",
        example: "nationalities\nSPA",
        remedy: "Write the code of ISO 3166-1 in two capital letters.")

    static let requirementUnknownCaveat = FindingText(
        "unknown caveat",
        meaning: "The owner of the information has no such release restriction in the catalog.",
        reason: "A caveat beats every clearance; one that is not understood would be lost.",
        example: "caveats: [AUSTEOO]",
        remedy: """
            Write it as the owner marks it, add it to the owner's file with its source, or list
            the nations to whose people the information may be shown in 'releasableTo'.
            """)
}

/// Text of the code CAT060: answers to open questions.
extension FindingText {
    static let catalogAnsweredElsewhere = FindingText(
        "answered in a catalog file",
        meaning: """
            A sheet of questions was filled in for a question whose answer is more than one row can
            say: it belongs into the catalog file that the row names.
            """,
        reason: "The answer would be lost.",
        example: "kind: catalog-file, subject: countries/ES.yaml, value: yes",
        remedy: "Put the fact into that file of an overlay, and leave the value of the row empty.")

    static let catalogDenialChangesNothing = FindingText(
        "a no that changes nothing",
        meaning: """
            A question of a sheet was answered with no, and no record of the catalog can hold that
            somebody denies it.
            """,
        reason: """
            What is not confirmed counts as unknown already, so the answer changes no verdict. It
            must not look as if it had.
            """,
        example: "kind: certificate, value: no",
        remedy: """
            Leave the value empty, and where the offers must not be used, take their services or
            sites out in an overlay.
            """)
}

/// Texts of the codes REQ060 to REQ062: settings on top of a requirement.
extension FindingText {
    static let requirementBadSetting = FindingText(
        "no setting",
        meaning: """
            The text is not a path, an equals sign and one value. A value is a word or number as in
            YAML, or a list or mapping in brackets; it stands on one line.
            """,
        reason: "Which part of the requirement should change could only be guessed.",
        example: "--set enclaves.limited.residency",
        remedy: "Write path=value, as in --set 'enclaves.limited.residency=[ES, PT]'.")

    static let requirementUnknownPath = FindingText(
        "path of a setting leads nowhere",
        meaning: """
            A part of the path is no key of the requirement there, and neither the id nor the
            position, from 0, of an element of the list. Only the last part may be a new key.
            """,
        reason: "A setting without effect would pass for one that changes nothing.",
        example: "--set enclaves.limitd.residency=[ES]",
        remedy: "Take the path from the requirement; a new section is set as a whole, in braces.")

    static let requirementPathTwice = FindingText(
        "setting replaces an earlier one",
        meaning: """
            Two settings lead to the same value, or the later one replaces a part of the
            requirement in which the earlier one set a value.
            """,
        reason: "One of the two would be lost without a word.",
        example: "--set currency=EUR --set currency=PLN",
        remedy: "Keep one of the two, or give the larger part first.")
}

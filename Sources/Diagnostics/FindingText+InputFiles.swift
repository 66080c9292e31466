/// Texts of INP001 to INP010: getting at the characters of a file.
extension FindingText {
    static let inputFileMissing = FindingText(
        "file not found",
        meaning: "There is no file at the path that was given or that another file refers to.",
        reason: "Leaving a named file out would change the answer without saying so.",
        example: "sovereign quote requirment.yaml",
        remedy: "Check the spelling of the path and the folder that the command runs in.")

    static let inputIsDirectory = FindingText(
        "a folder where a file is expected",
        meaning: "The path leads to a folder. A single file was expected there.",
        reason: "A folder has no text of its own to read.",
        example: "sovereign quote catalog/scenarios",
        remedy: "Name one of the files in the folder.")

    static let inputNotPermitted = FindingText(
        "no permission to read",
        meaning: "The file exists, but this user may not read it.",
        reason: "What cannot be read cannot be judged.",
        example: "chmod 000 requirement.yaml",
        remedy: "Ask the owner of the file for read access, or run as a user who has it.")

    static let inputTooLarge = FindingText(
        "file too large",
        meaning: "The file is larger than the limit for its kind. The limit is in the message.",
        reason: """
            No description of a requirement or catalog comes near the limit, so the file is most
            likely something else. The bound keeps any input from exhausting memory.
            """,
        remedy: """
            Check that the path is right. Split a table that really is this long into several files.
            """)

    static let inputNotUTF8 = FindingText(
        "not UTF-8",
        meaning: """
            The bytes at the place shown are not valid UTF-8. Often a spreadsheet saved the file in
            an older encoding, such as Windows-1252.
            """,
        reason: "Guessing an encoding turns names and levels into other names and levels.",
        example: "título: nube   (saved as ISO 8859-1)",
        remedy: """
            Save the file as UTF-8. Converters such as iconv do it for existing files: iconv -f
            WINDOWS-1252 -t UTF-8 old.csv > new.csv.
            """)

    static let inputEmpty = FindingText(
        "empty file",
        meaning: "The file has no content, or only white space and comments.",
        reason: "An empty file is more often a failed copy than an intended statement of nothing.",
        remedy: "Restore the content, or leave the file out.")

    static let inputNotRegularFile = FindingText(
        "not a regular file",
        meaning: "The path leads to a device, a pipe or a socket.",
        reason: """
            Such a source may never end or may block for ever, and reading it twice gives two
            answers.
            """,
        example: "sovereign quote /dev/stdin",
        remedy: "Write the content to a file first and name that file.")

    static let inputUnreadable = FindingText(
        "file cannot be read",
        meaning: """
            The operating system reported a failure while the file was opened or read. Its own words
            are in the message.
            """,
        reason: "A part of a file must not pass for the whole.",
        remedy: "Check the disk or network drive, then try again.")

    static let inputUnknownFormat = FindingText(
        "unknown file format",
        meaning: """
            The end of the file's name does not say how to read it. Known are .yaml, .yml, .json and
            .csv.
            """,
        reason: "The same text can mean different things in different formats.",
        example: "sovereign quote requirement.txt",
        remedy: "Rename the file to the ending of the format it is written in.")

    static let inputForbiddenCharacter = FindingText(
        "character not allowed",
        meaning: """
            The file has a control character other than tab and line end, or one of the rare Unicode
            line separators. They cannot be seen in an editor.
            """,
        reason: """
            Invisible characters make two words that look alike differ, and some of them change what
            a terminal shows.
            """,
        example: "site: madrid\\u0000",
        remedy: """
            Delete the character at the place shown. In YAML and JSON strings it can be written as
            an escape if it is really meant.
            """)
}

/// Texts of the codes CLI: words of the command line, and writing files.
extension FindingText {
    static let commandUnknownCode = FindingText(
        "no such code",
        meaning: "No finding of this version has the code that was asked for.",
        reason: "A text about some other code would explain the wrong mistake.",
        example: "sovereign explain CAT0012",
        remedy: "Copy the code from the brackets of a finding: error[CAT012].")

    static let commandNoCatalog = FindingText(
        "no catalog found",
        meaning: """
            No --catalog was given, and no folder named catalog that holds a catalog.yaml lies in
            the current folder, in one above it, or beside the program.
            """,
        reason: "Without a catalog there are no offers, no prices and no levels.",
        example: "cd / && sovereign catalog check",
        remedy: "Run the command where the catalog is, or name its folder with --catalog.")

    static let commandUnknownID = FindingText(
        "nothing has this id",
        meaning: """
            The quote holds no line, offer, demand or rule with the id that --explain names.
            """,
        reason: "An explanation of something near would answer another question.",
        example: "sovereign quote requirement.yaml --explain line-99",
        remedy: "Take the id from the quote, where each line and offer shows its own.")

    static let commandAmountsTooLarge = FindingText(
        "amounts too large",
        meaning: """
            Quantities, prices and term together lead to an amount that no exact number of the
            program can hold: more than nine quintillion cents.
            """,
        reason: "A rounded or wrapped amount would be a wrong one.",
        example: "vcpu: 900000000000000",
        remedy: "Look for a quantity with too many digits, or in the wrong unit.")

    static let commandUnknownFact = FindingText(
        "the catalog has no such fact",
        meaning: """
            No record of the catalog has the id that was asked for, and none has it as its name,
            its marking or an alias.
            """,
        reason: "A record that is merely near could be taken for the one that was meant.",
        example: "sovereign catalog show es-ens-lata",
        remedy: "Look for the words that you remember: sovereign catalog search ens alta.")

    static let commandUnknownField = FindingText(
        "no fact of the kind has this field",
        meaning: """
            A condition of --where or a column of --columns names a field that no record of the
            kind has.
            """,
        reason: """
            The condition would hold for nothing, or for everything, and the list would look like
            an answer.
            """,
        example: "sovereign catalog list sites --where contry=ES",
        remedy: """
            Take a field that a record of the kind shows, as sovereign catalog show prints them.
            """)

    static let outputNotWritten = FindingText(
        "output cannot be written",
        meaning: """
            The operating system refused to write the answer. Its own words are in the message. No
            file was left half-written: an output is written beside its place and then renamed.
            """,
        reason: "An answer that only seems to be there is worse than none.",
        remedy: "Check the disk or network drive, then run the command again.")

    static let outputNotPermitted = FindingText(
        "no permission to write",
        meaning: "This user may not create or replace the file.",
        reason: "The answer would be lost.",
        example: "sovereign quote requirement.yaml --output /quote.md",
        remedy: "Name a folder that this user may write to, or ask its owner for access.")

    static let outputDiskFull = FindingText(
        "disk full",
        meaning: """
            The disk, the user's share of it or the largest size of a file was used up before all
            of the output was written. Nothing of it was kept, and a file that stood at its place
            before still stands there unchanged.
            """,
        reason: "Half a quote can read like a whole one.",
        remedy: "Free some space or name a file on another disk.")

    static let outputIsFolder = FindingText(
        "a folder where a file is to be written",
        meaning: "The path of an output leads to a folder.",
        reason: "Under which name the file should stand there could only be guessed.",
        example: "sovereign quote requirement.yaml --output quotes",
        remedy: "Name the file too, as in quotes/quote.md.")

    static let outputFolderMissing = FindingText(
        "folder not found",
        meaning: "The folder in which an output is to be written does not exist.",
        reason: "A folder created from a mistyped path would hide the file.",
        example: "sovereign quote requirement.yaml --output qoutes/quote.md",
        remedy: "Check the spelling of the path, or create the folder.")

    static let outputOverInput = FindingText(
        "output would replace an input",
        meaning: "The path of an output is that of a file which the command reads.",
        reason: "The input would be lost, and the quote could not be made again.",
        example: "sovereign quote requirement.json --output requirement.json",
        remedy: "Give the output another name.")
}

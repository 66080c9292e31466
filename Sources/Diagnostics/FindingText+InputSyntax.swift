/// Texts of INP011 to INP022: the form of YAML, JSON and CSV.
extension FindingText {
    static let inputYAMLSyntax = FindingText(
        "YAML syntax",
        meaning: """
            The text is not well-formed YAML at the place shown. Common causes are a wrong
            indentation, a tab in the indentation, or a value with ': ' or ' #' in it that has no
            quotes.
            """,
        reason: "Reading stops where the structure is lost; what follows could mean anything.",
        example: "title: Ministry of Defence: combat cloud",
        remedy: """
            Compare the indentation with the lines above, and put quotes round values that hold
            special characters: title: "Ministry of Defence: combat cloud".
            """)

    static let inputJSONSyntax = FindingText(
        "JSON syntax",
        meaning: """
            The text is not JSON as RFC 8259 defines it. Comments, a comma after the last element,
            single quotes and numbers such as 007 or .5 are not part of JSON.
            """,
        reason: "Readers that forgive such slips differ in what they make of them.",
        example: "{\"sites\": [\"north\", \"south\",]}",
        remedy: "Correct the place shown; most editors mark JSON mistakes as they are typed.")

    static let inputCSVRaggedRow = FindingText(
        "row of another length",
        meaning: "The row has more or fewer cells than the header has columns.",
        reason: "A missing or additional comma shifts every later cell into the wrong column.",
        example: "id,country,city\nnorth,ES",
        remedy: """
            Add the missing cells (an empty one is just a comma), or put a cell that contains a
            comma in double quotes.
            """)

    static let inputCSVQuote = FindingText(
        "misplaced quote",
        meaning: """
            A cell starts with a double quote that is never closed, or a quote stands where none may
            stand.
            """,
        reason: "An unclosed quote swallows all rows up to the next quote.",
        example: "id,name\nnorth,\"Aurelia North",
        remedy: """
            Close the quote. A quote inside a quoted cell is written twice: "the ""north"" site".
            """)

    static let inputCSVHeader = FindingText(
        "unusable header",
        meaning: "The first row does not name every column, or names one twice.",
        reason: "Cells are found by the name of their column, never by its position.",
        example: "id,country,id",
        remedy: "Give every column one name of its own in the first row.")

    static let inputCSVSeparator = FindingText(
        "columns not separated by commas",
        meaning: """
            The first row has no comma but several semicolons or tabs: the file was most likely
            written by a spreadsheet in a country where the comma is the decimal sign.
            """,
        reason: "With another separator, commas inside numbers become ambiguous.",
        example: "id;country;rate",
        remedy: "Export the table again with the comma as separator and the point as decimal sign.")

    static let inputTooDeep = FindingText(
        "nested too deeply",
        meaning: "Lists and mappings are nested more deeply than the limit in the message.",
        reason: """
            No document of this product needs such depth; the bound keeps damaged or hostile files
            from exhausting the reader.
            """,
        example: "[[[[[[[[[[[[[[[[ …",
        remedy: "Check that the file is the one you meant; close brackets that were left open.")

    static let inputTooManyValues = FindingText(
        "too many values",
        meaning: "The document has more values than the limit in the message.",
        reason: "The bound keeps any input from exhausting memory.",
        remedy: "Split the document into several files.")

    static let inputAliasNotAllowed = FindingText(
        "alias not allowed",
        meaning: "The YAML text uses an alias (*name), which repeats a value written elsewhere.",
        reason: """
            A reader of the file should see each value where it holds. Chains of aliases can also
            grow a small file into billions of values.
            """,
        example: "primary: &site madrid\nsecondary: *site",
        remedy: "Write the value out: secondary: madrid. A text that starts with '*' needs quotes.")

    static let inputTagNotAllowed = FindingText(
        "tag not allowed",
        meaning: "The YAML text uses a tag (!name or !!name), which asks for a type.",
        reason: """
            Types follow from the key that a value is written at; a tag could only repeat or
            contradict that.
            """,
        example: "replicas: !!float 2",
        remedy: "Remove the tag. A text that starts with '!' needs quotes.")

    static let inputSeveralDocuments = FindingText(
        "several documents in one file",
        meaning: "The YAML file goes on after its first document with a line '---' or '...'.",
        reason: "Only one of the documents could be used, and nothing says which.",
        example: "title: one\n---\ntitle: two",
        remedy: "Keep one document a file.")

    static let inputKeyNotText = FindingText(
        "key is not a word",
        meaning: "The key of a YAML mapping is itself a list or a mapping.",
        reason: """
            Keys are names; a structure as key is nearly always a missing quote or a template that
            was not filled in.
            """,
        example: "{{ site }}: north",
        remedy: "Write a plain word as key, or put quotes round it.")

    static let inputNotAFolder = FindingText(
        "a file where a folder is expected",
        meaning: "The path leads to a file. A folder was expected there.",
        reason: "One file is no catalog.",
        example: "sovereign catalog check catalog/catalog.yaml",
        remedy: "Name the folder that holds the file.")

    static let inputFolderTooLarge = FindingText(
        "folder too large",
        meaning: """
            The folder holds more files, more bytes or deeper folders than any catalog needs. The
            limit is in the message.
            """,
        reason: """
            Most likely the path leads to a folder of something else. The bound keeps a wrong path
            from reading a whole disk.
            """,
        example: "sovereign catalog check /",
        remedy: "Check that the path is right.")
}

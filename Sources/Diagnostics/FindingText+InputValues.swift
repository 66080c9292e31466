/// Texts of INP030 to INP042: keys and values.
extension FindingText {
    static let inputDuplicateKey = FindingText(
        "duplicate key",
        meaning: "The same key is written twice in one mapping. The note shows the first.",
        reason: "Only one of the two values could be used, and nothing says which.",
        example: "currency: EUR\ntitle: Cloud\ncurrency: USD",
        remedy: "Keep one of them. If both values are meant, write them as a list under one key.")

    static let inputUnknownKey = FindingText(
        "unknown key",
        meaning: "The key has no meaning at this place.",
        reason: """
            A key that is passed over in silence is a requirement that is lost: a misspelt limit
            would simply not apply.
            """,
        example: "replcas: 2",
        remedy: """
            Correct the spelling, move the key to where it belongs, or delete it. Remarks are
            written as comments, after '#'.
            """)

    static let inputMissingKey = FindingText(
        "missing key",
        meaning: "A key that must be given at this place is not there, or has no value.",
        reason: "There is no value that could be assumed without changing the answer.",
        example: "id: app        # a workload without a capability",
        remedy: "Add the key with its value.")

    static let inputWrongShape = FindingText(
        "wrong shape",
        meaning: """
            A list stands where one value is expected, or a single value where a list or a mapping
            of keys is expected.
            """,
        reason: "Taking one element for the list, or the reverse, would hide what was meant.",
        example: "residency: ES          # expected a list: [ES]",
        remedy: "Write the value in the shape that the message names.")

    static let inputNotANumber = FindingText(
        "not a number",
        meaning: """
            A decimal number was expected: digits, at most one point, a minus sign in front where
            negative numbers make sense.
            """,
        reason: """
            Thousands separators and decimal commas mean different amounts in different countries:
            1.234 and 1,234 are each read both ways.
            """,
        example: "amount: \"96,500,000.00\"",
        remedy: """
            Write the digits alone, with a point before decimals: "96500000.00". No unit, no
            currency sign, no exponent, no zeros in front.
            """)

    static let inputNotAWholeNumber = FindingText(
        "not a whole number",
        meaning: """
            A count was expected: digits only, with a minus sign where negative counts make sense.
            """,
        reason: "Half a machine or 1e3 people have to be said otherwise.",
        example: "vcpu: 4000.5",
        remedy: "Write the number with digits only and without separators: 4000.")

    static let inputOutOfRange = FindingText(
        "out of range",
        meaning: """
            The value is a number, a date or a length that lies outside what makes sense at this
            place. The message names the range.
            """,
        reason: "An absurd quantity is more often a slip of the keyboard than a need.",
        example: "replicas: 0",
        remedy: "Give a value within the range.")

    static let inputNotADate = FindingText(
        "not a date",
        meaning: "A calendar date was expected: year, month and day as ISO 8601 writes them.",
        reason: "03/04/2027 is a day in March for one reader and in April for the other.",
        example: "start: 1/7/2027",
        remedy: "Write four digits for the year and two each for month and day: 2027-07-01.")

    static let inputNotAPeriod = FindingText(
        "not a period",
        meaning: """
            A length of time was expected as ISO 8601 writes it: P, then numbers of years (Y),
            months (M), weeks (W) and days (D).
            """,
        reason: "Words for lengths of time differ by language and by contract.",
        example: "base: 3 years",
        remedy: """
            Write P3Y for three years, P18M for eighteen months, P2W for two weeks, P14D for
            fourteen days.
            """)

    static let inputNotTrueOrFalse = FindingText(
        "not true or false",
        meaning: "A yes-or-no value was expected, written true or false.",
        reason: """
            yes, no, on and off are read differently by different versions of YAML, and 'no' is also
            a country.
            """,
        example: "soleNational: yes",
        remedy: "Write true or false in lower case.")

    static let inputUnknownWord = FindingText(
        "unknown word",
        meaning: """
            Only certain words are allowed at this place, and this is none of them. The message or
            its help lists them.
            """,
        reason: "A word that binds to nothing could not affect the answer.",
        example: "tax: exclued",
        remedy: "Use one of the listed words, spelt exactly so.")

    static let inputNotACurrency = FindingText(
        "not a currency",
        meaning: "A currency was expected as its ISO 4217 code: three capital letters.",
        reason: "Signs and names are shared by several currencies: $ alone has more than twenty.",
        example: "currency: €",
        remedy: """
            Write the code, such as EUR, GBP, PLN or USD. Funds and withdrawn currencies have no
            code here.
            """)

    static let inputMalformedValue = FindingText(
        "malformed value",
        meaning: """
            The text does not have the form that this place asks for. The message says which.
            """,
        reason: "A value that is only nearly right could be taken for another one.",
        example: "id: North Site",
        remedy: "Write the value in the form that the message names.")
}

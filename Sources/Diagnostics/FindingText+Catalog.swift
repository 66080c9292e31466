/// Texts of the codes CAT: facts of the catalog.
extension FindingText {
    static let catalogHeadMissing = FindingText(
        "catalog not found",
        meaning: "The folder holds no catalog.yaml, so it is no catalog.",
        reason: "Without it the format and the date of the facts are unknown.",
        example: "sovereign quote --catalog ./documents requirement.yaml",
        remedy: """
            Name the folder that holds catalog.yaml. Without --catalog the nearest folder
            named catalog above the current one is used.
            """)

    static let catalogUnknownFormat = FindingText(
        "unknown catalog format",
        meaning: """
            The catalog was written in a format that this version does not know.
            """,
        reason: "Reading it by the rules of another format could give wrong facts.",
        example: "format: 2",
        remedy: """
            Use the version of sovereign that the catalog was made for, or convert the
            catalog.
            """)

    static let catalogStrayFile = FindingText(
        "stray file in the catalog",
        meaning: """
            A file in the catalog folder has a name or place that the format does not know.
            """,
        reason: "A misspelt file name would silently drop all its facts.",
        example: "providers/aurelia/site.csv",
        remedy: """
            Rename the file to the name that the format knows, or move it out of the folder.
            """)

    static let catalogFolderName = FindingText(
        "folder and provider differ",
        meaning: "A provider's id differs from the name of its folder.",
        reason: """
            Its sites and prices are read as those of the folder's provider, and would belong
            to nobody.
            """,
        example: "providers/aurelia/provider.yaml with id: aurelio",
        remedy: "Make the two the same.")

    static let catalogDuplicateRecord = FindingText(
        "record stands twice",
        meaning: """
            Two records of one kind carry the same identifier within one catalog folder.
            """,
        reason: """
            Which of the two holds could only be guessed. A later folder given with --catalog
            may override an earlier one; within a folder nothing overrides.
            """,
        example: """
            id,name
            aurelia-north,North
            aurelia-north,North Two
            """,
        remedy: "Give one of the two another id, or delete it.")

    static let catalogRankTwice = FindingText(
        "two levels share a rank",
        meaning: "Two levels of one ladder have the same rank.",
        reason: "A ladder is ordered; equal ranks would make two levels the same.",
        example: """
            - { id: es-secreto, rank: 3 }
            - { id: es-reservado, rank: 3 }
            """,
        remedy: """
            Number the levels from the lowest upwards. A parallel ladder is not one of its
            levels.
            """)

    static let catalogUnknownReference = FindingText(
        "unknown reference",
        meaning: "A record names another record that does not exist.",
        reason: "Leaving it out would change verdicts and prices without saying so.",
        example: "services.csv: sites aurelia-nroth",
        remedy: "Correct the spelling, or add the record that is named.")

    static let catalogUnknownAttribute = FindingText(
        "unknown attribute",
        meaning: """
            A service states an attribute that is not in the vocabulary, or not as name=value.
            """,
        reason: """
            Requirement words bind to attributes by name; an unknown one would never bind.
            """,
        example: "acess=online",
        remedy: "Use a name of the vocabulary that the message lists.")

    static let catalogUnknownUnit = FindingText(
        "unknown unit",
        meaning: "A service is sold in a unit that is not known.",
        reason: """
            GB and GiB differ by seven percent; an unknown unit could be either.
            """,
        example: "unit=gigs",
        remedy: """
            Write the provider's unit: GB for powers of ten, GiB for powers of two.
            """)

    static let catalogLabelCoversLevel = FindingText(
        "civil label said to cover a level",
        meaning: """
            A scheme marked as a civil label lists levels of classified information that it
            covers.
            """,
        reason: """
            A civil label never admits classified information; a wrong row here would make
            offers eligible that are not.
            """,
        example: """
            { id: es-ens-alta, kind: civil-label, covers: [es-difusion-limitada] }
            """,
        remedy: """
            Leave the list empty, or correct the kind if the scheme is the security
            authority's own.
            """)

    static let catalogLevelNotAbsent = FindingText(
        "absent level that exists",
        meaning: """
            An owner's file says that the ladder has no such level, and has a level of that
            marking or a classified level of that band.
            """,
        reason: """
            One of the two is wrong: a customer's word would be refused although the level
            exists, or bound to a level that does not.
            """,
        example: """
            absentLevels: [{ band: C, marking: CONFIDENTIAL }] beside a level of band C
            """,
        remedy: "Look the ladder up in the source; delete one of the two, or correct the band.")

    static let catalogContradiction = FindingText(
        "contradiction in the catalog",
        meaning: "Two fields of a record, or two records, cannot both be true.",
        reason: "Whichever of the two were believed, somebody would rely on a wrong fact.",
        example: "electronic: capped, with no level in electronicUpTo",
        remedy: "Look both up in the source, and correct or delete one of them.")

    static let catalogNamesAlike = FindingText(
        "names that look alike",
        meaning: """
            Two levels of one owner have names that differ only in case, accents or letters of
            another script that look the same, or one name mixes such letters.
            """,
        reason: """
            A reader cannot tell the two apart, and a search for the one does not find the other.
            `catalog check --strict` looks for it.
            """,
        example: "marking: SECRET beside marking: SЕCRET, whose second letter is Cyrillic",
        remedy: "Write both names as the source does; type a doubtful word anew.")

    static let catalogIdentifierShared = FindingText(
        "identifier of two records",
        meaning: "Two records of different kinds have one identifier.",
        reason: """
            What is said of the one is read as said of the other. `catalog check --strict` looks
            for it.
            """,
        example: "a site and a service that are both called google-cloud",
        remedy: "Give one of the two another id.")

    static let catalogFactOld = FindingText(
        "fact older than wished",
        meaning: "A fact speaks to a day further back than `--max-age` allows.",
        reason: "Prices, certificates and rules change; an old fact may no longer hold.",
        example: "asOf 2020-07-17 with --max-age P5Y, in a catalog of 2026",
        remedy: """
            Look the source up again and state the day on which it was read, or check with a
            greater age.
            """)

    static let catalogOverlaysDisagree = FindingText(
        "record of two overlays",
        meaning: "Two overlays state one record; what the later one says holds.",
        reason: """
            Each overlay was written to change the catalog below it, not the other overlay: one
            of them may not know of the other.
            """,
        example: "--catalog catalog --catalog nation --catalog bid, and both state price p-1",
        remedy: """
            Keep the record in one of the two, or leave it: it is only said, and the order of the
            folders decides.
            """)

    static let catalogEmptyValidity = FindingText(
        "empty validity",
        meaning: "A record ends before it begins.",
        reason: "Such a record never holds; the dates are most likely swapped.",
        example: "effectiveFrom 2026-10-01, effectiveUntil 2026-09-30",
        remedy: """
            Look the two dates up in the source. Validity includes the first day and not the
            last.
            """)

    static let catalogAbsurdQuantity = FindingText(
        "absurd quantity",
        meaning: "A number is outside of anything that such a field can mean.",
        reason: "Negative prices and sizes of nothing turn totals into nonsense.",
        example: "amount -0.02",
        remedy: "Look the number up in the source. Credits are not prices.")

    static let catalogBrokenTiers = FindingText(
        "broken tiers",
        meaning: """
            The tiers of a meter do not form one list: the first does not begin at 0, two
            begin at the same bound, or their units differ.
            """,
        reason: "The price of some quantity would then be missing or double.",
        example: "tierFrom 10 as the lowest tier",
        remedy: """
            List every tier once, from 0 upwards, in one unit and currency. A free tier has
            the amount 0.
            """)

    static let catalogUnderivedEstimate = FindingText(
        "estimate without derivation",
        meaning: """
            A price or rate that is not published does not say how it came about.
            """,
        reason: """
            A figure without derivation cannot be checked; no price is better than a guess.
            """,
        example: "basis indicative without low, high and note",
        remedy: """
            State low, likely, high and who estimated them how; or leave the row out.
            """)

    static let catalogSourceNamesNothing = FindingText(
        "source names nothing",
        meaning: "The source of a fact is too short to name a document.",
        reason: "Facts ground eligibility and money; each must be traceable.",
        example: "source: web",
        remedy: "Give the name of the document or page, and its address.")
}

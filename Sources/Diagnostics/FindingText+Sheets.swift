extension FindingText {
    static let sheetUnknownForm = FindingText(
        "not a sheet that is known",
        meaning: """
            The file is not in one of the forms that `catalog import` reads, or not in the
            one that was named. A list of sheets, such as an AWS offer index, holds no price
            itself.
            """,
        reason: """
            A file read as something else gives wrong prices that look right.
            """,
        example: "sovereign catalog import offer_index.json --output ours",
        remedy: """
            Import the sheets themselves, and name their form with --as where it cannot be
            found.
            """)

    static let sheetCompressed = FindingText(
        "a compressed sheet",
        meaning: """
            The file is packed with gzip.
            """,
        reason: """
            Prices are read from the text itself, so that each finding has its line and
            column, and the hash is that of the sheet.
            """,
        example: "sovereign catalog import prices.json.gz --output ours",
        remedy: """
            Unpack the file with gunzip -k, and import what comes out.
            """)

    static let sheetUnknownUnit = FindingText(
        "unit not in the table",
        meaning: """
            A price is for a unit that the table of units does not know. Units are free text
            in most sheets: GB-Mo, GB-month and GigaBytes stand in one file.
            """,
        reason: """
            A unit that is guessed makes a price wrong by its size or its period.
            """,
        example: "{\"unitOfMeasure\": \"1 Furlong\"}",
        remedy: """
            Leave such prices out with --skip-unknown; the summary counts them.
            """)

    static let sheetUnknownRegion = FindingText(
        "region not in the table",
        meaning: """
            A price holds in a region for which the catalog names no site.
            """,
        reason: """
            A price belongs to the place where it holds. Regions are never matched by
            resemblance: a government region has other prices than its neighbour.
            """,
        example: "{\"armRegionName\": \"koreacentral\"}",
        remedy: """
            Add the site to sites.csv of the provider, and a row to its aliases.csv that
            says which site the region is; or leave such prices out with --skip-unknown.
            """)

    static let sheetUnknownCurrency = FindingText(
        "unknown currency in a sheet",
        meaning: """
            A price is in a currency that ISO 4217 does not list.
            """,
        reason: """
            Without its currency an amount is no price.
            """,
        example: "{\"currencyCode\": \"XYZ\"}",
        remedy: """
            Look the sheet up again; leave such prices out with --skip-unknown.
            """)

    static let sheetPriceTwice = FindingText(
        "two prices for one thing",
        meaning: """
            A sheet states two prices for the same meter, site, plan, tier and day, or the
            same price in two currencies.
            """,
        reason: """
            Whichever of the two were taken, the other one could be right.
            """,
        example: """
            one meterId and skuId twice with one effectiveStartDate, at 0.01 and at 0.05
            """,
        remedy: """
            Choose one currency with --currency. Otherwise fetch the sheet again; of two
            prices with one start, one without an end is taken over one with an end.
            """)

    static let sheetBrokenTiers = FindingText(
        "tiers of a sheet do not fit together",
        meaning: """
            The tiers of a meter leave a gap, overlap, do not begin at 0, or are in
            different units.
            """,
        reason: """
            Usage that falls into a gap has no price, and in an overlap it has two.
            """,
        example: "rangeMax 10 of one tier, rangeMin 20 of the next",
        remedy: """
            Fetch the sheet again: a tier was lost or edited.
            """)

    static let sheetEmptyValidity = FindingText(
        "a price that never held",
        meaning: """
            A price ends before it begins. Azure's ends are the last minute in which a price
            holds.
            """,
        reason: """
            Such an entry takes back a price that was announced. It is left out, and said.
            """,
        example: "effectiveStartDate 2026-10-01, effectiveEndDate 2026-09-30T23:59:00Z",
        remedy: """
            Nothing, if the sheet has another entry for the same meter.
            """)

    static let sheetTermPrice = FindingText(
        "a price for a whole term",
        meaning: """
            An amount is for a whole term of a commitment although its unit names an hour,
            or does not follow from the unit that stands beside it. Reservations of Azure
            and payments upfront of AWS are so.
            """,
        reason: """
            It is no mistake of yours, but whoever reads the unit alone pays 8,760 times too
            much. The rows written say how the price by the hour follows.
            """,
        example: """
            {"type": "Reservation", "reservationTerm": "1 Year", "retailPrice": 416,
             "unitOfMeasure": "1 Hour"}
            """,
        remedy: """
            Compare the note of such a row with the sheet where much money rests on it.
            """)

    static let sheetTenfold = FindingText(
        "a price that changed more than tenfold",
        meaning: """
            A price is more than ten times, or less than a tenth, of what it was in the
            older sheet.
            """,
        reason: """
            Prices of clouds hardly ever do that; units and blocks of sheets do.
            """,
        example: "0.08 in the older sheet, 8.0 in the newer one",
        remedy: """
            Look the price up in the provider's own list, and whether its unit changed.
            """)

    static let sheetZeroNow = FindingText(
        "a price that became 0",
        meaning: """
            A price is 0 and was not in the older sheet.
            """,
        reason: """
            A tier or a meter was lost more often than a price was given up.
            """,
        example: "0.0255 in the older sheet, 0 in the newer one",
        remedy: """
            Look whether the newer sheet still has all tiers of the meter.
            """)

    static let sheetPlaceholder = FindingText(
        "no number where a price belongs",
        meaning: """
            Where a number belongs stands a word, a percentage or a negative amount.
            """,
        reason: """
            A price that is not known is missing; it is not N/A, NULL, 0.75% or -1.
            """,
        example: "{\"retailPrice\": \"N/A\"}",
        remedy: """
            Take the entry out of the sheet, or fetch the sheet again.
            """)

    static let sheetPageMissing = FindingText(
        "a page of a sheet is missing",
        meaning: """
            The sheet says that it goes on, or counts other entries than it holds.
            """,
        reason: """
            Half a price list gives a cheapest offer that is not the cheapest.
            """,
        example: "{\"Count\": 1000, \"Items\": [ … 16 of them … ]}",
        remedy: """
            Fetch all pages and name them in one command; --partial imports what is there.
            """)

    static let sheetDecimalSign = FindingText(
        "a decimal comma in a sheet",
        meaning: """
            A number is written with a comma.
            """,
        reason: """
            1,234 is one and a bit in one country and a thousand and more in another; in a
            sheet with both signs nobody can tell.
            """,
        example: "\"0,08\"",
        remedy: """
            Export the sheet anew in English.
            """)

    static let sheetExtraColumn = FindingText(
        "a column without a name",
        meaning: """
            The header ends in a comma: its last column has no name.
            """,
        reason: """
            It is usually the trace of a tool. If something stands there, nobody knows what.
            """,
        example: "SKU,Unit,PricePerUnit,",
        remedy: """
            Nothing, if the column is empty.
            """)

    static let sheetNoProduct = FindingText(
        "a price without its product",
        meaning: """
            A price is stated for a product that the file does not describe.
            """,
        reason: """
            Region, kind and name of what is sold stand with the product.
            """,
        example: """
            "terms": {"OnDemand": {"ABC": …}} without "ABC" under "products"
            """,
        remedy: """
            Fetch the file again: the copy is cut.
            """)

    static let sheetTiersLost = FindingText(
        "a copy that lost its tiers",
        meaning: """
            Products read 0 in a copy of a price list that states one price for each
            product. In Oracle's own list such products have a free tier and others above
            it.
            """,
        reason: """
            A price of 0 would win every comparison.
            """,
        example: "{\"partNumber\": \"B88327\", \"priceUSD\": 0}",
        remedy: """
            Import the provider's own list. The products that read 0 are left out.
            """)

    static let sheetRemark = FindingText(
        "something to know about a sheet",
        meaning: """
            A sheet does something that is easily misread, and that was read as its provider
            documents it.
            """,
        reason: """
            It is said so that nobody who compares the rows with the sheet is surprised.
            """,
        example: "a month of 744 hours in Google's catalog",
        remedy: """
            Nothing.
            """)
}

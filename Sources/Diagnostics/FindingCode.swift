/// Names every kind of mistake that the product reports; the raw value is what users see.
///
/// A room adds its codes to its own section, a line to `FindingCode+Text.swift`, and the text
/// itself to `FindingText+<Room>.swift`. A code is never given a second meaning: a retired one
/// keeps its number.
package enum FindingCode: String, CaseIterable, Sendable {
    // MARK: INP, reading files
    case inputFileMissing = "INP001"
    case inputIsDirectory = "INP002"
    case inputNotPermitted = "INP003"
    case inputTooLarge = "INP004"
    case inputNotUTF8 = "INP005"
    case inputEmpty = "INP006"
    case inputNotRegularFile = "INP007"
    case inputUnreadable = "INP008"
    case inputUnknownFormat = "INP009"
    case inputForbiddenCharacter = "INP010"
    case inputYAMLSyntax = "INP011"
    case inputJSONSyntax = "INP012"
    case inputCSVRaggedRow = "INP013"
    case inputCSVQuote = "INP014"
    case inputCSVHeader = "INP015"
    case inputCSVSeparator = "INP016"
    case inputTooDeep = "INP017"
    case inputTooManyValues = "INP018"
    case inputAliasNotAllowed = "INP019"
    case inputTagNotAllowed = "INP020"
    case inputSeveralDocuments = "INP021"
    case inputKeyNotText = "INP022"
    case inputNotAFolder = "INP023"
    case inputFolderTooLarge = "INP024"

    // MARK: INP, meaning of values
    case inputDuplicateKey = "INP030"
    case inputUnknownKey = "INP031"
    case inputMissingKey = "INP032"
    case inputWrongShape = "INP033"
    case inputNotANumber = "INP034"
    case inputNotAWholeNumber = "INP035"
    case inputOutOfRange = "INP036"
    case inputNotADate = "INP037"
    case inputNotAPeriod = "INP038"
    case inputNotTrueOrFalse = "INP039"
    case inputUnknownWord = "INP040"
    case inputNotACurrency = "INP041"
    case inputMalformedValue = "INP042"

    // MARK: CAT, facts of the catalog
    case catalogHeadMissing = "CAT001"
    case catalogUnknownFormat = "CAT002"
    case catalogStrayFile = "CAT003"
    case catalogFolderName = "CAT004"
    case catalogDuplicateRecord = "CAT010"
    case catalogRankTwice = "CAT011"
    case catalogUnknownReference = "CAT012"
    case catalogUnknownAttribute = "CAT013"
    case catalogUnknownUnit = "CAT014"
    case catalogLabelCoversLevel = "CAT015"
    case catalogLevelNotAbsent = "CAT016"
    case catalogContradiction = "CAT017"
    case catalogNamesAlike = "CAT018"
    case catalogIdentifierShared = "CAT019"
    case catalogEmptyValidity = "CAT020"
    case catalogAbsurdQuantity = "CAT021"
    case catalogBrokenTiers = "CAT022"
    case catalogUnderivedEstimate = "CAT023"
    case catalogSourceNamesNothing = "CAT030"
    case catalogFactOld = "CAT031"
    case catalogOverlaysDisagree = "CAT040"
    case catalogAnsweredElsewhere = "CAT060"
    case catalogDenialChangesNothing = "CAT061"

    // MARK: CAT, price sheets of providers
    case sheetUnknownForm = "CAT070"
    case sheetCompressed = "CAT071"
    case sheetUnknownUnit = "CAT072"
    case sheetUnknownRegion = "CAT073"
    case sheetUnknownCurrency = "CAT074"
    case sheetPriceTwice = "CAT075"
    case sheetBrokenTiers = "CAT076"
    case sheetEmptyValidity = "CAT077"
    case sheetTermPrice = "CAT078"
    case sheetTenfold = "CAT079"
    case sheetZeroNow = "CAT080"
    case sheetPlaceholder = "CAT081"
    case sheetPageMissing = "CAT082"
    case sheetDecimalSign = "CAT083"
    case sheetExtraColumn = "CAT084"
    case sheetNoProduct = "CAT085"
    case sheetTiersLost = "CAT086"
    case sheetRemark = "CAT087"

    // MARK: REQ, what a customer asks
    case requirementUnknownFormat = "REQ001"
    case requirementNothingAsked = "REQ002"
    case requirementDuplicateID = "REQ003"
    case requirementUnknownReference = "REQ004"
    case requirementAbsurdQuantity = "REQ010"
    case requirementBadAmount = "REQ011"
    case requirementNoCapacity = "REQ012"
    case requirementTermInPast = "REQ013"
    case requirementAmbiguousWord = "REQ020"
    case requirementUnknownCountry = "REQ030"
    case requirementUnknownLevel = "REQ031"
    case requirementForeignLevel = "REQ032"
    case requirementUnknownScheme = "REQ033"
    case requirementNoRate = "REQ034"
    case requirementUnknownCaveat = "REQ035"
    case requirementUnknownRole = "REQ040"
    case requirementNoClearance = "REQ041"
    case requirementNoSingleTax = "REQ042"
    case requirementDiscountsPassPrice = "REQ043"
    case requirementBadSetting = "REQ060"
    case requirementUnknownPath = "REQ061"
    case requirementPathTwice = "REQ062"

    // MARK: CLR, people, facilities and systems
    case rosterDuplicateRow = "CLR001"
    case rosterAmbiguousDate = "CLR002"
    case rosterExpiredBeforeGranted = "CLR003"
    case rosterUnknownLevel = "CLR004"
    case rosterMixedScripts = "CLR005"
    case rosterUnknownCountry = "CLR006"

    // MARK: ELG
    // MARK: SIZ
    // MARK: PRC, baskets and agreements
    case priceUnknownOffer = "PRC001"
    case priceNegativeQuantity = "PRC002"
    case priceEmptyTime = "PRC003"
    case priceDuplicateRow = "PRC004"
    case priceBadAgreement = "PRC005"
    case pricePlanDoesNotFit = "PRC006"
    case priceBelowFloor = "PRC007"
    case priceAmountsTooLarge = "PRC008"
    case priceOutsidePeriods = "PRC009"

    // MARK: ASM, assembly problems
    case assemblyUnknownFormat = "ASM001"
    case assemblyDuplicateID = "ASM002"
    case assemblyUnknownReference = "ASM003"
    case assemblyNegativeNumber = "ASM010"
    case assemblyBrokenTiers = "ASM011"
    case assemblyFallingMeasure = "ASM012"
    case assemblyReservedMeasure = "ASM013"
    case assemblyBrokenPair = "ASM014"
    case assemblySumTooLarge = "ASM015"

    // MARK: PRO, quote files
    case proposalUnknownFormat = "PRO001"
    case proposalNoPackage = "PRO002"
    case proposalBrokenPart = "PRO003"
    case proposalOtherRequirement = "PRO004"

    // MARK: CMP, evaluation plans, offers and comparisons
    case comparisonUnknownFormat = "CMP001"
    case comparisonDuplicateID = "CMP002"
    case comparisonUnknownReference = "CMP003"
    case comparisonBrokenPlan = "CMP004"
    case comparisonBrokenWeights = "CMP005"
    case comparisonNoRate = "CMP006"
    case comparisonBrokenOffer = "CMP007"
    case comparisonUnknownCountry = "CMP008"

    // MARK: DOC
    // MARK: CLI, words of the command line
    case commandUnknownCode = "CLI001"
    case commandNoCatalog = "CLI002"
    case commandUnknownID = "CLI003"
    case commandAmountsTooLarge = "CLI004"
    case commandUnknownFact = "CLI005"
    case commandUnknownField = "CLI006"

    // MARK: CLI, writing files
    case outputNotWritten = "CLI010"
    case outputNotPermitted = "CLI011"
    case outputDiskFull = "CLI012"
    case outputIsFolder = "CLI013"
    case outputFolderMissing = "CLI014"
    case outputOverInput = "CLI015"
}

extension FindingCode {
    /// Short name of the kind of mistake, as in "duplicate key".
    package var title: String { text.title }

    /// The long text that `sovereign explain` prints after the title; paragraphs of plain text.
    package var explanation: String { text.explanation }
}

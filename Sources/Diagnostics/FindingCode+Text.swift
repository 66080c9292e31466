extension FindingCode {
    /// All parts of the explanation. The switch is complete by compiler, so that no code lacks a
    /// text.
    package var text: FindingText {
        switch self {
        // MARK: INP
        case .inputFileMissing: .inputFileMissing
        case .inputIsDirectory: .inputIsDirectory
        case .inputNotPermitted: .inputNotPermitted
        case .inputTooLarge: .inputTooLarge
        case .inputNotUTF8: .inputNotUTF8
        case .inputEmpty: .inputEmpty
        case .inputNotRegularFile: .inputNotRegularFile
        case .inputUnreadable: .inputUnreadable
        case .inputUnknownFormat: .inputUnknownFormat
        case .inputForbiddenCharacter: .inputForbiddenCharacter
        case .inputYAMLSyntax: .inputYAMLSyntax
        case .inputJSONSyntax: .inputJSONSyntax
        case .inputCSVRaggedRow: .inputCSVRaggedRow
        case .inputCSVQuote: .inputCSVQuote
        case .inputCSVHeader: .inputCSVHeader
        case .inputCSVSeparator: .inputCSVSeparator
        case .inputTooDeep: .inputTooDeep
        case .inputTooManyValues: .inputTooManyValues
        case .inputAliasNotAllowed: .inputAliasNotAllowed
        case .inputTagNotAllowed: .inputTagNotAllowed
        case .inputSeveralDocuments: .inputSeveralDocuments
        case .inputKeyNotText: .inputKeyNotText
        case .inputDuplicateKey: .inputDuplicateKey
        case .inputUnknownKey: .inputUnknownKey
        case .inputMissingKey: .inputMissingKey
        case .inputWrongShape: .inputWrongShape
        case .inputNotANumber: .inputNotANumber
        case .inputNotAWholeNumber: .inputNotAWholeNumber
        case .inputOutOfRange: .inputOutOfRange
        case .inputNotADate: .inputNotADate
        case .inputNotAPeriod: .inputNotAPeriod
        case .inputNotTrueOrFalse: .inputNotTrueOrFalse
        case .inputUnknownWord: .inputUnknownWord
        case .inputNotACurrency: .inputNotACurrency
        case .inputMalformedValue: .inputMalformedValue
        // MARK: CAT
        // MARK: REQ
        // MARK: ELG
        // MARK: SIZ
        // MARK: PRC
        // MARK: ASM
        // MARK: PRO
        // MARK: DOC
        // MARK: CLI
        }
    }
}

package import Diagnostics

/// Makes a value of the text of one scalar.
package protocol InputScalar: Sendable {
    /// What is expected, to follow "expected": "a date such as 2027-07-01".
    static var expectation: String { get }

    /// Creates a value, or none where the text is not one. Nothing is trimmed, guessed or rounded.
    init?(inputText: String)

    /// Says what is wrong with a text from which no value could be made.
    static func mistake(in text: String) -> InputMistake
}

extension InputScalar {
    /// Gives the general code and no help.
    package static func mistake(in text: String) -> InputMistake {
        InputMistake(.inputMalformedValue)
    }
}

/// Says how a text fails to be a value.
package struct InputMistake: Sendable, Hashable {
    /// Code of the finding.
    package let code: FindingCode
    /// What to do.
    package let help: String?

    /// Creates a mistake.
    package init(_ code: FindingCode, help: String? = nil) {
        self.code = code
        self.help = help
    }
}

/// Marks an enumeration whose raw values are the words that an input may use.
package protocol InputVocabulary: RawRepresentable<String>, CaseIterable, InputScalar {}

extension InputVocabulary {
    /// Lists the words in the order of the cases.
    package static var expectation: String {
        let words = allCases.map { "'\($0.rawValue)'" }
        guard words.count > 1, let last = words.last else { return words.first ?? "no word" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }

    /// Creates the case with this word.
    package init?(inputText: String) {
        self.init(rawValue: inputText)
    }

    /// Gives the nearest word as help.
    package static func mistake(in text: String) -> InputMistake {
        InputMistake(
            .inputUnknownWord, help: DidYouMean.help(for: text, in: allCases.map(\.rawValue)))
    }
}

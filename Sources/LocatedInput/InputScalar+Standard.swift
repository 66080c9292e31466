import Diagnostics

extension String: InputScalar {
    /// Gives "a text".
    package static var expectation: String { "a text" }

    /// Takes every text that is not empty.
    package init?(inputText: String) {
        guard !inputText.isEmpty else { return nil }
        self = inputText
    }
}

extension Int: InputScalar {
    /// Gives "a whole number".
    package static var expectation: String { "a whole number" }

    /// Takes digits, with a minus sign in front of negative numbers and without zeros in front.
    package init?(inputText: String) {
        guard Self.isWholeNumber(inputText), let number = Int(inputText) else { return nil }
        self = number
    }

    /// Tells numbers that are too large from texts that are no numbers.
    package static func mistake(in text: String) -> InputMistake {
        if isWholeNumber(text) {
            return InputMistake(.inputOutOfRange, help: "the largest number is \(Int.max)")
        }
        let digits = text.filter { !",._' ".contains($0) }
        let hasOnlySeparators = digits != text && isWholeNumber(digits)
        return InputMistake(
            .inputNotAWholeNumber,
            help: hasOnlySeparators ? "write the digits without separators or decimals" : nil)
    }

    private static func isWholeNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.utf8.dropFirst() : text.utf8[...]
        guard let first = digits.first, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
        return first != 0x30 || text == "0"
    }
}

extension Bool: InputScalar {
    /// Gives "true or false".
    package static var expectation: String { "true or false" }

    /// Takes `true` and `false` only.
    package init?(inputText: String) {
        switch inputText {
        case "true": self = true
        case "false": self = false
        default: return nil
        }
    }

    /// Suggests the word for the common ways to say yes and no.
    package static func mistake(in text: String) -> InputMistake {
        let help: String? =
            switch text.lowercased() {
            case "yes", "on", "y", "1", "true": "write true"
            case "no", "off", "n", "0", "false": "write false"
            default: nil
            }
        return InputMistake(.inputNotTrueOrFalse, help: help)
    }
}

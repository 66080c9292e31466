/// Makes text of unknown origin safe to print, and measures how wide a terminal shows it.
package enum DisplayText {
    /// Width of a tab: each is printed as this many spaces, wherever it stands.
    static let tabWidth = 4

    /// Returns the text with every character that a terminal would obey or hide written as
    /// `\u{1B}`.
    ///
    /// Line ends and tabs are written as `\n`, `\r` and `\t`, so that the result is one line.
    package static func escaped(_ text: some StringProtocol) -> String {
        if isPrintableASCII(Substring(text)) { return String(text) }
        guard text.unicodeScalars.contains(where: isHidden) else { return String(text) }
        var output = ""
        for character in text {
            output += isPlain(character) ? String(character) : spelledOut(character)
        }
        return output
    }

    /// Returns how a character of a source line is printed: tabs as spaces, hidden ones as escapes.
    static func shown(_ character: Character) -> String {
        if character == "\t" { return String(repeating: " ", count: tabWidth) }
        return isPlain(character) ? String(character) : spelledOut(character)
    }

    /// Tells whether a code point is a control, an invisible or a text-direction character.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: false
        case 0...0x1F, 0x7F...0x9F: true
        case 0x00AD, 0x061C, 0x180E, 0xFEFF: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }

    /// Returns four upper-case hexadecimal digits.
    static func hex(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// A joiner or a tag inside an emoji is part of a visible character; alone it is hidden.
    private static func isPlain(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, !isHidden(first) else { return false }
        return scalars.dropFirst().allSatisfy { scalar in
            !isHidden(scalar) || scalar.value == 0x200D || scalar.value == 0x200C
                || (0xE0020...0xE007F).contains(scalar.value)
        }
    }

    private static func spelledOut(_ character: Character) -> String {
        var output = ""
        for scalar in character.unicodeScalars {
            switch scalar {
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case _ where isHidden(scalar):
                output += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}

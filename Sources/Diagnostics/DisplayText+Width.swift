extension DisplayText {
    /// Returns how many columns of a terminal the text takes, each character as printed by
    /// `escaped`.
    package static func width(_ text: Substring) -> Int {
        if isPrintableASCII(text) { return text.utf8.count }
        return text.reduce(0) { (sum: Int, character: Character) in sum + width(character) }
    }

    /// Returns how many columns of a terminal the text takes.
    package static func width(_ text: String) -> Int { width(text[...]) }

    /// Tells whether each byte is a character of one column; most text is, and is quickly told.
    static func isPrintableASCII(_ text: Substring) -> Bool {
        func isPrintable(_ bytes: some Sequence<UInt8>) -> Bool {
            for byte in bytes where byte < 0x20 || byte > 0x7E { return false }
            return true
        }
        return text.utf8.withContiguousStorageIfAvailable { isPrintable($0) }
            ?? isPrintable(text.utf8)
    }

    /// Returns 2 for East Asian wide characters and emoji, 0 for a lone combining mark, else 1.
    static func width(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        if first.value < 0x300 {
            let isEmoji = character.unicodeScalars.contains { $0.value == 0xFE0F }
            return isEmoji ? 2 : 1
        }
        if isWide(first) { return 2 }
        if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: return 1
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isEmojiPresentation { return true }
        // Ranges of East_Asian_Width W and F, Unicode 16, joined where only unassigned points lie
        // between.
        switch scalar.value {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF: return true
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F: return true
        case 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F: return true
        case 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF: return true
        case 0x1F200...0x1F2FF, 0x20000...0x3FFFD: return true
        default: return false
        }
    }
}

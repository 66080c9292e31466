/// Writes text the way search compares it: small letters without accents, of plain width.
///
///     FoldedText.folded("DIFUSIÓN ŁÓDŹ")  // "difusion lodz"
package enum FoldedText {
    /// Returns the text in small letters; accents, ligatures and full width are taken off, and
    /// signs outside ASCII are blanks.
    package static func folded(_ text: String) -> String {
        String(decoding: bytes(of: text), as: UTF8.self)
    }

    /// Tells whether two texts are the same once folded.
    package static func areSame(_ left: String, _ right: String) -> Bool {
        left == right || bytes(of: left) == bytes(of: right)
    }

    /// The folded text as UTF-8.
    static func bytes(of text: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                output.append(lower(UInt8(scalar.value)))
            } else {
                append(scalar, to: &output)
            }
        }
        return output
    }

    /// Words of a folded text: runs of letters and digits.
    static func words(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split { !isPartOfWord($0) }
    }

    /// Whether a byte of folded text belongs to a word.
    static func isPartOfWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte &- 0x41 < 26
    }

    /// The small letter of an ASCII capital; other bytes as they are.
    static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte + 0x20 : byte }

    private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        switch scalar.value {
        case 0xC0..<0x180 where latin[Int(scalar.value) - 0xC0] != other:
            output.append(latin[Int(scalar.value) - 0xC0])
        case 0x1E00..<0x1F00 where latinAdditional[Int(scalar.value) - 0x1E00] != other:
            output.append(latinAdditional[Int(scalar.value) - 0x1E00])
        case 0xFF01...0xFF5E: output.append(lower(UInt8(scalar.value - 0xFEE0)))
        default:
            if let letters = ligatures[scalar] {
                output.append(contentsOf: letters.utf8)
            } else {
                appendOther(scalar, to: &output)
            }
        }
    }

    private static func appendOther(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return
        default: break
        }
        guard properties.isAlphabetic || properties.numericType != nil else {
            output.append(UInt8(ascii: " "))
            return
        }
        for small in properties.lowercaseMapping.unicodeScalars {
            output.append(contentsOf: String(greek[small] ?? Character(small)).utf8)
        }
    }

    /// Stands in the tables for what no single ASCII letter replaces.
    private static let other = UInt8(ascii: "?")

    /// Base letters of U+00C0 to U+017F.
    private static let latin = Array(
        ("aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?lllllll"
            + "lllnnnnnn???oooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

    /// Base letters of U+1E00 to U+1EFF, with which Vietnamese and others are written.
    private static let latinAdditional = Array(
        ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
            + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
            + "wwwwwwwwwwxxxxyyzzzzzzhtwy?s????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
            + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????").utf8)

    private static let ligatures: [Unicode.Scalar: String] = [
        "Æ": "ae", "æ": "ae", "Œ": "oe", "œ": "oe", "ß": "ss", "ẞ": "ss", "Þ": "th", "þ": "th",
        "Ĳ": "ij", "ĳ": "ij", "ŉ": "n", "Ŋ": "n", "ŋ": "n", "ĸ": "k", "ª": "a", "º": "o",
        "ﬁ": "fi", "ﬂ": "fl", "\u{3000}": " ",
    ]

    /// Greek small letters without their accents; the final sigma is a sigma.
    private static let greek: [Unicode.Scalar: Character] = [
        "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ΐ": "ι", "ό": "ο", "ύ": "υ", "ϋ": "υ",
        "ΰ": "υ", "ώ": "ω", "ς": "σ",
    ]
}

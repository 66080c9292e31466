import Diagnostics

/// Refuses characters that no editor shows.
enum ForbiddenCharacters {
    /// Most characters reported for one file.
    static let maximumFindings = 20

    /// Reports control characters other than tab and line ends, and returns whether there are none.
    ///
    /// With `lineSeparatorsForbidden`, also U+0085, U+2028 and U+2029, which only some readers take
    /// as the end of a line.
    static func check(
        _ input: InputText, lineSeparatorsForbidden: Bool, into collector: FindingCollector
    ) -> Bool {
        var text = input.text
        return text.withUTF8 { bytes in
            var walker = PlaceWalker(bytes: bytes, path: input.path)
            var count = 0
            var index = -1
            while count < maximumFindings {
                index += 1
                while index + 8 <= bytes.count, isPlain(bytes, index) { index += 8 }
                guard index < bytes.count else { break }
                guard
                    let value = forbidden(at: index, in: bytes, separators: lineSeparatorsForbidden)
                else { continue }
                count += 1
                let digits = String(value, radix: 16, uppercase: true)
                let name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                collector.report(
                    .inputForbiddenCharacter, "character U+\(name) is not allowed",
                    at: walker.location(from: index, to: index).spanning(1),
                    help: "delete the character; it is invisible in most editors")
            }
            return count == 0
        }
    }

    /// Whether the eight bytes from `index` on are visible ASCII or blanks.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let word = UnsafeRawBufferPointer(bytes).loadUnaligned(
            fromByteOffset: index, as: UInt64.self)
        // A byte below 0x20 borrows from its highest bit, and so does 0x7F once its bits are
        // turned: whichever byte it is, some highest bit is set.
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highest = ones << 7
        let isControl = (word &- ones &* 0x20) & ~word
        let turned = word ^ (ones &* 0x7F)
        let isDelete = (turned &- ones) & ~turned
        return (word | isControl | isDelete) & highest == 0
    }

    private static func forbidden(
        at index: Int, in bytes: UnsafeBufferPointer<UInt8>, separators: Bool
    ) -> UInt32? {
        switch bytes[index] {
        case 0x20..<0x7F, 0x09, 0x0A, 0x0D: return nil
        case ..<0x20, 0x7F: return UInt32(bytes[index])
        case 0xC2 where (0x80..<0xA0).contains(bytes[index + 1]):
            let value = UInt32(bytes[index + 1])
            return value == 0x85 && !separators ? nil : value
        case 0xE2 where separators && bytes[index + 1] == 0x80:
            let last = bytes[index + 2]
            return last == 0xA8 || last == 0xA9 ? 0x2000 + UInt32(last & 0x3F) : nil
        default: return nil
        }
    }
}

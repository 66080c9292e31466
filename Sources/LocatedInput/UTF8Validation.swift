/// Checks bytes against UTF-8 as RFC 3629 defines it.
enum UTF8Validation {
    /// Returns the offset of the first byte that does not belong to a valid character.
    ///
    /// Overlong forms, surrogates, values beyond U+10FFFF and a cut-off last character are invalid;
    /// the offset is that of the character's first byte.
    static func firstInvalidOffset(in buffer: UnsafeBufferPointer<UInt8>) -> Int? {
        let raw = UnsafeRawBufferPointer(buffer)
        var index = 0
        while index < buffer.count {
            // Most text is ASCII, of which eight bytes are looked at together.
            if index + 8 <= buffer.count,
                raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
                    == 0
            {
                index += 8
                continue
            }
            if buffer[index] < 0x80 {
                index += 1
                continue
            }
            guard let length = characterLength(at: index, in: buffer) else { return index }
            index += length
        }
        return nil
    }

    private static func characterLength(
        at index: Int, in buffer: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        let first = buffer[index]
        let length: Int
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        guard index + length <= buffer.count else { return nil }
        for offset in 1..<length where buffer[index + offset] & 0xC0 != 0x80 { return nil }
        switch (first, buffer[index + 1]) {
        case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return nil
        default: return length
        }
    }
}

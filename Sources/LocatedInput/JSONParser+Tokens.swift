extension JSONParser {
    /// Skips what JSON calls white space.
    mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
    }

    /// Skips `word` if it comes next, and tells whether it did.
    mutating func skip(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] {
            return false
        }
        index += count
        return true
    }

    /// Names what stands at an offset, for a message.
    func found(at offset: Int) -> String {
        guard offset < bytes.count else { return "the end of the file" }
        var end = offset + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return "'\(String(decoding: bytes[offset..<end], as: UTF8.self))'"
    }

    /// Skips a number: "-"? int frac? exp?, where int has no zero in front.
    mutating func skipNumber() throws(JSONFailure) {
        _ = skip("-")
        if skip("0") {
            if index < bytes.count, isDigit(bytes[index]) {
                throw JSONFailure(
                    "a number does not begin with 0", at: index - 1,
                    help: "remove the zeros in front, or put an identifier in quotes")
            }
        } else {
            try skipDigits()
        }
        if skip(".") { try skipDigits() }
        if skip("e") || skip("E") {
            if !skip("+") { _ = skip("-") }
            try skipDigits()
        }
    }

    private mutating func skipDigits() throws(JSONFailure) {
        let start = index
        while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        guard index > start else {
            throw JSONFailure("expected a digit, found \(found(at: index))", at: index)
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Reads a string from its opening to its closing quote.
    mutating func string() throws(JSONFailure) -> String {
        let start = index
        index += 1
        let first = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: bytes[first..<index - 1], as: UTF8.self)
            case UInt8(ascii: "\\"): return try stringWithEscapes(from: first, start: start)
            case 0..<0x20: throw controlCharacter()
            default: index += 1
            }
        }
        throw JSONFailure("the text is not closed", at: start, help: "close it with '\"'")
    }

    private mutating func stringWithEscapes(
        from first: Int, start: Int
    ) throws(JSONFailure) -> String {
        var content = Array(bytes[first..<index])
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"):
                let scalar = try escape()
                content.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
            case 0..<0x20: throw controlCharacter()
            default:
                content.append(byte)
                index += 1
            }
        }
        throw JSONFailure("the text is not closed", at: start, help: "close it with '\"'")
    }

    private func controlCharacter() -> JSONFailure {
        let name = bytes[index] == 0x0A || bytes[index] == 0x0D ? "line end" : "control character"
        return JSONFailure(
            "a \(name) stands inside a text", at: index,
            help: "close the text with '\"', or write the character as an escape such as \\n")
    }

    private mutating func escape() throws(JSONFailure) -> Unicode.Scalar {
        let start = index
        index += 2
        guard start + 1 < bytes.count else {
            throw JSONFailure("the text is not closed", at: start)
        }
        switch bytes[start + 1] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(from: start)
        default:
            throw JSONFailure(
                "unknown escape '\\' followed by \(found(at: start + 1))", at: start,
                help: "write a backslash as '\\\\'")
        }
    }

    private mutating func unicodeEscape(from start: Int) throws(JSONFailure) -> Unicode.Scalar {
        let unit = try fourHexDigits(from: start)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let isHighHalf = (0xD800..<0xDC00).contains(unit)
        if isHighHalf, skip("\\u") {
            let other = try fourHexDigits(from: start)
            if (0xDC00..<0xE000).contains(other) {
                let combined = 0x10000 + ((unit - 0xD800) << 10) + (other - 0xDC00)
                if let scalar = Unicode.Scalar(combined) { return scalar }
            }
        }
        throw JSONFailure(
            "half of a surrogate pair stands alone", at: start,
            help: "write the character itself, or both halves")
    }

    private mutating func fourHexDigits(from start: Int) throws(JSONFailure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard index < bytes.count, let digit = hexDigit(bytes[index]) else {
                throw JSONFailure("expected four hexadecimal digits after '\\u'", at: start)
            }
            value = value << 4 | digit
            index += 1
        }
        return value
    }

    private func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x57
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x37
        default: nil
        }
    }
}

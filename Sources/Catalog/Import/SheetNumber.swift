import Quantities

/// Reads numbers as price sheets write them, without going through binary floating point.
enum SheetNumber {
    /// What a cell or value turned out to be.
    enum Reading: Equatable {
        case number(ExactDecimal)
        /// A decimal comma.
        case comma
        /// A word or a percentage that stands where a number belongs.
        case placeholder
    }

    /// Reads digits, a point, a sign and an exponent: `0.0800000000`, `416.0`, `5.64902E-05`.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
        if let number = plain(bytes) { return .number(number) }
        if isWithComma(bytes) { return .comma }
        guard let number = scientific(bytes) else { return .placeholder }
        return .number(number)
    }

    /// Reads a text the same way.
    static func read(_ text: String) -> Reading {
        var text = text
        return text.withUTF8 { read($0) }
    }

    /// Nearly every price: up to 18 digits with one point, no sign.
    private static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> ExactDecimal? {
        guard !bytes.isEmpty, bytes.count <= 19 else { return nil }
        var coefficient: Int64 = 0
        var scale: UInt8 = 0
        var digits = 0
        var hasPoint = false
        for byte in bytes {
            if byte == 0x2E, !hasPoint, digits > 0 {
                hasPoint = true
                continue
            }
            guard (0x30...0x39).contains(byte), digits < 18 else { return nil }
            coefficient = coefficient * 10 + Int64(byte - 0x30)
            digits += 1
            if hasPoint { scale += 1 }
        }
        guard digits > 0, !hasPoint || scale > 0 else { return nil }
        return ExactDecimal(coefficient: coefficient, scale: scale)
    }

    private static func isWithComma(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var commas = 0
        for byte in bytes {
            if byte == 0x2C {
                commas += 1
            } else if byte != 0x2D, byte != 0x2E,
                !(0x30...0x39).contains(byte)
            {
                return false
            }
        }
        return commas > 0 && bytes.count > commas
    }

    private static func scientific(_ bytes: UnsafeBufferPointer<UInt8>) -> ExactDecimal? {
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), bytes.count <= 64 else { return nil }
        var exponent = 0
        if parts.count == 2 {
            let digits = parts[1].hasPrefix("+") ? parts[1].dropFirst() : parts[1]
            guard digits.utf8.count <= 4, let value = Int(digits) else { return nil }
            exponent = value
        }
        var mantissa = parts[0]
        if mantissa.hasPrefix(".") { mantissa = "0" + mantissa }
        if mantissa.hasPrefix("-.") { mantissa = "-0" + mantissa.dropFirst() }
        guard let number = try? ExactDecimal(parsing: mantissa) else { return nil }
        guard exponent != 0, !number.isZero else { return number }
        guard exponent < 0 else {
            guard exponent <= 37, let power = try? ExactDecimal(parsing: zeros(exponent)) else {
                return nil
            }
            return try? number.multiplied(by: power)
        }
        return try? ExactDecimal(coefficient: number.coefficient, scale: number.scale - exponent)
    }

    private static func zeros(_ count: Int) -> String {
        "1" + String(repeating: "0", count: count)
    }
}

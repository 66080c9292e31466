extension CalendarPeriod {
    /// Reads an ISO 8601 period PnYnMnWnD: at least one part, in that order, each at most once.
    ///
    /// Signs, fractions, spaces, lower case, leading zeros and a time part are refused.
    ///
    /// - Throws: `invalidPeriod`.
    package init(parsing text: some StringProtocol) throws(QuantityError) {
        guard let period = CalendarPeriod(bytes: Array(text.utf8)) else {
            throw .invalidPeriod(String(text))
        }
        self = period
    }

    private init?(bytes: [UInt8]) {
        guard bytes.first == UInt8(ascii: "P"), bytes.count > 1 else { return nil }
        let designators = Array("YMWD".utf8)
        var parts = [0, 0, 0, 0]
        var next = 0
        var digits: [UInt8] = []
        for byte in bytes.dropFirst() {
            if byte >= 0x30, byte <= 0x39 {
                digits.append(byte)
                continue
            }
            guard let value = CalendarPeriod.number(digits),
                let index = designators[next...].firstIndex(of: byte)
            else { return nil }
            parts[index] = value
            next = index + 1
            digits = []
        }
        guard digits.isEmpty else { return nil }
        self.init(years: parts[0], months: parts[1], weeks: parts[2], days: parts[3])
    }

    private static func number(_ digits: [UInt8]) -> Int? {
        guard (1...6).contains(digits.count), digits[0] != 0x30 || digits.count == 1 else {
            return nil
        }
        return digits.reduce(0) { (value: Int, digit: UInt8) in value * 10 + Int(digit - 0x30) }
    }
}

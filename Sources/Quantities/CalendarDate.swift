/// Names one day of the proleptic Gregorian calendar in the years 1900 to 2200.
package struct CalendarDate: Sendable, Hashable {
    /// The year, 1900...2200.
    package let year: Int
    /// The month, 1...12.
    package let month: Int
    /// The day of the month, from 1.
    package let day: Int

    /// The years that dates of this product lie in.
    package static let years = 1900...2200

    /// Creates a day; nil when the calendar or the range of years has none.
    package init?(year: Int, month: Int, day: Int) {
        guard CalendarDate.years.contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.days(inMonth: month, year: year)
        else { return nil }
        self.init(checkedYear: year, month: month, day: day)
    }

    /// Reads a day written YYYY-MM-DD, with nothing before or after it.
    ///
    /// - Throws: `invalidDate`.
    package init(parsing text: some StringProtocol) throws(QuantityError) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = CalendarDate.number(bytes[0..<4]),
            let month = CalendarDate.number(bytes[5..<7]),
            let day = CalendarDate.number(bytes[8..<10]),
            let date = CalendarDate(year: year, month: month, day: day)
        else { throw .invalidDate(String(text)) }
        self = date
    }

    init(checkedYear: Int, month: Int, day: Int) {
        self.year = checkedYear
        self.month = month
        self.day = day
    }

    /// Returns how many days a month has, 28...31.
    ///
    /// - Precondition: `month` lies in 1...12.
    package static func days(inMonth month: Int, year: Int) -> Int {
        precondition((1...12).contains(month), "a year has twelve months")
        switch month {
        case 2: return isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// Tells whether a year has a 29 February.
    package static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}

extension CalendarDate: Comparable {
    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The day as YYYY-MM-DD.
    package var description: String {
        let twoDigits = { (number: Int) -> String in number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
    }
}

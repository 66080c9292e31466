import Diagnostics
package import Quantities

extension ExactDecimal: InputScalar {
    /// Gives "a decimal number such as 1234.50".
    package static var expectation: String { "a decimal number such as 1234.50" }

    /// Takes plain decimals only: no exponent, no separators, no zeros in front.
    package init?(inputText: String) {
        guard let number = try? ExactDecimal(parsing: inputText) else { return nil }
        self = number
    }

    /// Tells numbers with too many digits from texts that are no numbers, and names the usual
    /// slips.
    package static func mistake(in text: String) -> InputMistake {
        do {
            _ = try ExactDecimal(parsing: text)
        } catch .overflow {
            return InputMistake(.inputOutOfRange, help: "the number has too many digits")
        } catch {
            return InputMistake(.inputNotANumber, help: help(for: text))
        }
        return InputMistake(.inputNotANumber)
    }

    private static func help(for text: String) -> String? {
        let bytes = text.utf8
        guard bytes.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
        if text.contains(",") { return "write a point before the decimals and no separators" }
        if text.contains(where: { $0 == " " || $0 == "'" || $0 == "_" }) {
            return "write the digits without separators, and no unit"
        }
        if bytes.allSatisfy({ $0 &- 0x30 < 10 || "+-.eE".utf8.contains($0) }) {
            return text.lowercased().contains("e")
                ? "write all digits instead of an exponent" : "write it plainly, such as 0.5 or 12"
        }
        return "write the number alone, without unit or currency"
    }
}

extension CalendarDate: InputScalar {
    /// Gives "a date such as 2027-07-01".
    package static var expectation: String { "a date such as 2027-07-01" }

    /// Takes existing days written YYYY-MM-DD.
    package init?(inputText: String) {
        guard let date = try? CalendarDate(parsing: inputText) else { return nil }
        self = date
    }

    /// Tells days that do not exist from texts that are no dates.
    package static func mistake(in text: String) -> InputMistake {
        let pattern = text.utf8.map { $0 &- 0x30 < 10 ? UInt8(ascii: "0") : $0 }
        let isWellFormed = pattern.elementsEqual("0000-00-00".utf8)
        return InputMistake(
            .inputNotADate,
            help: isWellFormed
                ? "the calendar of the years 1900 to 2200 has no such day"
                : "write year, month and day as YYYY-MM-DD")
    }
}

extension CalendarPeriod: InputScalar {
    /// Gives "a period such as P3Y or P18M".
    package static var expectation: String { "a period such as P3Y or P18M" }

    /// Takes ISO 8601 periods of whole years, months, weeks and days.
    package init?(inputText: String) {
        guard let period = try? CalendarPeriod(parsing: inputText) else { return nil }
        self = period
    }

    /// Shows how the usual lengths of time are written.
    package static func mistake(in text: String) -> InputMistake {
        InputMistake(.inputNotAPeriod, help: "P3Y is three years, P18M 18 months, P14D 14 days")
    }
}

extension Currency: InputScalar {
    /// Gives "a currency code such as EUR".
    package static var expectation: String { "a currency code such as EUR" }

    /// Takes codes of ISO 4217 in capital letters.
    package init?(inputText: String) {
        self.init(code: inputText)
    }

    /// Suggests the code in capitals or the code of a common sign.
    package static func mistake(in text: String) -> InputMistake {
        let signs = ["€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "zł": "PLN"]
        let capitals = text.uppercased()
        let guess = signs[text] ?? (Currency(code: capitals) == nil ? nil : capitals)
        return InputMistake(.inputNotACurrency, help: guess.map { "did you mean '\($0)'?" })
    }
}

extension Unit: InputScalar {
    /// Gives "a unit such as GiB".
    package static var expectation: String { "a unit such as GiB" }

    /// Takes the symbols that `Unit` knows, in their exact case.
    package init?(inputText: String) {
        self.init(symbol: inputText)
    }
}

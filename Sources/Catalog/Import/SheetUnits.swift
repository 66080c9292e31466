import Quantities

/// Tells what a sheet's word for a unit counts, by table; an unknown word is nobody's guess.
struct SheetUnits {
    /// A unit of the catalog, and how many of it one price is for.
    struct Meaning: Equatable {
        let unit: PriceUnit
        let block: ExactDecimal
    }

    private let form: SheetForm
    private var known: [String: Meaning?] = [:]

    init(_ form: SheetForm) {
        self.form = form
    }

    /// Returns what a text means; `nil` where the table does not know it.
    mutating func meaning(of text: String) -> Meaning? {
        if let meaning = known[text] { return meaning }
        let meaning = lookUp(text)
        if known.count < SheetTally.mostWords { known[text] = .some(meaning) }
        return meaning
    }

    private func lookUp(_ text: String) -> Meaning? {
        switch form {
        case .gcpSkus: Self.ucum[text].map { Meaning(unit: $0.0, block: ExactDecimal($0.1)) }
        case .awsOffer:
            Self.amazonWords[text.lowercased()].map {
                Meaning(unit: $0.0, block: ExactDecimal($0.1))
            }
        case .azureRetail, .eaPriceSheet:
            Self.azureExceptions[text] ?? Self.counted(text, Self.azureWords)
        case .ociProducts: Self.counted(text, Self.oracleWords)
        }
    }

    /// Reads `10K`, `100 Hours`, `1/Month`, `1,000 Transactions`: a number, then a word of a table.
    ///
    /// White space around the text says nothing: `1` and `1 ` are one unit.
    private static func counted(
        _ text: String, _ words: [String: (PriceUnit, String)]
    ) -> Meaning? {
        let lower = text.lowercased().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        let digits = lower.prefix { $0.isASCII && ($0.isNumber || $0 == ",") }
        var rest = lower.dropFirst(digits.count)
        var number = digits.filter { $0 != "," }
        if digits.isEmpty { number = "1" }
        if !digits.isEmpty, let (zeros, behind) = multiple(rest) {
            number += zeros
            rest = behind
        }
        let word = String(rest.drop { $0 == " " })
            .replacing(" /", with: "/").replacing("/ ", with: "/")
        guard number.utf8.count <= 18, let count = try? ExactDecimal(parsing: number),
            let (unit, each) = words[word], !count.isZero,
            let size = try? ExactDecimal(parsing: each), let block = try? count.multiplied(by: size)
        else { return nil }
        return Meaning(unit: unit, block: block)
    }

    /// Letters behind a number that multiply it: `10K`, `1M`, `1B`, `1MIL`.
    private static func multiple(_ text: Substring) -> (zeros: String, rest: Substring)? {
        let multiples = [("mil", "000000"), ("k", "000"), ("m", "000000"), ("b", "000000000")]
        for (letters, zeros) in multiples where text.hasPrefix(letters) {
            let rest = text.dropFirst(letters.count)
            if rest.isEmpty || rest.first == " " || rest.first == "/" { return (zeros, rest) }
        }
        return nil
    }
}

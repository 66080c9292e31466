/// Names a currency of ISO 4217 and how finely it divides.
package struct Currency: Sendable, Hashable {
    /// The three-letter code, upper case.
    package let code: String
    /// How many decimals one unit has: 0, 2, 3 or 4.
    package let minorUnits: Int

    /// The euro.
    package static let euro = Currency(listedCode: "EUR", minorUnits: 2)

    /// Creates the currency of a code; nil when the code is not in use (case matters).
    package init?(code: String) {
        guard let minorUnits = Currency.minorUnitsByCode[code] else { return nil }
        self.init(listedCode: code, minorUnits: minorUnits)
    }

    private init(listedCode: String, minorUnits: Int) {
        self.code = listedCode
        self.minorUnits = minorUnits
    }

    /// How many minor units make one unit: 1, 100, 1000 or 10000.
    package var minorUnitsPerUnit: Int64 {
        Int64(PowersOfTen.power(minorUnits))
    }
}

extension Currency: Comparable {
    /// Orders by code.
    package static func < (left: Currency, right: Currency) -> Bool { left.code < right.code }
}

extension Currency: CustomStringConvertible {
    /// The code.
    package var description: String { code }
}

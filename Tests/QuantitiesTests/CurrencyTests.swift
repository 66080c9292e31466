import Foundation
import Quantities
import Testing

@Suite struct CurrencyTests {
    @Test(arguments: [
        ("JPY", 0), ("ISK", 0), ("KRW", 0), ("EUR", 2), ("USD", 2), ("CHF", 2), ("BHD", 3),
        ("KWD", 3), ("OMR", 3), ("TND", 3), ("CLF", 4), ("UYW", 4),
    ])
    func `a currency has the minor units of ISO 4217`(code: String, minorUnits: Int) throws {
        let currency = try #require(Currency(code: code))
        #expect(currency.minorUnits == minorUnits)
        #expect(currency.code == code)
    }

    @Test(arguments: [
        "", "eur", "Eur", "EURO", "XXX", "XTS", "XAU", "DEM", "HRK", "USN", "ΕUR", "EU",
    ])
    func `withdrawn codes, metals, funds and other spellings are no currencies`(code: String) {
        #expect(Currency(code: code) == nil)
    }

    @Test func `the codes are sorted, unique and each is a currency`() {
        #expect(Currency.allCodes == Set(Currency.allCodes).sorted())
        #expect(Currency.allCodes.count == 157)
        #expect(Currency.allCodes.allSatisfy { Currency(code: $0)?.code == $0 })
    }

    @Test func `the euro is the listed one`() {
        #expect(Currency(code: "EUR") == .euro)
    }

    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["SOVEREIGN_SHARED"] != nil,
            "SOVEREIGN_SHARED names no folder with the ISO 4217 list"))
    func `the table agrees with the list of the maintenance agency`() throws {
        let root = try #require(ProcessInfo.processInfo.environment["SOVEREIGN_SHARED"])
        let path = root + "/data/standards/iso4217/active-currencies.csv"
        let list = try String(contentsOfFile: path, encoding: .utf8)
        var listed: [String: Int] = [:]
        for row in list.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = row.split(separator: ",")
            listed[String(cells[0])] = Int(cells[2])
        }
        for code in Currency.allCodes {
            #expect(listed[code] == Currency(code: code)?.minorUnits, "\(code)")
        }
    }
}

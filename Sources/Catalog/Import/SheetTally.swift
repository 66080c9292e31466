import Diagnostics

/// Counts what an import met, so that thousands of equal remarks become one with a number.
struct SheetTally {
    /// Why a price is not among the rows written.
    enum Reason: String, CaseIterable {
        case emptyValidity = "its validity is empty"
        case repeated = "it repeats another one exactly"
        case paidAlike = "another row of the meter states the same price, but for rounding"
        case unknownRegion = "its region is not in the table"
        case unknownUnit = "its unit is not in the table"
        case unknownCurrency = "its currency is not one of ISO 4217"
        case otherCurrency = "it is in another currency"
        case tiersLost = "it reads 0 in a copy that lost its tiers"
        case noProduct = "its product is not in the sheet"
    }

    /// Something met several times: how often, where first.
    struct Met {
        var count = 0
        let first: SourceLocation
        var code = FindingCode.sheetRemark
    }

    /// Objects or rows of the sheet that state prices.
    var items = 0
    /// Prices that they state.
    var prices = 0
    /// Rows written.
    var rows = 0
    /// Rows with the price 0.
    var zeros = 0
    /// Prices that end because a later one begins.
    var superseded = 0
    /// Rows that take the place of prices in the catalog.
    var replaced = 0
    /// Meters that stand beside a price of the catalog which they could not replace.
    var beside = 0
    private(set) var leftOut: [Reason: Int] = [:]
    private(set) var regions: [String: Met] = [:]
    private(set) var units: [String: Met] = [:]
    private(set) var currencies: [String: Met] = [:]
    private(set) var remarks: [String: Met] = [:]

    /// Different unknown words that are kept; more would only be more of the same.
    static let mostWords = 10_000

    mutating func leaveOut(_ reason: Reason, _ count: Int = 1) {
        leftOut[reason, default: 0] += count
    }

    mutating func unknown(region: String, at place: SourceLocation) {
        Self.meet(region, at: place, in: &regions)
        leaveOut(.unknownRegion)
    }

    mutating func unknown(unit: String, at place: SourceLocation) {
        Self.meet(unit, at: place, in: &units)
        leaveOut(.unknownUnit)
    }

    mutating func unknown(currency: String, at place: SourceLocation) {
        Self.meet(currency, at: place, in: &currencies)
        leaveOut(.unknownCurrency)
    }

    /// Notes something worth one remark with a number.
    mutating func remark(
        _ text: String, _ code: FindingCode = .sheetRemark,
        at place: @autoclosure () -> SourceLocation
    ) {
        if remarks[text] != nil {
            remarks[text]?.count += 1
        } else if remarks.count < Self.mostWords {
            remarks[text] = Met(count: 1, first: place(), code: code)
        }
    }

    private static func meet(
        _ word: String, at place: SourceLocation, in words: inout [String: Met]
    ) {
        if words[word] != nil {
            words[word]?.count += 1
        } else if words.count < mostWords {
            words[word] = Met(count: 1, first: place)
        }
    }
}

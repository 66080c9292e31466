import Diagnostics
import Quantities

/// One price as a sheet states it, before the prices of its meter are looked at together.
struct SheetPrice: Equatable {
    /// Whether the amount is a rate, or one of the two parts of a price with a payment upfront.
    enum Part: String {
        case rate
        /// Paid once for the whole term.
        case upfront
        /// Paid for every hour of the term besides.
        case hourly
    }

    /// Meter with its qualifiers; prices with different ones never mix.
    var sku: String
    /// Sites in their order, with `;` between; `*` for all.
    var sites: String
    /// Months committed; 0 on demand.
    var months = 0
    var unit: PriceUnit
    var block = ExactDecimal.one
    /// In units, not in blocks.
    var tierFrom = ExactDecimal.zero
    /// Where the sheet says that the tier ends; `nil` where it is open or not said.
    var tierUntil: ExactDecimal?
    /// Whether the sheet states ends of tiers.
    var statesEnds = false
    var amount: ExactDecimal
    var currency: String
    var from: CalendarDate?
    var until: CalendarDate?
    var part = Part.rate
    var isDerived = false
    var isPerAccount = false
    /// The sheet's own name of the price.
    var origin: String
    var sheetUnit: String
    var note = ""
    /// Number of the file, line and column.
    var file = 0
    var line = 0
    var column = 0

    /// Hours of the term: 8,760 a year.
    var termHours: ExactDecimal { ExactDecimal(months * 730) }
}

extension SheetPrice {
    private static let separator: UInt8 = 0x1F

    /// The price as bytes that sort by meter, sites, plan, tier, first day, and then the rest.
    var record: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        func add(_ text: String) {
            // Control characters would end a field; no table may hold them either.
            for byte in text.utf8 { bytes.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte) }
            bytes.append(Self.separator)
        }
        add(sku)
        add(sites)
        add(Self.padded("\(months)", 4))
        add(Self.sortable(tierFrom))
        add(from?.description ?? "")
        add(until?.description ?? "")
        add(currency)
        add(amount.description)
        add(unit.rawValue)
        add(block == .one ? "" : block.description)
        add(tierUntil?.description ?? (statesEnds ? "open" : ""))
        add(part == .rate ? "" : part.rawValue)
        add(isDerived ? "1" : "")
        add(isPerAccount ? "1" : "")
        add(origin)
        add(sheetUnit)
        add(note)
        add("\(file)")
        add("\(line)")
        add("\(column)")
        return bytes
    }

    init?(record: [UInt8]) {
        let fields = record.split(separator: Self.separator, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard fields.count == 21, let months = Int(fields[2]),
            let tier = Self.unsorted(fields[3]), let amount = Self.number(fields[7]),
            let unit = PriceUnit(rawValue: fields[8])
        else { return nil }
        self.init(
            sku: fields[0], sites: fields[1], months: months, unit: unit,
            block: fields[9].isEmpty ? .one : Self.number(fields[9]) ?? .one, tierFrom: tier,
            tierUntil: Self.number(fields[10]), statesEnds: !fields[10].isEmpty, amount: amount,
            currency: fields[6], from: try? CalendarDate(parsing: fields[4]),
            until: try? CalendarDate(parsing: fields[5]),
            part: Part(rawValue: fields[11]) ?? .rate, isDerived: !fields[12].isEmpty,
            isPerAccount: !fields[13].isEmpty, origin: fields[14], sheetUnit: fields[15],
            note: fields[16], file: Int(fields[17]) ?? 0, line: Int(fields[18]) ?? 0,
            column: Int(fields[19]) ?? 0)
    }

    /// Whether two records are of one meter, at the same sites, with the same plan.
    static func haveSameMeter(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        var fields = 0
        for index in 0..<min(one.count, other.count) {
            guard one[index] == other[index] else { return false }
            if one[index] == separator {
                fields += 1
                if fields == 3 { return true }
            }
        }
        return false
    }

    private static func number(_ text: String) -> ExactDecimal? {
        if case .number(let number) = SheetNumber.read(text) { return number }
        return nil
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    private static func sortable(_ number: ExactDecimal) -> String {
        if number.isZero { return "0000000000000000000000" }
        let text = number.description
        let whole = text.prefix { $0 != "." }
        return padded(String(whole), 22) + text.dropFirst(whole.count)
    }

    private static func unsorted(_ text: String) -> ExactDecimal? {
        let trimmed = text.drop { $0 == "0" }
        if trimmed.isEmpty { return .zero }
        return number(trimmed.hasPrefix(".") ? "0" + trimmed : String(trimmed))
    }
}

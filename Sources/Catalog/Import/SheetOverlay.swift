import LocatedInput
import Quantities

/// Writes rows of the catalog's own form.
///
/// A row of the catalog that prices the same meter with the same plan at the same sites is replaced
/// by taking over its identifier. Where the catalog's rows hold at other sites too, they stay, and
/// the imported meter gets the form's name behind its own.
struct SheetOverlay {
    /// Columns of the file, in order.
    static let columns = [
        "id", "sku", "sites", "plan", "unit", "model", "block", "tierFrom", "amount", "currency",
        "basis", "aggregation", "effectiveFrom", "effectiveUntil", "sheetRow", "sheetUnit", "note",
        "source", "asOf", "confidence",
    ]

    private struct Key: Hashable {
        let sku: String
        let months: Int
    }

    private struct Base {
        let id: String
        let sites: [String]
    }

    private let form: SheetForm
    /// Source, date and confidence as every line ends.
    private let ending: String
    private let bases: [Key: [Base]]

    init(
        _ form: SheetForm, source: String, asOf: String, confidence: Confidence,
        over catalog: CatalogSnapshot
    ) {
        self.form = form
        ending =
            "," + [source, asOf, confidence.rawValue].map(Self.cell).joined(separator: ",") + "\n"
        let provider = form.facts.provider
        bases = catalog.prices.reduce(into: [:]) { bases, row in
            guard row.provider == provider else { return }
            bases[Key(sku: row.sku, months: row.plan.months), default: []].append(
                Base(id: row.id.rawValue, sites: row.sites.map(\.rawValue)))
        }
    }

    /// First line of the file.
    var header: String { Self.columns.joined(separator: ",") + "\n" }

    /// Lines of one meter, and what becomes of the catalog's own prices of it.
    func lines(of rows: [SheetPrice]) -> (text: String, replaced: Int, isBeside: Bool) {
        guard let first = rows.first else { return ("", 0, false) }
        let sites = first.sites == "*" ? [] : first.sites.split(separator: ";").map(String.init)
        let bases = (bases[Key(sku: first.sku, months: first.months)] ?? []).filter {
            $0.sites.isEmpty || sites.isEmpty || !Set($0.sites).isDisjoint(with: sites)
        }.sorted { $0.id < $1.id }
        let fits = bases.allSatisfy {
            sites.isEmpty || (!$0.sites.isEmpty && Set($0.sites).isSubset(of: sites))
        }
        let isBeside = !bases.isEmpty && (!fits || bases.count > rows.count)
        let model = Self.model(of: rows)
        var text = ""
        for (number, row) in rows.enumerated() {
            var row = row
            if isBeside { row.sku += "/" + form.rawValue }
            let taken = !isBeside && number < bases.count ? bases[number].id : nil
            text += line(row, id: taken ?? id(of: row), model)
        }
        return (text, isBeside ? 0 : bases.count, isBeside)
    }

    private static func model(of rows: [SheetPrice]) -> PriceModel {
        if rows.contains(where: { !$0.tierFrom.isZero }) { return .graduated }
        return rows.first?.block == .one ? .perUnit : .block
    }

    private func line(_ row: SheetPrice, id: String, _ model: PriceModel) -> String {
        let plan = row.months == 0 ? "on-demand" : Self.period(row.months)
        let cells = [
            id, row.sku, row.sites, plan, row.unit.rawValue, model.rawValue,
            row.block == .one ? "" : row.block.description,
            row.tierFrom.isZero ? "" : row.tierFrom.description, row.amount.description,
            row.currency, row.isDerived ? "derived" : "published",
            row.isPerAccount ? "account" : "resource", row.from?.description ?? "",
            row.until?.description ?? "", row.origin, row.sheetUnit, row.note,
        ]
        var line = ""
        line.reserveCapacity(512)
        for (number, cell) in cells.enumerated() {
            if number > 0 { line += "," }
            line += Self.cell(cell)
        }
        return line + ending
    }

    private static func period(_ months: Int) -> String {
        months.isMultiple(of: 12) ? "P\(months / 12)Y" : "P\(months)M"
    }

    private static func cell(_ text: String) -> String {
        let trimmed = text.hasPrefix(" ") || text.hasSuffix(" ")
        guard trimmed || text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 }) else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Names a row by what it prices; the same price has the same name in every sheet.
    private func id(of row: SheetPrice) -> String {
        var parts = [form.rawValue, row.sku]
        if row.sites != "*" { parts.append(row.sites) }
        if row.months > 0 { parts.append(Self.period(row.months).lowercased()) }
        if !row.tierFrom.isZero { parts.append("above-\(row.tierFrom)") }
        if let from = row.from { parts.append("from-\(from)") }
        let whole = parts.joined(separator: "-")
        var letters: [UInt8] = []
        var isLossy = false
        for byte in whole.utf8.prefix(96) {
            let isLetter = ProviderID.isLetter(byte)
            if !isLetter { isLossy = true }
            letters.append(isLetter ? byte : UInt8(ascii: "-"))
        }
        let name = String(decoding: letters, as: UTF8.self)
        if whole.utf8.count > 96 { isLossy = true }
        return isLossy ? name + "-" + Self.digest(whole) : name
    }

    /// Sixteen digits that tell apart what looks alike (FNV-1a).
    private static func digest(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

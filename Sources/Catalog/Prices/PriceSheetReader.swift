import Diagnostics
import LocatedInput
import Quantities

/// Reads a price sheet row by row.
///
/// The first row of each kind is read field by field, as other facts are. What it has in common
/// with others (site, plan, unit, source and so on) is remembered by its cells: later rows with the
/// same ones need a look at their own cells only.
struct PriceSheetReader {
    /// Terms that were read without a finding.
    private struct KnownTerms {
        let number: UInt32
        let needsNote: Bool
    }

    /// Columns in which every row says something of its own.
    private enum OwnColumn: String, CaseIterable {
        case id, sku, tierFrom, amount, low, high, sheetRow, note
    }

    private let provider: ProviderID
    private let layer: Int
    private let collector: FindingCollector
    private var sheets = PriceSheets()
    /// Places of the own columns in the table; none where the table has no such column.
    private var own: [OwnColumn: Int] = [:]
    private var common: [Int] = []
    /// Cells of terms, joined.
    private var keys = TextPool()
    private var known: [KnownTerms?] = []
    private var key: [UInt8] = []

    /// Reads the rows of a sheet; every mistake is a finding.
    static func read(
        _ sheet: CSVSheet, of provider: ProviderID, layer: Int, into collector: FindingCollector
    ) -> PriceTable {
        var reader = Self(sheet, provider, layer, collector)
        reader.read(sheet)
        return PriceTable(reading: reader.sheets)
    }

    private init(
        _ sheet: CSVSheet, _ provider: ProviderID, _ layer: Int, _ collector: FindingCollector
    ) {
        self.provider = provider
        self.layer = layer
        self.collector = collector
        for (place, name) in sheet.columns.enumerated() {
            if let column = OwnColumn(rawValue: name) {
                own[column] = place
            } else {
                common.append(place)
            }
        }
    }

    private mutating func read(_ sheet: CSVSheet) {
        // Growing would take the memory of both the old and the new rows.
        let count = sheet.estimatedRows
        if count > 10_000 {
            sheets.rows.reserveCapacity(count)
            sheets.ids.reserve(count, bytesEach: 32)
        }
        let own = OwnPlaces(self.own)
        // Both closures change the reader, one after the other.
        var reader = self
        withUnsafeMutablePointer(to: &reader) { reader in
            sheet.forEachRow(into: collector) { cells in
                own.map { reader.pointee.take(cells, $0) } ?? false
            } read: { row in
                reader.pointee.read(row)
            }
        }
        self = reader
    }

    /// Takes a row whose terms are known and whose own cells are in order.
    private mutating func take(_ cells: borrowing CSVCells, _ own: OwnPlaces) -> Bool {
        key.removeAll(keepingCapacity: true)
        for column in common {
            key.append(contentsOf: cells[column])
            // Tables hold no control characters.
            key.append(0x1F)
        }
        guard let number = key.withUnsafeBufferPointer({ keys.number(of: $0) }),
            let terms = known[Int(number)], own.isEmpty(own.low, cells),
            own.isEmpty(own.high, cells)
        else { return false }
        let (id, sku) = (cells[own.id], cells[own.sku])
        let note = own.cell(own.note, cells)
        guard Self.isIdentifier(id), !sku.isEmpty, !terms.needsNote || note != nil,
            let amount = PlainDecimal(cells[own.amount]),
            let tierFrom = own.cell(own.tierFrom, cells).map(PlainDecimal.init) ?? .zero
        else { return false }
        let row = PackedPrice(
            sku: sheets.skus.add(sku), terms: terms.number,
            sheetRow: own.cell(own.sheetRow, cells).map { sheets.sheetRows.append($0) }
                ?? PackedPrice.none,
            note: note.map { sheets.notes.add($0) } ?? PackedPrice.none,
            estimate: PackedPrice.none, line: Int32(clamping: cells.line),
            amount: amount.coefficient, tierFrom: tierFrom.coefficient,
            amountScale: amount.scale, tierScale: tierFrom.scale, whole: 0,
            layer: UInt16(clamping: layer))
        sheets.place(row, id: id, into: collector)
        return true
    }

    /// Reads a row field by field; its terms are known then, if nothing was wrong.
    private mutating func read(_ row: LocatedValue) -> Bool {
        let findings = FindingCollector()
        if let price = PriceRow(row, provider: provider, into: findings) {
            sheets.add(price, layer: layer, into: collector)
            if findings.isEmpty, price.basis != .indicative { learn(price, from: row) }
        }
        if !findings.isEmpty { collector.absorb(findings.gathered) }
        // Whoever has ten thousand mistakes to mend needs no more of them, nor the time they take.
        return collector.omittedCount == 0
    }

    private mutating func learn(_ price: PriceRow, from row: LocatedValue) {
        guard let entries = row.entries else { return }
        key.removeAll(keepingCapacity: true)
        for column in common {
            key.append(contentsOf: (entries[column].value.text ?? "").utf8)
            key.append(0x1F)
        }
        let number = key.withUnsafeBufferPointer { keys.add($0) }
        while known.count <= Int(number) { known.append(nil) }
        known[Int(number)] = KnownTerms(
            number: sheets.number(of: PriceTerms(price)), needsNote: price.basis == .derived)
    }

    /// Tells what `Identifier` takes as its text.
    private static func isIdentifier(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        !text.isEmpty && text.allSatisfy(ProviderID.isLetter)
    }

    /// Where the own columns of a table stand; those that are not needed may be missing.
    private struct OwnPlaces {
        let id: Int
        let sku: Int
        let amount: Int
        let tierFrom: Int?
        let low: Int?
        let high: Int?
        let sheetRow: Int?
        let note: Int?

        init?(_ places: [OwnColumn: Int]) {
            guard let id = places[.id], let sku = places[.sku], let amount = places[.amount] else {
                return nil
            }
            self.id = id
            self.sku = sku
            self.amount = amount
            tierFrom = places[.tierFrom]
            low = places[.low]
            high = places[.high]
            sheetRow = places[.sheetRow]
            note = places[.note]
        }

        func isEmpty(_ column: Int?, _ cells: borrowing CSVCells) -> Bool {
            column.map { cells[$0].isEmpty } ?? true
        }

        func cell(
            _ column: Int?, _ cells: borrowing CSVCells
        ) -> UnsafeBufferPointer<UInt8>? {
            guard let column else { return nil }
            let cell = cells[column]
            return cell.isEmpty ? nil : cell
        }
    }
}

/// A decimal number without a sign, of 18 digits at most: nearly every price is one.
private struct PlainDecimal {
    static let zero = PlainDecimal(coefficient: 0, scale: 0)

    let coefficient: Int64
    let scale: UInt8

    private init(coefficient: Int64, scale: UInt8) {
        self.coefficient = coefficient
        self.scale = scale
    }

    /// Reads the form that `ExactDecimal` reads; `nil` for other numbers and other texts.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard let first = text.first, text.count <= 19 else { return nil }
        var coefficient: Int64 = 0
        var scale: UInt8 = 0
        var hasPoint = false
        for (index, byte) in text.enumerated() {
            switch byte {
            case 0x30...0x39:
                // No zero stands before other digits of the whole part.
                if index == 1, !hasPoint, first == 0x30 { return nil }
                coefficient = coefficient * 10 + Int64(byte - 0x30)
                if hasPoint { scale += 1 }
            case 0x2E where !hasPoint && index > 0: hasPoint = true
            default: return nil
            }
        }
        guard !hasPoint || scale > 0, text.count - (hasPoint ? 1 : 0) <= 18 else { return nil }
        self.init(coefficient: coefficient, scale: scale)
    }
}

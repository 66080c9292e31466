import Diagnostics
import Quantities

/// The rows of price sheets, packed; each has the number of its identifier.
///
/// A sheet of a million rows repeats a few hundred terms: kept once, they leave some 100 bytes a
/// row.
struct PriceSheets: Sendable {
    var ids = TextPool()
    var skus = TextPool()
    /// Remarks.
    var notes = TextPool()
    /// Names of rows in their sheets; hardly any stands twice.
    var sheetRows = TextList()
    var terms: [PriceTerms] = []
    var ranges: [PriceRange] = []
    /// In the order of `ids`.
    var rows: [PackedPrice] = []
    /// Rows whose amounts have more digits, or whose place is told otherwise, by number.
    var wholeRows: [UInt32: PriceRow] = [:]
    private var termNumbers: [PriceTerms: UInt32] = [:]

    /// Adds a row, in a layer of the catalog.
    mutating func add(_ row: PriceRow, layer: Int, into collector: FindingCollector) {
        place(packed(row, layer: layer), id: row.id.rawValue, whole: row, into: collector)
    }

    /// Adds the rows of another file.
    mutating func add(_ other: PriceSheets, into collector: FindingCollector) {
        // The larger table takes in the smaller one; layers tell which row counts.
        guard rows.count >= other.rows.count else {
            var larger = other
            larger.add(self, into: collector)
            self = larger
            return
        }
        let newTerms = other.terms.map { number(of: $0) }
        for index in other.rows.indices {
            let number = UInt32(index)
            var row = other.rows[index]
            if row.isWhole, let whole = other.wholeRows[number] {
                add(whole, layer: Int(row.layer), into: collector)
                continue
            }
            row.terms = newTerms[Int(row.terms)]
            row.sku = skus.add(other.skus[row.sku])
            if row.sheetRow != PackedPrice.none {
                row.sheetRow = sheetRows.append(other.sheetRows[row.sheetRow])
            }
            if row.note != PackedPrice.none { row.note = notes.add(other.notes[row.note]) }
            if row.estimate != PackedPrice.none {
                ranges.append(other.ranges[Int(row.estimate)])
                row.estimate = UInt32(ranges.count - 1)
            }
            place(row, id: other.ids[number], whole: nil, into: collector)
        }
    }

    /// Makes a row of what is packed.
    subscript(_ number: UInt32) -> PriceRow {
        let row = rows[Int(number)]
        if row.isWhole, let whole = wholeRows[number] { return whole }
        return PriceRow(
            id: PriceID(ids[number]), sku: skus[row.sku], terms[Int(row.terms)],
            tierFrom: ExactDecimal(coefficient: row.tierFrom, scale: row.tierScale),
            amount: ExactDecimal(coefficient: row.amount, scale: row.amountScale),
            range: row.estimate == PackedPrice.none ? nil : ranges[Int(row.estimate)],
            sheetRow: row.sheetRow == PackedPrice.none ? nil : sheetRows[row.sheetRow],
            note: row.note == PackedPrice.none ? nil : notes[row.note], line: Int(row.line))
    }

    /// Where a row was read.
    func location(of number: UInt32) -> SourceLocation {
        let row = rows[Int(number)]
        if row.isWhole, let whole = wholeRows[number] { return whole.provenance.location }
        return location(of: row)
    }

    /// Returns the number of terms, which are added if they are new.
    mutating func number(of new: PriceTerms) -> UInt32 {
        if let known = termNumbers[new] { return known }
        let number = UInt32(terms.count)
        terms.append(new)
        termNumbers[new] = number
        return number
    }

    private mutating func packed(_ row: PriceRow, layer: Int) -> PackedPrice {
        let place = row.provenance.location
        let isPlain =
            place.column == 1 && place.length == 1 && row.provenance.answered.isEmpty
        let amount = Int64(exactly: row.amount.coefficient)
        let tierFrom = Int64(exactly: row.tierFrom.coefficient)
        var estimate = PackedPrice.none
        if row.low != nil || row.high != nil {
            estimate = UInt32(ranges.count)
            ranges.append(PriceRange(low: row.low, high: row.high))
        }
        return PackedPrice(
            sku: skus.add(row.sku), terms: number(of: PriceTerms(row)),
            sheetRow: row.sheetRow.map { sheetRows.append($0) } ?? PackedPrice.none,
            note: row.note.map { notes.add($0) } ?? PackedPrice.none, estimate: estimate,
            line: Int32(clamping: place.line), amount: amount ?? 0, tierFrom: tierFrom ?? 0,
            amountScale: UInt8(row.amount.scale), tierScale: UInt8(row.tierFrom.scale),
            whole: amount == nil || tierFrom == nil || !isPlain ? 1 : 0,
            layer: UInt16(clamping: layer))
    }

    /// Puts a row in its place: a later layer replaces what an earlier one said, within a layer an
    /// identifier stands once.
    mutating func place(
        _ row: PackedPrice, id: UnsafeBufferPointer<UInt8>, whole: PriceRow? = nil,
        into collector: FindingCollector
    ) {
        let number = ids.add(id)
        guard Int(number) < rows.count else {
            rows.append(row)
            if row.isWhole { wholeRows[number] = whole }
            return
        }
        let earlier = rows[Int(number)]
        guard earlier.layer != row.layer else {
            let kept = location(of: number)
            let new = whole?.provenance.location ?? location(of: row)
            collector.report(
                .catalogDuplicateRecord, "'\(ids[number])' stands twice", at: max(kept, new),
                notes: [FindingNote("it stands here first", at: min(kept, new))],
                help: "give one of the two another id, or delete it")
            return
        }
        let places = [self.location(of: number), whole?.provenance.location ?? location(of: row)]
        let isLater = earlier.layer < row.layer
        collector.reportOverlays(
            ids[number], earlier: Int(min(earlier.layer, row.layer)),
            at: places[isLater ? 0 : 1], later: places[isLater ? 1 : 0])
        guard isLater else { return }
        rows[Int(number)] = row
        wholeRows[number] = row.isWhole ? whole : nil
    }

    private mutating func place(
        _ row: PackedPrice, id: String, whole: PriceRow?, into collector: FindingCollector
    ) {
        var id = id
        id.withUTF8 { place(row, id: $0, whole: whole, into: collector) }
    }

    private func location(of row: PackedPrice) -> SourceLocation {
        SourceLocation(path: terms[Int(row.terms)].path, line: Int(row.line), column: 1)
    }
}

extension PriceRow {
    fileprivate init(
        id: PriceID, sku: String, _ terms: PriceTerms, tierFrom: ExactDecimal,
        amount: ExactDecimal, range: PriceRange?, sheetRow: String?, note: String?, line: Int
    ) {
        self.init(
            id: id, provider: terms.provider, sku: sku, capability: terms.capability,
            sites: terms.sites, plan: terms.plan, unit: terms.unit, model: terms.model,
            block: terms.block, tierFrom: tierFrom, amount: amount, currency: terms.currency,
            basis: terms.basis, low: range?.low, high: range?.high,
            aggregation: terms.aggregation, minimum: terms.minimum, included: terms.included,
            effectiveFrom: terms.effectiveFrom,
            effectiveUntil: terms.effectiveUntil, sheetRow: sheetRow, sheetUnit: terms.sheetUnit,
            note: note, provenance: terms.provenance(line: line))
    }
}

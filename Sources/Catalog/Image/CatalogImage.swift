import LocatedInput
import Quantities

/// A catalog that was read and checked, as bytes from which it is quickly there again.
///
/// An image holds for the program that wrote it: nothing in it is named. Who keeps images must see
/// to it that the files are still those that were read.
package enum CatalogImage {
    /// Gives the image of a catalog, piece by piece.
    ///
    /// - Returns: `nil` where a fact has no form in an image.
    package static func pieces(of catalog: CatalogSnapshot) -> [ImagePiece]? {
        let (head, bulk) = (ImageWriter(), ImageWriter())
        let records = catalog.records
        do {
            head.write(records.version)
            try head.write(records.date)
            head.write(records.contentHash.hexadecimal)
            try records.draft.write(to: head)
            try records.draft.writeBulk(to: bulk)
        } catch {
            return nil
        }
        let pieces = head.image
        let length = pieces.reduce(into: 0) { length, piece in
            piece.withBytes { length += $0.count }
        }
        return [ImagePiece([length])] + pieces + bulk.image
    }

    /// Makes the catalog of an image.
    ///
    /// - Returns: `nil` where the bytes are no image that this program wrote.
    package static func catalog(of bytes: UnsafeRawBufferPointer) -> CatalogSnapshot? {
        let start = MemoryLayout<Int>.size
        guard bytes.count >= start, let base = bytes.baseAddress else { return nil }
        let length = bytes.loadUnaligned(as: Int.self)
        guard length >= 0, length <= bytes.count - start else { return nil }
        // The address as a number may cross to another thread, which ends before the bytes do.
        let address = UInt(bitPattern: base)
        let ranges = [start..<start + length, start + length..<bytes.count]
        let halves = Concurrently.map(ranges.count) { index -> Half? in
            let half = UnsafeRawBufferPointer(
                start: UnsafeRawPointer(bitPattern: address + UInt(ranges[index].lowerBound)),
                count: ranges[index].count)
            return try? Half(half, isBulk: index == 1)
        }
        guard let first = halves[0], let bulk = halves[1]?.draft, let head = first.head,
            let hash = first.hash
        else { return nil }
        var draft = first.draft
        draft.takeBulk(of: bulk)
        return CatalogSnapshot(
            CatalogRecords(draft, head: head, contentHash: hash).offeringDevices)
    }

    /// One of the two parts that are read side by side.
    private struct Half: Sendable {
        var draft = CatalogDraft()
        var head: CatalogHead?
        var hash: ContentHash?

        init(_ bytes: UnsafeRawBufferPointer, isBulk: Bool) throws {
            let reader = try ImageReader(bytes)
            if isBulk {
                try draft.readBulk(reader)
            } else {
                let version = try reader.readText()
                head = CatalogHead(version: version, date: try reader.read())
                hash = ContentHash(hexadecimal: try reader.readText())
                try draft.read(reader)
            }
            guard reader.isAtEnd else { throw ImageError() }
        }
    }
}

extension CatalogDraft {
    fileprivate mutating func read(_ reader: ImageReader) throws {
        owners = try RecordTable(reader)
        rules = try RecordTable(reader)
        providers = try RecordTable(reader)
        sites = try RecordTable(reader)
        services = try RecordTable(reader)
        authorisations = try RecordTable(reader)
        modules = try RecordTable(reader)
        edgeDevices = try RecordTable(reader)
        roles = try RecordTable(reader)
        labourRates = try RecordTable(reader)
        operatingModels = try RecordTable(reader)
        programmes = try RecordTable(reader)
        distances = try RecordTable(reader)
        capabilities = try RecordTable(reader)
        aliases = try RecordTable(reader)
        uplifts = try RecordTable(reader)
        clearanceCosts = try RecordTable(reader)
        frameworks = try RecordTable(reader)
        assessments = try RecordTable(reader)
    }

    fileprivate func write(to writer: ImageWriter) throws {
        try owners.write(to: writer)
        try rules.write(to: writer)
        try providers.write(to: writer)
        try sites.write(to: writer)
        try services.write(to: writer)
        try authorisations.write(to: writer)
        try modules.write(to: writer)
        try edgeDevices.write(to: writer)
        try roles.write(to: writer)
        try labourRates.write(to: writer)
        try operatingModels.write(to: writer)
        try programmes.write(to: writer)
        try distances.write(to: writer)
        try capabilities.write(to: writer)
        try aliases.write(to: writer)
        try uplifts.write(to: writer)
        try clearanceCosts.write(to: writer)
        try frameworks.write(to: writer)
        try assessments.write(to: writer)
    }

    /// The tables that take as long as all others together.
    fileprivate mutating func readBulk(_ reader: ImageReader) throws {
        availabilities = try RecordTable(reader)
        instances = try RecordTable(reader)
        exchangeRates = try RecordTable(reader)
        agreements = try RecordTable(reader)
        dependencies = try RecordTable(reader)
        commitments = try RecordTable(reader)
        prices = PriceTable(try PriceSheets(reader))
    }

    fileprivate func writeBulk(to writer: ImageWriter) throws {
        try availabilities.write(to: writer)
        try instances.write(to: writer)
        try exchangeRates.write(to: writer)
        try agreements.write(to: writer)
        try dependencies.write(to: writer)
        try commitments.write(to: writer)
        try prices.sheets.write(to: writer)
    }

    fileprivate mutating func takeBulk(of other: CatalogDraft) {
        availabilities = other.availabilities
        instances = other.instances
        exchangeRates = other.exchangeRates
        agreements = other.agreements
        dependencies = other.dependencies
        commitments = other.commitments
        prices = other.prices
    }
}

extension RecordTable where Record: Codable {
    fileprivate init(_ reader: ImageReader) throws {
        let count = try reader.readCount(of: 1)
        let keys = try (0..<count).map { _ in try reader.readText() }
        let records = try (0..<count).map { _ in try reader.read(Record.self) }
        guard let table = Self(keys: keys, records: records) else { throw ImageError() }
        self = table
    }

    fileprivate func write(to writer: ImageWriter) throws {
        writer.write(all.count)
        for key in frozenKeys { writer.write(key) }
        for record in all { try writer.write(record) }
    }
}

extension PriceSheets {
    fileprivate init(_ reader: ImageReader) throws {
        self.init()
        ids = TextPool(try TextList(reader))
        skus = TextPool(try TextList(reader))
        notes = TextPool(try TextList(reader))
        sheetRows = try TextList(reader)
        terms = try reader.read()
        ranges = try reader.read()
        rows = try reader.readMemory()
        let numbers = try reader.readMemory(UInt32.self)
        let whole = try reader.read([PriceRow].self)
        guard numbers.count == whole.count else { throw ImageError() }
        for (number, row) in zip(numbers, whole) { wholeRows[number] = row }
        guard ids.count == rows.count, rows.indices.allSatisfy(isInBounds) else {
            throw ImageError()
        }
    }

    /// Whether all that a row names is there.
    private func isInBounds(_ number: Int) -> Bool {
        let row = rows[number]
        func isNone(_ place: UInt32, orBelow count: Int) -> Bool {
            place == PackedPrice.none || place < count
        }
        return row.sku < skus.count && row.terms < terms.count
            && isNone(row.sheetRow, orBelow: sheetRows.count)
            && isNone(row.note, orBelow: notes.count)
            && isNone(row.estimate, orBelow: ranges.count)
            && row.amountScale <= 38 && row.tierScale <= 38
            && row.isWhole == (wholeRows[UInt32(number)] != nil)
    }

    fileprivate func write(to writer: ImageWriter) throws {
        for list in [ids.list, skus.list, notes.list, sheetRows] {
            writer.write(memory: list.bytes)
            writer.write(memory: list.ends)
        }
        try writer.write(terms)
        try writer.write(ranges)
        writer.write(memory: rows)
        let numbers = wholeRows.keys.sorted()
        writer.write(memory: numbers)
        try writer.write(numbers.compactMap { wholeRows[$0] })
    }
}

extension TextList {
    fileprivate init(_ reader: ImageReader) throws {
        let bytes = try reader.readMemory(UInt8.self)
        guard let list = TextList(bytes: bytes, ends: try reader.readMemory()) else {
            throw ImageError()
        }
        self = list
    }
}

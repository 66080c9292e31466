package import Diagnostics

/// Reads a table as RFC 4180 defines it: comma, double quotes, a header in the first row.
///
/// Lines end in LF or CRLF; quoted cells may hold commas, line ends and doubled quotes; empty lines
/// are passed over; blanks belong to the cell that they stand in.
package enum CSVInput {
    /// What may stand between two cells.
    package enum Separators: Sendable {
        /// A comma, as in every file of the catalog.
        case comma
        /// A comma, a semicolon or a tab, whichever the header has most of: spreadsheets export
        /// by the habits of their country.
        case anyUsual
    }

    /// Parses a table; every ragged row, bad header name and misplaced quote is reported.
    ///
    /// - Returns: The table without the rows that were reported, or none where header or quotes
    ///   leave no table.
    package static func parse(
        _ input: InputText, limits: InputLimits = .standard, separators: Separators = .comma,
        into collector: FindingCollector
    ) -> LocatedTable? {
        guard ForbiddenCharacters.check(input, lineSeparatorsForbidden: false, into: collector)
        else { return nil }
        var text = input.text
        return text.withUTF8 { bytes in
            let separator = separators == .comma ? UInt8(ascii: ",") : Self.separator(of: bytes)
            var scanner = CSVScanner(
                bytes: bytes, path: input.path, collector: collector, separator: separator)
            guard let columns = CSVHeader.read(&scanner, of: input, into: collector) else {
                return nil
            }
            var builder = CSVTableBuilder(columns: columns, limits: limits, collector: collector)
            var rows: [LocatedValue] = []
            while let row = scanner.nextRow() {
                if let value = builder.row(row) { rows.append(value) }
                guard !builder.isFull else { return nil }
            }
            guard !scanner.isBroken, let first = columns.first else { return nil }
            return LocatedTable(columns: columns, rows: rows, location: first.location)
        }
    }

    /// What the first line has most of outside quotes; a comma where nothing stands out.
    private static func separator(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        let usual = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            if let index = usual.firstIndex(of: byte) { counts[index] += 1 }
        }
        let most = counts.max() ?? 0
        return usual[counts.firstIndex(of: most) ?? 0]
    }
}

/// Turns rows of cells into the rows of a table.
struct CSVTableBuilder {
    /// Whether there were too many values.
    private(set) var isFull = false

    private let columns: [Located<String>]
    private let limits: InputLimits
    private let collector: FindingCollector
    private var valueCount = 0

    init(columns: [Located<String>], limits: InputLimits, collector: FindingCollector) {
        self.columns = columns
        self.limits = limits
        self.collector = collector
    }

    /// Returns the row of these cells; none after a finding.
    mutating func row(_ cells: [LocatedValue]) -> LocatedValue? {
        guard let start = cells.first?.location.spanning(1) else { return nil }
        valueCount += cells.count + 1
        guard valueCount <= limits.maximumValues else {
            collector.report(
                .inputTooManyValues, "more than \(limits.maximumValues) values", at: start)
            isFull = true
            return nil
        }
        guard cells.count == columns.count else {
            let cellWord = cells.count == 1 ? "cell" : "cells"
            collector.report(
                .inputCSVRaggedRow,
                "the row has \(cells.count) \(cellWord), expected \(columns.count)", at: start,
                notes: columns.first.map { [FindingNote("the header is", at: $0.location)] } ?? [],
                help: cells.count > columns.count
                    ? "put a cell that contains a comma in double quotes" : nil)
            return nil
        }
        let entries = zip(columns, cells).map { column, cell in
            LocatedEntry(key: column.value, keyLocation: column.location, value: cell)
        }
        return LocatedValue(.mapping(entries), at: start)
    }
}

/// Judges the first row of a table.
enum CSVHeader {
    /// Reads the first row, or reports why there are no columns.
    static func read(
        _ scanner: inout CSVScanner, of input: InputText, into collector: FindingCollector
    ) -> [Located<String>]? {
        if let header = scanner.nextRow() { return columns(of: header, into: collector) }
        if !scanner.isBroken {
            collector.report(.inputEmpty, "the file has no header", at: input.start)
        }
        return nil
    }

    /// Returns the columns, or none after findings.
    private static func columns(
        of header: [LocatedValue], into collector: FindingCollector
    ) -> [Located<String>]? {
        if header.count == 1, let only = header.first, let separator = otherSeparator(in: only) {
            collector.report(
                .inputCSVSeparator, "expected columns separated by commas, found \(separator)",
                at: only.location, help: "export the table with the comma as separator")
            return nil
        }
        var first: [String: SourceLocation] = [:]
        var columns: [Located<String>] = []
        for cell in header {
            guard let name = cell.text else {
                collector.report(.inputCSVHeader, "a column has no name", at: cell.location)
                continue
            }
            if let place = first[name] {
                collector.report(
                    .inputCSVHeader,
                    "two columns are called \(collector.quote(name, at: cell.location))",
                    at: cell.location,
                    notes: [FindingNote("the first is", at: place)])
            }
            first[name] = cell.location
            columns.append(Located(name, at: cell.location))
        }
        return first.count == header.count ? columns : nil
    }

    private static func otherSeparator(in cell: LocatedValue) -> String? {
        guard case .scalar(let text, quoted: false) = cell.content else { return nil }
        if text.contains(";") { return "semicolons" }
        return text.contains("\t") ? "tabs" : nil
    }
}

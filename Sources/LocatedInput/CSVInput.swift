package import Diagnostics

/// Reads a table as RFC 4180 defines it: comma, double quotes, a header in the first row.
///
/// Lines end in LF or CRLF; quoted cells may hold commas, line ends and doubled quotes; empty lines
/// are passed over; blanks belong to the cell that they stand in.
package enum CSVInput {
    /// Parses a table; every ragged row, bad header name and misplaced quote is reported.
    ///
    /// - Returns: The table without the rows that were reported, or none where header or quotes
    ///   leave no table.
    package static func parse(
        _ input: InputText, limits: InputLimits = .standard, into collector: FindingCollector
    ) -> LocatedTable? {
        guard ForbiddenCharacters.check(input, lineSeparatorsForbidden: false, into: collector)
        else { return nil }
        var text = input.text
        return text.withUTF8 { bytes in
            var scanner = CSVScanner(bytes: bytes, path: input.path, collector: collector)
            guard let header = scanner.nextRow() else {
                if !scanner.isBroken {
                    collector.report(.inputEmpty, "the file has no header", at: input.start)
                }
                return nil
            }
            guard let columns = CSVHeader.columns(of: header, into: collector) else { return nil }
            var builder = CSVTableBuilder(columns: columns, limits: limits, collector: collector)
            while let row = scanner.nextRow() {
                guard builder.add(row) else { return nil }
            }
            return scanner.isBroken ? nil : builder.table
        }
    }
}

/// Turns rows of cells into the rows of a table.
private struct CSVTableBuilder {
    private let columns: [Located<String>]
    private let limits: InputLimits
    private let collector: FindingCollector
    private var rows: [LocatedValue] = []
    private var valueCount = 0

    init(columns: [Located<String>], limits: InputLimits, collector: FindingCollector) {
        self.columns = columns
        self.limits = limits
        self.collector = collector
    }

    var table: LocatedTable? {
        columns.first.map { first in
            LocatedTable(columns: columns, rows: rows, location: first.location)
        }
    }

    /// Adds a row, or reports its length; returns false when there are too many values.
    mutating func add(_ cells: [LocatedValue]) -> Bool {
        guard let start = cells.first?.location.spanning(1) else { return true }
        valueCount += cells.count + 1
        guard valueCount <= limits.maximumValues else {
            collector.report(
                .inputTooManyValues, "more than \(limits.maximumValues) values", at: start)
            return false
        }
        guard cells.count == columns.count else {
            let cellWord = cells.count == 1 ? "cell" : "cells"
            collector.report(
                .inputCSVRaggedRow,
                "the row has \(cells.count) \(cellWord), expected \(columns.count)", at: start,
                notes: columns.first.map { [FindingNote("the header is", at: $0.location)] } ?? [],
                help: cells.count > columns.count
                    ? "put a cell that contains a comma in double quotes" : nil)
            return true
        }
        let entries = zip(columns, cells).map { column, cell in
            LocatedEntry(key: column.value, keyLocation: column.location, value: cell)
        }
        rows.append(LocatedValue(.mapping(entries), at: start))
        return true
    }
}

/// Judges the first row of a table.
private enum CSVHeader {
    /// Returns the columns, or none after findings.
    static func columns(
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
                    .inputCSVHeader, "two columns are called \(quoted(name))", at: cell.location,
                    notes: [FindingNote("the first is", at: place)])
            }
            first[name] = cell.location
            columns.append(Located(name, at: cell.location))
        }
        return first.count == header.count ? columns : nil
    }

    private static func quoted(_ name: String) -> String { "'\(name.prefix(60))'" }

    private static func otherSeparator(in cell: LocatedValue) -> String? {
        guard case .scalar(let text, quoted: false) = cell.content else { return nil }
        if text.contains(";") { return "semicolons" }
        return text.contains("\t") ? "tabs" : nil
    }
}

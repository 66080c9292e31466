package import Diagnostics

/// A table of very many rows, which are shown one at a time and not kept.
///
/// Rows that are written plainly are split in place, without a text for each cell. Those that need
/// care (a quote within a cell, a line end within quotes, too many cells) are read as `CSVInput`
/// reads them, with the same findings.
package struct CSVSheet: Sendable {
    /// Names of the columns, each once, in order.
    package let columns: [String]
    /// Path as the user typed it.
    package var path: String { input.path }

    private let input: InputText
    private let header: [Located<String>]
    private let limits: InputLimits

    /// Looks at the header of a table.
    ///
    /// - Returns: `nil` after findings that leave no table.
    package init?(
        _ input: InputText, limits: InputLimits = .priceSheet, into collector: FindingCollector
    ) {
        guard ForbiddenCharacters.check(input, lineSeparatorsForbidden: false, into: collector)
        else { return nil }
        var text = input.text
        let header: [Located<String>]? = text.withUTF8 { bytes in
            var scanner = CSVScanner(bytes: bytes, path: input.path, collector: collector)
            return CSVHeader.read(&scanner, of: input, into: collector)
        }
        guard let header else { return nil }
        self.header = header
        columns = header.map(\.value)
        self.input = input
        self.limits = limits
    }

    /// Number of rows if all of them are about as long as the first ones.
    package var estimatedRows: Int {
        let sample = input.text.utf8.prefix(1 << 16)
        let lines = sample.count { $0 == 0x0A }
        return lines == 0 ? 1 : input.text.utf8.count / (sample.count / lines) + 1
    }

    /// Shows each row: to `take` if it is written plainly, and what `take` refuses to `read`.
    ///
    /// - Parameters:
    ///   - take: Tells whether the row is dealt with; must not keep the cells.
    ///   - read: Gets the row as `CSVInput` gives it, and tells whether to go on.
    package func forEachRow(
        into collector: FindingCollector, take: (borrowing CSVCells) -> Bool,
        read: (LocatedValue) -> Bool
    ) {
        var text = input.text
        text.withUTF8 { bytes in
            var scanner = CSVScanner(bytes: bytes, path: input.path, collector: collector)
            _ = scanner.nextRow()
            var builder = CSVTableBuilder(columns: header, limits: limits, collector: collector)
            var cells = CSVCells(bytes: bytes)
            while scanner.skipEmptyLines() {
                if cells.split(from: scanner.index, line: scanner.line, columns: columns.count),
                    take(cells)
                {
                    scanner.jump(to: cells.end)
                    continue
                }
                guard let row = scanner.nextRow() else { return }
                guard let value = builder.row(row) else {
                    if builder.isFull { return }
                    continue
                }
                guard read(value) else { return }
            }
        }
    }

    /// Where each line begins, and what reads one.
    fileprivate func lineStarts() -> [Int] {
        var text = input.text
        return text.withUTF8 { bytes in
            var starts = [0]
            for index in bytes.indices where isLineEnd(index, in: bytes) {
                starts.append(index + 1)
            }
            return starts
        }
    }

    fileprivate func row(from start: Int, line: Int) -> LocatedValue? {
        var text = input.text
        return text.withUTF8 { bytes in
            let collector = FindingCollector()
            var scanner = CSVScanner(
                bytes: bytes, path: input.path, collector: collector, from: start, line: line)
            var builder = CSVTableBuilder(columns: header, limits: limits, collector: collector)
            return scanner.nextRow().flatMap { builder.row($0) }
        }
    }

    /// Lines end at LF, CRLF or CR.
    private func isLineEnd(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes[index] == 0x0A { return true }
        return bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    }
}

/// Finds rows of a sheet by the lines on which they begin.
package struct CSVSheetRows: Sendable {
    private let sheet: CSVSheet
    private let starts: [Int]

    /// Looks where the lines of a sheet begin.
    package init(of sheet: CSVSheet) {
        self.sheet = sheet
        starts = sheet.lineStarts()
    }

    /// Reads the row that begins on a line, from 1.
    package func row(atLine line: Int) -> LocatedValue? {
        starts.indices.contains(line - 1) ? sheet.row(from: starts[line - 1], line: line) : nil
    }
}

/// The cells of one row, where they stand in the text.
package struct CSVCells {
    /// Line on which the row begins, from 1.
    package private(set) var line = 0
    /// Where the row ends; its line end follows.
    fileprivate private(set) var end = 0

    private let bytes: UnsafeBufferPointer<UInt8>
    private var bounds: [Range<Int>] = []

    fileprivate init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Bytes of a cell, without the quotes around it; empty where there is nothing.
    package subscript(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[bounds[column]])
    }

    /// Splits the row that begins at `start`; returns false if it needs care.
    fileprivate mutating func split(from start: Int, line: Int, columns: Int) -> Bool {
        self.line = line
        bounds.removeAll(keepingCapacity: true)
        var index = start
        while true {
            var from = index
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                index += 1
                from = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    if bytes[index] == 0x0A || bytes[index] == 0x0D { return false }
                    index += 1
                }
                guard index < bytes.count else { return false }
                bounds.append(from..<index)
                index += 1
                if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return false }
            } else {
                while index < bytes.count {
                    let byte = bytes[index]
                    if byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D { break }
                    if byte == UInt8(ascii: "\"") { return false }
                    index += 1
                }
                bounds.append(from..<index)
            }
            guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
            index += 1
        }
        guard index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D else {
            return false
        }
        end = index
        return bounds.count == columns
    }
}

package import Diagnostics

/// Walks through a table of any length and shows its rows, one at a time.
///
/// Cells stand between commas; those in quotes may hold commas, line ends and doubled quotes. A
/// quote that stands within a cell is a finding (INP014), and so is a row with more or fewer cells
/// than the header (INP013).
package final class CSVRecordReader {
    private let stream: SheetStream
    private let collector: FindingCollector
    private var place: StreamPlace
    private var index = 0
    private var cells: [Range<Int>] = []
    private var quoted: [Int] = []
    /// Whether a misplaced quote ended the reading.
    package private(set) var isBroken = false

    /// Creates a reader at the start of the file.
    package init(_ stream: SheetStream, into collector: FindingCollector) {
        self.stream = stream
        self.collector = collector
        place = StreamPlace(path: stream.path)
    }

    /// One row, for as long as the reader stands on it.
    package struct Row {
        let bytes: UnsafeBufferPointer<UInt8>
        let cells: [Range<Int>]
        let origin: StreamPlace

        /// Number of cells.
        package var count: Int { cells.count }

        /// Bytes of a cell without quotes; empty where there is none.
        package subscript(_ cell: Int) -> UnsafeBufferPointer<UInt8> {
            guard cells.indices.contains(cell) else {
                return UnsafeBufferPointer(rebasing: bytes[0..<0])
            }
            return UnsafeBufferPointer(rebasing: bytes[cells[cell]])
        }

        /// A cell as a text.
        package func text(_ cell: Int) -> String {
            String(decoding: self[cell], as: UTF8.self)
        }

        /// Where a cell stands.
        package func place(_ cell: Int = 0) -> SourceLocation {
            guard cells.indices.contains(cell) else {
                return origin.location(of: bytes, from: origin.offset, to: origin.offset)
            }
            let range = cells[cell]
            return origin.location(of: bytes, from: range.lowerBound, to: range.upperBound)
        }
    }

    /// Returns the next row that is not an empty line; none at the end or after a broken quote.
    package func next() -> Row? {
        do throws(SheetFailure) {
            return try nextRow()
        } catch {
            isBroken = true
            report(error)
            return nil
        }
    }

    private func report(_ failure: SheetFailure) {
        let bytes = stream.bytes
        switch failure {
        case .finding(let finding): collector.report(finding)
        case .cut:
            collector.report(
                .inputCSVQuote, "a quote that begins in this row is never closed",
                at: place.location(of: bytes, from: index, to: index + 1),
                help: "close the cell with '\"'")
        case .tooLong:
            collector.report(
                .inputTooManyValues,
                "one row is longer than \(SheetStream.longestRecord >> 20) MiB",
                at: place.location(of: bytes, from: index, to: index + 1))
        case .syntax(let message, let offset, let help):
            collector.report(
                .inputCSVQuote, message,
                at: place.location(of: bytes, from: offset, to: offset + 1), help: help)
        case .notUTF8(let offset):
            let byte = String(bytes[offset], radix: 16, uppercase: true)
            collector.report(
                .inputNotUTF8, "byte 0x\(byte) is not valid UTF-8",
                at: place.location(of: bytes, from: offset, to: offset + 1),
                help: "save the file as UTF-8")
        }
    }

    private func more() throws(SheetFailure) -> Bool {
        place.advance(to: index, in: stream.bytes)
        let before = stream.passed
        let isLonger = try stream.readMore(keepingFrom: index)
        index -= stream.passed - before
        place.offset -= stream.passed - before
        return isLonger
    }

    private func nextRow() throws(SheetFailure) -> Row? {
        if stream.passed == 0, index == 0 {
            while stream.count < 3, try more() {}
            if stream.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
                index = 3
                place.offset = 3
            }
        }
        while true {
            let bytes = stream.bytes
            while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
            if index < bytes.count { break }
            guard try more() else { return nil }
        }
        while true {
            let bytes = stream.bytes
            do throws(SheetFailure) {
                let end = try split(bytes)
                place.advance(to: index, in: bytes)
                let row = UnsafeBufferPointer(rebasing: bytes[index..<end])
                if let invalid = UTF8Validation.firstInvalidOffset(in: row) {
                    throw .notUTF8(at: index + invalid)
                }
                let origin = place
                unquote()
                index = end
                return Row(bytes: bytes, cells: cells, origin: origin)
            } catch {
                guard case .cut = error, !stream.isComplete else { throw error }
                // Where nothing follows, the row ends with the file.
                _ = try more()
            }
        }
    }

    /// Finds the cells of the row that begins here, and where it ends.
    private func split(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetFailure) -> Int {
        cells.removeAll(keepingCapacity: true)
        quoted.removeAll(keepingCapacity: true)
        var at = index
        while true {
            at = try cell(from: at, bytes)
            guard at < bytes.count else {
                // The row may go on behind the bytes at hand.
                guard stream.isComplete else { throw .cut }
                return at
            }
            guard bytes[at] == UInt8(ascii: ",") else { return at }
            at += 1
        }
    }

    private func cell(
        from start: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(SheetFailure) -> Int {
        var at = start
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
            while at < bytes.count {
                let byte = bytes[at]
                if byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D { break }
                if byte == UInt8(ascii: "\"") {
                    throw .syntax(
                        "a quote stands inside a cell that does not begin with one", at: at,
                        help: "put the whole cell in quotes and write each quote inside it twice")
                }
                at += 1
            }
            cells.append(start..<at)
            return at
        }
        at += 1
        var isDoubled = false
        while true {
            while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += 1 }
            guard at < bytes.count else { throw .cut }
            at += 1
            if at == bytes.count, !stream.isComplete { throw .cut }
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { break }
            isDoubled = true
            at += 1
        }
        if at < bytes.count, ![UInt8(ascii: ","), 0x0A, 0x0D].contains(bytes[at]) {
            throw .syntax(
                "text stands after the quote that closes the cell", at: at,
                help: "write a quote inside a quoted cell twice")
        }
        if isDoubled { quoted.append(cells.count) }
        cells.append(start + 1..<at - 1)
        return at
    }

    /// Makes one quote of each two, where they stand.
    private func unquote() {
        let memory = stream.writable
        for number in quoted {
            var (from, to) = (cells[number].lowerBound, cells[number].lowerBound)
            while from < cells[number].upperBound {
                memory[to] = memory[from]
                from += memory[from] == UInt8(ascii: "\"") ? 2 : 1
                to += 1
            }
            cells[number] = cells[number].lowerBound..<to
        }
    }
}

import Diagnostics

/// Splits a CSV text into rows of located cells.
struct CSVScanner {
    /// Whether a misplaced quote ended the scan.
    private(set) var isBroken = false

    /// What stands between two cells; a comma unless told otherwise.
    let separator: UInt8

    private let bytes: UnsafeBufferPointer<UInt8>
    private let collector: FindingCollector
    private var walker: PlaceWalker
    /// Where the next row or cell begins.
    private(set) var index = 0

    /// Creates a scanner that begins where a line does.
    init(
        bytes: UnsafeBufferPointer<UInt8>, path: String, collector: FindingCollector,
        from start: Int = 0, line: Int = 1, separator: UInt8 = UInt8(ascii: ",")
    ) {
        self.separator = separator
        self.bytes = bytes
        self.collector = collector
        index = start
        walker = PlaceWalker(bytes: bytes, path: path, from: start, line: line)
    }

    /// Line that `index` stands on, from 1.
    var line: Int {
        mutating get { walker.location(from: index, to: index).line }
    }

    /// Goes to the next row that is not an empty line, and tells whether there is one.
    mutating func skipEmptyLines() -> Bool {
        while index < bytes.count, isLineEnd(bytes[index]) { index += 1 }
        return index < bytes.count && !isBroken
    }

    /// Passes over the rest of the line, up to its end at `end`.
    mutating func jump(to end: Int) {
        index = end
        walker.jump(to: end)
        skipLineEnd()
    }

    /// Returns the cells of the next row that is not an empty line; none at the end.
    mutating func nextRow() -> [LocatedValue]? {
        guard skipEmptyLines() else { return nil }
        var cells: [LocatedValue] = []
        while true {
            guard let cell = nextCell() else { return nil }
            cells.append(cell)
            guard index < bytes.count, bytes[index] == separator else { break }
            index += 1
        }
        skipLineEnd()
        return cells
    }

    private mutating func nextCell() -> LocatedValue? {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return quotedCell() }
        let start = index
        while index < bytes.count, bytes[index] != separator, !isLineEnd(bytes[index]) {
            if bytes[index] == UInt8(ascii: "\"") {
                return broken(
                    at: index, "a quote stands inside a cell that does not begin with one",
                    help: "put the whole cell in quotes and write each quote inside it twice")
            }
            index += 1
        }
        let location = walker.location(from: start, to: index)
        guard index > start else { return LocatedValue(.null, at: location.spanning(0)) }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        return LocatedValue(.scalar(text, quoted: false), at: location)
    }

    private mutating func quotedCell() -> LocatedValue? {
        let start = index
        var content: [UInt8] = []
        index += 1
        while true {
            let from = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
            content.append(contentsOf: bytes[from..<index])
            guard index < bytes.count else {
                return broken(
                    at: start, "the quote that begins here is never closed",
                    help: "close the cell with '\"'")
            }
            index += 1
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
            content.append(UInt8(ascii: "\""))
            index += 1
        }
        if index < bytes.count, bytes[index] != separator, !isLineEnd(bytes[index]) {
            return broken(
                at: index, "text stands after the quote that closes the cell",
                help: "write a quote inside a quoted cell twice")
        }
        let location = walker.location(from: start, to: index)
        guard !content.isEmpty else { return LocatedValue(.null, at: location) }
        return LocatedValue(
            .scalar(String(decoding: content, as: UTF8.self), quoted: true), at: location)
    }

    private mutating func broken(at offset: Int, _ message: String, help: String) -> LocatedValue? {
        isBroken = true
        let place = walker.location(from: offset, to: offset)
        collector.report(.inputCSVQuote, message, at: place.spanning(1), help: help)
        return nil
    }

    private mutating func skipLineEnd() {
        if index < bytes.count, bytes[index] == 0x0D { index += 1 }
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

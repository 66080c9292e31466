import Diagnostics

/// Turns offsets into a text into lines and columns as a person counts them.
enum TextPlace {
    /// Returns the place right after the last character of `text`.
    static func end(of text: String, path: String) -> SourceLocation {
        var copy = text
        return copy.withUTF8 { bytes in
            var walker = PlaceWalker(bytes: bytes, path: path)
            return walker.location(from: bytes.count, to: bytes.count)
        }
    }

    /// Returns the number of characters in a stretch of bytes.
    static func characterCount(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return bytes.count }
        return String(decoding: bytes, as: UTF8.self).count
    }
}

/// Walks forward through a text and tells the place of offsets; each byte is looked at once.
struct PlaceWalker {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let path: String
    private var offset: Int
    private var line: Int
    private var column = 1

    /// Creates a walker that begins where a line does.
    init(bytes: UnsafeBufferPointer<UInt8>, path: String, from offset: Int = 0, line: Int = 1) {
        self.bytes = bytes
        self.path = path
        self.offset = offset
        self.line = line
    }

    /// Returns the place of the bytes from `start` up to `end`, cut at the end of the first line.
    ///
    /// - Precondition: `start` is not before the start of an earlier call.
    mutating func location(from start: Int, to end: Int) -> SourceLocation {
        advance(to: start)
        var lineEnd = start
        while lineEnd < end, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D { lineEnd += 1 }
        return SourceLocation(
            path: path, line: line, column: column,
            length: TextPlace.characterCount(bytes[start..<lineEnd]))
    }

    /// Passes over bytes among which no line ends; the column is known again on the next line.
    mutating func jump(to target: Int) {
        precondition(target >= offset)
        offset = target
    }

    private mutating func advance(to target: Int) {
        precondition(target >= offset)
        var plainFrom = offset
        while offset < target {
            let byte = bytes[offset]
            offset += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            if byte == 0x0D, offset < target, bytes[offset] == 0x0A { offset += 1 }
            line += 1
            column = 1
            plainFrom = offset
        }
        column += TextPlace.characterCount(bytes[plainFrom..<target])
    }
}

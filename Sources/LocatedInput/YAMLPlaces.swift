import CYaml
import Diagnostics

/// Turns the marks of libyaml, which count code points, into places that count characters.
struct YAMLPlaces {
    private let bytes: UnsafeBufferPointer<UInt8>
    let path: String
    private let lineStarts: [Int]
    /// A position on the current line up to which code points and characters are counted already.
    private var known = (line: 0, scalars: 0, offset: 0, characters: 0)

    init(bytes: UnsafeBufferPointer<UInt8>, path: String) {
        self.bytes = bytes
        self.path = path
        var starts = [0]
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte == 0x0A || byte == 0x0D else { continue }
            if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
            starts.append(index + 1)
        }
        lineStarts = starts
    }

    /// Returns the place of the text between two marks, cut at the end of its first line.
    mutating func location(from start: yaml_mark_t, to end: yaml_mark_t) -> SourceLocation {
        // At the end of a text without a last line end, libyaml counts one line too many.
        let isPastEnd = start.line >= lineStarts.count
        let line = isPastEnd ? lineStarts.count - 1 : Int(start.line)
        let first = characters(line: line, scalars: isPastEnd ? Int.max : Int(start.column))
        let sameLine = end.line == start.line && !isPastEnd
        let last = characters(line: line, scalars: sameLine ? Int(end.column) : Int.max)
        return SourceLocation(
            path: path, line: line + 1, column: first + 1, length: max(0, last - first))
    }

    /// Returns the place of one character at a mark.
    mutating func location(at mark: yaml_mark_t) -> SourceLocation {
        location(from: mark, to: mark).spanning(1)
    }

    /// Number of characters before a code point of a line; stops at the end of the line.
    private mutating func characters(line: Int, scalars target: Int) -> Int {
        if known.line != line || known.scalars > target {
            known = (line: line, scalars: 0, offset: lineStarts[line], characters: 0)
        }
        let from = known.offset
        var offset = from
        var scalars = known.scalars
        while scalars < target, offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            scalars += 1
        }
        let passed = TextPlace.characterCount(bytes[from..<offset])
        known = (
            line: line, scalars: scalars, offset: offset, characters: known.characters + passed
        )
        return known.characters
    }
}

/// Points at a stretch of text in a file, the way a person would count it.
///
/// Lines end at LF, CRLF or CR. Columns count characters as a reader sees them (grapheme clusters):
/// in `é: 1` the `1` stands in column 4 whether `é` is written as one code point or as two.
package struct SourceLocation: Sendable, Hashable {
    /// Path of the file as the user typed it.
    package let path: String
    private let storedLine: Int32
    private let storedColumn: Int32
    private let storedLength: Int32

    /// Line, from 1.
    package var line: Int { Int(storedLine) }
    /// Column of the first character, from 1.
    package var column: Int { Int(storedColumn) }
    /// Number of characters pointed at; 0 points between two characters.
    package var length: Int { Int(storedLength) }

    /// Creates a location; numbers outside the range of 32 bits are clamped to it.
    ///
    /// - Parameters:
    ///   - path: Path of the file as the user typed it.
    ///   - line: Line, from 1.
    ///   - column: Column in characters, from 1.
    ///   - length: Characters pointed at, on that line.
    package init(path: String, line: Int, column: Int, length: Int = 1) {
        self.path = path
        storedLine = Int32(clamping: line)
        storedColumn = Int32(clamping: column)
        storedLength = Int32(clamping: length)
    }

    /// Returns the location that starts at the same place and covers `length` characters.
    package func spanning(_ length: Int) -> SourceLocation {
        SourceLocation(path: path, line: line, column: column, length: length)
    }
}

extension SourceLocation: Comparable {
    /// Orders by path, line, column, then length.
    package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        if left.path != right.path { return left.path < right.path }
        return (left.line, left.column, left.length) < (right.line, right.column, right.length)
    }
}

extension SourceLocation: CustomStringConvertible {
    /// Gives `path:line:column`.
    package var description: String { "\(path):\(line):\(column)" }
}

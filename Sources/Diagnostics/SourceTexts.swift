/// Keeps the text of files by path, to print the lines that findings point at.
///
/// A file whose content must not be shown is simply never added.
package struct SourceTexts: Sendable {
    private var texts: [String: String] = [:]

    /// Creates an empty collection.
    package init() {}

    /// Adds or replaces the text of the file at `path`.
    package mutating func add(_ text: String, path: String) {
        texts[path] = text
    }

    /// Adds or replaces all texts of another collection.
    mutating func add(_ other: SourceTexts) {
        texts.merge(other.texts) { _, new in new }
    }

    /// The text of the file at `path`, if it is known.
    package subscript(path: String) -> String? { texts[path] }

    /// Returns a line without its line end; none for unknown files and lines past the end.
    ///
    /// - Complexity: linear in the text up to the line.
    package func line(_ number: Int, of path: String) -> Substring? {
        guard let text = texts[path] else { return nil }
        return SourceLines(text).line(number)
    }
}

/// Splits a text into lines at LF, CRLF and CR and gives each by its number.
struct SourceLines {
    private let text: String
    private let starts: [Int]

    init(_ text: String) {
        self.text = text
        var starts = [0]
        var afterReturn = false
        for (offset, byte) in text.utf8.enumerated() {
            if byte == UInt8(ascii: "\n"), afterReturn {
                starts[starts.count - 1] = offset + 1
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                starts.append(offset + 1)
            }
            afterReturn = byte == UInt8(ascii: "\r")
        }
        self.starts = starts
    }

    /// Returns line `number`, counted from 1, without its line end.
    func line(_ number: Int) -> Substring? {
        guard number >= 1, number <= starts.count else { return nil }
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: starts[number - 1])
        let rest = utf8[start...]
        let end =
            rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            ?? utf8.endIndex
        return text[start..<end]
    }
}

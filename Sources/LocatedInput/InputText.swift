package import Diagnostics

/// Holds the text of one input file: valid UTF-8 without a byte order mark.
package struct InputText: Sendable, Hashable {
    /// Path as the user typed it.
    package let path: String
    /// Content.
    package let text: String

    /// Creates an input from text that is already in memory.
    package init(path: String, text: String) {
        self.path = path
        self.text = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    }

    /// The place of the whole file: its first character.
    package var start: SourceLocation {
        SourceLocation(path: path, line: 1, column: 1, length: 0)
    }
}

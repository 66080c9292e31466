/// Holds a Swift file, its lines, and the same lines without comments and texts.
struct SwiftSource: Sendable {
    /// Path below the root of the repository.
    let path: String
    /// Lines as written.
    let lines: [Substring]
    /// Lines of which only code is left; comments, literals and raw identifiers are blanks.
    let code: [Substring]
    /// Lines of which only comments are left.
    let comments: [Substring]

    init(path: String, text: String) {
        var separator = SourceSeparator(text)
        separator.run()
        self.path = path
        lines = Self.lines(of: text)
        code = Self.lines(of: String(decoding: separator.code, as: UTF8.self))
        comments = Self.lines(of: String(decoding: separator.comments, as: UTF8.self))
    }

    /// The target that the file belongs to: the folder below `Sources` or `Tests`.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// Whether the file is part of the product.
    var isProduct: Bool { path.hasPrefix("Sources/") }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}

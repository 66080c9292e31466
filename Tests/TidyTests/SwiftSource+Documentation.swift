extension SwiftSource {
    /// Declarations with `package` or `public` that no doc comment precedes.
    func undocumentedDeclarations() -> [(line: Int, text: String)] {
        code.indices.filter { index in
            Self.isVisible(code[index]) && !isDocumented(index)
        }.map { index in
            (line: index + 1, text: String(lines[index].drop(while: \.isWhitespace)))
        }
    }

    private static func isVisible(_ line: Substring) -> Bool {
        let words = line.split(separator: " ").drop { $0.hasPrefix("@") }
        guard let access = words.first, access == "package" || access == "public" else {
            return false
        }
        let others: Set<Substring> = ["import", "extension", "override"]
        guard let kind = words.dropFirst().first, !others.contains(kind) else { return false }
        return !witnesses.contains { line.contains($0) }
    }

    /// Members that a protocol of the standard library asks for and explains.
    private static let witnesses = [
        "static func ==", "static func <", "func hash(into", "var description: String",
        "var rawValue: String", "let rawValue: String", "init(rawValue:", "init?(rawValue:",
        "var debugDescription: String", "init(from decoder", "func encode(to",
    ]

    private func isDocumented(_ index: Int) -> Bool {
        var above = index - 1
        while above >= 0, lines[above].drop(while: \.isWhitespace).hasPrefix("@") { above -= 1 }
        return above >= 0 && lines[above].drop(while: \.isWhitespace).hasPrefix("///")
    }
}

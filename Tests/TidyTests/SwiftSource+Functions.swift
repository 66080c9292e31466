extension SwiftSource {
    /// A function, initialiser, subscript or computed property with its length.
    struct Function {
        let name: String
        /// Line of the declaration, from 1.
        let line: Int
        /// Lines from the declaration to the closing brace, rows of a table not counted.
        let length: Int
    }

    /// All functions of the file; nested ones count for themselves and for the outer one.
    func functions() -> [Function] {
        code.indices.compactMap { index in
            guard let name = Self.declaredName(in: code[index]) else { return nil }
            guard let end = end(ofDeclarationAt: index) else { return nil }
            let rowCount = (index...end).count { Self.isTableRow(lines[$0]) }
            return Function(name: name, line: index + 1, length: end - index + 1 - rowCount)
        }
    }

    /// The name or keyword of the declaration that begins on a line.
    private static func declaredName(in line: Substring) -> String? {
        let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        for keyword in ["func", "init", "deinit", "subscript", "var"] {
            guard let position = words.firstIndex(of: keyword) else { continue }
            let before = words[..<position]
            guard before.allSatisfy({ modifiers.contains($0) }) else { continue }
            if keyword == "var", line.contains("=") || !line.hasSuffix("{") { continue }
            return position + 1 < words.count ? words[position + 1] : keyword
        }
        return nil
    }

    private static let modifiers: Set = [
        "package", "public", "private", "fileprivate", "internal", "static", "mutating",
        "override", "final", "nonmutating", "set", "consuming", "borrowing", "Test", "inlinable",
        "discardableResult", "isolated", "nonisolated", "convenience", "required", "class",
    ]

    /// Index of the line that closes the body; none where there is no body.
    private func end(ofDeclarationAt start: Int) -> Int? {
        var depth = 0
        var parentheses = 0
        var isOpen = false
        for index in start..<code.count {
            for character in code[index] {
                switch character {
                case "(", "[": parentheses += 1
                case ")", "]": parentheses -= 1
                case "{":
                    depth += 1
                    if parentheses == 0 { isOpen = true }
                case "}": depth -= 1
                default: break
                }
                if isOpen, depth == 0, parentheses == 0 { return index }
                if depth < 0 { return nil }
            }
            let isFinished = !isOpen && parentheses == 0
            if isFinished, index + 1 < code.count, Self.begins(code[index + 1]) { return nil }
        }
        return nil
    }

    /// Tells whether a line cannot continue the declaration above it.
    private static func begins(_ line: Substring) -> Bool {
        let first = line.split(whereSeparator: \.isWhitespace).first ?? "@"
        let word = first.prefix { $0.isLetter }
        return first.hasPrefix("@") || keywords.contains(String(word))
            || modifiers.contains(String(word))
    }

    private static let keywords: Set = [
        "func", "init", "deinit", "subscript", "var", "let", "case", "struct", "enum", "typealias",
        "associatedtype", "extension", "protocol",
    ]

    /// A case that maps one name to one name or text: `case .one: .two`.
    private static func isTableRow(_ line: Substring) -> Bool {
        let trimmed = line.drop(while: \.isWhitespace)
        guard trimmed.hasPrefix("case ."), let colon = trimmed.firstIndex(of: ":") else {
            return false
        }
        let result = trimmed[trimmed.index(after: colon)...].drop(while: \.isWhitespace)
        return result.hasPrefix(".") || result.hasPrefix("\"")
    }
}

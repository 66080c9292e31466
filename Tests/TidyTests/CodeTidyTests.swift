import Testing

struct CodeTidyTests {
    /// Files that hold tables of data may be longer than others.
    private static let tables: Set = ["Sources/Quantities/Currency+ISO4217.swift"]

    @Test func `lines have at most a hundred columns`() throws {
        expectNone(
            try Repository.swiftSources().flatMap { source in
                source.lines.indices.filter { source.lines[$0].count > 100 }.map { index in
                    "\(source.path):\(index + 1): \(source.lines[index].count) columns"
                }
            })
    }

    @Test func `pages have at most a hundred columns`() throws {
        let pages = try Repository.paths(below: "Sources").filter { $0.hasSuffix(".md") }
        expectNone(
            try pages.filter { path in
                try Repository.text(of: path).split(separator: "\n").contains { $0.count > 100 }
            })
    }

    @Test func `files have at most six hundred lines`() throws {
        expectNone(
            try Repository.swiftSources().filter { source in
                source.lines.count > 600 && !Self.tables.contains(source.path)
            }.map { "\($0.path): \($0.lines.count) lines" })
    }

    @Test func `half of the product's files are under 150 lines, nine tenths under 400`() throws {
        let lengths = try Repository.swiftSources().filter(\.isProduct).map(\.lines.count).sorted()
        try #require(!lengths.isEmpty)
        #expect(lengths[lengths.count / 2] < 150)
        #expect(lengths[lengths.count * 9 / 10] < 400)
    }

    @Test func `functions have at most seventy lines`() throws {
        expectNone(
            try Repository.swiftSources().flatMap { source in
                source.functions().filter { $0.length > 70 }.map { function in
                    "\(source.path):\(function.line): \(function.name) has \(function.length) lines"
                }
            })
    }

    @Test(arguments: BannedCall.all)
    func `banned calls are not used`(call: BannedCall) throws {
        expectNone(
            try Repository.swiftSources().flatMap { source in
                call.lines(in: source).map { line in
                    "\(source.path):\(line): '\(call.word)': use \(call.instead)"
                }
            })
    }

    @Test(arguments: ["TO" + "DO", "FIX" + "ME", "X" + "XX"])
    func `comments leave nothing for later`(word: String) throws {
        expectNone(
            try Repository.swiftSources().flatMap { source in
                source.comments.indices.filter { source.comments[$0].contains(word) }.map {
                    "\(source.path):\($0 + 1): '\(word)': do it, or open an issue"
                }
            })
    }

    @Test(arguments: ["Utils", "Utilities", "Helper", "Manager", "Common", "Placeholder", "Misc"])
    func `no file or folder has a name that says nothing`(word: String) throws {
        let paths = try Repository.paths(below: "Sources") + Repository.paths(below: "Tests")
        expectNone(paths.filter { $0.contains(word) })
    }

    @Test func `everything that other rooms see has a doc comment`() throws {
        expectNone(
            try Repository.swiftSources().filter(\.isProduct).flatMap { source in
                source.undocumentedDeclarations().map { "\(source.path):\($0.line): \($0.text)" }
            })
    }
}

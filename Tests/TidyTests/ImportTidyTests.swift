import Testing

struct ImportTidyTests {
    /// An import of a file, with its line.
    private struct Import {
        let module: String
        let line: Int
    }

    private func imports(of source: SwiftSource) -> [Import] {
        source.code.indices.compactMap { index in
            let words = source.code[index].split(whereSeparator: \.isWhitespace).map(String.init)
            guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count else {
                return nil
            }
            let kinds: Set = [
                "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
            ]
            let name = kinds.contains(words[keyword + 1]) ? words.last : words[keyword + 1]
            let module = name?.split(separator: ".").first.map(String.init)
            return module.map { Import(module: $0, line: index + 1) }
        }
    }

    @Test func `rooms import along the arrows only`() throws {
        let rooms = Set(Arrows.rooms.map(\.target))
        var violations: [String] = []
        for source in try Repository.swiftSources() where source.isProduct {
            guard let room = Arrows.rooms.first(where: { $0.target == source.target }) else {
                violations.append("\(source.path): target '\(source.target)' is not in the table")
                continue
            }
            for found in imports(of: source) {
                let isArrow = room.imports.contains(found.module)
                let isFenced = Arrows.fences[found.module]?.contains(source.target) ?? false
                guard !isArrow, !isFenced else { continue }
                let kind = rooms.contains(found.module) ? "against the arrows" : "past the fence"
                violations.append("\(source.path):\(found.line): \(found.module) is \(kind)")
            }
        }
        expectNone(violations)
    }

    @Test func `tests reach third parties only where their target does`() throws {
        var violations: [String] = []
        for source in try Repository.swiftSources() where source.path.hasPrefix("Tests/") {
            let tested = source.target.hasSuffix("Tests") ? source.target.dropLast(5) : ""
            for found in imports(of: source) where found.module != "Foundation" {
                guard let targets = Arrows.fences[found.module] else { continue }
                if !targets.contains(String(tested)) {
                    violations.append("\(source.path):\(found.line): \(found.module)")
                }
            }
        }
        expectNone(violations)
    }

    @Test func `arrows lead to earlier rooms only`() {
        var earlier: Set<String> = []
        for (target, imports) in Arrows.rooms {
            #expect(imports.isSubset(of: earlier), "\(target)")
            earlier.insert(target)
        }
        for targets in Arrows.fences.values { #expect(targets.isSubset(of: earlier)) }
        #expect(Arrows.outsideEngine.isSubset(of: earlier))
    }

    @Test func `every room has tests of its own`() throws {
        let folders = Set(try Repository.paths(below: "Tests").map { $0.split(separator: "/")[1] })
        let rooms = Set(try Repository.paths(below: "Sources").map { $0.split(separator: "/")[1] })
        expectNone(
            rooms.map(String.init).filter { $0 != "sovereign" && !folders.contains("\($0)Tests") }
                .sorted().map { "Sources/\($0) has no Tests/\($0)Tests" })
    }
}

import Testing

/// The checks are only worth something if they see what they look for.
struct SwiftSourceTests {
    private static let quotes = "\"\"\""

    @Test(arguments: [
        ("let a = 1 // try!", "let a = 1        "),
        ("/* a /* b */ c */ d", "                  d"),
        (#"f("try!", x)"#, "f(      , x)"),
        (#"f("a\"b", x)"#, "f(      , x)"),
        (#"f("a\(g("b", y))c", x)"#, "f(    g(   , y)   , x)"),
        (##"f(#"a\"#, x)"##, "f(      , x)"),
        ("f(\(quotes)\n a \"b\"\n \(quotes), x)", "f(   \n      \n    , x)"),
        ("func `a as! b`() {", "func          () {"),
        ("let c = \"//\"; d // e", "let c =     ; d     "),
    ])
    func `code is told from comments and texts`(text: String, expected: String) {
        let source = SwiftSource(path: "Sources/Sizing/A.swift", text: text)
        #expect(source.code.joined(separator: "\n") == expected)
    }

    @Test func `comments are told from code and texts`() {
        let source = SwiftSource(path: "a", text: "let a = \"// no\" // yes\n/* and\nmore */ b")
        #expect(source.comments == ["                // yes", "/* and", "more */  "])
    }

    @Test func `lengths of functions are counted from declaration to closing brace`() {
        let text = """
            struct A {
                var total: Int {
                    1
                }
                let a = [1].map { (x: Int) in
                    x
                }
                func one(
                    _ a: Int = [1].first { $0 > 0 } ?? 0
                ) -> String {
                    switch a {
                    case .one: .two
                    case .three: "four"
                    default: {
                        "}"
                    }()
                    }
                }
                @Test func two() { }
                init(a: Int) { self.a = a }
            }
            protocol B {
                func none()
                var some: Int { get }
                init()
            }
            """
        let functions = SwiftSource(path: "a", text: text).functions()
        #expect(functions.map(\.name) == ["total", "one", "two", "a"])
        #expect(functions.map(\.length) == [3, 9, 1, 1])
    }

    @Test(arguments: [
        ("Sources/Pricing/A.swift", "let a: Double = 1", "Double", true),
        ("Sources/Pricing/A.swift", "let a: DoubleEntry", "Double", false),
        ("Sources/Pricing/A.swift", "// Double", "Double", false),
        ("Sources/SovereignCLI/A.swift", "let a: Double = 1", "Double", false),
        ("Sources/SovereignCLI/A.swift", "print(a)", "print(", false),
        ("Sources/LocatedInput/A.swift", "print(a)", "print(", true),
        ("Sources/LocatedInput/A.swift", "footprint(a)", "print(", false),
        ("Tests/PricingTests/A.swift", "try! a()", "try!", true),
        ("Tests/PricingTests/A.swift", "@Test(.disabled())", ".disabled(", true),
        ("Sources/Sizing/A.swift", "has!b as! C", "as!", true),
        ("Sources/Sizing/A.swift", "has! ", "as!", false),
    ])
    func `banned words are found where they are banned`(
        path: String, text: String, word: String, isFound: Bool
    ) throws {
        let call = try #require(BannedCall.all.first { $0.word == word })
        let source = SwiftSource(path: path, text: text)
        #expect(call.lines(in: source) == (isFound ? [1] : []))
    }

    @Test func `declarations without a comment are found`() {
        let text = """
            /// A.
            package struct A {
                package let b: Int
                /// C.
                @discardableResult
                package func c() {}
                package private(set) var d = 0
                @inlinable package init() {}
                let e = 0
            }
            package import Quantities
            """
        let found = SwiftSource(path: "a", text: text).undocumentedDeclarations()
        #expect(found.map(\.line) == [3, 7, 8])
    }

    @Test func `the repository is found and read`() throws {
        let sources = try Repository.swiftSources()
        #expect(sources.contains { $0.path == "Package.swift" })
        #expect(sources.contains { $0.path == "Sources/Diagnostics/Finding.swift" })
        #expect(sources.contains { $0.path == "Tests/TidyTests/SwiftSourceTests.swift" })
        #expect(sources.flatMap { $0.functions() }.count > 300)
    }
}

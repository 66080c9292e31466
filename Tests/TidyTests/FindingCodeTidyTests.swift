import Diagnostics
import Testing

struct FindingCodeTidyTests {
    @Test func `every code is raised by some test`() throws {
        let texts = try Repository.paths(below: "Tests").filter { path in
            !path.hasPrefix("Tests/TidyTests/")
                && [".swift", ".txt", ".json", ".md"].contains {
                    path.hasSuffix($0)
                }
        }.map { try Repository.text(of: $0) }
        let words = texts.reduce(into: Set<Substring>()) { $0.formUnion(Self.words(of: $1)) }
        expectNone(
            FindingCode.allCases.filter { code in
                !words.contains(code.rawValue[...]) && !words.contains("\(code)")
            }.map { "\($0.rawValue) \($0)" })
    }

    @Test func `every code is reported by some room`() throws {
        let sources = try Repository.swiftSources().filter { source in
            source.isProduct && !source.path.hasPrefix("Sources/Diagnostics/Finding")
        }
        let words = sources.reduce(into: Set<Substring>()) { words, source in
            for line in source.code { words.formUnion(Self.words(of: line)) }
        }
        expectNone(
            FindingCode.allCases.filter { !words.contains("\($0)") }
                .map { "\($0.rawValue) \($0)" })
    }

    private static func words(of text: some StringProtocol) -> [Substring] {
        String(text).split { !$0.isIdentifierPart }
    }
}

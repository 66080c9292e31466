import Foundation
import LocatedInput
import Diagnostics
import Testing

struct LayoutTidyTests {
    private static let visibleEntries: Set = [
        "Package.swift", "README.md", "Sources", "Tests", "catalog",
    ]
    private static let hiddenEntries: Set = [".ci", ".git", ".gitignore", ".swift-format"]
    /// What builds and editors leave behind; `.gitignore` names it.
    private static let leftovers = [".build", ".swiftpm", ".vscode", ".idea", ".DS_Store"]

    @Test func `the top level has five entries`() throws {
        let root = try Repository.root().path
        let entries = try FileManager.default.contentsOfDirectory(atPath: root).sorted()
        expectNone(
            entries.filter { entry in
                !Self.visibleEntries.contains(entry) && !Self.hiddenEntries.contains(entry)
                    && !Self.leftovers.contains { entry.hasPrefix($0) }
                    && entry != "Package.resolved" && !entry.hasSuffix(".swp")
            })
    }

    @Test func `sources are Swift and documentation`() throws {
        expectNone(
            try Repository.paths(below: "Sources").filter { path in
                !path.hasSuffix(".swift") && !(path.contains(".docc/") && path.hasSuffix(".md"))
            })
    }

    @Test func `tests are Swift, goldens and fixtures`() throws {
        // What other programs answer is asked in their language.
        expectNone(
            try Repository.paths(below: "Tests").filter { path in
                !path.hasSuffix(".swift") && !path.contains("/Golden/")
                    && !path.contains("/Fixtures/")
                    && !(path.contains("/Benchmarks/") && path.hasSuffix("/peers.py"))
            })
    }

    @Test func `the catalog is YAML and CSV`() throws {
        expectNone(
            try Repository.paths(below: "catalog").filter { path in
                ![".yaml", ".csv", ".schema.json"].contains { path.hasSuffix($0) }
            })
    }

    @Test func `catalog files are named in small letters`() throws {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-./")
        expectNone(
            try Repository.paths(below: "catalog").filter { !$0.allSatisfy(allowed.contains) })
    }

    @Test func `columns and keys of the catalog are camelCase`() throws {
        var violations: [String] = []
        for path in try Repository.paths(below: "catalog") where !path.hasSuffix(".json") {
            let collector = FindingCollector()
            let input = InputText(path: path, text: try Repository.text(of: path))
            let document = LocatedDocument.parse(input, into: collector)
            violations += collector.findings.map { "\(path): \($0.message)" }
            for key in document?.keys ?? [] where !Self.isCamelCase(key.value) {
                violations.append("\(key.location): '\(key.value)'")
            }
        }
        expectNone(violations)
    }

    private static func isCamelCase(_ word: String) -> Bool {
        guard let first = word.first, first.isLowercase, first.isASCII else { return false }
        return word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}

extension LocatedDocument {
    /// Names of columns, or the keys of the outermost mapping.
    fileprivate var keys: [Located<String>] {
        switch self {
        case .table(let table): table.columns
        case .value(let value):
            (value.entries ?? []).map { Located($0.key, at: $0.keyLocation) }
        }
    }
}

package import Catalog
package import Diagnostics
package import Foundation
import LocatedInput

/// The catalog of invented facts below `Tests/Fixtures`, with the changes that a test makes to it.
///
///     var catalog = try FixtureCatalog()
///     try catalog.replace("unit=GB", with: "unit=gigs", in: "providers/aurelia/services.csv")
///     let (snapshot, findings) = catalog.load()
package struct FixtureCatalog: Sendable {
    /// Says that a text to be replaced is not in the file, so that a test would test nothing.
    package struct TextNotFound: Error, CustomStringConvertible {
        /// What was looked for, and where.
        package let description: String
    }

    /// Texts of the files by their path below the folder.
    package private(set) var files: [String: String]

    /// Reads the fixture.
    package init() throws {
        try self.init(folder: Self.repository().appendingPathComponent("Tests/Fixtures/catalog"))
    }

    /// Reads every file below `folder`.
    package init(folder: URL) throws {
        let folder = folder.resolvingSymlinksInPath()
        let found = FileManager.default.enumerator(atPath: folder.path)
        var files: [String: String] = [:]
        while let path = found?.nextObject() as? String {
            guard path.hasSuffix(".yaml") || path.hasSuffix(".csv") else { continue }
            files[path] = try String(
                contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        }
        self.files = files
    }

    /// Reads the catalog that is shipped.
    package static func shipped() throws -> FixtureCatalog {
        try FixtureCatalog(folder: repository().appendingPathComponent("catalog"))
    }

    /// The folder that holds `Package.swift`.
    package static func repository(from file: String = #filePath) -> URL {
        URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// Replaces the first occurrence of `text` in a file.
    package mutating func replace(
        _ text: String, with other: String, in path: String
    ) throws {
        guard let old = files[path], let range = old.range(of: text) else {
            throw TextNotFound(description: "no '\(text)' in \(path)")
        }
        files[path] = old.replacingCharacters(in: range, with: other)
    }

    /// Writes a whole file, or adds it.
    package mutating func write(_ text: String, to path: String) { files[path] = text }

    /// Leaves a file out.
    package mutating func remove(_ path: String) { files[path] = nil }

    /// Adds lines to the end of a file.
    package mutating func append(_ lines: String, to path: String) {
        files[path, default: ""] += lines
    }

    /// The files as a layer; paths are as if the user had typed `folder`.
    package func layer(folder: String = "catalog") -> CatalogLayer {
        CatalogLayer(
            folder: folder,
            files: files.sorted { $0.key < $1.key }.map { path, text in
                CatalogLayer.File(
                    relativePath: path, input: InputText(path: "\(folder)/\(path)", text: text))
            })
    }

    /// Loads the files, with `overlays` over them.
    package func load(
        under overlays: CatalogLayer...
    ) -> (snapshot: CatalogSnapshot?, findings: [Finding]) {
        let collector = FindingCollector()
        let snapshot = CatalogLoader.load([layer()] + overlays, into: collector)
        return (snapshot, collector.findings)
    }
}

extension Finding {
    /// The finding in one line: `file:line:column CODE message`.
    package var line: String {
        let place = location.map { "\($0.path):\($0.line):\($0.column)" } ?? "-"
        return "\(place) \(code.rawValue) \(message)"
    }
}

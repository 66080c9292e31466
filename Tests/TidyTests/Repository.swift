import Foundation
import Testing

/// Reads the files of the repository that this test was compiled from.
enum Repository {
    /// The folder that holds `Package.swift`.
    static func root(from file: String = #filePath) throws -> URL {
        var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        while folder.path != "/" {
            let manifest = folder.appendingPathComponent("Package.swift").path
            if FileManager.default.fileExists(atPath: manifest) { return folder }
            folder.deleteLastPathComponent()
        }
        throw CocoaError(.fileNoSuchFile)
    }

    /// Paths of all files below a folder of the root, in order, hidden ones left out.
    static func paths(below folder: String) throws -> [String] {
        let base = try root().appendingPathComponent(folder)
        guard let files = FileManager.default.enumerator(atPath: base.path) else { return [] }
        var paths: [String] = []
        for case let path as String in files {
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            let isFolder = files.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
            if !isHidden, !isFolder { paths.append("\(folder)/\(path)") }
        }
        return paths.sorted()
    }

    /// The text of a file given by its path below the root.
    static func text(of path: String) throws -> String {
        try String(contentsOf: root().appendingPathComponent(path), encoding: .utf8)
    }

    /// All Swift files below `Sources` and `Tests`, and the manifest.
    static func swiftSources() throws -> [SwiftSource] {
        try loaded.get()
    }

    private static let loaded = Result { try load() }

    private static func load() throws -> [SwiftSource] {
        let all = try paths(below: "Sources") + paths(below: "Tests") + ["Package.swift"]
        return try all.filter { $0.hasSuffix(".swift") }.map { path in
            SwiftSource(path: path, text: try text(of: path))
        }
    }
}

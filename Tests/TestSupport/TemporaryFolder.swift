package import Foundation

/// A fresh folder that is deleted with its last owner.
package final class TemporaryFolder {
    /// Path of the folder, with links resolved.
    package let path: String

    /// Creates the folder.
    package init() throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("sovereign-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.resolvingSymlinksInPath().path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Returns the path of an entry.
    package func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// Writes a file, with the folders above it, and returns its path.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        try write(Data(text.utf8), to: name)
    }

    /// Writes bytes as a file, with the folders above it, and returns its path.
    @discardableResult
    package func write(_ bytes: Data, to name: String) throws -> String {
        let url = URL(fileURLWithPath: self(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url)
        return url.path
    }

    /// Returns the text of a file; none if it is not there.
    package func text(of name: String) -> String? {
        try? String(contentsOfFile: self(name), encoding: .utf8)
    }

    /// Names of the entries, hidden ones too, sorted.
    package var entries: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
}

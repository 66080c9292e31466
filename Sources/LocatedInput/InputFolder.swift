package import Diagnostics
import Foundation

/// Reads every file of a folder and of the folders below it, within bounds.
///
/// Files come in the order of their paths. Names that begin with a dot are skipped, and so is a
/// link that leads back to a folder above it.
package enum InputFolder {
    /// One file: its path below the folder, with `/` between the parts, and its text.
    package struct File: Sendable, Hashable {
        /// Path below the folder.
        package let relativePath: String
        /// Content; its path is the folder's as the user typed it, then the relative one.
        package let input: InputText
    }

    /// Bounds what one folder may hold.
    package struct Limits: Sendable, Hashable {
        /// Most files read.
        package let maximumFiles: Int
        /// Most bytes read in all.
        package let maximumTotalBytes: Int
        /// Deepest folder read; the folder itself has depth 0.
        package let maximumDepth: Int
        /// Bounds of each file.
        package let file: InputLimits

        /// Creates limits.
        package init(
            maximumFiles: Int = 10_000, maximumTotalBytes: Int = 256 << 20, maximumDepth: Int = 16,
            file: InputLimits = .standard
        ) {
            self.maximumFiles = maximumFiles
            self.maximumTotalBytes = maximumTotalBytes
            self.maximumDepth = maximumDepth
            self.file = file
        }
    }

    /// Reads a folder; what prevents it, or a file of it, is a finding.
    ///
    /// - Parameters:
    ///   - folder: Path as the user typed it.
    ///   - skipping: Names of entries of the folder itself that are not read.
    ///   - limits: Bounds.
    ///   - collector: Gets the findings (INP001 to INP010, INP023, INP024).
    /// - Returns: The files that could be read; none where the folder itself could not be.
    package static func read(
        _ folder: String, skipping: Set<String> = [], limits: Limits = Limits(),
        into collector: FindingCollector
    ) -> [File]? {
        var walk = FolderWalk(folder: folder, limits: limits, collector: collector)
        guard walk.start(skipping: skipping) else { return nil }
        return walk.files
    }

    /// Returns the path of an entry: `name` itself where the folder is the empty path.
    package static func path(of name: String, in folder: String) -> String {
        if folder.isEmpty { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}

/// Walks down a folder and gathers its files.
private struct FolderWalk {
    /// Tells folders apart whatever path leads to them.
    struct Identity: Hashable {
        let device: UInt64
        let node: UInt64
    }

    let folder: String
    let limits: InputFolder.Limits
    let collector: FindingCollector
    private(set) var files: [InputFolder.File] = []
    private var totalBytes = 0
    private var isFull = false

    init(folder: String, limits: InputFolder.Limits, collector: FindingCollector) {
        self.folder = folder
        self.limits = limits
        self.collector = collector
    }

    mutating func start(skipping: Set<String>) -> Bool {
        guard !folder.isEmpty, !folder.utf8.contains(0) else {
            collector.report(
                .inputFileMissing, "the path is empty or not a path", at: place(folder))
            return false
        }
        // Listing first: its findings speak of a folder.
        guard let names = names(in: folder), let status = status(of: folder) else { return false }
        for name in names where !skipping.contains(name) {
            visit(name, in: folder, relative: "", above: [Self.identity(of: status)])
        }
        files.sort { $0.relativePath < $1.relativePath }
        return true
    }

    private mutating func visit(
        _ name: String, in parent: String, relative: String, above: [Identity]
    ) {
        let path = InputFolder.path(of: name, in: parent)
        let relativePath = InputFolder.path(of: name, in: relative)
        guard !isFull, let status = status(of: path) else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            read(path, relativePath)
            return
        }
        let identity = Self.identity(of: status)
        guard !above.contains(identity) else { return }
        guard above.count <= limits.maximumDepth else {
            collector.report(
                .inputFolderTooLarge,
                "folders are nested deeper than the limit of \(limits.maximumDepth)",
                at: place(path))
            return
        }
        for child in names(in: path) ?? [] {
            visit(child, in: path, relative: relativePath, above: above + [identity])
        }
    }

    private mutating func read(_ path: String, _ relativePath: String) {
        guard files.count < limits.maximumFiles else {
            return fill("more than \(limits.maximumFiles) files", at: path)
        }
        guard let input = InputFile.read(path, limits: limits.file, into: collector) else { return }
        totalBytes += input.text.utf8.count
        guard totalBytes <= limits.maximumTotalBytes else {
            return fill("more than \(limits.maximumTotalBytes) bytes in all", at: path)
        }
        files.append(InputFolder.File(relativePath: relativePath, input: input))
    }

    private mutating func fill(_ excess: String, at path: String) {
        isFull = true
        collector.report(
            .inputFolderTooLarge, "'\(folder)' holds \(excess)", at: place(folder),
            notes: [FindingNote("the first file past the limit is '\(path)'", at: nil)])
    }

    private func status(of path: String) -> stat? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            collector.report(FileFailure.finding(forSystemError: errno, at: place(path)))
            return nil
        }
        return status
    }

    /// Returns the visible names in a folder, sorted.
    private func names(in path: String) -> [String]? {
        guard let stream = opendir(path) else {
            collector.report(FileFailure.folderFinding(forSystemError: errno, at: place(path)))
            return nil
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { bytes in
                    String(validatingCString: bytes)
                }
            }
            guard let name else {
                collector.report(
                    .inputNotUTF8, "'\(path)' holds a file whose name is not valid UTF-8",
                    at: place(path), help: "rename the file")
                continue
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private func place(_ path: String) -> SourceLocation {
        SourceLocation(path: path, line: 1, column: 1, length: 0)
    }

    private static func identity(of status: stat) -> Identity {
        Identity(
            device: UInt64(truncatingIfNeeded: status.st_dev),
            node: UInt64(truncatingIfNeeded: status.st_ino))
    }
}

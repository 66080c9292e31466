import Diagnostics
import Foundation

/// Walks down a folder and finds its files, without reading them.
struct FolderWalk {
    /// One file: its path as the user would type it, that below the folder, and its state.
    struct Found {
        let path: String
        let relativePath: String
        let status: stat
    }

    /// Tells folders apart whatever path leads to them.
    struct Identity: Hashable {
        let device: UInt64
        let node: UInt64
    }

    let folder: String
    let limits: InputFolder.Limits
    let collector: FindingCollector
    /// In the order of their paths below the folder.
    private(set) var found: [Found] = []
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
        found.sort { $0.relativePath < $1.relativePath }
        return true
    }

    private mutating func visit(
        _ name: String, in parent: String, relative: String, above: [Identity]
    ) {
        let path = InputFolder.path(of: name, in: parent)
        let relativePath = InputFolder.path(of: name, in: relative)
        guard !isFull, let status = status(of: path) else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            take(Found(path: path, relativePath: relativePath, status: status))
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

    private mutating func take(_ file: Found) {
        guard found.count < limits.maximumFiles else {
            isFull = true
            return reportTooLarge("more than \(limits.maximumFiles) files", at: file.path)
        }
        found.append(file)
    }

    /// Reports that the folder holds more than it may.
    func reportTooLarge(_ excess: String, at path: String) {
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

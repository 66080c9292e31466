package import Diagnostics

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
    package struct Limits: Sendable {
        /// Most files read.
        package let maximumFiles: Int
        /// Most bytes read in all.
        package let maximumTotalBytes: Int
        /// Deepest folder read; the folder itself has depth 0.
        package let maximumDepth: Int
        /// Bounds of each file.
        package let file: InputLimits
        /// Bounds of each table in a folder of some name; none where such tables are like others.
        package let largeTables: (folder: String, file: InputLimits)?

        /// Creates limits.
        package init(
            maximumFiles: Int = 10_000, maximumTotalBytes: Int = 256 << 20, maximumDepth: Int = 16,
            file: InputLimits = .standard,
            largeTables: (folder: String, file: InputLimits)? = nil
        ) {
            self.maximumFiles = maximumFiles
            self.maximumTotalBytes = maximumTotalBytes
            self.maximumDepth = maximumDepth
            self.file = file
            self.largeTables = largeTables
        }

        /// Bounds of the file at a path below the folder.
        fileprivate func file(at relativePath: String) -> InputLimits {
            guard let largeTables, relativePath.hasSuffix(".csv"),
                relativePath.split(separator: "/").dropLast().last
                    .map({ $0 == largeTables.folder }) ?? false
            else { return file }
            return largeTables.file
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
        var files: [File] = []
        var totalBytes = 0
        for found in walk.found {
            guard
                let input = InputFile.read(
                    found.path, limits: limits.file(at: found.relativePath), into: collector)
            else { continue }
            totalBytes += input.text.utf8.count
            guard totalBytes <= limits.maximumTotalBytes else {
                walk.reportTooLarge(
                    "more than \(limits.maximumTotalBytes) bytes in all", at: found.path)
                break
            }
            files.append(File(relativePath: found.relativePath, input: input))
        }
        return files
    }

    /// Returns the path of an entry: `name` itself where the folder is the empty path.
    package static func path(of name: String, in folder: String) -> String {
        if folder.isEmpty { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}

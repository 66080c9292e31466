import Diagnostics
import Foundation

/// States in which the files of folders are found, without reading them.
///
/// As long as two stamps are equal, the files say the same: whoever changes, replaces, adds or
/// deletes one changes a size, a time or an identity that the system keeps.
package struct FolderStamp: Sendable, Hashable {
    /// Folders, program and files with their states, one to a line.
    package let text: String
    /// Paths of the files, as the user would type them.
    package let paths: [String]
    /// Seconds since 1970 at which a file last changed.
    private let lastChange: Int

    /// A change within the same tick of the file system's clock leaves no trace; after this many
    /// seconds no clock is that coarse.
    private static let ticks = 2

    /// Looks at the files of folders.
    ///
    /// - Parameters:
    ///   - folders: Paths as the user typed them.
    ///   - skipping: Names of entries of the folders themselves that are not looked at.
    ///   - program: Path of the program that reads them.
    /// - Returns: `nil` where something cannot be looked at; reading says why.
    package init?(of folders: [String], skipping: Set<String>, program: String) {
        var lines = ["\(folders.count)"]
        var paths: [String] = []
        var lastChange = 0
        var status = stat()
        guard stat(program, &status) == 0 else { return nil }
        lines.append(Self.line(program, status))
        for folder in folders {
            let collector = FindingCollector()
            var walk = FolderWalk(
                folder: folder, limits: InputFolder.Limits(), collector: collector)
            guard walk.start(skipping: skipping), !collector.hasErrors else { return nil }
            lines.append("\(folder) \(walk.found.count)")
            for file in walk.found {
                lines.append(Self.line(file.path, file.status))
                paths.append(file.path)
                lastChange = max(
                    lastChange, file.status.st_mtim.tv_sec, file.status.st_ctim.tv_sec)
            }
        }
        text = lines.joined(separator: "\n")
        self.paths = paths
        self.lastChange = lastChange
    }

    /// Whether all changes lie so far back that another one would be seen.
    ///
    /// - Parameter now: Seconds since 1970.
    package func isSettled(at now: Int) -> Bool { now - lastChange > Self.ticks }

    private static func line(_ path: String, _ status: stat) -> String {
        let parts = [
            Int(status.st_dev), Int(status.st_ino), Int(status.st_mode), Int(status.st_size),
            status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
            status.st_ctim.tv_nsec,
        ]
        return "\(path) " + parts.map(String.init).joined(separator: " ")
    }
}

package import Diagnostics
import Foundation

/// Writes whole files: each stands beside its place until all of them are complete, and is then
/// renamed.
///
/// A reader of the place sees what stood there before or all of the new text, never a part. A link
/// is followed. Devices and pipes, which cannot be renamed over, are written to directly.
package enum OutputFile {
    /// One file to write.
    package struct Content: Sendable, Hashable {
        /// Path as the user typed it.
        package let path: String
        /// What the file is to hold.
        package let text: String

        /// Creates a file to write.
        package init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// Writes files; what prevents it is a finding, and then none of their places is touched.
    ///
    /// Devices are written to once all files are complete, and files renamed last: only where a
    /// renaming fails can some of several outputs be new and others not. A file that is replaced
    /// keeps its permissions.
    ///
    /// - Parameters:
    ///   - contents: The files, at different paths.
    ///   - collector: Gets the findings (CLI010 to CLI014).
    /// - Returns: Whether all of them were written.
    package static func write(_ contents: [Content], into collector: FindingCollector) -> Bool {
        var staged: [StagedFile] = []
        var isComplete = true
        for content in contents {
            do throws(OutputFailure) {
                staged.append(try StagedFile(content))
            } catch {
                collector.report(error.finding(for: content.path))
                isComplete = false
            }
        }
        guard isComplete else {
            for file in staged { file.discard() }
            return false
        }
        // What is written to directly is more likely to fail than a renaming.
        let ordered = staged.filter(\.isStream) + staged.filter { !$0.isStream }
        for (index, file) in ordered.enumerated() {
            do throws(OutputFailure) {
                try file.commit()
            } catch {
                collector.report(error.finding(for: file.content.path))
                for rest in ordered[index...] { rest.discard() }
                return false
            }
        }
        return true
    }

    /// Tells whether two paths lead to the same existing file.
    package static func leadToSameFile(_ one: String, _ other: String) -> Bool {
        var first = stat()
        var second = stat()
        guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }
}

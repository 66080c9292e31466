package import Diagnostics
import Foundation

/// Writes one large file beside its place, and lets it take its place when it is whole.
///
/// Folders on the way are made; those that were made go again when the file is given up. Findings:
/// CLI010 to CLI014.
package final class StreamedFile {
    /// Path as the user typed it.
    package let path: String
    private let destination: String
    private let temporary: String
    private var descriptor: Int32
    private let made: [String]
    private var block: [UInt8] = []
    private var systemError: Int32 = 0

    /// Begins a file; nothing stands at its place before `commit`.
    package init?(_ path: String, into collector: FindingCollector) {
        self.path = path
        var made: [String] = []
        do throws(OutputFailure) {
            try Self.makeFolders(above: path, &made)
            guard case .file(let destination, _) = try OutputPlace(path) else {
                throw .place("is a device or a pipe, expected a file to write")
            }
            self.destination = destination
            (temporary, descriptor) = try Self.create(beside: destination)
            self.made = made
        } catch {
            for folder in made.reversed() { rmdir(folder) }
            collector.report(error.finding(for: path))
            return nil
        }
    }

    deinit { discard() }

    private static func makeFolders(
        above path: String, _ made: inout [String]
    ) throws(OutputFailure) {
        let parts = OutputPlace.folder(of: path).split(separator: "/")
        var folder = path.hasPrefix("/") ? "/" : ""
        for part in parts {
            folder = InputFolder.path(of: String(part), in: folder)
            if mkdir(folder, 0o777) == 0 {
                made.append(folder)
            } else if errno != EEXIST {
                throw .system(errno)
            }
        }
    }

    private static func create(
        beside path: String
    ) throws(OutputFailure) -> (path: String, descriptor: Int32) {
        for number in 0..<100 {
            let name = ".sovereign-\(getpid())-\(number).tmp"
            let temporary = InputFolder.path(of: name, in: OutputPlace.folder(of: path))
            let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return (temporary, descriptor) }
            guard errno == EEXIST else { throw .system(errno) }
        }
        throw .system(EEXIST)
    }

    /// Adds text.
    package func write(_ text: String) {
        block += text.utf8
        if block.count > 1 << 18 { flush() }
    }

    private func flush() {
        block.withUnsafeBytes { all in
            var rest = all
            while !rest.isEmpty, systemError == 0 {
                let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    systemError = errno == 0 ? EIO : errno
                    return
                }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }
        block.removeAll(keepingCapacity: true)
    }

    /// Lets the file take its place, and tells whether it did.
    package func commit(into collector: FindingCollector) -> Bool {
        flush()
        if systemError == 0, fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP {
            systemError = errno
        }
        if close(descriptor) != 0, systemError == 0 { systemError = errno }
        descriptor = -1
        if systemError == 0, rename(temporary, destination) != 0 { systemError = errno }
        guard systemError != 0 else { return true }
        collector.report(OutputFailure.system(systemError).finding(for: path))
        unlink(temporary)
        removeFolders()
        return false
    }

    /// Gives the file up; nothing of it is left.
    package func discard() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
        unlink(temporary)
        removeFolders()
    }

    private func removeFolders() {
        for folder in made.reversed() { rmdir(folder) }
    }
}

import Diagnostics
import Foundation

/// Keeps bytes that only the user may write, in a folder of the program's own.
///
/// What is kept can be had again some other way: nothing that goes wrong is worth a word.
package enum PrivateFile {
    /// Reads a file that belongs to the user and that nobody else may write.
    ///
    /// - Parameter body: Gets the bytes for as long as it runs.
    /// - Returns: What `body` gives; `nil` where there is no such file, or it is larger than
    ///   `maximumBytes`.
    package static func read<Result>(
        _ path: String, maximumBytes: Int, _ body: (UnsafeRawBufferPointer) -> Result?
    ) -> Result? {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_uid == geteuid(), status.st_mode & 0o022 == 0, status.st_size > 0,
            Int(status.st_size) <= maximumBytes
        else { return nil }
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: Int(status.st_size), alignment: 16)
        defer { buffer.deallocate() }
        var filled = 0
        while filled < buffer.count {
            let count = Foundation.read(
                descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            filled += count
        }
        return body(UnsafeRawBufferPointer(buffer))
    }

    /// Writes a file whole or not at all, and keeps no more than `most` files in its folder: those
    /// written last.
    ///
    /// The folder is made if its parent, or the parent of that, is there.
    ///
    /// - Parameter body: Hands over the content, stretch by stretch.
    package static func write(
        to name: String, in folder: String, most: Int,
        _ body: ((UnsafeRawBufferPointer) -> Void) -> Void
    ) {
        guard makeFolder(folder) else { return }
        let temporary = InputFolder.path(of: ".\(name)-\(getpid()).tmp", in: folder)
        let descriptor = open(
            temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        var isComplete = true
        body { isComplete = isComplete && fill(descriptor, with: $0) }
        let isClosed = close(descriptor) == 0
        guard isComplete, isClosed, rename(temporary, InputFolder.path(of: name, in: folder)) == 0
        else {
            unlink(temporary)
            return
        }
        deleteOldest(in: folder, butFor: most)
    }

    private static func makeFolder(_ folder: String) -> Bool {
        if mkdir(folder, 0o700) == 0 || errno == EEXIST { return true }
        guard errno == ENOENT else { return false }
        let parent = OutputPlace.folder(of: folder)
        return mkdir(parent, 0o700) == 0 && mkdir(folder, 0o700) == 0
    }

    private static func fill(_ descriptor: Int32, with bytes: UnsafeRawBufferPointer) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        }
        return true
    }

    private static func deleteOldest(in folder: String, butFor most: Int) {
        let collector = FindingCollector()
        var walk = FolderWalk(folder: folder, limits: InputFolder.Limits(), collector: collector)
        guard walk.start(skipping: []), walk.found.count > most else { return }
        let byAge = walk.found.sorted {
            ($0.status.st_mtim.tv_sec, $0.path) > ($1.status.st_mtim.tv_sec, $1.path)
        }
        for file in byAge.dropFirst(most) { unlink(file.path) }
    }
}

import Foundation

/// Holds a complete new file beside the place where it is to stand.
struct StagedFile {
    /// What is written, and the path that the user typed.
    let content: OutputFile.Content
    private let destination: OutputPlace
    /// Path of the file beside its place; none where the place is written to directly.
    private let temporaryPath: String?

    /// Names tried for the file beside its place before giving up.
    private static let mostNames = 100

    /// Writes the file beside its place.
    init(_ content: OutputFile.Content) throws(OutputFailure) {
        self.content = content
        destination = try OutputPlace(content.path)
        switch destination {
        case .stream: temporaryPath = nil
        case .file(let path, let mode):
            temporaryPath = try Self.stage(content.text, beside: path, mode: mode)
        }
    }

    /// Whether the place is written to directly.
    var isStream: Bool { temporaryPath == nil }

    /// Lets the file take its place.
    func commit() throws(OutputFailure) {
        switch (destination, temporaryPath) {
        case (.file(let path, _), let temporary?):
            guard rename(temporary, path) == 0 else {
                let number = errno
                discard()
                throw .system(number)
            }
        default:
            let descriptor = open(content.path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .system(errno) }
            defer { close(descriptor) }
            try Self.write(content.text, to: descriptor)
        }
    }

    /// Deletes the file beside its place.
    func discard() {
        if let temporaryPath { unlink(temporaryPath) }
    }

    private static func stage(
        _ text: String, beside path: String, mode: mode_t?
    ) throws(OutputFailure) -> String {
        let (temporary, descriptor) = try create(in: OutputPlace.folder(of: path))
        do throws(OutputFailure) {
            try fill(descriptor, with: text, mode: mode)
            return temporary
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Creates an empty file under a name that nothing else has.
    private static func create(in folder: String) throws(OutputFailure) -> (String, Int32) {
        for number in 0..<mostNames {
            let name = ".sovereign-\(getpid())-\(number).tmp"
            let path = InputFolder.path(of: name, in: folder)
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return (path, descriptor) }
            guard errno == EEXIST else { throw .system(errno) }
        }
        throw .system(EEXIST)
    }

    /// Writes the text and waits for the disk; closes the descriptor in any case.
    private static func fill(
        _ descriptor: Int32, with text: String, mode: mode_t?
    ) throws(OutputFailure) {
        var isOpen = true
        defer { if isOpen { close(descriptor) } }
        try write(text, to: descriptor)
        if let mode, fchmod(descriptor, mode & 0o7777) != 0 { throw .system(errno) }
        // Some file systems cannot wait for the disk; the file is as safe there as any.
        if fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP { throw .system(errno) }
        isOpen = false
        // A network drive may report only now that it is full.
        if close(descriptor) != 0 { throw .system(errno) }
    }

    private static func write(_ text: String, to descriptor: Int32) throws(OutputFailure) {
        var text = text
        let failure: Int32? = text.withUTF8 { (bytes: UnsafeBufferPointer<UInt8>) -> Int32? in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
                if count >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
                } else if errno != EINTR {
                    return errno
                }
            }
            return nil
        }
        // A pipe whose reader has gone wants no more.
        if let failure, failure != EPIPE { throw .system(failure) }
    }
}

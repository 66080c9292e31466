import Foundation

/// Tells what stands where an output is to be written.
enum OutputPlace {
    /// A file, or nothing yet; with links resolved, and the permissions to keep.
    case file(path: String, mode: mode_t?)
    /// A device or a pipe.
    case stream

    /// Looks at a path.
    init(_ path: String) throws(OutputFailure) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw .place("is not a path")
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            self = try Self.missing(path, errno)
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            guard access(path, W_OK) == 0 else { throw .system(errno) }
            guard let resolved = realpath(path, nil) else { throw .system(errno) }
            defer { free(resolved) }
            self = .file(path: String(cString: resolved), mode: status.st_mode)
        case S_IFDIR: throw .isFolder
        case S_IFCHR, S_IFIFO: self = .stream
        default: throw .place("is a disk or a socket, expected a file to write")
        }
    }

    private static func missing(_ path: String, _ number: Int32) throws(OutputFailure) -> Self {
        guard number == ENOENT else {
            throw number == ENOTDIR ? .folderMissing(folder(of: path)) : .system(number)
        }
        guard path.last != "/" else { throw .folderMissing(path) }
        var status = stat()
        guard lstat(path, &status) != 0 else { throw .place("is a link that leads nowhere") }
        let folder = folder(of: path)
        guard stat(folder.isEmpty ? "." : folder, &status) == 0 else {
            throw .folderMissing(folder)
        }
        return .file(path: path, mode: nil)
    }

    /// Returns the part of a path before its last name; empty for the current folder.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

import Diagnostics
import Foundation

/// Words what the file system says about a file as findings.
enum FileFailure {
    /// Returns the finding for an error number of the operating system.
    static func finding(forSystemError number: Int32, at place: SourceLocation) -> Finding {
        switch number {
        case ENOENT, ENOTDIR:
            Finding(.inputFileMissing, "there is no file '\(place.path)'", at: place)
        case EACCES, EPERM:
            Finding(.inputNotPermitted, "no permission to read '\(place.path)'", at: place)
        case EISDIR:
            Finding(.inputIsDirectory, "'\(place.path)' is a folder, expected a file", at: place)
        case ENXIO, ENODEV:
            Finding(
                .inputNotRegularFile, "'\(place.path)' is a device or a socket, expected a file",
                at: place)
        default:
            Finding(
                .inputUnreadable,
                "'\(place.path)' cannot be read: \(String(cString: strerror(number)))", at: place)
        }
    }

    /// Returns the finding for an error number met where a folder was to be listed.
    static func folderFinding(forSystemError number: Int32, at place: SourceLocation) -> Finding {
        switch number {
        case ENOENT:
            Finding(.inputFileMissing, "there is no folder '\(place.path)'", at: place)
        case ENOTDIR:
            Finding(
                .inputNotAFolder, "'\(place.path)' is a file, expected a folder", at: place)
        default: finding(forSystemError: number, at: place)
        }
    }

    /// Returns why a file of this kind and size is not read; none if it is.
    static func refusal(
        mode: mode_t, size: Int, limits: InputLimits, at place: SourceLocation
    ) -> Finding? {
        switch mode & S_IFMT {
        case S_IFREG: size > limits.maximumBytes ? tooLarge(limits: limits, at: place) : nil
        case S_IFDIR: finding(forSystemError: EISDIR, at: place)
        case S_IFIFO:
            Finding(
                .inputNotRegularFile, "'\(place.path)' is a pipe, expected a file", at: place,
                help: "write the content to a file first")
        default: finding(forSystemError: ENODEV, at: place)
        }
    }

    /// Returns the finding for a file over the limit of bytes.
    static func tooLarge(limits: InputLimits, at place: SourceLocation) -> Finding {
        let limit =
            limits.maximumBytes % (1 << 20) == 0
            ? "\(limits.maximumBytes >> 20) MiB" : "\(limits.maximumBytes) bytes"
        return Finding(
            .inputTooLarge, "'\(place.path)' is larger than the limit of \(limit)", at: place)
    }
}

import Diagnostics
import Foundation

/// Says why an output cannot be written.
enum OutputFailure: Error {
    /// The path leads to a folder.
    case isFolder
    /// The folder of the path does not exist.
    case folderMissing(String)
    /// Something else about the path, in words that follow its name.
    case place(String)
    /// An error number of the operating system.
    case system(Int32)

    /// Words the failure for the path that the user typed.
    func finding(for path: String) -> Finding {
        switch self {
        case .isFolder:
            Finding(
                .outputIsFolder, "'\(path)' is a folder, expected the name of a file to write",
                help: "name the file too")
        case .folderMissing(let folder):
            Finding(.outputFolderMissing, "'\(path)' cannot be written: no folder '\(folder)'")
        case .place(let words):
            Finding(.outputNotWritten, "'\(path)' \(words)")
        case .system(let number): Self.finding(for: path, number)
        }
    }

    private static func finding(for path: String, _ number: Int32) -> Finding {
        let words = String(cString: strerror(number))
        switch number {
        case EACCES, EPERM, EROFS:
            return Finding(.outputNotPermitted, "no permission to write '\(path)': \(words)")
        case ENOSPC, EDQUOT, EFBIG:
            return Finding(
                .outputDiskFull, "no space to write '\(path)': \(words)",
                help: "free some space, or name a file on another disk")
        default:
            return Finding(.outputNotWritten, "'\(path)' cannot be written: \(words)")
        }
    }
}

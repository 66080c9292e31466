import Diagnostics
import Foundation
import LocatedInput
import TestSupport
import Testing

@Suite struct OutputFileTests {
    let folder: TemporaryFolder
    let collector = FindingCollector()

    init() throws {
        folder = try TemporaryFolder()
    }

    private func write(_ text: String = "new\n", to names: String...) -> Bool {
        OutputFile.write(
            names.map { OutputFile.Content(path: folder($0), text: text) }, into: collector)
    }

    private var codes: [FindingCode] { collector.findings.map(\.code) }

    @Test func `a new file holds the whole text and nothing stays beside it`() {
        #expect(write("línea\n", to: "quote.md"))
        #expect(folder.text(of: "quote.md") == "línea\n")
        #expect(folder.entries == ["quote.md"])
        #expect(collector.isEmpty)
    }

    @Test func `a file is replaced and keeps its permissions`() throws {
        try folder.write("old\n", to: "quote.md")
        chmod(folder("quote.md"), 0o640)
        #expect(write(to: "quote.md"))
        #expect(folder.text(of: "quote.md") == "new\n")
        var status = stat()
        stat(folder("quote.md"), &status)
        #expect(status.st_mode & 0o7777 == 0o640)
    }

    @Test func `a link is followed, not replaced`() throws {
        try folder.write("old\n", to: "real/quote.md")
        symlink("real/quote.md", folder("link.md"))
        #expect(write(to: "link.md"))
        #expect(folder.text(of: "real/quote.md") == "new\n")
        var status = stat()
        lstat(folder("link.md"), &status)
        #expect(status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test func `a link that leads nowhere is refused`() {
        symlink("nothing", folder("link.md"))
        #expect(!write(to: "link.md"))
        #expect(codes == [.outputNotWritten])
    }

    @Test func `a folder is refused`() throws {
        try folder.write("", to: "quotes/x")
        #expect(!write(to: "quotes"))
        #expect(codes == [.outputIsFolder])
    }

    @Test(arguments: ["missing/quote.md", "quote.md/", "file/quote.md"])
    func `a missing folder is never created`(_ name: String) throws {
        try folder.write("", to: "file")
        #expect(!write(to: name))
        #expect(codes == [.outputFolderMissing])
        #expect(folder.entries == ["file"])
    }

    @Test func `an empty path is refused`() {
        #expect(!OutputFile.write([.init(path: "", text: "x")], into: collector))
        #expect(codes == [.outputNotWritten])
    }

    @Test func `a name that is too long is refused`() {
        #expect(!write(to: String(repeating: "n", count: 300)))
        #expect(codes == [.outputNotWritten])
        #expect(folder.entries.isEmpty)
    }

    @Test func `where one of several files cannot be written none is`() throws {
        try folder.write("old\n", to: "a.md")
        #expect(!write(to: "a.md", "missing/b.md", "c.md"))
        #expect(codes == [.outputFolderMissing])
        #expect(folder.text(of: "a.md") == "old\n")
        #expect(folder.entries == ["a.md"])
    }

    @Test(.enabled(if: access("/dev/full", F_OK) == 0, "there is no /dev/full here"))
    func `a full disk is told`() {
        let full = OutputFile.Content(path: "/dev/full", text: "x")
        #expect(!OutputFile.write([full], into: collector))
        #expect(codes == [.outputDiskFull])
    }

    @Test func `a device is written to and stays a device`() {
        #expect(OutputFile.write([.init(path: "/dev/null", text: "x")], into: collector))
        var status = stat()
        stat("/dev/null", &status)
        #expect(status.st_mode & S_IFMT == S_IFCHR)
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func `a file or folder without permission is told`() throws {
        try folder.write("old\n", to: "locked.md")
        chmod(folder("locked.md"), 0o444)
        #expect(!write(to: "locked.md"))
        #expect(codes == [.outputNotPermitted])
        #expect(folder.text(of: "locked.md") == "old\n")
    }

    @Test func `paths to one file are recognised whatever their spelling`() throws {
        try folder.write("x", to: "a")
        symlink("a", folder("b"))
        #expect(OutputFile.leadToSameFile(folder("a"), folder("./b")))
        #expect(!OutputFile.leadToSameFile(folder("a"), folder("c")))
    }
}

import Diagnostics
import Foundation
import LocatedInput
import TestSupport
import Testing

@Suite struct InputFolderTests {
    let folder: TemporaryFolder
    let collector = FindingCollector()

    init() throws {
        folder = try TemporaryFolder()
    }

    private func read(
        skipping: Set<String> = [], limits: InputFolder.Limits = InputFolder.Limits()
    ) -> [String]? {
        InputFolder.read(folder.path, skipping: skipping, limits: limits, into: collector)?
            .map(\.relativePath)
    }

    private var codes: [FindingCode] { collector.findings.map(\.code) }

    @Test func `files of all depths come in the order of their paths`() throws {
        for name in ["b.yaml", "a/z.csv", "a/b/c.csv", "a.yaml", "é.yaml"] {
            try folder.write("x: 1", to: name)
        }
        #expect(read() == ["a.yaml", "a/b/c.csv", "a/z.csv", "b.yaml", "é.yaml"])
        #expect(collector.isEmpty)
    }

    @Test func `a file's path begins with the folder as typed`() throws {
        try folder.write("x: 1", to: "a/b.yaml")
        let files = InputFolder.read(folder.path + "/", into: collector)
        #expect(files?.map(\.input.path) == [folder("a/b.yaml")])
    }

    @Test func `hidden entries and named ones of the top are skipped`() throws {
        for name in [".git/x.yaml", "a/.swp", "scenarios/s.yaml", "a/scenarios/t.yaml"] {
            try folder.write("x: 1", to: name)
        }
        #expect(read(skipping: ["scenarios"]) == ["a/scenarios/t.yaml"])
    }

    @Test func `a link that leads back up is not followed, one that leads aside is`() throws {
        try folder.write("x: 1", to: "a/b.yaml")
        symlink("..", folder("a/up"))
        symlink("a", folder("c"))
        #expect(read() == ["a/b.yaml", "c/b.yaml"])
        #expect(collector.isEmpty)
    }

    @Test func `a broken link and a pipe are findings, and the rest is read`() throws {
        try folder.write("x: 1", to: "a.yaml")
        symlink("nothing", folder("b.yaml"))
        mkfifo(folder("c.yaml"), 0o600)
        #expect(read() == ["a.yaml"])
        #expect(codes == [.inputFileMissing, .inputNotRegularFile])
    }

    @Test func `a missing folder and a file in its place are findings`() throws {
        #expect(InputFolder.read(folder("missing"), into: collector) == nil)
        try folder.write("x: 1", to: "file")
        #expect(InputFolder.read(folder("file"), into: collector) == nil)
        #expect(InputFolder.read("", into: collector) == nil)
        #expect(codes == [.inputFileMissing, .inputNotAFolder, .inputFileMissing])
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func `a folder without permission is a finding`() throws {
        try folder.write("x: 1", to: "a/b.yaml")
        chmod(folder("a"), 0)
        defer { chmod(folder("a"), 0o700) }
        #expect(read() == [])
        #expect(codes == [.inputNotPermitted])
    }

    @Test(arguments: [
        (InputFolder.Limits(maximumFiles: 2), "holds more than 2 files"),
        (InputFolder.Limits(maximumTotalBytes: 11), "holds more than 11 bytes in all"),
        (InputFolder.Limits(maximumDepth: 1), "nested deeper than the limit of 1"),
    ])
    func `each bound is kept and told`(_ limits: InputFolder.Limits, _ words: String) throws {
        for name in ["a.yaml", "b/c.yaml", "b/d/e.yaml"] { try folder.write("x: 12", to: name) }
        _ = read(limits: limits)
        #expect(codes == [.inputFolderTooLarge])
        #expect(collector.findings.first?.message.contains(words) == true)
    }

    @Test func `exactly the bounds is not too much`() throws {
        for name in ["a.yaml", "b/c.yaml", "b/d/e.yaml"] { try folder.write("x: 12", to: name) }
        let limits = InputFolder.Limits(maximumFiles: 3, maximumTotalBytes: 15, maximumDepth: 2)
        #expect(read(limits: limits)?.count == 3)
        #expect(collector.isEmpty)
    }
}

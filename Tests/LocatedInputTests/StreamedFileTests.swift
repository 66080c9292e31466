import Diagnostics
import LocatedInput
import TestSupport
import Testing

struct StreamedFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a file and the folders above it are there once it is committed, not before`() throws
    {
        let collector = FindingCollector()
        let file = try #require(StreamedFile(folder("a/b/c.csv"), into: collector))
        let line = String(repeating: "x", count: 999) + "\n"
        for _ in 0..<1000 { file.write(line) }
        #expect(folder.text(of: "a/b/c.csv") == nil)
        #expect(file.commit(into: collector) && collector.isEmpty)
        #expect(folder.text(of: "a/b/c.csv")?.utf8.count == 1_000_000)
    }

    @Test func `a file that is given up leaves nothing, nor the folders made for it`() throws {
        let collector = FindingCollector()
        var file = StreamedFile(folder("a/b/c.csv"), into: collector)
        file?.write("x")
        file?.discard()
        #expect(folder.entries.isEmpty)
        file = StreamedFile(folder("a/b/c.csv"), into: collector)
        file = nil
        #expect(folder.entries.isEmpty && collector.isEmpty)
    }

    @Test func `an older file stays until the new one is whole`() throws {
        try folder.write("old", to: "c.csv")
        let collector = FindingCollector()
        let file = try #require(StreamedFile(folder("c.csv"), into: collector))
        file.write("new")
        #expect(folder.text(of: "c.csv") == "old")
        #expect(file.commit(into: collector))
        #expect(folder.text(of: "c.csv") == "new" && folder.entries == ["c.csv"])
    }

    @Test func `a place that cannot be written is a finding`() throws {
        try folder.write("x", to: "file")
        let collector = FindingCollector()
        #expect(StreamedFile(folder("file/c.csv"), into: collector) == nil)
        #expect(StreamedFile(folder.path, into: collector) == nil)
        #expect(collector.findings.count == 2 && folder.entries == ["file"])
    }
}

import Diagnostics
import Foundation
import Testing

@testable import LocatedInput

struct InputFileTests {
    /// Runs `body` with a fresh folder that is removed afterwards.
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("located-input-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func findings(
        reading path: String, limits: InputLimits = .standard
    ) -> [Finding] {
        let collector = FindingCollector()
        #expect(InputFile.read(path, limits: limits, into: collector) == nil)
        return collector.findings
    }

    @Test func `a file is read whole and its text is kept for findings`() throws {
        try withFolder { folder in
            let path = folder.appendingPathComponent("a.yaml").path
            let text = String(repeating: "é: x\n", count: 200_000)
            try Data(("\u{FEFF}" + text).utf8).write(to: URL(fileURLWithPath: path))
            let collector = FindingCollector()
            let input = InputFile.read(path, into: collector)
            #expect(input?.text == text)
            #expect(collector.sources[path] == text)
            #expect(collector.isEmpty)
        }
    }

    @Test func `a missing file, a folder and an impossible path are findings`() throws {
        try withFolder { folder in
            let missing = folder.appendingPathComponent("none.yaml").path
            #expect(findings(reading: missing).map(\.code) == [.inputFileMissing])
            #expect(findings(reading: missing + "/x").map(\.code) == [.inputFileMissing])
            #expect(findings(reading: folder.path).map(\.code) == [.inputIsDirectory])
        }
        #expect(findings(reading: "").map(\.code) == [.inputFileMissing])
        #expect(findings(reading: "a\u{0}b").map(\.code) == [.inputFileMissing])
    }

    @Test func `pipes and devices are refused without waiting`() throws {
        try withFolder { folder in
            let pipe = folder.appendingPathComponent("pipe").path
            try #require(mkfifo(pipe, 0o600) == 0)
            #expect(findings(reading: pipe).map(\.code) == [.inputNotRegularFile])
        }
        #expect(findings(reading: "/dev/null").map(\.code) == [.inputNotRegularFile])
        #expect(findings(reading: "/dev/zero").map(\.code) == [.inputNotRegularFile])
    }

    @Test func `a file without permission is a finding`() throws {
        let place = SourceLocation(path: "a", line: 1, column: 1, length: 0)
        #expect(FileFailure.finding(forSystemError: EACCES, at: place).code == .inputNotPermitted)
        // The superuser may read everything, so the file itself proves nothing there.
        guard geteuid() != 0 else { return }
        try withFolder { folder in
            let file = folder.appendingPathComponent("a.yaml")
            try Data("a: 1".utf8).write(to: file)
            chmod(file.path, 0)
            #expect(findings(reading: file.path).map(\.code) == [.inputNotPermitted])
        }
    }

    @Test(arguments: [
        (ENOENT, FindingCode.inputFileMissing), (ENOTDIR, .inputFileMissing),
        (EPERM, .inputNotPermitted), (EISDIR, .inputIsDirectory), (ENXIO, .inputNotRegularFile),
        (EIO, .inputUnreadable), (ELOOP, .inputUnreadable),
    ])
    func `system errors have findings`(number: Int32, code: FindingCode) {
        let place = SourceLocation(path: "a", line: 1, column: 1, length: 0)
        #expect(FileFailure.finding(forSystemError: number, at: place).code == code)
    }

    @Test func `size is bounded before reading`() throws {
        try withFolder { folder in
            let file = folder.appendingPathComponent("big.yaml")
            try Data(repeating: 0x61, count: 11).write(to: file)
            let limits = InputLimits(maximumBytes: 10)
            let found = findings(reading: file.path, limits: limits)
            #expect(found.map(\.code) == [.inputTooLarge])
            #expect(found.first?.message == "'\(file.path)' is larger than the limit of 10 bytes")
            truncate(file.path, 100 << 20)
            #expect(findings(reading: file.path).map(\.code) == [.inputTooLarge])
            truncate(file.path, 10)
            let collector = FindingCollector()
            #expect(InputFile.read(file.path, limits: limits, into: collector)?.text.count == 10)
        }
    }

    @Test(
        arguments: [
            ([0x61, 0x0A, 0xC3, 0xA9, 0xE9, 0x0A], "2:2"),
            ([0xFF, 0xFE, 0x61, 0x00], "1:1"),
            ([0xC3], "1:1"), ([0x61, 0xC0, 0x80], "1:2"), ([0xED, 0xA0, 0x80], "1:1"),
            ([0xF4, 0x90, 0x80, 0x80], "1:1"), ([0x0D, 0x0A, 0xE2, 0x82], "2:1"),
        ] as [([UInt8], String)])
    func `bytes that are not UTF-8 are found`(bytes: [UInt8], place: String) {
        let collector = FindingCollector()
        #expect(InputFile.decode(bytes, path: "a", into: collector) == nil)
        let found = collector.findings
        #expect(found.map(\.code) == [.inputNotUTF8])
        #expect(found.first?.location?.description == "a:" + place)
    }

    @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}"])
    func `blank files are empty`(text: String) {
        let collector = FindingCollector()
        #expect(InputFile.decode(Array(text.utf8), path: "a", into: collector) == nil)
        #expect(collector.findings.map(\.code) == [.inputEmpty])
    }

    @Test func `all characters of Unicode are valid UTF-8`() {
        let scalars = stride(from: UInt32(1), through: 0x10FFFF, by: 7).compactMap(
            Unicode.Scalar.init)
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        let bytes = Array(text.utf8)
        #expect(bytes.withUnsafeBufferPointer(UTF8Validation.firstInvalidOffset) == nil)
    }

    @Test func `an invalid byte or a control character is found wherever it stands`() {
        for offset in 0..<40 {
            var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 40)
            bytes[offset] = 0xFF
            #expect(bytes.withUnsafeBufferPointer(UTF8Validation.firstInvalidOffset) == offset)
            for control in [UInt8(0x00), 0x01, 0x0B, 0x1F, 0x7F] {
                bytes[offset] = control
                let collector = FindingCollector()
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(
                    !ForbiddenCharacters.check(
                        InputText(path: "a", text: text), lineSeparatorsForbidden: false,
                        into: collector))
                #expect(collector.findings.first?.location?.column == offset + 1)
            }
        }
    }

    @Test func `the content of confidential files is not shown`() throws {
        try withFolder { folder in
            let path = folder.appendingPathComponent("people.csv").path
            try Data("name,born\nA. Person,soon\n".utf8).write(to: URL(fileURLWithPath: path))
            let collector = FindingCollector()
            let document = LocatedDocument.read(path, into: collector, confidential: true)
            let row = try #require(document?.root.elements?.first)
            var reader = try #require(FieldReader(row, "person", collector))
            #expect(reader.required("born", as: Int.self) == nil)
            reader.finish()
            let text = TextRenderer.render(collector)
            #expect(!text.contains("Person") && !text.contains("soon"))
            #expect(text.contains("people.csv:2:11: error[INP035]"))
        }
    }

    @Test func `the ending of the name decides the format`() {
        let collector = FindingCollector()
        func parse(_ path: String, _ text: String) -> LocatedDocument? {
            LocatedDocument.parse(InputText(path: path, text: text), into: collector)
        }
        #expect(parse("a.YAML", "a: 1")?.root["a"]?.text == "1")
        #expect(parse("a.yml", "a: 1")?.root["a"]?.text == "1")
        #expect(parse("a.json", "{\"a\": 1}")?.root["a"]?.text == "1")
        #expect(parse("a.csv", "a\n1")?.root.elements?.first?["a"]?.text == "1")
        #expect(collector.isEmpty)
        #expect(parse("a.txt", "a: 1") == nil)
        #expect(parse("yaml", "a: 1") == nil)
        #expect(collector.findings.map(\.code) == [.inputUnknownFormat, .inputUnknownFormat])
    }
}

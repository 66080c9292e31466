import Diagnostics
import Foundation
import LocatedInput
import TestSupport
import Testing

struct JSONRecordReaderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Reads a text in stretches of so many bytes, and returns the records as plain values.
    private func records(
        _ text: String, _ patterns: [[String]], chunk: Int = 64
    ) throws -> (values: [JSONValue], isWhole: Bool, findings: [Finding]) {
        let path = try folder.write(text, to: "a.json")
        let collector = FindingCollector()
        let stream = try #require(SheetStream(path, chunk: chunk, into: collector))
        let reader = JSONRecordReader(stream, patterns, into: collector)
        var values: [JSONValue] = []
        let isWhole = reader.read { record in
            values.append(Self.plain(record, 0))
            return true
        }
        return (values, isWhole, collector.findings)
    }

    private static func plain(_ record: JSONRecord, _ value: Int) -> JSONValue {
        switch record.kind(value) {
        case .object:
            .object(record.children(of: value).map { (record.key($0), plain(record, $0)) })
        case .array: .array(record.children(of: value).map { plain(record, $0) })
        case .text: .string(record.text(value))
        case .number: Int64(record.text(value)).map { .integer($0) } ?? .null
        case .truth: .bool(record.text(value) == "true")
        case .null: .null
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>, [64, 100, 4096])
    func `elements of a list come as the whole-text reader gives them`(
        seed: UInt64, chunk: Int
    ) throws {
        var maker = DocumentMaker(seed: seed)
        let documents = (0..<8).map { _ in maker.document() }
        let text = JSONValue.object([("before", maker.document()), ("list", .array(documents))])
            .rendered(indented: seed % 2 == 0)
        let reading = try records(text, [["list", "[]"]], chunk: chunk)
        #expect(reading.isWhole && reading.findings.isEmpty, "seed \(seed)")
        #expect(reading.values == documents, "seed \(seed)")
    }

    @Test func `paths of keys, of any key and of elements are told apart`() throws {
        let text = """
            {"a": {"x": {"n": 1}, "y": {"n": 2}}, "b": [3, [4]], "c": 5, "d": {"a": 6}}
            """
        #expect(
            try records(text, [["a", "*"]]).values
                == [.object([("n", .integer(1))]), .object([("n", .integer(2))])])
        #expect(
            try records(text, [["b", "[]"]]).values == [.integer(3), .array([.integer(4)])])
        #expect(try records(text, [["c"]]).values == [.integer(5)])
        #expect(try records(text, [["*", "a"]]).values == [.integer(6)])
        #expect(try records("12", [[]]).values == [.integer(12)])
        #expect(try records("[1, 2]", [["[]"]]).values == [.integer(1), .integer(2)])
        #expect(try records(text, [["b", "*"]]).values.isEmpty)
    }

    @Test(arguments: [
        ("{\"a\": [1,]}", FindingCode.inputJSONSyntax, 10), ("{\"a\": [1}", .inputJSONSyntax, 9),
        ("{\"a\" 1}", .inputJSONSyntax, 6), ("{\"a\": 01}", .inputJSONSyntax, 7),
        ("{\"a\": tru}", .inputJSONSyntax, 7), ("{a: 1}", .inputJSONSyntax, 2),
        ("{\"a\": [\"\\x\"]}", .inputJSONSyntax, 9), ("{\"a\": 1} 2", .inputJSONSyntax, 10),
        ("{\"a\": [{\"b\": 1, \"b\": 2}]}", .inputDuplicateKey, 17),
        ("{\"a\": [\"\\ud800\"]}", .inputJSONSyntax, 9),
    ])
    func `a mistake of form stands at its place`(
        text: String, code: FindingCode, column: Int
    ) throws {
        let reading = try records(text, [["a", "[]"]])
        #expect(reading.findings.map(\.code) == [code])
        #expect(reading.findings.first?.location?.column == column)
        #expect(reading.findings.first?.location?.line == 1)
    }

    @Test(arguments: ["{\"a\": [1, 2", "{\"a\": [\"x", "{\"a\": [tr", "{", "[", "{\"a\"", "\"x"])
    func `a text that is cut off says so`(text: String) throws {
        let reading = try records(text, [["a", "[]"]])
        #expect(!reading.isWhole)
        #expect(reading.findings.map(\.message) == ["the file ends in the middle of a value"])
    }

    @Test func `depth, bytes that are no text and an empty file are bounded and said`() throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect(try records(deep, [["x"]]).findings.map(\.code) == [.inputTooDeep])
        #expect(
            try records("{\"a\": [\(deep)]}", [["a", "[]"]]).findings.map(\.code)
                == [.inputJSONSyntax])
        #expect(try records(" \n", [["x"]]).findings.map(\.code) == [.inputEmpty])
        let path = try folder.write(Data([0x5B, 0x22, 0xFF, 0x22, 0x5D]), to: "b.json")
        let collector = FindingCollector()
        let stream = try #require(SheetStream(path, into: collector))
        #expect(!JSONRecordReader(stream, [["[]"]], into: collector).read { _ in true })
        #expect(collector.findings.map(\.code) == [.inputNotUTF8])
        #expect(collector.findings.first?.location?.column == 3)
    }

    @Test func `a record longer than any is refused, not read into memory`() throws {
        let path = try folder.write(
            "[\"" + String(repeating: "x", count: SheetStream.longestRecord + 1000) + "\"]",
            to: "long.json")
        let collector = FindingCollector()
        let stream = try #require(SheetStream(path, into: collector))
        #expect(!JSONRecordReader(stream, [["[]"]], into: collector).read { _ in true })
        #expect(collector.findings.map(\.code) == [.inputTooManyValues])
    }

    @Test func `places count lines and code points across the stretches read`() throws {
        let rows = (0..<200).map {
            "  {\"ü\": \"\(String(repeating: "é", count: $0 % 7))\", \"v\": \($0)}"
        }
        let text = "{\"list\": [\n" + rows.joined(separator: ",\n") + "\n]}\n"
        let path = try folder.write(text, to: "c.json")
        let collector = FindingCollector()
        let stream = try #require(SheetStream(path, chunk: 64, into: collector))
        var number = 0
        let reader = JSONRecordReader(stream, [["list", "[]"]], into: collector)
        let isWhole = reader.read { record in
            let place = record.place(record.member("v") ?? 0)
            #expect(place.line == number + 2)
            // `  {"ü": "…", "v": ` takes 17 characters beside what is in the text.
            #expect(place.column == 18 + number % 7)
            number += 1
            return true
        }
        #expect(isWhole)
        #expect(number == 200)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `no mutation of a text crashes the reader, and the whole-text reader agrees`(
        seed: UInt64
    ) throws {
        var maker = DocumentMaker(seed: seed)
        var bytes = Array(
            JSONValue.array([maker.document(), maker.document()]).rendered(indented: false).utf8)
        for _ in 0..<maker.number(1...3) {
            let at = maker.number(0...bytes.count - 1)
            switch maker.number(0...2) {
            case 0: bytes[at] = UInt8(maker.number(0...255))
            case 1: bytes.remove(at: at)
            default: bytes.insert(UInt8(maker.number(0x20...0x7E)), at: at)
            }
            if bytes.isEmpty { bytes = [0x30] }
        }
        let path = try folder.write(Data(bytes), to: "m.json")
        let collector = FindingCollector()
        let stream = try #require(SheetStream(path, chunk: 64, into: collector))
        let isWhole = JSONRecordReader(stream, [["[]"]], into: collector).read { _ in true }
        let whole = FindingCollector()
        let input = InputFile.decode(bytes, path: "m.json", into: whole)
        let parsed = input.flatMap { LocatedDocument.parse($0, into: whole) }
        // What the strict reader of whole texts refuses for its characters may pass here.
        if parsed != nil, !whole.hasErrors { #expect(isWhole, "seed \(seed)") }
        if !isWhole { #expect(collector.hasErrors || whole.hasErrors, "seed \(seed)") }
    }
}

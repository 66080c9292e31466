import Diagnostics
import Foundation
import LocatedInput
import TestSupport
import Testing

struct CSVRecordReaderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func rows(
        _ text: String, chunk: Int = 64
    ) throws -> (rows: [[String]], findings: [Finding]) {
        let path = try folder.write(text, to: "a.csv")
        let collector = FindingCollector()
        let stream = try #require(SheetStream(path, chunk: chunk, into: collector))
        let reader = CSVRecordReader(stream, into: collector)
        var rows: [[String]] = []
        while let row = reader.next() { rows.append((0..<row.count).map { row.text($0) }) }
        #expect(reader.isBroken == collector.hasErrors)
        return (rows, collector.findings)
    }

    @Test(arguments: 0..<60 as Range<UInt64>, [64, 300, 65_536])
    func `what was written comes back, in stretches of any length`(
        seed: UInt64, chunk: Int
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let words = ["", "a", "x,y", "say \"so\"", "line\nend", "\"", "ünï", "a\r\nb", "\"\""]
        let table = (0..<40).map { _ in
            (0..<5).map { number in
                number == 0 ? "k" : words.randomElement(using: &generator) ?? ""
            }
        }
        let end = seed % 2 == 0 ? "\n" : "\r\n"
        let text = table.map { row in
            row.map { cell in
                let needsQuotes = cell.contains { ",\"\n\r\r\n".contains($0) }
                return needsQuotes
                    ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
            }.joined(separator: ",") + end
        }.joined()
        let reading = try rows(text, chunk: chunk)
        #expect(reading.findings.isEmpty && reading.rows == table, "seed \(seed)")
    }

    @Test func `a byte order mark, empty lines and a last line without an end are no matter`()
        throws
    {
        #expect(try rows("\u{FEFF}a,b\n\n\r\n1,2").rows == [["a", "b"], ["1", "2"]])
        #expect(try rows("").rows.isEmpty)
    }

    @Test(arguments: [
        ("a,b\n1,2\"3\n", 2, 4), ("a,b\n\"1\"2,3\n", 2, 4), ("a\n\"never closed\nx\n", 2, 1),
    ])
    func `a quote out of place ends the reading at its place`(
        text: String, line: Int, column: Int
    ) throws {
        let reading = try rows(text)
        #expect(reading.findings.map(\.code) == [.inputCSVQuote])
        let place = try #require(reading.findings.first?.location)
        #expect(place.line == line && place.column == column)
    }

    @Test func `bytes that are no text are refused`() throws {
        let path = try folder.write(Data([0x61, 0x0A, 0xFF, 0x0A]), to: "b.csv")
        let collector = FindingCollector()
        let stream = try #require(SheetStream(path, into: collector))
        let reader = CSVRecordReader(stream, into: collector)
        while reader.next() != nil {}
        #expect(collector.findings.map(\.code) == [.inputNotUTF8])
    }
}

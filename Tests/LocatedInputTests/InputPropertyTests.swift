import Diagnostics
import LocatedInput
import TestSupport
import Testing

struct InputPropertyTests {
    @Test(arguments: 0..<100 as Range<UInt64>, [false, true])
    func `what JSON wrote is what it reads`(seed: UInt64, indented: Bool) {
        var maker = DocumentMaker(seed: seed)
        let document = maker.document()
        let reading = Reading()
        let value = reading.json(document.rendered(indented: indented))
        #expect(reading.findings.isEmpty, "seed \(seed)")
        #expect(value?.plain == document, "seed \(seed)")
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `YAML and JSON agree on texts that are both`(seed: UInt64) {
        var maker = DocumentMaker(seed: seed)
        let text = maker.document().rendered(indented: true)
        let reading = Reading()
        let fromJSON = reading.json(text)
        let fromYAML = reading.yaml(text)
        #expect(reading.findings.isEmpty, "seed \(seed)")
        #expect(fromJSON != nil && fromYAML?.outline == fromJSON?.outline, "seed \(seed)")
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `every scalar stands where its place says`(seed: UInt64) throws {
        var maker = DocumentMaker(seed: seed)
        let text = maker.document().rendered(indented: seed % 2 == 0)
        let sources = SourceTexts.of("a.yaml", text)
        for value in [Reading().json(text), Reading().yaml(text)] {
            for scalar in try #require(value).scalars {
                guard case .scalar(let content, let quoted) = scalar.content else { continue }
                let place = scalar.location
                let line = try #require(sources.line(place.line, of: "a.yaml"))
                let shown = String(line.dropFirst(place.column - 1).prefix(place.length))
                let expected =
                    quoted ? JSONValue.string(content).rendered(indented: false) : content
                #expect(shown == expected, "seed \(seed)")
            }
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `tables come back as they were written`(seed: UInt64) throws {
        var maker = DocumentMaker(seed: seed)
        let rows = maker.rows()
        let text = DocumentMaker.csv(rows, lineEnd: seed % 2 == 0 ? "\n" : "\r\n")
        let reading = Reading()
        let table = try #require(reading.csv(text))
        #expect(reading.findings.isEmpty, "seed \(seed)")
        let cells = table.rows.map { row in
            (row.entries ?? []).map { $0.value.text ?? "" }
        }
        #expect(cells == Array(rows.dropFirst()), "seed \(seed)")
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `a damaged document is a value or findings, never both nor neither`(seed: UInt64) {
        var maker = DocumentMaker(seed: seed)
        let document = maker.document().rendered(indented: seed % 2 == 0)
        let table = DocumentMaker.csv(maker.rows(), lineEnd: "\n")
        for _ in 0..<10 {
            for (name, parse) in Self.parsers {
                let text = maker.mutated(name == "CSV" ? table : document)
                let reading = Reading()
                let isValue = parse(reading, text)
                let isRefused = reading.codes.contains { !Self.harmless.contains($0) }
                #expect(isValue != isRefused, "\(name), seed \(seed): \(text)")
                #expect(Self.isPlaced(reading, in: text), "\(name), seed \(seed): \(text)")
                _ = TextRenderer.render(reading.collector)
            }
        }
    }

    @Test func `damage leaves some documents whole and breaks others`() {
        for (name, parse) in Self.parsers {
            var wholeCount = 0
            for seed in 0..<200 as Range<UInt64> {
                var maker = DocumentMaker(seed: seed)
                let original =
                    name == "CSV"
                    ? DocumentMaker.csv(maker.rows(), lineEnd: "\n")
                    : maker.document().rendered(indented: true)
                if parse(Reading(), maker.mutated(original)) { wholeCount += 1 }
            }
            #expect((5...195).contains(wholeCount), "\(name): \(wholeCount) of 200")
        }
    }

    private static let harmless: Set<FindingCode> = [.inputDuplicateKey, .inputCSVRaggedRow]

    private static let parsers: [(String, @Sendable (Reading, String) -> Bool)] = [
        ("YAML", { @Sendable (reading: Reading, text: String) in reading.yaml(text) != nil }),
        ("JSON", { @Sendable (reading: Reading, text: String) in reading.json(text) != nil }),
        ("CSV", { @Sendable (reading: Reading, text: String) in reading.csv(text) != nil }),
    ]

    /// Tells whether every finding points into the text or right behind a line of it.
    private static func isPlaced(_ reading: Reading, in text: String) -> Bool {
        reading.collector.findings.allSatisfy { finding in
            guard let place = finding.location else { return false }
            let sources = SourceTexts.of(place.path, text)
            guard let line = sources.line(place.line, of: place.path) else { return false }
            return place.column >= 1 && place.column <= line.count + 1
        }
    }
}

extension SourceTexts {
    fileprivate static func of(_ path: String, _ text: String) -> SourceTexts {
        var sources = SourceTexts()
        sources.add(text, path: path)
        return sources
    }
}

extension LocatedValue {
    /// The value without places.
    fileprivate var plain: JSONValue {
        switch content {
        case .null: .null
        case .scalar(let text, quoted: true): .string(text)
        case .scalar(let text, quoted: false):
            Int64(text).map { .integer($0) } ?? .bool(text == "true")
        case .sequence(let elements): .array(elements.map(\.plain))
        case .mapping(let entries):
            .object(entries.map { (key: $0.key, value: $0.value.plain) })
        }
    }

    /// All scalars in the order of the text.
    fileprivate var scalars: [LocatedValue] {
        switch content {
        case .scalar: [self]
        case .null: []
        case .sequence(let elements): elements.flatMap(\.scalars)
        case .mapping(let entries): entries.flatMap { $0.value.scalars }
        }
    }
}

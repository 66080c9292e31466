import Diagnostics
import TestSupport
import Testing

struct FindingCollectorTests {
    private static func place(_ path: String, _ line: Int, _ column: Int)
        -> Diagnostics.SourceLocation
    {
        SourceLocation(path: path, line: line, column: column)
    }

    /// In reading order.
    private static let sorted = [
        Finding(.inputEmpty, "without a place"),
        Finding(.inputYAMLSyntax, "b", at: place("a", 1, 9)),
        Finding(.inputEmpty, "a", at: place("a", 2, 1)),
        Finding(.inputYAMLSyntax, "a", at: place("a", 2, 1)),
        Finding(.inputYAMLSyntax, "b", at: place("a", 2, 1)),
        Finding(.inputYAMLSyntax, "b", at: place("a", 2, 1), help: "x"),
        Finding(.inputYAMLSyntax, "b", at: place("a", 2, 1), severity: .warning),
        Finding(.inputEmpty, "a", at: place("a", 10, 1)),
        Finding(.inputEmpty, "a", at: place("b", 1, 1)),
    ]

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `the order of discovery does not matter`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let collector = FindingCollector()
        for finding in (Self.sorted + Self.sorted).shuffled(using: &generator) {
            collector.report(finding)
        }
        #expect(collector.findings == Self.sorted)
    }

    @Test func `what another collector gathered counts as reported here`() {
        let other = FindingCollector(maximumFindings: 1)
        other.addSource("text", path: "a")
        for finding in Self.sorted { other.report(finding) }
        let collector = FindingCollector()
        collector.report(Self.sorted[0])
        collector.absorb(other.gathered)
        #expect(collector.findings == [Self.sorted[0]])
        #expect(collector.omittedCount == Self.sorted.count - 1)
        #expect(collector.hasErrors)
        #expect(collector.sources["a"] == "text")
    }

    @Test func `warnings are no errors`() {
        let collector = FindingCollector()
        #expect(collector.isEmpty)
        collector.report(.inputEmpty, "w", severity: .warning)
        #expect(!collector.hasErrors)
        collector.report(.inputEmpty, "e")
        #expect(collector.hasErrors)
        #expect(!collector.isEmpty)
    }

    @Test func `a full collector counts what comes later`() {
        let collector = FindingCollector(maximumFindings: 1)
        collector.report(.inputEmpty, "a", severity: .warning)
        collector.report(.inputEmpty, "a", severity: .warning)
        collector.report(.inputEmpty, "b")
        #expect(collector.findings.map(\.message) == ["a"])
        #expect(collector.omittedCount == 1)
        #expect(collector.hasErrors)
    }

    @Test func `content of confidential files is neither quoted nor kept`() {
        let collector = FindingCollector()
        let roster = Self.place("people.csv", 2, 1)
        collector.withholdContent(of: "people.csv")
        collector.addSource("name\nA. Person", path: "people.csv")
        #expect(collector.quote("A. Person", at: roster) == "a value")
        #expect(collector.sources["people.csv"] == nil)
        #expect(collector.isConfidential(roster))
        #expect(collector.quote("x", at: Self.place("a", 1, 1)) == "'x'")
    }

    @Test func `long texts are cut in messages`() {
        let text = String(repeating: "é", count: 61)
        let quoted = FindingCollector().quote(text, at: nil)
        #expect(quoted == "'" + String(repeating: "é", count: 60) + "…'")
    }
}

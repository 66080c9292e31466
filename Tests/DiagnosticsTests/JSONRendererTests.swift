import Diagnostics
import TestSupport
import Testing

struct JSONRendererTests {
    @Test func `every part of a finding is in the document`() {
        let collector = FindingCollector()
        collector.report(
            .inputDuplicateKey, "duplicate key 'a'",
            at: SourceLocation(path: "a.yaml", line: 2, column: 3, length: 4),
            notes: [
                FindingNote(
                    "the first 'a' is", at: SourceLocation(path: "a.yaml", line: 1, column: 1)),
                FindingNote("and so on"),
            ], help: "keep one")
        collector.report(.inputEmpty, "empty", severity: .warning)
        expectGolden(JSONRenderer.render(collector), named: "findings.json")
    }
}

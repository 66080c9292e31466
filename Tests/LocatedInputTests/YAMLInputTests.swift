import Diagnostics
import LocatedInput
import Testing

struct YAMLInputTests {
    @Test func `every key and value has its place`() {
        let reading = Reading()
        let value = reading.yaml("a: x\nb:\n  - 010\n  - \"no\"\nc: {d: ~, e: }\n")
        #expect(reading.findings.isEmpty)
        #expect(
            value?.outline == """
                {a@1:1: x@1:4, b@2:1: [010@3:5, "no"@4:5]@3:3, \
                c@5:1: {d@5:5: null@5:8, e@5:11: null@5:14}@5:4}@1:1
                """)
    }

    @Test func `both places of a duplicate key are shown`() {
        let reading = Reading()
        _ = reading.yaml("currency: EUR\ntitle: x\ncurrency: USD\n")
        #expect(reading.findings == ["3:1 INP030 duplicate key 'currency'"])
        #expect(
            reading.collector.findings.first?.notes == [
                FindingNote(
                    "the first is",
                    at: SourceLocation(path: "a.yaml", line: 1, column: 1, length: 8))
            ])
    }

    @Test(arguments: [
        ("é: x", "{é@1:1: x@1:4}@1:1"),
        ("e\u{301}: x", "{é@1:1: x@1:4}@1:1"),
        ("漢字: x", "{漢字@1:1: x@1:5}@1:1"),
        ("{👩‍👩‍👧: x, 🇪🇸: y}", "{👩‍👩‍👧@1:2: x@1:5, 🇪🇸@1:8: y@1:11}@1:1"),
    ])
    func `columns count characters as a reader sees them`(text: String, outline: String) {
        #expect(Reading().yaml(text)?.outline == outline)
    }
}

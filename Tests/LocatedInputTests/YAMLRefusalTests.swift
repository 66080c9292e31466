import Diagnostics
import LocatedInput
import Testing

struct YAMLRefusalTests {
    @Test(arguments: [
        ("a: b: c", "1:5 INP011 broken YAML: mapping values are not allowed in this context"),
        ("a:\n\t- b", "2:1 INP011 broken YAML: found character that cannot start any token"),
        ("a: [1, 2", "1:9 INP011 broken YAML: did not find expected ',' or ']'"),
        ("a: 'x", "1:6 INP011 broken YAML: found unexpected end of stream"),
        ("a: 1\n  b: 2", "2:4 INP011 broken YAML: mapping values are not allowed in this context"),
        ("é: @x", "1:4 INP011 broken YAML: found character that cannot start any token"),
        ("a: {b: 1]", "1:9 INP011 broken YAML: did not find expected ',' or '}'"),
        ("%FOO bar\n---\na: 1", "1:5 INP011 broken YAML: found unknown directive name"),
    ])
    func `broken text is found where it breaks`(text: String, expected: String) {
        let reading = Reading()
        #expect(reading.yaml(text) == nil)
        #expect(reading.findings == [expected])
    }

    @Test(arguments: [
        ("a: *x", ["1:4 INP019 aliases are not allowed"]),
        (
            "é: &x 1\nb: *x",
            [
                "1:4 INP019 anchors are not allowed", "2:4 INP019 aliases are not allowed",
            ]
        ),
        ("<<: *x", ["1:5 INP019 aliases are not allowed"]),
        (
            "*x : 1",
            [
                "1:1 INP019 aliases are not allowed",
                "1:1 INP022 expected a word as key, found nothing",
            ]
        ),
        ("a: !!float 2", ["1:4 INP020 tags are not allowed"]),
        (
            "a: !x [1]\nb: ! 2",
            ["1:4 INP020 tags are not allowed", "2:4 INP020 tags are not allowed"]
        ),
        ("%TAG ! tag:x,2000:\n---\na: 1", ["1:1 INP020 tag directives are not allowed"]),
        ("a: 1\n---\nb: 2", ["2:1 INP021 a second document begins, expected one"]),
        ("[a]: 1", ["1:1 INP022 expected a word as key, found a list"]),
        (
            "{{ site }}: north",
            [
                "1:1 INP022 expected a word as key, found a mapping of keys",
                "1:2 INP022 expected a word as key, found a mapping of keys",
            ]
        ),
        ("\"\": 1", ["1:1 INP022 expected a word as key, found a single value"]),
        ("# nothing\n", ["1:1 INP006 the file has no content"]),
        ("~", ["1:1 INP006 the file has no content"]),
    ])
    func `what could surprise a reader is refused`(text: String, expected: [String]) {
        let reading = Reading()
        #expect(reading.yaml(text) == nil)
        #expect(reading.findings == expected)
    }

    @Test(arguments: [
        ("a: x\u{0}y", "1:5 INP010 character U+0000 is not allowed"),
        ("é: \u{1B}[31m", "1:4 INP010 character U+001B is not allowed"),
        ("a: \"x\u{85}y\"", "1:6 INP010 character U+0085 is not allowed"),
        ("a: 'x\u{2028}y'", "1:6 INP010 character U+2028 is not allowed"),
    ])
    func `invisible characters are refused`(text: String, expected: String) {
        let reading = Reading()
        #expect(reading.yaml(text) == nil)
        #expect(reading.findings == [expected])
    }

    @Test func `a bomb of aliases is a finding`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...60 {
            let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(uses)]\n"
        }
        let reading = Reading()
        #expect(reading.yaml(text) == nil)
        #expect(Set(reading.codes) == [.inputAliasNotAllowed])
    }

    @Test(arguments: [("\n", 3), ("\r\n", 3), ("\r", 3)])
    func `tag directives are found on every line`(end: String, line: Int) {
        let reading = Reading()
        #expect(reading.yaml("# a" + end + end + "%TAG !a! tag:x,2000:" + end) == nil)
        #expect(reading.findings == ["\(line):1 INP020 tag directives are not allowed"])
    }

    @Test func `a file full of tag directives is refused at the first`() {
        let line = "%TAG !a! tag:x,2000:\n"
        let reading = Reading()
        #expect(reading.yaml(String(repeating: line, count: 100_000)) == nil)
        #expect(reading.codes == [.inputTagNotAllowed])
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "[{"])
    func `a hundred thousand open brackets are a finding`(bracket: String) {
        let reading = Reading()
        #expect(reading.yaml(String(repeating: bracket, count: 100_000)) == nil)
        #expect(reading.codes == [.inputTooDeep])
    }

    @Test func `depth is allowed up to the limit`() {
        let limits = InputLimits(maximumDepth: 3)
        #expect(Reading().yaml("[[[x]]]", limits: limits) != nil)
        let reading = Reading()
        #expect(reading.yaml("[[[[x]]]]", limits: limits) == nil)
        #expect(reading.findings == ["1:4 INP017 nested more than 3 levels deep"])
    }

    @Test func `values are counted up to the limit`() {
        let limits = InputLimits(maximumValues: 4)
        #expect(Reading().yaml("[a, b, c]", limits: limits) != nil)
        let reading = Reading()
        #expect(reading.yaml("[a, b, c, d]", limits: limits) == nil)
        #expect(reading.findings == ["1:11 INP018 more than 4 values"])
    }
}

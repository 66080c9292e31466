import Diagnostics
import LocatedInput
import Testing

struct JSONInputTests {
    @Test func `every key and value has its place`() {
        let reading = Reading()
        let value = reading.json("{\"a\": [1, -0.50e+3],\r\n \"é\": {\"b\": null}, \"c\": \"x\"}")
        #expect(reading.findings.isEmpty)
        #expect(
            value?.outline == """
                {a@1:2: [1@1:8, -0.50e+3@1:11]@1:7, é@2:2: {b@2:8: null@2:13}@2:7, \
                c@2:20: "x"@2:25}@1:1
                """)
    }

    @Test(arguments: [
        (#""""#, ""), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        (#""\u00e9\u00E9""#, "éé"), (#""\ud83d\udc4d""#, "👍"), (#""\u0000""#, "\u{0}"),
        (#""é漢👍""#, "é漢👍"), (#""a\u0301""#, "a\u{301}"), (#""\uD800\uDC00""#, "\u{10000}"),
        (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
    ])
    func `strings are unescaped`(text: String, expected: String) {
        #expect(Reading().json(text)?.content == .scalar(expected, quoted: true))
    }

    @Test(arguments: [
        "0", "-0", "10", "1.50", "1e5", "1E-5", "-1.0e+10", "123456789012345678901234567890",
        "true", "false",
    ])
    func `numbers and truths are kept as written`(text: String) {
        #expect(Reading().json(text)?.content == .scalar(text, quoted: false))
    }

    @Test(arguments: [
        ("", "1:1 INP012 expected a value, found the end of the file"),
        ("[1,]", "1:3 INP012 expected another element after ',', found ']'"),
        ("{\"a\":1,}", "1:7 INP012 expected another element after ',', found '}'"),
        ("[1 2]", "1:4 INP012 expected ',' or ']', found '2'"),
        ("[,1]", "1:2 INP012 expected a value, found ','"),
        ("{a: 1}", "1:2 INP012 expected a key in double quotes, found 'a'"),
        ("{\"a\" 1}", "1:6 INP012 expected ':', found '1'"),
        ("{\"é\": é}", "1:7 INP012 expected a value, found 'é'"),
        ("[1] x", "1:5 INP012 expected the end of the file, found 'x'"),
        ("'a'", "1:1 INP012 expected a value, found '''"),
        ("[\n // x\n1]", "2:2 INP012 expected a value, found '/'"),
        ("007", "1:1 INP012 a number does not begin with 0"),
        ("[-01]", "1:3 INP012 a number does not begin with 0"),
        (".5", "1:1 INP012 expected a value, found '.'"),
        ("5.", "1:3 INP012 expected a digit, found the end of the file"),
        ("1e", "1:3 INP012 expected a digit, found the end of the file"),
        ("-", "1:2 INP012 expected a digit, found the end of the file"),
        ("+1", "1:1 INP012 expected a value, found '+'"),
        ("True", "1:1 INP012 expected a value, found 'T'"),
        ("NaN", "1:1 INP012 expected a value, found 'N'"),
        ("\"a", "1:1 INP012 the text is not closed"),
        ("\"a\\", "1:3 INP012 the text is not closed"),
        ("\"\\n", "1:1 INP012 the text is not closed"),
        ("\"a\nb\"", "1:3 INP012 a line end stands inside a text"),
        ("\"a\u{0}b\"", "1:3 INP012 a control character stands inside a text"),
        (#""\x""#, #"1:2 INP012 unknown escape '\' followed by 'x'"#),
        (#""\u12G4""#, #"1:2 INP012 expected four hexadecimal digits after '\u'"#),
        (#""\ud83d""#, "1:2 INP012 half of a surrogate pair stands alone"),
        (#""\ud83d\u0041""#, "1:2 INP012 half of a surrogate pair stands alone"),
        (#""\udc4d\ud83d""#, "1:2 INP012 half of a surrogate pair stands alone"),
    ])
    func `what RFC 8259 does not allow is refused`(text: String, expected: String) {
        let reading = Reading()
        #expect(reading.json(text) == nil)
        #expect(reading.findings == [expected])
    }

    @Test(arguments: [2, 40])
    func `duplicate keys are reported with the first place`(count: Int) {
        let keys = (1..<count).map { "\"k\($0)\": \($0)" }
        let reading = Reading()
        let value = reading.json("{" + (keys + ["\"k1\": 9"]).joined(separator: ",\n") + "}")
        #expect(reading.findings == ["\(count):1 INP030 duplicate key 'k1'"])
        #expect(reading.collector.findings.first?.notes.first?.location?.line == 1)
        #expect(value?["k1"]?.text == "1")
        #expect(value?.entries?.count == count - 1)
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func `a hundred thousand open brackets are a finding`(bracket: String) {
        let reading = Reading()
        #expect(reading.json(String(repeating: bracket, count: 100_000)) == nil)
        #expect(reading.codes == [.inputTooDeep])
    }

    @Test func `depth and values are allowed up to the limit`() {
        let limits = InputLimits(maximumDepth: 2, maximumValues: 4)
        #expect(Reading().json("[[1, 2]]", limits: limits) != nil)
        let deep = Reading()
        #expect(deep.json("[[[1]]]", limits: limits) == nil)
        #expect(deep.findings == ["1:3 INP017 nested more than 2 levels deep"])
        let many = Reading()
        #expect(many.json("[[1, 2, 3]]", limits: limits) == nil)
        #expect(many.findings == ["1:9 INP018 more than 4 values"])
    }
}

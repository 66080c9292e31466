import Diagnostics
import TestSupport
import Testing

struct JSONValueTests {
    @Test func `members keep their order`() {
        let value: JSONValue = ["b": 1, "a": [true, nil, "x"], "c": [:], "d": []]
        #expect(
            value.rendered(indented: false) == #"{"b":1,"a":[true,null,"x"],"c":{},"d":[]}"#)
        expectGolden(value.rendered(indented: true) + "\n", named: "indented.json")
    }

    @Test(arguments: [
        ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#),
        ("\u{0}\u{1B}\u{7F}\u{9B}", #""\u0000\u001B\u007F\u009B""#),
        ("\u{2028}\u{202E}\u{FEFF}", #""\u2028\u202E\uFEFF""#),
        ("\u{E0001}", #""\uDB40\uDC01""#), ("é漢👍/", #""é漢👍/""#),
    ])
    func `hidden characters are written as escapes`(text: String, expected: String) {
        #expect(JSONValue.string(text).rendered(indented: false) == expected)
    }

    @Test(arguments: [Int64.min, -1, 0, Int64.max])
    func `whole numbers are written in full`(number: Int64) {
        #expect(JSONValue.integer(number).rendered(indented: false) == "\(number)")
    }

    @Test func `equality looks at content and order`() {
        let value: JSONValue = ["a": 1, "b": [2]]
        #expect(value == ["a": 1, "b": [2]])
        #expect(value != ["b": [2], "a": 1])
        #expect(value != ["a": 1, "b": [3]])
        #expect(JSONValue.optional(nil) == .null)
        #expect(JSONValue.optional("x") == "x")
    }
}

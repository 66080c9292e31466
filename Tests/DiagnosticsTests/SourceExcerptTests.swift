import Diagnostics
import TestSupport
import Testing

struct SourceExcerptTests {
    /// Renders a finding at the characters of `line` that stand between ‹ and ›.
    private func excerpt(_ marked: String) -> String {
        let before = marked.prefix { $0 != "‹" }
        let pointed = marked.dropFirst(before.count + 1).prefix { $0 != "›" }
        let line = marked.filter { $0 != "‹" && $0 != "›" }
        let place = SourceLocation(
            path: "a", line: 1, column: before.count + 1, length: pointed.count)
        let text = TextRenderer(sources: .of("a", line)).render([
            Finding(.inputUnknownKey, "m", at: place)
        ])
        return text.split(separator: "\n").dropFirst().prefix(2).joined(separator: "\n")
    }

    @Test(arguments: [
        ("name: ‹value›", "1 | name: value\n  |       ^^^^^"),
        ("‹x›", "1 | x\n  | ^"),
        ("título: ‹nube›", "1 | título: nube\n  |         ^^^^"),
        ("ti\u{301}tulo: ‹nube›", "1 | ti\u{301}tulo: nube\n  |         ^^^^"),
        ("‹ñandú›: é", "1 | ñandú: é\n  | ^^^^^"),
    ])
    func `carets stand under accented text`(marked: String, expected: String) {
        #expect(excerpt(marked) == expected)
    }

    @Test(arguments: [
        ("漢字: ‹値›", "1 | 漢字: 値\n  |       ^^"),
        ("👩‍👩‍👧 ‹x›", "1 | 👩‍👩‍👧 x\n  |    ^"),
        ("🇪🇸🇵🇹 ‹x›", "1 | 🇪🇸🇵🇹 x\n  |      ^"),
        ("❤️ ‹x›", "1 | ❤️ x\n  |    ^"),
        ("ﾊﾝ ‹x›", "1 | ﾊﾝ x\n  |    ^"),
        ("Ａ ‹x›", "1 | Ａ x\n  |    ^"),
        ("한 ‹국›", "1 | 한 국\n  |    ^^"),
    ])
    func `carets count two columns for wide characters`(marked: String, expected: String) {
        #expect(excerpt(marked) == expected)
    }

    @Test func `tabs are printed as four blanks`() {
        #expect(excerpt("\ta:\t‹x›") == "1 |     a:    x\n  |           ^")
    }

    @Test func `an empty line has a caret but no blanks at its end`() {
        #expect(excerpt("‹›") == "1 |\n  | ^")
    }

    @Test func `the end of a line can be pointed at`() {
        #expect(excerpt("ab‹›") == "1 | ab\n  |   ^")
    }

    @Test func `control and direction characters are spelled out`() {
        let shown = excerpt("a\u{1B}[31m\u{202E}‹x›")
        #expect(shown == "1 | a\\u{1B}[31m\\u{202E}x\n  |                    ^")
    }

    @Test(arguments: [20, 88, 89, 500, 100_000])
    func `long lines are cut around the place`(length: Int) {
        let half = String(repeating: "a", count: length / 2)
        let shown = excerpt(half + "‹bcd›" + half).split(separator: "\n")
        let source = shown[0].dropFirst(4)
        let caret = shown[1].dropFirst(4)
        #expect(source.count <= 90)
        let offset = caret.prefix { $0 == " " }.count
        #expect(source.dropFirst(offset).prefix(3) == "bcd")
        #expect(caret.dropFirst(offset) == "^^^")
        #expect(source.contains("…") == (length + 3 > 88))
    }

    @Test func `a place longer than the window is cut`() {
        let shown = excerpt("‹" + String(repeating: "a", count: 1000) + "›")
        let lines = shown.split(separator: "\n")
        #expect(lines[0].count == 4 + 88 + 1)
        #expect(lines[1].count == 4 + 88)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `lines end at LF, CRLF and CR`(end: String) {
        let sources = SourceTexts.of("a", ["one", "two", "", "four"].joined(separator: end))
        #expect((1...5).map { sources.line($0, of: "a") } == ["one", "two", "", "four", nil])
        #expect(sources.line(0, of: "a") == nil)
        #expect(sources.line(1, of: "b") == nil)
    }
}

import Diagnostics
@testable import Documents
import Quantities
import Testing
import TestSupport

/// Blocks as text and as Markdown.
struct RendererTests {
    @Test(arguments: [
        ("plain", "plain"), ("a*b_c`d", #"a\*b\_c\`d"#), ("<b>", #"\<b\>"#), ("a|b", #"a\|b"#),
        ("[x](y)", #"\[x\](y)"#), ("&copy;", #"\&copy;"#), ("# head", "\\# head"),
        ("- item", #"\- item"#), ("+ item", #"\+ item"#), ("-5 degrees", "-5 degrees"),
        ("12. then", #"12\. then"#), ("3) then", #"3\) then"#), ("2026 was", "2026 was"),
        ("~~x~~", #"\~\~x\~\~"#), (#"a\b"#, #"a\\b"#),
        ("two\nlines", #"two\\nlines"#), ("bell\u{7}", #"bell\\u{7}"#),
    ])
    func `Markdown reads text as text`(text: String, escaped: String) {
        #expect(MarkdownRenderer.escaped(text) == escaped)
    }

    @Test func `Markdown has headings, lists and tables`() {
        let blocks: [DocumentBlock] = [
            .heading(level: 2, "A *title*"),
            .list([
                .init(mark: "1.", text: "first"), .init(mark: "-", text: "second"),
                .init(mark: "Q1", text: "third"),
            ]),
            .table(
                .init(
                    columns: [.init("name"), .init("EUR", isFigure: true)],
                    rows: [["a|b", "-1.00"]])),
        ]
        #expect(
            MarkdownRenderer.render(blocks) == """
                ## A \\*title\\*

                1. first
                - second
                - **Q1** third

                | name | EUR |
                | --- | ---: |
                | a\\|b | -1.00 |

                """)
    }

    private static let hostile = "x\u{1B}[31mred\u{7}\r\nnext\u{202E}"

    @Test func `control characters never reach a terminal`() {
        let blocks: [DocumentBlock] = [
            .heading(level: 1, Self.hostile), .paragraph(Self.hostile),
            .list([.init(mark: "-", text: Self.hostile)]),
            .table(.init(columns: [.init(Self.hostile)], rows: [[Self.hostile]])),
        ]
        for text in [TerminalRenderer().render(blocks), MarkdownRenderer.render(blocks)] {
            let hidden = text.unicodeScalars.filter { $0 != "\n" && DisplayText.isHidden($0) }
            #expect(hidden.isEmpty)
        }
    }

    @Test func `words of a requirement never reach a terminal raw`() throws {
        var ask = QuoteAsk()
        ask.title = #""cloud \e[31m red""#
        let proposal = try QuoteWorld().propose(ask)
        let texts =
            [QuoteText.render(proposal), QuoteMarkdown.render(proposal)]
            + QuoteExplanation(proposal).identifiers.compactMap {
                QuoteExplanation(proposal).render($0)
            }
        for text in texts {
            #expect(!text.unicodeScalars.contains { $0 != "\n" && DisplayText.isHidden($0) })
        }
        #expect(texts[0].contains(#"cloud \u{1B}[31m red"#))
    }

    @Test func `text columns give way and figures stay whole`() {
        let table = DocumentBlock.Table(
            columns: [.init("words"), .init("EUR", isFigure: true)],
            rows: [[String(repeating: "word ", count: 30), "1,234,567.89"]])
        let lines = TerminalRenderer(width: 60).render([.table(table)]).split(separator: "\n")
        #expect(lines.allSatisfy { DisplayText.width($0) <= 60 })
        #expect(lines[2].hasSuffix("1,234,567.89"))
    }

    @Test func `a title of figures wraps to two lines where room is short`() {
        let table = DocumentBlock.Table(
            columns: [.init("words"), .init("units a month", isFigure: true)],
            rows: [[String(repeating: "word ", count: 30), "12"]])
        let lines = TerminalRenderer(width: 60).render([.table(table)]).split(separator: "\n")
        #expect(lines[0].hasSuffix("units a") && lines[1].hasSuffix("  month"))
        #expect(lines[3].hasSuffix("     12"))
    }

    @Test(arguments: [
        ("one two", 3, ["one", "two"]), ("one two", 7, ["one two"]), ("", 5, [""]),
        ("abcdefgh", 3, ["abc", "def", "gh"]), ("a abcdef", 4, ["a", "abcd", "ef"]),
        ("rack-c3.madrid", 10, ["rack-c3.", "madrid"]), ("a-b-c-d", 4, ["a-b-", "c-d"]),
        ("at abc.defgh", 6, ["at", "abc.", "defgh"]), ("é.ñandú", 5, ["é.", "ñandú"]),
    ])
    func `lines fill with words and long words are cut`(
        text: String, width: Int, lines: [String]
    ) {
        #expect(TerminalRenderer.wrap(text, width) == lines)
    }
}

/// Figures as readers of English write them.
struct FiguresTests {
    private func money(_ minorUnits: Int64, _ code: String) throws -> Money {
        Money(minorUnits: minorUnits, currency: try #require(Currency(code: code)))
    }

    @Test(arguments: [
        (Int64(0), "EUR", "EUR 0.00"), (99, "EUR", "EUR 0.99"), (100_000, "EUR", "EUR 1,000.00"),
        (-123_456_789, "EUR", "EUR -1,234,567.89"), (1_234_567, "JPY", "JPY 1,234,567"),
        (1_234_567, "KWD", "KWD 1,234.567"), (Int64.max, "EUR", "EUR 92,233,720,368,547,758.07"),
    ])
    func `money has commas between thousands and all its decimals`(
        minorUnits: Int64, code: String, text: String
    ) throws {
        #expect(Figures.money(try money(minorUnits, code)) == text)
    }

    @Test func `exact amounts have four more decimals`() throws {
        let euro = try #require(Currency(code: "EUR"))
        #expect(Figures.exact(4_400_632_363_200, euro) == "EUR 4,400,632.363200")
        #expect(Figures.exact(-3200, euro) == "EUR -0.003200")
        #expect(Figures.rounded(4_400_632_363_200, euro) == "EUR 4,400,632.36")
    }

    @Test(arguments: [
        (Int64(1), Int64(3), "33.3 %"), (1, 1, "100.0 %"), (0, 5, "0.0 %"), (1, 0, "0.0 %"),
        (1, 2000, "0.1 %"),
    ])
    func `shares have one decimal`(part: Int64, whole: Int64, text: String) {
        #expect(Figures.percent(part, of: whole) == text)
    }
}

import Diagnostics
import TestSupport
import Testing

struct DisplayTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("é漢👩‍👩‍👧🇪🇸", "é漢👩‍👩‍👧🇪🇸"), ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\u{1B}[2J", "\\u{1B}[2J"), ("\u{200D}", "\\u{200D}"), ("a\u{200B}b", "a\\u{200B}b"),
        ("\r\n", "\\r\\n"), ("\u{9B}31m", "\\u{9B}31m"), ("\u{2066}x", "\\u{2066}x"),
        ("e\u{301}", "e\u{301}"), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
    ])
    func `what a terminal would obey or hide is spelled out`(text: String, expected: String) {
        #expect(DisplayText.escaped(text) == expected)
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("👍🏽", 2), ("👩‍👩‍👧", 2),
        ("❤\u{FE0F}", 2), ("❤", 1), ("ﾊ", 1), ("Ａ", 2), ("\u{301}", 0), ("€", 1), ("🇪🇸", 2),
    ])
    func `width is that of a terminal`(text: String, expected: Int) {
        #expect(DisplayText.width(text) == expected)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `escaped text has no hidden character outside visible ones`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var text = ""
        for _ in 0..<200 {
            let value = UInt32.random(in: 0...0x3000, using: &generator)
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        for character in DisplayText.escaped(text) {
            guard let first = character.unicodeScalars.first else { continue }
            #expect(!DisplayText.isHidden(first), "seed \(seed)")
        }
    }
}

import Diagnostics
import TestSupport

/// Makes random documents out of awkward texts.
struct DocumentMaker {
    var generator: SeededGenerator

    private static let words = [
        "a", "título", "ti\u{301}tulo", "漢字", "👩‍👩‍👧", "🇪🇸", "x y", "it's", "say \"so\"",
        "back\\slash", "a: b", "# no", "- dash", "tab\there", "line\nend", "no", "~", "null",
        "010", "1.50", "a,b", ";", "[", "{}", "&x", "*x", "!t", "%", "@", "`", "?", "|", ">",
        "'", "€", "ﷺ",
    ]

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    mutating func word() -> String {
        Self.words.randomElement(using: &generator) ?? "a"
    }

    /// A value nested at most `depth` deep whose keys are unique and not empty.
    mutating func value(depth: Int) -> JSONValue {
        switch number(0...(depth > 0 ? 7 : 4)) {
        case 0: return .string(word() + word())
        case 1: return .string(word())
        case 2: return .integer(Int64(number(-1000...1000)))
        case 3: return .bool(number(0...1) == 1)
        case 4: return .null
        case 5: return .array((0..<number(0...4)).map { _ in value(depth: depth - 1) })
        default:
            let count = number(0...4)
            return .object(
                (0..<count).map { index in
                    (key: "\(word())\(index)", value: value(depth: depth - 1))
                })
        }
    }

    /// A root that is an object or an array.
    mutating func document() -> JSONValue {
        ["root": value(depth: 4), "é": [value(depth: 3), value(depth: 2)]]
    }

    /// Rows of a table with two to five columns, the header first.
    mutating func rows() -> [[String]] {
        let width = number(2...5)
        let header = (0..<width).map { "c\($0)" }
        let rows = (0..<number(1...8)).map { _ in
            ["x"] + (1..<width).map { _ in number(0...3) == 0 ? "" : word() }
        }
        return [header] + rows
    }

    /// The rows as CSV with every cell in quotes.
    static func csv(_ rows: [[String]], lineEnd: String) -> String {
        rows.map { cells in
            cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
        }.joined(separator: lineEnd)
    }

    /// The text with one to four bytes changed, dropped, doubled or put in.
    mutating func mutated(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<number(1...4) where !bytes.isEmpty {
            let index = number(0...bytes.count - 1)
            switch number(0...4) {
            case 0: bytes[index] = UInt8(number(0...255))
            case 1: bytes.remove(at: index)
            case 2:
                bytes.insert(
                    Array("{}[],:\"'\\\n\r\t -#&*!|>%@;\0".utf8).randomElement(using: &generator)
                        ?? 0, at: index)
            case 3: bytes.append(contentsOf: bytes[index...].prefix(number(1...20)))
            default: bytes.removeSubrange(index..<min(bytes.count, index + number(1...20)))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Cuts the part of a source line that a finding points at, with a caret line below it.
struct SourceExcerpt {
    /// Most terminal columns of source text shown; longer lines are cut around the place.
    static let maximumWidth = 88
    /// Columns kept before the place when a line is cut.
    static let leadingWidth = 24

    private let number: String
    private let text: String
    private let caret: String

    init(line: Substring, location: SourceLocation) {
        number = String(location.line)
        let before = max(0, location.column - 1)
        let window = Self.window(of: line, before: before)
        text = window.text
        let pointed = window.shown.dropFirst(window.before).prefix(max(1, location.length))
        let padding = window.shown.prefix(window.before).joined()
        let width = pointed.reduce(0) { (sum: Int, part: String) in sum + DisplayText.width(part) }
        caret =
            String(repeating: " ", count: window.lead + DisplayText.width(padding))
            + String(repeating: "^", count: max(1, width))
    }

    /// Returns the source line and the caret line.
    func lines(paintingCaret paint: (String) -> String) -> [String] {
        let margin = String(repeating: " ", count: number.count)
        let source = text.isEmpty ? "\(number) |" : "\(number) | \(text)"
        return [source, "\(margin) | \(firstBlanks(of: caret))\(paint(trimmed(caret)))"]
    }

    private func firstBlanks(of caret: String) -> Substring { caret.prefix { $0 == " " } }

    private func trimmed(_ caret: String) -> String { String(caret.drop { $0 == " " }) }

    /// The characters shown, each as printed, and how many of them stand before the place.
    private struct Window {
        let text: String
        let shown: [String]
        let before: Int
        let lead: Int
    }

    private static func window(of line: Substring, before: Int) -> Window {
        let start =
            line.index(line.startIndex, offsetBy: before, limitedBy: line.endIndex)
            ?? line.endIndex
        var head: [String] = []
        var width = 0
        var first = start
        let room = fits(line) ? maximumWidth : leadingWidth
        while first > line.startIndex, width < room {
            line.formIndex(before: &first)
            let part = DisplayText.shown(line[first])
            head.append(part)
            width += DisplayText.width(part)
        }
        var tail: [String] = []
        var last = start
        while last < line.endIndex, width < maximumWidth {
            let part = DisplayText.shown(line[last])
            tail.append(part)
            width += DisplayText.width(part)
            line.formIndex(after: &last)
        }
        let shown = head.reversed() + tail
        let lead = first > line.startIndex ? "…" : ""
        let text = lead + shown.joined() + (last < line.endIndex ? "…" : "")
        return Window(text: text, shown: shown, before: head.count, lead: lead.count)
    }

    private static func fits(_ line: Substring) -> Bool {
        guard line.utf8.count <= maximumWidth * 8 else { return false }
        let width = line.reduce(0) { (sum: Int, character: Character) in
            sum + DisplayText.width(DisplayText.shown(character))
        }
        return width <= maximumWidth
    }
}

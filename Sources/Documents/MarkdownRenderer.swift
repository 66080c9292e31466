import Diagnostics

/// Renders blocks as Markdown with tables.
package enum MarkdownRenderer {
    /// Renders blocks with a blank line between them.
    package static func render(_ blocks: [DocumentBlock]) -> String {
        blocks.map(render).joined(separator: "\n\n") + "\n"
    }

    private static func render(_ block: DocumentBlock) -> String {
        switch block {
        case .heading(let level, let text):
            return String(repeating: "#", count: level) + " " + inline(text)
        case .paragraph(let text):
            return escaped(text)
        case .list(let items):
            return items.map { item in
                let isNumber = item.mark.last == "."
                return isNumber
                    ? "\(item.mark) \(escaped(item.text))" : "- \(named(item))\(escaped(item.text))"
            }.joined(separator: "\n")
        case .table(let table):
            let head =
                "| " + table.columns.map { inline($0.title) }.joined(separator: " | ") + " |"
            let rule =
                "| " + table.columns.map { $0.isFigure ? "---:" : "---" }.joined(separator: " | ")
                + " |"
            let rows = table.rows.map { row in
                "| " + row.map(inline).joined(separator: " | ") + " |"
            }
            return ([head, rule] + rows).joined(separator: "\n")
        }
    }

    private static func named(_ item: DocumentBlock.ListItem) -> String {
        item.mark == "-" ? "" : "**\(escaped(item.mark))** "
    }

    /// Escapes what Markdown would read as markup, also at the beginning, where a dash or a number
    /// with a point would open a list. Line ends and other hidden characters are spelled out.
    static func escaped(_ text: String) -> String {
        let body = inline(text)
        if body.hasPrefix("- ") || body.hasPrefix("+ ") { return "\\" + body }
        let digits = body.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let mark = body.dropFirst(digits.count).first, ".)".contains(mark)
        else { return body }
        return digits + "\\" + body.dropFirst(digits.count)
    }

    private static func inline(_ text: String) -> String {
        var output = ""
        for character in DisplayText.escaped(text) {
            switch character {
            case "\\", "|", "*", "_", "`", "<", ">", "[", "]", "#", "~", "&":
                output.append("\\")
                output.append(character)
            default: output.append(character)
            }
        }
        return output
    }
}

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
            return String(repeating: "#", count: level) + " " + escaped(text)
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
                "| " + table.columns.map { escaped($0.title) }.joined(separator: " | ") + " |"
            let rule =
                "| " + table.columns.map { $0.isFigure ? "---:" : "---" }.joined(separator: " | ")
                + " |"
            let rows = table.rows.map { row in
                "| " + row.map(escaped).joined(separator: " | ") + " |"
            }
            return ([head, rule] + rows).joined(separator: "\n")
        }
    }

    private static func named(_ item: DocumentBlock.ListItem) -> String {
        item.mark == "-" ? "" : "**\(escaped(item.mark))** "
    }

    /// Escapes what Markdown would read as markup; line ends become spaces.
    static func escaped(_ text: String) -> String {
        var output = ""
        for character in DisplayText.escaped(text) {
            switch character {
            case "\\", "|", "*", "_", "`", "<", ">", "[", "]", "#", "~":
                output.append("\\")
                output.append(character)
            case "\n", "\r", "\r\n": output.append(" ")
            default: output.append(character)
            }
        }
        return output
    }
}

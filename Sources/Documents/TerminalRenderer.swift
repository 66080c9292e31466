import Diagnostics

/// Renders blocks as text of a fixed width.
///
/// Cells wrap; figures stand to the right. Widths count as a terminal shows them.
package struct TerminalRenderer {
    private let width: Int

    /// Creates a renderer.
    ///
    /// - Parameter width: Columns of a line, at least 60.
    package init(width: Int = 100) {
        self.width = max(width, 60)
    }

    /// Renders blocks with a blank line between them.
    package func render(_ blocks: [DocumentBlock]) -> String {
        blocks.map(render).joined(separator: "\n\n") + "\n"
    }

    private func render(_ block: DocumentBlock) -> String {
        switch block {
        case .heading(let level, let text): heading(level, DisplayText.escaped(text))
        case .paragraph(let text):
            Self.wrap(DisplayText.escaped(text), width).joined(separator: "\n")
        case .list(let items): items.map(item).joined(separator: "\n")
        case .table(let table): self.table(table)
        }
    }

    private func heading(_ level: Int, _ text: String) -> String {
        let lines = Self.wrap(text, width)
        let longest = lines.map { DisplayText.width($0) }.max() ?? 0
        let rule = String(repeating: level == 1 ? "=" : "-", count: longest)
        return level <= 2 ? (lines + [rule]).joined(separator: "\n") : lines.joined(separator: "\n")
    }

    private func item(_ item: DocumentBlock.ListItem) -> String {
        let mark = item.mark.count < 3 ? item.mark.padding(to: 3) : item.mark
        let indent = DisplayText.width(mark) + 1
        let lines = Self.wrap(DisplayText.escaped(item.text), width - indent)
        let rest = lines.dropFirst().map { String(repeating: " ", count: indent) + $0 }
        return (["\(mark) \(lines.first ?? "")"] + rest).joined(separator: "\n")
    }

    // MARK: - Tables

    private func table(_ table: DocumentBlock.Table) -> String {
        let cells = ([table.columns.map(\.title)] + table.rows)
            .map { row in row.map { DisplayText.escaped($0) } }
        let widths = columnWidths(table, cells)
        var lines: [String] = []
        for (index, row) in cells.enumerated() {
            lines += self.row(row, table.columns, widths)
            if index == 0 {
                lines.append(
                    widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Gives figures the width they need and shares the rest among the text columns.
    private func columnWidths(
        _ table: DocumentBlock.Table, _ cells: [[String]]
    ) -> [Int] {
        let natural = table.columns.indices.map { column in
            cells.map { DisplayText.width($0[column]) }.max() ?? 0
        }
        let room = width - 2 * (table.columns.count - 1)
        guard natural.reduce(0, +) > room else { return natural }
        let floors = table.columns.indices.map { column in
            min(36, cells.map { Self.longestWord($0[column]) }.max() ?? 0)
        }
        var widths = natural
        // The widest text column gives way, one character at a time, down to its longest word, and
        // only where that is not enough down to 12.
        while widths.reduce(0, +) > room {
            let texts = table.columns.indices.filter { !table.columns[$0].isFigure }
            let whole = texts.filter { widths[$0] > max(floors[$0], 12) }
            let candidates = whole.isEmpty ? texts.filter { widths[$0] > 12 } : whole
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        return widths
    }

    private static func longestWord(_ text: String) -> Int {
        text.split(separator: " ").map { DisplayText.width($0) }.max() ?? 0
    }

    private func row(
        _ cells: [String], _ columns: [DocumentBlock.Column], _ widths: [Int]
    ) -> [String] {
        let wrapped = zip(cells, widths).map { Self.wrap($0, $1) }
        let height = wrapped.map(\.count).max() ?? 1
        return (0..<height).map { line in
            let parts = wrapped.indices.map { column -> String in
                let text = line < wrapped[column].count ? wrapped[column][line] : ""
                let gap = String(
                    repeating: " ", count: max(0, widths[column] - DisplayText.width(text)))
                return columns[column].isFigure ? gap + text : text + gap
            }
            return parts.joined(separator: "  ").trimmingEnd()
        }
    }

    /// Fills lines of at most `width` columns with words; a longer word is cut.
    static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var column = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            for piece in pieces(of: String(word), width) {
                let length = DisplayText.width(piece)
                if column > 0, column + 1 + length > width {
                    lines.append(line)
                    line = ""
                    column = 0
                }
                if column > 0 {
                    line += " "
                    column += 1
                }
                line += piece
                column += length
            }
        }
        lines.append(line)
        return lines
    }

    private static func pieces(of word: String, _ width: Int) -> [String] {
        guard DisplayText.width(word) > width else { return [word] }
        var pieces: [String] = []
        var piece = ""
        for character in word {
            if DisplayText.width(piece) + DisplayText.width(String(character)) > width {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return pieces + [piece]
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    fileprivate func trimmingEnd() -> String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

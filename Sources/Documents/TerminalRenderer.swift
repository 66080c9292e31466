import Diagnostics
import LocatedInput

/// Renders blocks as text of a fixed width.
///
/// Cells wrap; figures stand to the right. Widths count as a terminal shows them.
package struct TerminalRenderer: Sendable {
    private let width: Int

    /// Creates a renderer.
    ///
    /// - Parameter width: Columns of a line, at least 60.
    package init(width: Int = 100) {
        self.width = max(width, 60)
    }

    /// Renders blocks with a blank line between them.
    package func render(_ blocks: [DocumentBlock]) -> String {
        Concurrently.map(blocks.count) { render(blocks[$0]) }.joined(separator: "\n\n") + "\n"
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
        let columns = table.columns.indices
        func widest(_ rows: some Collection<[String]>, _ column: Int) -> Int {
            rows.map { DisplayText.width($0[column]) }.max() ?? 0
        }
        var widths = columns.map { widest(cells, $0) }
        let room = width - 2 * (columns.count - 1)
        guard widths.reduce(0, +) > room else { return widths }
        // Titles of figures wrap; the figures do not.
        for column in columns where table.columns[column].isFigure {
            let title = Self.widthInTwoLines(cells[0][column])
            widths[column] = max(title, widest(cells.dropFirst(), column))
        }
        let texts = columns.filter { !table.columns[$0].isFigure }
        // The widest text column gives way, one character at a time: down to its longest word,
        // then to the longest part of a word, and only where that is not enough down to 12.
        let floors: [[Int]] = [
            columns.map { column in
                cells.map { Self.longest(Self.words(of: $0[column])) }.max() ?? 0
            },
            columns.map { column in
                cells.map { row in
                    Self.longest(Self.words(of: row[column]).flatMap(Self.parts))
                }.max() ?? 0
            },
            columns.map { _ in 0 },
        ]
        for floor in floors {
            while widths.reduce(0, +) > room {
                let candidates = texts.filter { widths[$0] > max(min(36, floor[$0]), 12) }
                guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
                widths[widest] -= 1
            }
        }
        return widths
    }

    private static func widthInTwoLines(_ title: String) -> Int {
        var width = longest(words(of: title))
        while wrap(title, width).count > 2 { width += 1 }
        return width
    }

    private static func longest(_ texts: [Substring]) -> Int {
        texts.map { DisplayText.width($0) }.max() ?? 0
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

    // MARK: - Wrapping

    /// Fills lines of at most `width` columns with words; a longer word is broken behind a mark
    /// that parts an identifier, or cut where it has none.
    static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var column = 0
        for word in words(of: text) {
            for (index, piece) in pieces(of: word, width).enumerated() {
                let length = DisplayText.width(piece)
                if index > 0 || (column > 0 && column + 1 + length > width) {
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

    private static func words(of text: String) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
    }

    /// The parts of an identifier such as `oracle-c3-isolated.madrid`, each with the mark that
    /// ends it.
    private static func parts(_ word: Substring) -> [Substring] {
        var parts: [Substring] = []
        var start = word.startIndex
        for index in word.utf8.indices where marks.contains(word.utf8[index]) {
            let next = word.utf8.index(after: index)
            parts.append(word[start..<next])
            start = next
        }
        return start < word.endIndex ? parts + [word[start...]] : parts
    }

    private static let marks = Set("-./@_,|".utf8)

    private static func pieces(of word: Substring, _ width: Int) -> [Substring] {
        guard DisplayText.width(word) > width else { return [word] }
        var pieces: [Substring] = []
        for part in parts(word).flatMap({ cut($0, width) }) {
            if let last = pieces.last,
                DisplayText.width(last) + DisplayText.width(part) <= width
            {
                pieces[pieces.count - 1] = word[last.startIndex..<part.endIndex]
            } else {
                pieces.append(part)
            }
        }
        return pieces
    }

    /// Cuts a part that is wider than the column.
    private static func cut(_ part: Substring, _ width: Int) -> [Substring] {
        guard DisplayText.width(part) > width else { return [part] }
        var pieces: [Substring] = []
        var start = part.startIndex
        var column = 0
        for index in part.indices {
            let length = DisplayText.width(part[index...index])
            if column > 0, column + length > width {
                pieces.append(part[start..<index])
                start = index
                column = 0
            }
            column += length
        }
        return pieces + [part[start...]]
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

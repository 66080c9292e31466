/// A part of a document, free of any markup; renderers turn it into a form.
package enum DocumentBlock: Sendable, Hashable {
    /// Level 1 is the document's title.
    case heading(level: Int, String)
    /// Running text, broken into lines by the renderer.
    case paragraph(String)
    /// Items with a mark in front: `1.`, `-`.
    case list([ListItem])
    /// Rows of text under titles.
    case table(Table)

    /// Returns a list whose items all have the mark `-`.
    package static func bullets(_ texts: [String]) -> DocumentBlock {
        .list(texts.map { ListItem(mark: "-", text: $0) })
    }

    /// An item of a list with its mark.
    package struct ListItem: Sendable, Hashable {
        /// As in `1.` or `-`, without the space behind it.
        package let mark: String
        /// One paragraph.
        package let text: String
    }

    /// A table of text.
    package struct Table: Sendable, Hashable {
        /// Left to right.
        package let columns: [Column]
        /// Top to bottom; each has one cell for every column.
        package let rows: [[String]]

        /// Creates a table.
        ///
        /// - Precondition: Each row has one cell for every column.
        package init(columns: [Column], rows: [[String]]) {
            precondition(
                rows.allSatisfy { $0.count == columns.count }, "a cell for every column")
            self.columns = columns
            self.rows = rows
        }
    }

    /// A column: its title, and whether its cells are figures.
    package struct Column: Sendable, Hashable {
        /// May be empty.
        package let title: String
        /// Whether cells are set to the right.
        package let isFigure: Bool

        /// Creates a column; of text unless it is said to hold figures.
        package init(_ title: String, isFigure: Bool = false) {
            self.title = title
            self.isFigure = isFigure
        }
    }
}

/// A part of a document, free of any markup; renderers turn it into a form.
package enum DocumentBlock: Sendable, Hashable {
    /// Level 1 is the document's title.
    case heading(level: Int, String)
    case paragraph(String)
    /// Items with a mark in front: `1.`, `-`.
    case list([ListItem])
    case table(Table)

    /// An item of a list with its mark.
    package struct ListItem: Sendable, Hashable {
        package let mark: String
        package let text: String
    }

    /// A table of text.
    package struct Table: Sendable, Hashable {
        package let columns: [Column]
        package let rows: [[String]]
    }

    /// A column: its title, and whether its cells are figures.
    package struct Column: Sendable, Hashable {
        package let title: String
        package let isFigure: Bool

        package init(_ title: String, isFigure: Bool = false) {
            self.title = title
            self.isFigure = isFigure
        }
    }
}

package import Diagnostics

/// Holds a table read from CSV: named columns and rows of located cells.
package struct LocatedTable: Sendable, Hashable {
    /// Names of the columns, each once, in order.
    package let columns: [Located<String>]
    /// Rows in order; each a mapping with an entry for every column, `null` where the cell is
    /// empty.
    ///
    /// The key of an entry stands in the header, its value in the row.
    package let rows: [LocatedValue]
    /// Where the header begins.
    package let location: SourceLocation

    /// Creates a table.
    package init(columns: [Located<String>], rows: [LocatedValue], location: SourceLocation) {
        self.columns = columns
        self.rows = rows
        self.location = location
    }

    /// The rows as a sequence.
    package var value: LocatedValue { LocatedValue(.sequence(rows), at: location) }
}

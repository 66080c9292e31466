import Quantities

/// Writes tables as CSV: RFC 4180, lines that end in CRLF.
///
/// A text that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, a
/// tab or a line end, gets an apostrophe in front. A plain number is no formula.
package enum CSVText {
    /// Returns the rows, the header being the first.
    package static func render(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// Guards against formulas, then quotes where commas, quotes or line ends ask for it.
    private static func cell(_ text: String) -> String {
        let guarded = isFormula(text) ? "'" + text : text
        let asksForQuotes = guarded.contains { $0 == "," || $0 == "\"" || $0.isNewline }
        guard asksForQuotes else { return guarded }
        let doubled = guarded.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"")
        return "\"\(doubled)\""
    }

    private static func isFormula(_ text: String) -> Bool {
        let starts: Set<Character> = ["=", "+", "-", "@", "\t", "\r", "\n", "\r\n"]
        guard let first = text.first, starts.contains(first) else { return false }
        return first != "-" || (try? ExactDecimal(parsing: text)) == nil
    }
}

import Diagnostics
import LocatedInput

/// A sheet of questions as a person fills it in: some cells of some rows, all others untouched.
package struct FilledSheet {
    private let columns: [String]
    private var rows: [[String: String]]

    /// Reads a sheet as it was written.
    package init?(_ text: String) {
        let collector = FindingCollector()
        let input = InputText(path: "questions.csv", text: text)
        guard let table = CSVInput.parse(input, into: collector), collector.isEmpty else {
            return nil
        }
        columns = table.columns.map(\.value)
        rows = table.rows.map { row in
            Dictionary(
                (row.entries ?? []).map { ($0.key, $0.value.text ?? "") },
                uniquingKeysWith: { first, _ in first })
        }
    }

    /// The ids of the rows, in their order.
    package var ids: [String] { rows.map { $0["id"] ?? "" } }

    /// Returns a cell.
    package subscript(id: String, column: String) -> String? {
        rows.first { $0["id"] == id }?[column]
    }

    /// Returns the sheet with a question answered; none where there is no such row.
    package func answering(
        _ id: String, _ value: String, asOf: String = "2026-01-12", confidence: String = "primary",
        _ others: [String: String] = [:]
    ) -> FilledSheet? {
        guard let index = rows.firstIndex(where: { $0["id"] == id }) else { return nil }
        var sheet = self
        let cells = [
            "value": value, "asOf": asOf, "confidence": confidence,
            "source": "Letter to the bid team of 2026-01-12",
        ]
        sheet.rows[index].merge(cells) { _, new in new }
        sheet.rows[index].merge(others) { _, new in new }
        return sheet
    }

    /// The sheet as a spreadsheet saves it.
    package var text: String {
        ([columns] + rows.map { row in columns.map { row[$0] ?? "" } })
            .map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
        return "\"" + cell.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined() + "\""
    }
}

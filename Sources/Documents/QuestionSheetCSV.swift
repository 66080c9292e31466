package import Proposals
package import Quantities
import Catalog

/// A sheet of questions as CSV with a header, as `CSVText` writes it.
package enum QuestionSheetCSV {
    /// Writes rows; `currency` is that of their worth.
    package static func render(_ rows: [QuestionRow], currency: Currency) -> String {
        let header = QuestionColumn.allCases.map(\.rawValue)
        let lines = rows.map { row in
            let cells = cells(row, currency)
            return QuestionColumn.allCases.map { cells[$0] ?? "" }
        }
        return CSVText.render([header] + lines)
    }

    private static func cells(
        _ row: QuestionRow, _ currency: Currency
    ) -> [QuestionColumn: String] {
        var cells: [QuestionColumn: String] = [
            .id: row.id, .question: row.question, .askWhom: row.askWhom,
            .concerns: row.concerns.joined(separator: "; "), .currentEffect: row.currentEffect,
            .worthMeans: row.worthMeans, .unit: row.answer.unit, .kind: row.answer.kind.rawValue,
        ]
        switch row.worth {
        case .money(let amountE4):
            cells[.worth] = Figures.plainUp(amountE4, currency)
            cells[.currency] = currency.code
        case .package: cells[.worth] = "unlocks a package"
        case .nothing: cells[.worth] = "0"
        case .notComputed: cells[.worth] = "not worked out"
        }
        for (column, words) in row.answer.cells { cells[column] = words.joined(separator: ";") }
        return cells
    }
}

extension Figures {
    /// Ten-thousandths of a minor unit as a plain decimal, rounded up to the minor unit.
    static func plainUp(_ amountE4: Int64, _ currency: Currency) -> String {
        let units = amountE4 / 10_000 + (amountE4 % 10_000 > 0 ? 1 : 0)
        return Money(minorUnits: units, currency: currency).decimal
            .padded(toScale: currency.minorUnits)
    }
}

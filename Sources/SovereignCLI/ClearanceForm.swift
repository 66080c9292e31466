import Diagnostics
import Documents
import Proposals

/// Names the forms in which a clearance report is written to files.
enum ClearanceForm: FileForm {
    case text
    case markdown
    case json
    case csv

    var endings: [String] {
        switch self {
        case .text: [".txt"]
        case .markdown: [".md", ".markdown"]
        case .json: [".json"]
        case .csv: [".csv"]
        }
    }

    /// Returns the whole report in this form.
    func render(_ report: ClearanceReport) -> String {
        switch self {
        case .text: ClearanceForms.text(report)
        case .markdown: ClearanceForms.markdown(report)
        case .json: ClearanceForms.json(report).rendered(indented: true) + "\n"
        case .csv: ClearanceForms.csv(report)
        }
    }
}

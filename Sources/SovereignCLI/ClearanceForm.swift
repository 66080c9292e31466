import Diagnostics
import Documents
import Proposals

/// Names the forms in which a clearance report is written to files.
enum ClearanceForm: CaseIterable {
    case text
    case markdown
    case json
    case csv

    /// Recognises a form by the ending of a file's name.
    init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let ending = path[dot...].lowercased()
        guard let form = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
            return nil
        }
        self = form
    }

    private var endings: [String] {
        switch self {
        case .text: [".txt"]
        case .markdown: [".md", ".markdown"]
        case .json: [".json"]
        case .csv: [".csv"]
        }
    }

    /// Usual endings of all forms, in words.
    static var usualEndings: String {
        allCases.compactMap(\.endings.first).joined(separator: ", ")
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

import Comparison
import Diagnostics
import Documents
import LocatedInput

/// Names the forms in which a comparison is written to files.
enum ComparisonForm: FileForm {
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

    /// Returns the files that this form takes: Markdown has its charts beside it.
    func files(_ report: ComparisonReport, path: String) -> [OutputFile.Content] {
        switch self {
        case .text:
            return [OutputFile.Content(path: path, text: ComparisonText.render(report))]
        case .json:
            let text = ComparisonJSON.value(report).rendered(indented: true) + "\n"
            return [OutputFile.Content(path: path, text: text)]
        case .csv:
            return [OutputFile.Content(path: path, text: ComparisonCSV.render(report))]
        case .markdown:
            let name = FileStem(path: path)
            let charts = ComparisonCharts(report, stem: name.stem).files
            let text = ComparisonMarkdown.render(report, charts: charts)
            return [OutputFile.Content(path: path, text: text)]
                + charts.map { OutputFile.Content(path: name.folder + $0.name, text: $0.text) }
        }
    }
}

extension ComparisonForm {
    /// Returns the files that this form takes for many countries.
    func files(_ comparison: CountryComparison, path: String) -> [OutputFile.Content] {
        switch self {
        case .text: return [OutputFile.Content(path: path, text: CountryForms.text(comparison))]
        case .csv: return [OutputFile.Content(path: path, text: CountryForms.csv(comparison))]
        case .json:
            let text = CountryForms.json(comparison).rendered(indented: true) + "\n"
            return [OutputFile.Content(path: path, text: text)]
        case .markdown:
            let name = FileStem(path: path)
            let charts = CountryForms.charts(comparison, stem: name.stem)
            let text = CountryForms.markdown(comparison, charts: charts)
            return [OutputFile.Content(path: path, text: text)]
                + charts.map { OutputFile.Content(path: name.folder + $0.name, text: $0.text) }
        }
    }
}

/// The parts of a path: its folder with the last separator, and its name without the ending.
struct FileStem {
    let folder: String
    let stem: String

    init(path: String) {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        folder = String(path.dropLast(name.count))
        stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
    }
}

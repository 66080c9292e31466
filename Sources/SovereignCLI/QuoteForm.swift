import Diagnostics
import Documents
import Proposals

/// Names the forms in which a quote is written to files.
enum QuoteForm: FileForm {
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

    /// Returns the whole quote in this form.
    func render(_ proposal: Proposal) -> String {
        switch self {
        case .text: QuoteText.render(proposal)
        case .markdown: QuoteMarkdown.render(proposal)
        case .json: QuoteJSON.value(proposal).rendered(indented: true) + "\n"
        case .csv: QuoteCSV.render(proposal)
        }
    }
}

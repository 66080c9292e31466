import Diagnostics
import Documents
import Proposals

/// Names the forms in which a quote is written to files.
enum QuoteForm: FileForm {
    case text
    case markdown
    case json

    var endings: [String] {
        switch self {
        case .text: [".txt"]
        case .markdown: [".md", ".markdown"]
        case .json: [".json"]
        }
    }

    /// Returns the whole quote in this form.
    func render(_ proposal: Proposal) -> String {
        switch self {
        case .text: QuoteText.render(proposal)
        case .markdown: QuoteMarkdown.render(proposal)
        case .json: QuoteJSON.value(proposal).rendered(indented: true) + "\n"
        }
    }
}

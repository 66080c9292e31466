import Diagnostics
import Documents
import Proposals

/// Names the forms in which a quote is written to files.
enum QuoteForm: CaseIterable {
    case text
    case markdown
    case json

    /// Recognises a form by the ending of a file's name.
    init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let ending = path[dot...].lowercased()
        guard let form = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
            return nil
        }
        self = form
    }

    /// Endings of names, the usual one first.
    var endings: [String] {
        switch self {
        case .text: [".txt"]
        case .markdown: [".md", ".markdown"]
        case .json: [".json"]
        }
    }

    /// Usual endings of all forms, in words.
    static var usualEndings: String {
        allCases.compactMap(\.endings.first).joined(separator: ", ")
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

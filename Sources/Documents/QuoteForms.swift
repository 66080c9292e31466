package import Proposals

/// The quote as text for a terminal.
package enum QuoteText {
    /// Renders a proposal, at most `width` columns wide.
    package static func render(_ proposal: Proposal, width: Int = 100) -> String {
        TerminalRenderer(width: width).render(QuoteOutline(proposal).blocks)
    }
}

/// The quote as Markdown.
package enum QuoteMarkdown {
    /// Renders a proposal.
    package static func render(_ proposal: Proposal) -> String {
        MarkdownRenderer.render(QuoteOutline(proposal).blocks)
    }
}

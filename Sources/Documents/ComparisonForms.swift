package import Comparison
import Quantities

/// The comparison as text for a terminal.
package enum ComparisonText {
    /// Renders a comparison, at most `width` columns wide.
    package static func render(_ report: ComparisonReport, width: Int = 100) -> String {
        TerminalRenderer(width: width).render(ComparisonOutline(report).blocks)
    }
}

/// The comparison as Markdown, its charts in files beside it.
package enum ComparisonMarkdown {
    /// Renders a comparison.
    ///
    /// - Parameter charts: Charts that the text shows, by the names of their files.
    package static func render(_ report: ComparisonReport, charts: [ChartFile]) -> String {
        let text = MarkdownRenderer.render(ComparisonOutline(report, columns: 8).blocks)
        guard !charts.isEmpty else { return text }
        let shown = charts.map { "![\($0.title)](\($0.name))" }.joined(separator: "\n\n")
        return text + "\n## Charts\n\n" + shown + "\n"
    }
}

/// A drawing that a Markdown document shows.
package struct ChartFile: Sendable, Hashable {
    /// Of the file, without a folder.
    package let name: String
    /// Read out where it cannot be shown.
    package let title: String
    /// SVG 1.1.
    package let text: String
}

/// The comparison as rows for a spreadsheet: one figure a row.
package enum ComparisonCSV {
    /// Renders a comparison.
    package static func render(_ report: ComparisonReport) -> String {
        let outline = ComparisonOutline(report)
        var rows = [["offer", "figure", "value"]]
        for (index, offer) in report.offers.enumerated() {
            let standing = report.standings[index]
            let figures: [(String, String)] =
                [
                    ("title", offer.offer.title), ("bidder", offer.offer.bidder),
                    ("country", offer.offer.country), ("currency", report.plan.currency.code),
                    ("months", "\(offer.months)"),
                    ("place", standing.rank.map { "\($0)" } ?? ""),
                    ("total", offer.total.text(decimals: report.plan.currency.minorUnits)),
                    (
                        "presentValue",
                        offer.presentValue.text(decimals: report.plan.currency.minorUnits)
                    ),
                    ("annual", offer.annual.text(decimals: report.plan.currency.minorUnits)),
                    ("score", standing.score.map { $0.text(decimals: 12) } ?? ""),
                ]
                + zip(report.plan.criteria, standing.figures).map { criterion, figure in
                    ("criterion \(criterion.id)", figure.map { "\($0)" } ?? "")
                }
                + offer.unitCosts.map { cost in
                    (
                        "per \(ComparisonOutline.unit(cost.measure)) \(cost.level)",
                        cost.cost.text(decimals: 6)
                    )
                }
            rows += figures.map { [outline.names[index], $0.0, $0.1] }
        }
        return CSVText.render(rows)
    }
}

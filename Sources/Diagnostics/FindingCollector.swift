/// Gathers findings of many files, so that all of them can be shown at once.
///
/// Also keeps the text of the files read, from which renderers print source lines.
package final class FindingCollector {
    /// Text of the files read so far.
    package var sources = SourceTexts()
    /// Most findings kept; later ones are only counted.
    package let maximumFindings: Int
    /// Number of findings that came after the collector was full.
    package private(set) var omittedCount = 0
    /// Whether an error was reported, kept or not.
    package private(set) var hasErrors = false

    private var known: Set<Finding> = []

    /// Creates an empty collector.
    package init(maximumFindings: Int = 10_000) {
        self.maximumFindings = maximumFindings
    }

    /// Adds a finding; one that equals an earlier one in every part is kept once.
    package func report(_ finding: Finding) {
        if finding.severity == .error { hasErrors = true }
        guard !known.contains(finding) else { return }
        if known.count < maximumFindings {
            known.insert(finding)
        } else {
            omittedCount += 1
        }
    }

    /// Adds a finding made of its parts.
    package func report(
        _ code: FindingCode, _ message: String, at location: SourceLocation? = nil,
        notes: [FindingNote] = [], help: String? = nil, severity: Severity = .error
    ) {
        report(
            Finding(code, message, at: location, notes: notes, help: help, severity: severity))
    }

    /// The findings in reading order, each once.
    ///
    /// - Complexity: sorts on every call; take it once.
    package var findings: [Finding] {
        known.sorted(by: Finding.inReadingOrder)
    }

    /// Whether nothing was reported, errors or warnings.
    package var isEmpty: Bool { known.isEmpty }
}

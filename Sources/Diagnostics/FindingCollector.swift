/// Gathers findings of many files, so that all of them can be shown at once.
///
/// Also keeps the text of the files read, from which renderers print source lines.
package final class FindingCollector {
    /// Text of the files read so far.
    package private(set) var sources = SourceTexts()
    /// Most findings kept; later ones are only counted.
    package let maximumFindings: Int
    /// Number of findings that came after the collector was full.
    package private(set) var omittedCount = 0
    /// Whether an error was reported, kept or not.
    package private(set) var hasErrors = false

    private var known: Set<Finding> = []
    private var confidentialPaths: Set<String> = []

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

    /// What one collector gathered, to be handed to another.
    package struct Gathered: Sendable {
        fileprivate let findings: Set<Finding>
        fileprivate let sources: SourceTexts
        fileprivate let omittedCount: Int
        fileprivate let hasErrors: Bool
    }

    /// Everything gathered so far.
    package var gathered: Gathered {
        Gathered(
            findings: known, sources: sources, omittedCount: omittedCount, hasErrors: hasErrors)
    }

    /// Takes over what another collector gathered, as if it had been reported here.
    package func absorb(_ other: Gathered) {
        for finding in other.findings.sorted(by: Finding.inReadingOrder) { report(finding) }
        sources.add(other.sources)
        omittedCount += other.omittedCount
        hasErrors = hasErrors || other.hasErrors
    }
}

extension FindingCollector {
    /// Longest text quoted in a message, in characters.
    static let longestQuote = 60

    /// Keeps the text of a file for printing source lines, unless its content is withheld.
    package func addSource(_ text: String, path: String) {
        guard !confidentialPaths.contains(path) else { return }
        sources.add(text, path: path)
    }

    /// Makes findings about the file at `path` show places only: no source lines, no quoted values.
    package func withholdContent(of path: String) {
        confidentialPaths.insert(path)
    }

    /// Returns user text for a message: in quotes, cut when long; "a value" where confidential.
    package func quote(_ text: String, at location: SourceLocation?) -> String {
        if let location, confidentialPaths.contains(location.path) { return "a value" }
        guard text.utf8.count > Self.longestQuote, text.count > Self.longestQuote else {
            return "'\(text)'"
        }
        return "'\(text.prefix(Self.longestQuote))…'"
    }

    /// Whether the content of the file at `location` must not be shown.
    package func isConfidential(_ location: SourceLocation?) -> Bool {
        location.map { confidentialPaths.contains($0.path) } ?? false
    }
}

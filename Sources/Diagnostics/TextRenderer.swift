/// Prints findings for a person: place, code, message, source line with a caret, notes, help.
///
///     sites.yaml:14:11: error[CAT012]: unknown site 'aurelia-nroth'
///     14 |     site: aurelia-nroth
///        |           ^^^^^^^^^^^^^
///     note: sites of provider 'aurelia' are declared in sites.csv:1:1
///     help: did you mean 'aurelia-north'?
package struct TextRenderer: Sendable {
    /// Texts from which source lines are printed.
    package let sources: SourceTexts
    /// Whether the output uses ANSI colours.
    package let usesColour: Bool
    /// Most findings printed; the closing line says how many more there are.
    package let maximumFindings: Int

    /// Creates a renderer.
    package init(
        sources: SourceTexts = SourceTexts(), usesColour: Bool = false, maximumFindings: Int = 200
    ) {
        self.sources = sources
        self.usesColour = usesColour
        self.maximumFindings = maximumFindings
    }

    /// Returns the findings of a collector, with the source lines that it knows.
    package static func render(_ collector: FindingCollector, usesColour: Bool = false) -> String {
        TextRenderer(sources: collector.sources, usesColour: usesColour)
            .render(collector.findings, omitted: collector.omittedCount)
    }

    /// Returns the findings in the given order, a blank line between two, and a closing count.
    ///
    /// - Parameters:
    ///   - findings: What to print.
    ///   - omitted: Number of findings that were not kept, for the closing line.
    /// - Returns: Text that ends in a line end; empty for no findings.
    package func render(_ findings: [Finding], omitted: Int = 0) -> String {
        guard !findings.isEmpty else { return "" }
        var cache: [String: SourceLines] = [:]
        var output = ""
        for finding in findings.prefix(maximumFindings) {
            output += text(of: finding, cache: &cache) + "\n"
        }
        return output + closingLine(findings, omitted: omitted) + "\n"
    }

    private func text(of finding: Finding, cache: inout [String: SourceLines]) -> String {
        var lines = [headline(of: finding)]
        if let location = finding.location, let line = line(at: location, cache: &cache) {
            let excerpt = SourceExcerpt(line: line, location: location)
            lines.append(contentsOf: excerpt.lines(paintingCaret: paint(as: finding.severity)))
        }
        for note in finding.notes {
            let place = note.location.map { " in \($0)" } ?? ""
            lines.append(bold("note:") + " " + DisplayText.escaped(note.message + place))
        }
        if let help = finding.help {
            lines.append(bold("help:") + " " + DisplayText.escaped(help))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func headline(of finding: Finding) -> String {
        let place = finding.location.map { DisplayText.escaped($0.description) + ": " } ?? ""
        let kind = "\(finding.severity.rawValue)[\(finding.code.rawValue)]"
        return place + paint(as: finding.severity)(kind) + ": "
            + bold(DisplayText.escaped(finding.message))
    }

    private func line(
        at location: SourceLocation, cache: inout [String: SourceLines]
    ) -> Substring? {
        if let known = cache[location.path] { return known.line(location.line) }
        guard let text = sources[location.path] else { return nil }
        let lines = SourceLines(text)
        cache[location.path] = lines
        return lines.line(location.line)
    }

    private func closingLine(_ findings: [Finding], omitted: Int) -> String {
        let errors = findings.count { $0.severity == .error }
        let warnings = findings.count - errors
        var parts: [String] = []
        if errors > 0 { parts.append(errors == 1 ? "1 error" : "\(errors) errors") }
        if warnings > 0 { parts.append(warnings == 1 ? "1 warning" : "\(warnings) warnings") }
        var line = parts.joined(separator: ", ")
        if findings.count > maximumFindings { line += "; the first \(maximumFindings) are shown" }
        if omitted > 0 { line += "; \(omitted) more were found but not kept" }
        return line
    }

    private func bold(_ text: String) -> String {
        usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    private func paint(as severity: Severity) -> (String) -> String {
        guard usesColour else { return { (text: String) in text } }
        let colour = severity == .error ? "31" : "33"
        return { (text: String) in "\u{1B}[1;\(colour)m\(text)\u{1B}[0m" }
    }
}

import Diagnostics
import TestSupport
import Testing

struct TextRendererTests {
    private static let yaml = SourceTexts.of(
        "sites.yaml", "provider: aurelia\nsites:\n  - site: aurelia-nroth\n")

    private static let misspelt = Finding(
        .inputUnknownWord, "unknown site 'aurelia-nroth'",
        at: SourceLocation(path: "sites.yaml", line: 3, column: 11, length: 13),
        notes: [
            FindingNote(
                "sites of provider 'aurelia' are declared",
                at: SourceLocation(path: "sites.csv", line: 1, column: 1))
        ], help: "did you mean 'aurelia-north'?")

    @Test func `a finding shows place, code, message, line, caret, note and help`() {
        expectGolden(
            TextRenderer(sources: Self.yaml).render([Self.misspelt]), named: "one-finding.txt")
    }

    @Test func `findings are separated by blank lines and counted at the end`() {
        let warning = Finding(
            .inputOutOfRange, "expected 1 to 100 for 'replicas', found '101'", severity: .warning)
        let other = Finding(
            .inputMissingKey, "the site has no 'country'",
            at: SourceLocation(path: "sites.yaml", line: 3, column: 5))
        expectGolden(
            TextRenderer(sources: Self.yaml).render([warning, Self.misspelt, other]),
            named: "several-findings.txt")
    }

    @Test func `colours mark severity, message and captions`() {
        let text = TextRenderer(sources: Self.yaml, usesColour: true).render([Self.misspelt])
        expectGolden(
            text.replacing("\u{1B}", with: "ESC"), named: "coloured-finding.txt")
    }

    @Test func `nothing is printed for no findings`() {
        #expect(TextRenderer().render([]).isEmpty)
    }

    @Test func `more findings than the limit are only counted`() {
        let findings = (1...5).map { line in
            Finding(
                .inputUnknownKey, "unknown key",
                at: SourceLocation(path: "a", line: line, column: 1))
        }
        let text = TextRenderer(maximumFindings: 2).render(findings, omitted: 7)
        #expect(
            text.hasSuffix("\n5 errors; the first 2 are shown; 7 more were found but not kept\n"))
    }

    @Test func `a line that is not there shows no excerpt`() {
        let beyond = Finding(
            .inputUnknownKey, "m", at: SourceLocation(path: "sites.yaml", line: 99, column: 1))
        #expect(
            TextRenderer(sources: Self.yaml).render([beyond])
                == "sites.yaml:99:1: error[INP031]: m\n\n1 error\n")
    }
}

extension SourceTexts {
    static func of(_ path: String, _ text: String) -> SourceTexts {
        var sources = SourceTexts()
        sources.add(text, path: path)
        return sources
    }
}

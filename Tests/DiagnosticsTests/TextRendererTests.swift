import Diagnostics
import Testing

struct TextRendererTests {
    @Test func `a finding shows place, code, message, line, caret, note and help`() {
        var sources = SourceTexts()
        sources.add("provider: aurelia\nsites:\n  - site: aurelia-nroth\n", path: "sites.yaml")
        let place = SourceLocation(path: "sites.yaml", line: 3, column: 11, length: 13)
        let finding = Finding(
            .inputUnknownWord, "unknown site 'aurelia-nroth'", at: place,
            notes: [
                FindingNote(
                    "sites of provider 'aurelia' are declared",
                    at: SourceLocation(path: "sites.csv", line: 1, column: 1))
            ], help: "did you mean 'aurelia-north'?")
        #expect(
            TextRenderer(sources: sources).render([finding]) == """
                sites.yaml:3:11: error[INP040]: unknown site 'aurelia-nroth'
                3 |   - site: aurelia-nroth
                  |           ^^^^^^^^^^^^^
                note: sites of provider 'aurelia' are declared in sites.csv:1:1
                help: did you mean 'aurelia-north'?

                1 error

                """)
    }
}

import Diagnostics
import TestSupport
import Testing

/// A marking of former times is refused with what becomes of it; no system is built for it.
struct LegacyMarkingTests {
    private static func finding(_ lines: String, asked: String) throws -> Finding? {
        var catalog = try FixtureCatalog()
        let legacy =
            "legacyMarkings:\n  - { id: xa-veiled, marking: VEILED, aliases: [VEIL], \(lines)"
            + "source: Invented reform of Aldoria, asOf: 2021-07-01, confidence: primary }\n"
        try catalog.replace(
            "clearances:\n", with: legacy + "clearances:\n", in: "countries/xa.yaml")
        let (snapshot, findings) = catalog.load()
        #expect(findings.map(\.line) == [])
        let requirement = try FixtureRequirement().replacing(": GUARDÉD", with: ": \(asked)")
        let found = try requirement.bind(to: #require(snapshot)).findings
        #expect(found.count == 1)
        return found.first
    }

    @Test(arguments: ["VEILED", "veil"])
    func `it is refused with its last day and the level that protects it`(word: String) throws {
        let lines = "protectedAs: xa-hidden, until: 2021-06-30, note: kept as it was, "
        let finding = try #require(try Self.finding(lines, asked: word))
        #expect(finding.code == .requirementUnknownLevel)
        #expect(finding.message == "Aldoria marks nothing '\(word)' after 2021-06-30")
        #expect(finding.notes.map(\.message) == ["kept as it was"])
        #expect(finding.help == "what was so marked is protected as 'HIDDEN'")
    }

    @Test func `without a day or a level it is refused all the same`() throws {
        let finding = try #require(try Self.finding("", asked: "VEILED"))
        #expect(finding.message == "Aldoria marks nothing 'VEILED' any more")
        #expect(finding.help == "its levels are: OPEN, GUARDÉD, HIDDEN")
    }
}

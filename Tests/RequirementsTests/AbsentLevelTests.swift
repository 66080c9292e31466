import Diagnostics
import TestSupport
import Testing

/// A level that the customer's country is known not to have is said so, and mapped to nothing.
struct AbsentLevelTests {
    private static func finding(absent: String, asked: String) throws -> Finding? {
        var catalog = try FixtureCatalog()
        let key = "clearances:\n"
        try catalog.replace(key, with: absent + key, in: "countries/xa.yaml")
        let (snapshot, findings) = catalog.load()
        #expect(findings.map(\.line) == [])
        let requirement = try FixtureRequirement().replacing(": GUARDÉD", with: ": \(asked)")
        let found = try requirement.bind(to: #require(snapshot)).findings
        #expect(found.count == 1)
        return found.first
    }

    private static func absent(_ lines: String) -> String {
        "absentLevels:\n  - { band: C, \(lines), source: Invented reform of Aldoria, "
            + "asOf: 2014-04-02, confidence: primary }\n"
    }

    @Test func `the word is refused with the day and the note`() throws {
        let absent = Self.absent("marking: SHIELDED, since: 2014-04-02, note: kept as HIDDEN")
        let finding = try #require(try Self.finding(absent: absent, asked: "Shielded"))
        #expect(finding.code == .requirementUnknownLevel)
        #expect(finding.message == "Aldoria has no level 'Shielded' since 2014-04-02")
        #expect(finding.notes.map(\.message) == ["kept as HIDDEN"])
        #expect(finding.help == "its levels are: OPEN, GUARDÉD, HIDDEN")
    }

    @Test func `another ladder's level of that word is not offered`() throws {
        let finding = try #require(
            try Self.finding(absent: Self.absent("marking: CLOSED"), asked: "CLOSED"))
        #expect(finding.code == .requirementUnknownLevel)
        #expect(finding.message == "Aldoria has no level 'CLOSED'")
        #expect(finding.notes == [])
    }
}

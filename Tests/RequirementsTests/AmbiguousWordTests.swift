import Diagnostics
import TestSupport
import Testing

/// REQ020: a word that bidders would price differently is refused with its readings.
struct AmbiguousWordTests {
    @Test(arguments: [
        ("replicated: true", "replicas: 2", "replication: regional"),
        ("available: true", "availability", "access: online"),
        ("accessible: true", "access: online", "availability"),
        ("redundant: true", "replicas: 2", "split"),
        ("encrypted: true", "encryptionAtRest: provider-key", "encryptionAtRest: customer-key"),
        ("capacity: 12 TB", "capacityTB", "capacityTiB"),
        ("memory: 16 GB", "memoryGiB", "powers of two"),
        ("available:", "availability", "access: online"),
    ])
    func `REQ020 a key that means two things names both`(
        line: String, one: String, other: String
    ) throws {
        let requirement = try FixtureRequirement()
            .replacing("        access: nearline", with: "        \(line)")
        let finding = try #require(requirement.decode().findings.first)
        #expect(finding.code == .requirementAmbiguousWord)
        #expect(finding.location?.line == 45)
        #expect(finding.location?.column == 9)
        #expect(finding.help?.contains(one) ?? false)
        #expect(finding.help?.contains(other) ?? false)
        #expect(requirement.decode().findings.count == 1)
    }

    @Test(arguments: [
        ("available", "online or nearline"), ("Highly Accessible", "online or nearline"),
        ("warm", "online or nearline"), ("cold", "nearline or offline"),
        ("archive", "nearline or offline"), ("hot", "online"),
    ])
    func `REQ020 an access that means two things names both`(word: String, readings: String) throws
    {
        let requirement = try FixtureRequirement()
            .replacing("access: nearline", with: "access: \(word)")
        let findings = requirement.decode().findings
        #expect(
            findings.map(\.line) == [
                "requirement.yaml:45:17 REQ020 access '\(word)' can be read as \(readings)"
            ])
    }

    @Test func `an access that means nothing is an unknown word`() throws {
        let requirement = try FixtureRequirement()
            .replacing("access: nearline", with: "access: nearlin")
        let finding = try #require(requirement.decode().findings.first)
        #expect(finding.code == .inputUnknownWord)
        #expect(finding.help == "did you mean 'nearline'?")
    }

    @Test func `an ambiguous word is not suggested for a mistyped key`() throws {
        let requirement = try FixtureRequirement().replacing("memoryGiB: 160", with: "memry: 160")
        let findings = requirement.decode().findings
        #expect(findings.map(\.code) == [.inputMissingKey, .inputUnknownKey])
        #expect(findings.allSatisfy { !($0.help ?? "").contains("'memory'") })
    }
}

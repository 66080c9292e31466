import Catalog
import Diagnostics
import Requirements
import TestSupport
import Testing

/// Release restrictions that an enclave names by their owner's words.
struct CaveatTests {
    private func bind(_ caveats: String) throws -> (
        bound: BoundRequirement?, findings: [Finding]
    ) {
        var catalog = try FixtureCatalog()
        try catalog.replace(
            "clearances:\n",
            with: "caveats:\n  - { id: xa-own, marking: OWN EYES, aliases: [OE], admits: [XA], "
                + "source: Invented for tests, asOf: 2026-01-01, confidence: primary }\n"
                + "clearances:\n", in: "countries/xa.yaml")
        let requirement = try FixtureRequirement().replacing(
            "    accreditation: [xa-label-high]\n",
            with: "    accreditation: [xa-label-high]\n    caveats: \(caveats)\n")
        let (snapshot, mistakes) = catalog.load()
        return requirement.bind(to: try #require(snapshot, "\(mistakes.map(\.line))"))
    }

    @Test func `a caveat of the owner narrows whom the enclave lets in`() throws {
        let (bound, findings) = try bind("[OWN EYES]")
        #expect(findings.map(\.line) == [])
        let enclave = try #require(bound?.enclaves.first { !$0.caveats.isEmpty })
        #expect(enclave.caveats.map(\.id.rawValue) == ["xa-own"])
        #expect(enclave.admittedNations.contains([OwnerID("XA")]))
        #expect(try bind("[oe]").findings.isEmpty)
    }

    @Test func `a word that is no caveat of the owner is a finding`() throws {
        let (bound, findings) = try bind("[OWN EYS]")
        #expect(bound == nil)
        #expect(findings.map(\.code) == [.requirementUnknownCaveat])
        #expect(findings.first?.help == "did you mean 'OWN EYES'?")
    }

    @Test func `a caveat that admits nobody is no fact`() throws {
        var catalog = try FixtureCatalog()
        try catalog.replace(
            "clearances:\n",
            with: "caveats:\n  - { id: xa-own, marking: OWN EYES, admits: [], "
                + "source: Invented for tests, asOf: 2026-01-01, confidence: primary }\n"
                + "clearances:\n", in: "countries/xa.yaml")
        #expect(catalog.load().findings.map(\.code) == [.inputMissingKey])
    }
}

import Assembly
import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import LocatedInput
import Pricing
@testable import Proposals
import Quantities
import Requirements
import Testing
import TestSupport

/// What is noticed of domains, devices and keys: when, in which words, with which workings.
struct DomainObservationTests {
    // MARK: - Devices and their home

    private func fleet(
        _ classification: String, _ home: String = "", _ enclaves: [String] = []
    ) throws -> Proposal {
        var ask = HallAsk()
        ask.enclaves += enclaves
        ask.edge = [
            "{ id: cases, classification: \(classification), count: 10, spares: 2\(home) }"
        ]
        return try ask.propose(pactWorld())
    }

    private func found(_ proposal: Proposal, _ kind: String) -> Observation? {
        proposal.observations.first { $0.kind == kind }
    }

    private let sealed = HallAsk.enclave(
        "archive", HallAsk.machines(10, 40), classification: "SEALED")

    @Test func `devices without an enclave of their level lack an environment`() throws {
        let fault = try #require(try found(fleet("SEALED"), "missing-home"))
        #expect(fault.weight == .fault)
        #expect(fault.paths == ["edge.cases.home"])
        #expect(
            fault.text
                == "the 10 devices of 'cases' hold SEALED, and the requirement has no enclave of "
                + "that level for them to sync to: an environment is missing")
        #expect(fault.workings == ["enclaves asked: core at GUARDED"])
        #expect(
            fault.wayOut
                == "ask for an enclave at SEALED, or classify the devices at the level of one that "
                + "is asked")
    }

    @Test func `a home of another level is no home`() throws {
        let fault = try #require(
            try found(fleet("SEALED", ", home: core", [sealed]), "missing-home"))
        #expect(
            fault.text
                == "the 10 devices of 'cases' hold SEALED and may not sync to an enclave of "
                + "another level")
        #expect(
            fault.workings == [
                "their home is 'core': GUARDED is step 1 of the ladder of XA (band R), SEALED is "
                    + "step 2 (band S)",
                "enclaves of their level: archive",
                "enclaves asked: core at GUARDED, archive at SEALED",
            ])
        #expect(fault.wayOut == "name an enclave of SEALED as their home")
    }

    @Test func `a home of another owner is no home`() throws {
        let pact = HallAsk.enclave(
            "pact", HallAsk.machines(10, 40), classification: "PACT",
            more: "owner: XB, connectivity: air-gapped, halls: [cellar]")
        let fault = try #require(
            try found(fleet("GUARDED", ", home: pact", [pact]), "missing-home"))
        #expect(
            fault.workings.first
                == "their home is 'pact': PACT is information of XB, GUARDED of XA")
    }

    @Test(arguments: ["", ", home: core"])
    func `devices with an enclave of their level have a home`(home: String) throws {
        #expect(try fleet("GUARDED", home).observations.isEmpty)
    }

    /// The hall costs 3,487,086.40, twelve devices 219,000.00, their accreditation 1,000.00.
    @Test func `a fault stands against a package that exists, and the rest has a price`() throws {
        let refusal = try fleet("SEALED").refusal()
        #expect(refusal.restE4 == 3_707_086_400_000)
        #expect(refusal.conflict.isEmpty && refusal.unserved.isEmpty && refusal.repairs.isEmpty)
    }

    @Test func `where the rest cannot be served either, no price is said`() throws {
        var ask = HallAsk()
        ask.lines.append(#"budgets: [{ id: purse, covers: evaluated, amount: "1000.00" }]"#)
        ask.edge = ["{ id: cases, classification: SEALED, count: 10 }"]
        let proposal = try ask.propose()
        #expect(found(proposal, "missing-home") != nil)
        let refusal = try proposal.refusal()
        #expect(refusal.restE4 == nil)
        #expect(!refusal.conflict.isEmpty)
    }

    // MARK: - Keys

    private func keys(_ keys: String, _ recovery: String) throws -> Observation? {
        let enclave = HallAsk.enclave(
            "core", HallAsk.machines(10, 40),
            more: "connectivity: air-gapped, halls: [cellar], keys: { within: [\(keys)] }, "
                + "recovery: { \(recovery) }")
        return try found(HallAsk(enclave).propose(pactWorld()), "keys-cannot-follow")
    }

    @Test func `keys that are lost with the country leave nothing to recover`() throws {
        let fault = try #require(try keys("XA", "within: [XB], outside: [XA], encrypted: true"))
        #expect(fault.weight == .fault)
        #expect(fault.paths == ["enclaves.core.keys", "enclaves.core.recovery"])
        #expect(
            fault.text
                == "enclave 'core' is to be recovered outside XA in XB from encrypted copies while "
                + "its keys stay within XA: when XA is lost, so are the keys, and the copies "
                + "cannot be read")
        #expect(
            fault.workings == [
                "keys may be in: XA", "recovery in XB outside XA; copies are encrypted",
                "countries that may hold both a copy and a key: none",
            ])
        #expect(
            fault.wayOut
                == "let a second holder abroad keep keys (state it under 'keys.within'), or give "
                + "up recovery abroad")
    }

    @Test(arguments: [
        ("XA", "within: [XB], encrypted: true", true),
        ("XA", "outside: [XA], encrypted: true", true),
        // Both members of the pact are lost, and its keys with them.
        ("XA", "outside: [PACT], encrypted: true", true),
        ("PACT", "outside: [PACT], encrypted: true", true),
        ("PACT", "outside: [XA], encrypted: true", false),
        ("PACT", "within: [XB], outside: [XA], encrypted: true", false),
        ("XA", "within: [PACT], encrypted: true", false),
        ("XA, XB", "outside: [XA], encrypted: true", false),
        ("XA", "outside: [XA], encrypted: false", false),
        ("XA", "outside: [XA]", false),
        ("", "outside: [XA], encrypted: true", false),
    ])
    func `keys follow where a country may hold a copy and a key`(
        keys: String, recovery: String, isRaised: Bool
    ) throws {
        #expect(try (self.keys(keys, recovery) != nil) == isRaised)
    }

    // MARK: - Domains side by side

    private func apart(
        _ classification: String, _ more: String, _ world: QuoteWorld? = nil
    ) throws -> Observation? {
        let other = HallAsk.enclave(
            "other", HallAsk.machines(10, 40), classification: classification, more: more)
        return try found(
            HallAsk(HallAsk.enclave("core", HallAsk.machines(10, 40)), other)
                .propose(world ?? pactWorld()), "kept-apart")
    }

    @Test func `one level under another release list is a domain of its own`() throws {
        let notice = try #require(try apart("GUARDED", "halls: [cellar], releasableTo: [XA, XB]"))
        #expect(notice.weight == .notice)
        #expect(notice.paths == ["enclaves.core", "enclaves.other"])
        #expect(
            notice.text
                == "core (GUARDED) and other (GUARDED for the eyes of XA, XB only) are kept apart: "
                + "platforms, people's access and accreditation are each enclave's own, also in "
                + "the same hall (cellar)")
        #expect(
            notice.workings == [
                "one level, GUARDED, under different release lists: a caveat beats a clearance",
                "core: Almara system accreditation, granted by Security Office of Almara",
                "other: Almara system accreditation, granted by Security Office of Almara",
            ])
        #expect(notice.wayOut == nil)
    }

    @Test func `levels of one band and two owners are two domains`() throws {
        let notice = try #require(try apart("PACT", "owner: XB"))
        #expect(
            notice.text
                == "core (GUARDED) and other (PACT) are kept apart: platforms, people's access and "
                + "accreditation are each enclave's own")
        #expect(
            notice.workings == [
                "no table in the catalog sets GUARDED of XA beside PACT of XB",
                "core: Almara system accreditation, granted by Security Office of Almara",
                "other: no scheme is known that admits PACT",
            ])
    }

    @Test func `a table that sets levels side by side is named with its confidence`() throws {
        let world = try pactWorld().replacing(
            "    personnelClearance: required",
            with: """
                    personnelClearance: required
                    equivalents:
                      - level: xa-restricted
                        basis: Table of the pact
                        source: Invented statute | https://example.org
                        asOf: 2026-01-10
                        confidence: secondary
                """, in: "countries/XB.yaml")
        let notice = try #require(try apart("PACT", "owner: XB", world))
        #expect(
            notice.workings.first
                == "PACT and GUARDED stand side by side (Table of the pact; secondary), which is "
                + "an equivalence of protection, not one owner: XA and XB")
    }

    @Test(arguments: [
        ("GUARDED", "halls: [cellar]"), ("SEALED", "halls: [cellar]"), ("OPEN", "residency: [XA]"),
        ("OPEN", "releasableTo: [XA]"),
    ])
    func `one domain, other bands and open information are not kept apart`(
        classification: String, more: String
    ) throws {
        #expect(try apart(classification, more) == nil)
    }

    // MARK: - Ladders

    private func ladder(_ classification: String, since: String = "") throws -> Observation? {
        let world = QuoteWorld.withHalls().adding(
            """

            absentLevels:
              - band: C
                marking: PRIVY
                \(since)
                note: it was given up
                source: Invented statute | https://example.org
                asOf: 2026-01-10
                confidence: primary
            """, to: "countries/XA.yaml")
        let enclave = HallAsk.enclave(
            "core", HallAsk.machines(10, 40), classification: classification)
        return try found(HallAsk(enclave).propose(world), "ladder-gap")
    }

    @Test func `a step that the ladder lacks is not filled from another`() throws {
        let notice = try #require(try ladder("GUARDED", since: "since: 2014-04-02"))
        #expect(notice.weight == .notice)
        #expect(notice.paths == ["enclaves.core.classification"])
        #expect(
            notice.text
                == "the ladder of Almara has no PRIVY since 2014-04-02: nothing asked here is "
                + "mapped to band C, and no level is guessed for it")
        #expect(
            notice.workings == [
                "ladder: OPEN (band U), GUARDED (band R), SEALED (band S)",
                "core: GUARDED, band R", "it was given up",
            ])
        #expect(notice.wayOut == nil)
    }

    @Test func `a ladder that never had the step says no day`() throws {
        #expect(try ladder("SEALED")?.text.hasPrefix("the ladder of Almara has no PRIVY: ") == true)
    }

    @Test func `a gap does not matter to open information, nor where there is none`() throws {
        #expect(try ladder("OPEN") == nil)
        #expect(try found(HallAsk().propose(), "ladder-gap") == nil)
    }

    // MARK: - The world

    /// The world with halls, a level of Bolmar in the band of GUARDED, and a pact of both.
    private func pactWorld() -> QuoteWorld {
        QuoteWorld.withHalls().adding(
            """

            levels:
              - id: xb-pact
                marking: PACT
                rank: 1
                band: R
                classified: true
                personnelClearance: required
                source: Invented statute | https://example.org
                asOf: 2026-01-10
                confidence: primary
            """, to: "countries/XB.yaml"
        ).adding(
            """
            id: PACT
            kind: organisation
            name: Pact of Almara and Bolmar
            members: [XA, XB]
            """, to: "organisations/PACT.yaml")
    }
}

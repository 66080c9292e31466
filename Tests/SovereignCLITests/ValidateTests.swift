import Diagnostics
import SovereignCLI
import TestSupport
import Testing

/// `sovereign validate` on a small country with one classified level.
@Suite struct ValidateTests {
    let world: CommandWorld

    private static let fact = "source: Invented for tests, asOf: 2026-01-01, confidence: primary"

    init() throws {
        world = try CommandWorld()
        try world.edit(
            "catalog/countries/xa.yaml", "levels:\n",
            """
            levels:
              - { id: xa-hidden, marking: HIDDEN, rank: 2, band: S, classified: true, \
            personnelClearance: required, facilityClearance: required, \(Self.fact) }

            """)
        let text = try #require(world.folder.text(of: "catalog/countries/xa.yaml"))
        try world.folder.write(
            text + """
                clearances:
                  - { id: xa-c-hidden, name: Clearance for HIDDEN, aliases: [CH], \
                level: xa-hidden, issuer: Office of Aurelia, validity: P5Y, leadTime: P60D, \
                \(Self.fact) }
                facilityClearances:
                  - { id: xa-f-hidden, name: Facility clearance, aliases: [FC], \
                levels: [xa-hidden], issuer: Office of Aurelia, \(Self.fact) }

                """, to: "catalog/countries/xa.yaml")
        try world.edit(
            "requirement.yaml", "staff: { coverage: 24x7 }",
            """
              - id: hidden
                classification: HIDDEN
                operators: { nationality: [XA] }
                workloads:
                  - { id: vault, capability: storage.object, capacityTB: 1, access: online }
            staff:
              coverage: 8x5
              posts:
                - { id: watch, enclave: hidden, role: operator, seats: 2 }
              people:
                - { id: cleared, classification: HIDDEN, heads: 3 }
            """)
        try world.folder.write(
            """
            id,kind,country,parents,clearance,issuedBy,status,granted,expires
            firm,company,XA,XA,FC,XA,final,2026-01-01,2030-01-01

            """, to: "firms.csv")
    }

    private static let header =
        "id,nationalities,employer,clearance,issuedBy,status,granted,expires,roles,country,"
        + "needToKnow,briefed\n"

    /// Rows of cleared engineers; the end of their clearances may differ.
    private func roster(_ rows: [String]) throws {
        try world.folder.write(Self.header + rows.joined(separator: "\n") + "\n", to: "people.csv")
    }

    private func row(
        _ id: String, clearance: String = "CH", status: String = "final",
        expires: String = "2030-01-01", nationality: String = "XA"
    ) -> String {
        "\(id),\(nationality),firm,\(clearance),XA,\(status),2026-01-01,\(expires),"
            + "operator,XA,yes,2026-12-01"
    }

    private func validate(_ words: String...) -> CommandRun {
        CommandRun(
            arguments: [
                "validate", world.requirement, "--roster", world.folder("people.csv"),
                "--facilities", world.folder("firms.csv"),
            ] + words, in: world.folder)
    }

    @Test func `enough people are all clear`() throws {
        try roster((1...4).map { row("p\($0)") })
        let run = validate()
        #expect(run.status == .yes)
        expectGolden(run.answer, named: "validate-clear.txt")
    }

    @Test func `too few people are a correct no, with ways out`() throws {
        try roster([
            row("p1"), row("p2", clearance: "CH", status: "interim"),
            row("p3", expires: "2026-12-01"), row("p4", nationality: "XB"),
        ])
        let run = validate()
        #expect(run.status == .no)
        expectGolden(run.answer, named: "validate-short.txt")
        let json = validate("--format", "json")
        #expect(json.status == .no)
        expectGolden(json.answer, named: "validate-short.json")
    }

    @Test func `what ends in the term is to be renewed`() throws {
        try roster((1...3).map { row("p\($0)", expires: $0 == 1 ? "2027-09-01" : "2030-01-01") })
        let run = validate()
        #expect(run.status == .yes)
        #expect(run.answer.contains("Clear on condition"))
        #expect(run.answer.contains("2027-09-01"))
        // A day by itself knows no renewals.
        let day = validate("--as-of", "2027-09-01")
        #expect(day.status == .no)
        #expect(day.answer.contains("Judged on 2027-09-01"))
        #expect(validate("--as-of", "2027-08-31").status == .yes)
    }

    @Test func `files in every form say the same`() throws {
        try roster((1...3).map { row("p\($0)") })
        let paths = ["a.txt", "a.md", "a.json", "a.csv"].map { world.folder($0) }
        let run = validate(
            "--output", paths[0], "--output", paths[1], "--output", paths[2], "--output", paths[3])
        #expect(run.status == .yes)
        #expect(run.answer.isEmpty)
        expectGolden(try #require(world.folder.text(of: "a.md")), named: "validate.md")
        expectGolden(try #require(world.folder.text(of: "a.csv")), named: "validate.csv")
        #expect(world.folder.text(of: "a.txt") == validate().answer)
    }

    @Test func `every mistake of a roster is told by its place, and no text of it`() throws {
        try world.folder.write(
            "\u{FEFF}id;nationalities;employer;clearance;issuedBy;status;granted;expires;sharé\r\n"
                + "p1;XA;firm;CH;XA;final;01/02/2026;2030-01-01;1\r\n"
                + "p1;SPA;firm;\"CLASSIFIED\nSECRET\";XA;final;2026-01-01;2025-01-01;1\r\n"
                + "p2;XA;firm;HIDDЕN;XA;done;31/12/2026;30.02.2027;1\r\n"
                + "Maria Example;XA;firm;CH;;final;2026-01-01;2030-01-01;1\r\n",
            to: "people.csv")
        let run = validate()
        #expect(run.status == .badData)
        expectGolden(run.messages, named: "validate-findings.txt")
        for text in ["Maria", "Example", "CLASSIFIED", "SPA", "done", "31/12", "sharé"] {
            #expect(!run.messages.contains(text))
        }
    }

    @Test func `dates that begin with the day can be declared`() throws {
        let rows = (1...3).map { row("p\($0)", expires: "01/02/2030") }
        try roster(rows)
        let run = validate()
        #expect(run.status == .badData)
        #expect(run.codes == [.rosterAmbiguousDate, .rosterAmbiguousDate, .rosterAmbiguousDate])
        #expect(validate("--dates", "day-first").status == .yes)
    }

    @Test func `a quote brings the seats of its platforms, and only its own requirement's`() throws
    {
        try roster((1...12).map { row("p\($0)") })
        // The small catalog can quote only what is open.
        let text = try #require(world.folder.text(of: "requirement.yaml"))
        let open = text.replacing(
            "    classification: HIDDEN\n", with: "    classification: LIMITÉ\n"
        )
        .replacing("classification: HIDDEN, heads: 3", with: "classification: HIDDEN, heads: 2")
        try world.folder.write(open, to: "other.yaml")
        _ = CommandRun(
            arguments: ["quote", world.folder("other.yaml"), "--output", world.folder("q.json")],
            in: world.folder)
        let strange = validate("--quote", world.folder("q.json"))
        #expect(strange.status == .badData)
        #expect(
            strange.codes == [.proposalOtherRequirement] || strange.codes == [.proposalNoPackage],
            "\(strange.messages)")
        #expect(validate("--quote", world.requirement).status == .badData)
    }

    @Test(arguments: [
        ["--as-of", "someday"], ["--as-of", "2027-01-01", "--over"], ["--output", "a.pdf"],
        ["--dates", "us"],
    ])
    func `wrong words are wrong usage`(words: [String]) throws {
        try roster([row("p1")])
        let run = CommandRun(
            arguments: ["validate", world.requirement] + words, in: world.folder)
        #expect(run.status == .wrongUsage)
    }

    @Test func `what waits for steps is clear on condition only`() throws {
        let unbriefed = (1...3).map { row("p\($0)").replacing(",yes,2026-12-01", with: ",,") }
        try roster(unbriefed)
        let run = validate()
        #expect(run.status == .yes)
        #expect(run.answer.contains("Clear on condition: each of the 2 posts"))
        #expect(validate("--format", "json").answer.contains("\"status\": \"conditional\""))
    }

    @Test func `data for some eyes goes to a wider enclave only as released`() throws {
        try roster((1...3).map { row("p\($0)") })
        try world.edit(
            "requirement.yaml", "staff:\n",
            """
              - id: partners
                classification: HIDDEN
                releasableTo: [XA, XB]
                workloads:
                  - { id: vault, capability: storage.object, capacityTB: 1, access: online }
              - id: own
                classification: HIDDEN
                releasableTo: [XA]
                workloads:
                  - { id: vault, capability: storage.object, capacityTB: 1, access: online }
            flows:
              - { from: own, to: partners, gigabytesPerMonth: 1 }
              - { from: partners, to: own, gigabytesPerMonth: 1 }
            staff:

            """)
        let run = validate("--format", "json")
        #expect(run.status == .yes, "\(run.messages)")
        #expect(run.answer.contains("release-consent:own.partners"))
        #expect(!run.answer.contains("release-consent:partners.own"))
    }

    @Test func `a day or a post outside the term is told, not passed over`() throws {
        try roster((1...3).map { row("p\($0)") })
        let early = validate("--as-of", "2026-12-31")
        #expect(early.status == .wrongUsage)
        #expect(early.codes == [.inputOutOfRange])
        #expect(validate("--as-of", "2029-01-01").status == .wrongUsage)
        try world.edit("requirement.yaml", "seats: 2 }", "seats: 2, from: 2040-01-01 }")
        let late = validate()
        #expect(late.status == .badData)
        #expect(late.codes == [.inputOutOfRange])
    }

    @Test func `what a roster calls an employer is never shown`() throws {
        try roster((1...3).map { row("p\($0)").replacing(",firm,", with: ",Jane Example,") })
        for words in [[], ["--format", "json"]] {
            let run = CommandRun(
                arguments: [
                    "validate", world.requirement, "--roster", world.folder("people.csv"),
                ] + words, in: world.folder)
            #expect(run.status == .no)
            #expect(!run.answer.contains("Jane"))
        }
    }

    @Test func `a roster is never written over`() throws {
        try world.folder.write(Self.header + row("p1") + "\n", to: "people.csv")
        let run = CommandRun(
            arguments: [
                "validate", world.requirement, "--roster", world.folder("people.csv"), "--output",
                world.folder("people.csv"),
            ], in: world.folder)
        #expect(run.status == .badData)
        #expect(run.codes == [.outputOverInput])
    }
}

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
import TestSupport
import Testing

/// Whom an enclave lets in binds the people in its seats.
struct NationalityTests {
    /// Operators of every provider's regions are of Almara or Bolmar, which are a pact together.
    private func world() throws -> QuoteWorld {
        var world = QuoteWorld().adding(
            """
            id: PACT
            kind: organisation
            name: Pact of Almara and Bolmar
            members: [XA, XB]
            """, to: "organisations/PACT.yaml")
        for provider in ["aurelia", "boreal"] {
            world = try world.replacing(
                "operatingModel: om-seat",
                with: "operatingModel: om-seat\n    operators: { nationality: [customer-decides] }",
                in: "providers/\(provider)/provider.yaml")
        }
        return world
    }

    private func ask(_ enclave: String..., staff: String...) -> QuoteAsk {
        var ask = QuoteAsk()
        ask.budgets = []
        ask.enclaveLines = ["residency: [XA]"] + enclave
        ask.staff = staff
        return ask
    }

    @Test(arguments: [
        ("operators: { nationality: [XA] }", "operator/of-XA"),
        ("releasableTo: [XB]", "operator/of-XB"),
        ("operators: { nationality: [PACT] }", "operator/of-PACT"),
        ("operators: { nationality: [PACT] }, releasableTo: [XB, XC]", "operator/of-XB"),
    ])
    func `the people in an enclave's seats are of the nations that it lets in`(
        enclave: String, pool: String
    ) throws {
        let lines = enclave.split(separator: "}, ").map(String.init)
        var ask = ask()
        ask.enclaveLines += lines.count == 1 ? lines : [lines[0] + "}", lines[1]]
        #expect(try world().propose(ask).answer.heads.keys.sorted() == [pool])
    }

    @Test func `a post of a nation that is let in is filled by it alone`() throws {
        let proposal = try world().propose(
            ask(
                "operators: { nationality: [XA, XB] }",
                staff: "posts: [{ id: watch, enclave: core, role: operator, seats: 1, "
                    + "nationality: [XB] }]"))
        #expect(proposal.answer.heads.keys.sorted() == ["operator/of-XA+XB", "operator/of-XB"])
        #expect(proposal.observations.allSatisfy { $0.kind != "nobody-admitted" })
    }

    @Test func `people of a list without a nation are hired with those in the seats`() throws {
        var ask = ask(staff: "people: [{ id: s, classification: SEALED, heads: 12 }]")
        ask.moreEnclaves = """
              - id: archive
                classification: SEALED
                operators: { nationality: [XA] }
                workloads:
                  - { id: papers, capability: storage.object, capacityGB: 10 }

            """
        let proposal = try world().propose(ask)
        #expect(proposal.answer.heads["operator/of-XA"]?["xa-secret"] == 12)
        #expect(proposal.answer.heads["operator"]?["xa-secret"] == nil)
        let text = QuoteText.render(proposal).split(separator: "\n").joined(separator: " ")
        #expect(text.contains("7 of them are a bench, or fill seats of lower levels, and may be"))
    }

    @Test func `a post that nobody let in may fill is a fault`() throws {
        let proposal = try world().propose(
            ask(
                "operators: { nationality: [XA] }",
                staff: "posts: [{ id: watch, enclave: core, role: operator, seats: 1, "
                    + "nationality: [XC] }]"))
        let fault = try #require(proposal.observations.first { $0.kind == "nobody-admitted" })
        #expect(fault.weight == .fault)
        #expect(
            fault.text
                == "post 'watch' asks for people of XC, and enclave 'core' lets in those of XA "
                + "alone: nobody may fill it")
        #expect(throws: Never.self) { try proposal.refusal() }
    }

    @Test(arguments: [("XC", true), ("XA", false)])
    func `a list of people whom no enclave of their level lets in is a fault`(
        nation: String, isFault: Bool
    ) throws {
        var ask = ask(
            staff: "people: [{ id: s, classification: SEALED, heads: 5, nationality: [\(nation)] }]"
        )
        ask.moreEnclaves = """
              - id: archive
                classification: SEALED
                operators: { nationality: [XA] }
                workloads:
                  - { id: papers, capability: storage.object, capacityGB: 10 }

            """
        let faults = try world().propose(ask).observations.filter { $0.kind == "nobody-admitted" }
        #expect(faults.count == (isFault ? 1 : 0))
        #expect(
            faults.allSatisfy {
                $0.text
                    == "the people of list 's' are of XC, and no enclave of SEALED lets them in "
                    + "('archive'): they may fill no seat there"
            })
    }

    @Test func `operators whom the release leaves out are a fault`() throws {
        let proposal = try world().propose(
            ask("operators: { nationality: [XA] }", "releasableTo: [XB]"))
        let fault = try #require(proposal.observations.first { $0.kind == "nobody-admitted" })
        #expect(
            fault.text
                == "enclave 'core' admits operators of XA and is released to XB: nobody is both")
    }
}

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

/// What is noticed of the people that a customer asks for, in numbers that a reader can check.
struct PeopleObservationTests {
    private func world() throws -> QuoteWorld {
        try QuoteWorld().replacing(
            "40,0.84,false", with: "37.5,0.85,false", in: "labour/operating-models.csv")
    }

    @Test func `twenty-two people cover two seats around the clock with two at each`() throws {
        let proposal = try PeopleAsk(
            "people: [{ id: s, classification: SEALED, heads: 22 }]", "twoPerson: [SEALED]"
        ).propose(world())
        let notice = try #require(proposal.observations.first)
        #expect(notice.weight == .notice)
        #expect(
            notice.text
                == "a seat at SEALED filled around the clock by two people takes 10.54 people, "
                + "hired as 11: 22 people cover 2 such seats")
        #expect(
            notice.workings == [
                "168 h a week / (37.5 h x 0.85) = 5.27 people for a seat with one person; x 2 = "
                    + "10.54, hired as 11",
                "22 / 10.54 = 2.09",
                "the seats asked at SEALED need at least 10.54 people, hired as 11",
            ])
    }

    @Test func `fewer sponsored cases than people mean that some are cleared already`() throws {
        let proposal = try PeopleAsk(
            "people: [{ id: a, classification: SEALED, heads: 22, soleNational: true }, "
                + "{ id: b, classification: SEALED, heads: 40, nationality: [XB] }]",
            "sponsorLimit: 15"
        ).propose(world())
        let notice = try #require(proposal.observations.first)
        #expect(notice.kind == "sponsor-limit")
        #expect(notice.weight == .notice)
        #expect(
            notice.text
                == "62 people are asked, and at most 15 new clearance cases can be sponsored for "
                + "them: at least 47 must already hold their clearance")
        #expect(notice.workings == ["22 'a' + 40 'b' = 62; 62 - 15 = 47"])
        #expect(
            try proposal.package().assumptions.contains {
                $0.text.hasPrefix("at least 47 of the 62 people of 'a', 'b' hold their clearance")
            })
    }

    /// Bolmar's own ladder, whose clearance people of Almara may hold beside their own.
    private func pactWorld() throws -> QuoteWorld {
        QuoteWorld().adding(
            """

            levels:
              - id: xb-pact
                marking: PACT
                rank: 1
                band: S
                classified: true
                personnelClearance: required
                facilityClearance: none
                source: Invented statute | https://example.org
                asOf: 2026-01-10
                confidence: primary
            """, to: "countries/XB.yaml"
        ).adding(
            "operator-pact,XA,operator,xb-pact,8,,1100,,EUR,published,,\(QuoteWorld.fact)\n",
            to: "labour/rates.csv")
    }

    private func lists(_ more: String) -> PeopleAsk {
        PeopleAsk(
            "people: [{ id: own, classification: SEALED, heads: 48 }, "
                + "{ id: pact, classification: PACT, owner: XB, heads: 20\(more) }]")
    }

    @Test func `two clearances may be held by one person, and it is asked whether they are`() throws
    {
        let proposal = try lists("").propose(pactWorld())
        let notice = try #require(proposal.observations.first)
        #expect(notice.kind == "certificates-amongst")
        #expect(
            notice.text
                == "whether the 20 people cleared to PACT are among the 48 of 'own' is not stated: "
                + "the contract needs 48 or 68 people")
        #expect(try proposal.package().staff.people.map(\.hired) == [48, 20])
    }

    @Test(arguments: [("own", 48 as Int64), ("none", 68)])
    func `people among others are counted with them`(amongst: String, heads: Int64) throws {
        let proposal = try lists(", amongst: \(amongst)").propose(pactWorld())
        #expect(proposal.observations.allSatisfy { $0.kind == "late-step" })
        let cleared = proposal.answer.heads.values.flatMap { $0 }
            .filter { $0.key != "no-clearance" }.map(\.value).reduce(0, +)
        #expect(cleared == heads)
        #expect(try proposal.package().staff.people.map(\.hired) == [48, 20])
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    /// Almara grants one clearance, which is tied to its sponsor.
    private func sponsoringWorld() -> QuoteWorld {
        QuoteWorld().adding(
            """

            clearances:
              - id: xa-clearance
                name: Clearance of Almara
                level: xa-secret
                sponsored: true
                source: Invented statute | https://example.org
                asOf: 2026-01-10
                confidence: primary
            """, to: "countries/XA.yaml")
    }

    @Test(arguments: ["", ", transferable: false"])
    func `a clearance tied to its sponsor moves with his consent only`(said: String) throws {
        let world = said.isEmpty ? sponsoringWorld() : QuoteWorld()
        let word = said.isEmpty ? "Clearance of Almara" : "SEALED"
        let proposal = try PeopleAsk(
            "people: [{ id: s, classification: \(word), heads: 12\(said) }]"
        ).propose(world)
        #expect(proposal.observations.map(\.kind) == ["clearance-transfer", "late-step"])
        #expect(
            try proposal.package().assumptions.contains {
                $0.text.contains("the new sponsor accepts the transfer of each")
            })
    }

    @Test func `a clearance that is said to move of itself is not spoken of`() throws {
        let proposal = try PeopleAsk(
            "people: [{ id: s, classification: SEALED, heads: 12, transferable: true }]"
        ).propose(sponsoringWorld())
        #expect(proposal.observations.allSatisfy { $0.kind == "late-step" })
    }
}

import Assembly
import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Proposals
import Quantities
import Requirements
import Testing
import TestSupport

/// How a quote tells of people: posts, furnished seats, lists, a bench and new cases.
struct PeopleDocumentTests {
    private func proposal() throws -> Proposal {
        var ask = QuoteAsk()
        ask.budgets = []
        ask.staff = [
            "posts: [{ id: watch, enclave: core, role: operator, seats: 2 }]",
            "people: [{ id: sealed, classification: SEALED, heads: 12, cleared: 10, "
                + "soleNational: true }]",
            "customerFurnished: [{ enclave: core, post: watch }]", "sponsorLimit: 3",
            "twoPerson: [SEALED]",
        ]
        ask.moreEnclaves = """
              - id: archive
                classification: SEALED
                workloads:
                  - { id: papers, capability: storage.object, capacityGB: 10 }

            """
        return try QuoteWorld().propose(ask)
    }

    @Test func `a quote tells who is asked, hired, furnished and cleared`() throws {
        expectGolden(QuoteText.render(try proposal()), named: "people.txt")
    }

    @Test func `the data form has every seat and list`() throws {
        let json = try QuoteJSON.value(proposal()).rendered(indented: true)
        for part in [
            "\"post\": \"watch\"", "\"furnished\": 1", "\"bench\": 2", "\"newCases\": 2",
            "\"sponsorLimit\": 3", "\"sole\": true", "\"cleared\": 10",
        ] {
            #expect(json.contains(part), "\(part)")
        }
    }
}

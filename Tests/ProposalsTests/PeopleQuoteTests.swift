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

/// A requirement with open workloads at two sites and sealed storage at one.
///
/// A seat around the clock takes 168 h / (40 h x 0.84) = 5 people, so the open sites take ten
/// people and the sealed one five.
struct PeopleAsk {
    var ask = QuoteAsk()

    init(_ staff: String...) {
        ask.budgets = []
        ask.staff = staff
        ask.moreEnclaves = """
              - id: archive
                classification: SEALED
                workloads:
                  - { id: papers, capability: storage.object, capacityGB: 10 }

            """
    }

    func propose(_ world: QuoteWorld = QuoteWorld()) throws -> Proposal {
        try world.propose(ask)
    }
}

/// People that a customer asks for: floors, ceilings, cases, posts and furnished seats.
struct PeopleQuoteTests {
    @Test func `two people fill each seat of a level that asks for it`() throws {
        let proposal = try PeopleAsk("twoPerson: [SEALED]").propose()
        #expect(proposal.answer.heads == ["operator": ["no-clearance": 10, "xa-secret": 10]])
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test func `people asked beyond the seats are hired and fill lower seats`() throws {
        // 12 sealed people, 5 of them in seats of their level; the other 7 fill 7 of 10 open seats.
        let proposal = try PeopleAsk("people: [{ id: s, classification: SEALED, heads: 12 }]")
            .propose()
        #expect(proposal.answer.heads == ["operator": ["no-clearance": 3, "xa-secret": 12]])
        let figure = try #require(try proposal.package().staff.people.first)
        #expect(figure.hired == 12)
        #expect(figure.inSeats == 5)
        #expect(figure.bench == 7)
        #expect(figure.newCases == nil)
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test func `people of lists that are apart are counted once`() throws {
        // 12 and 8 sealed people who are different ones: 20, not 12.
        let apart = try PeopleAsk(
            "people: [{ id: a, classification: SEALED, heads: 12 }, "
                + "{ id: b, classification: SEALED, heads: 8, amongst: none }]"
        ).propose()
        #expect(apart.answer.heads["operator"]?["xa-secret"] == 20)
        #expect(try QuoteReading(apart.json).failedChecks() == [])
        // Where that is not said, one head may count in both.
        let together = try PeopleAsk(
            "people: [{ id: a, classification: SEALED, heads: 12 }, "
                + "{ id: b, classification: SEALED, heads: 8, amongst: a }]"
        ).propose()
        #expect(together.answer.heads["operator"]?["xa-secret"] == 12)
    }

    @Test func `people of a stated nation are a pool of their own`() throws {
        let proposal = try PeopleAsk(
            "people: [{ id: s, classification: SEALED, heads: 12, soleNational: true }]"
        ).propose()
        #expect(
            proposal.answer.heads
                == ["operator": ["no-clearance": 10], "operator/only-XA": ["xa-secret": 12]])
        let package = try proposal.package()
        #expect(package.staff.people.first?.nationality?.text == "XA only")
        #expect(
            package.assumptions.contains {
                $0.text.hasSuffix(
                    "are of nationality XA and no other, to be proved for each (staff.people.s)")
            })
    }

    @Test func `people of higher levels may count`() throws {
        let proposal = try PeopleAsk(
            "people: [{ id: s, classification: SEALED, heads: 5, orHigher: true }]"
        ).propose()
        #expect(proposal.answer.heads == ["operator": ["no-clearance": 10, "xa-secret": 5]])
    }

    @Test func `new cases stay within what is sponsored, over every set of lists`() throws {
        // 6 - 2 + 7 - 3 = 8 new cases; whoever is in no list sits in the archive's seats.
        let lists = """
            people: [{ id: a, classification: SEALED, heads: 6, cleared: 2, nationality: [XA] }, \
            { id: b, classification: SEALED, heads: 7, cleared: 3, nationality: [XB] }]
            """
        let proposal = try PeopleAsk(lists, "sponsorLimit: 8").propose()
        let staff = try proposal.package().staff
        #expect(staff.newCases == 8)
        #expect(staff.people.map(\.hired) == [6, 7])
        #expect(
            proposal.problem.limits.filter { $0.id.hasPrefix("staff.sponsor") }.map(\.max)
                == [10, 13, 11])
        #expect(try QuoteReading(proposal.json).failedChecks() == [])

        let refused = try PeopleAsk(lists, "sponsorLimit: 7").propose()
        let refusal = try refused.refusal()
        #expect(
            refusal.conflict.prefix(3) == [
                "at least 6 people cleared to SEALED, of nationality XA, (staff.people.a) are "
                    + "provided",
                "at least 7 people cleared to SEALED, of nationality XB, (staff.people.b) are "
                    + "provided",
                "at most 7 new clearance cases are sponsored (staff.sponsorLimit); cleared already "
                    + "are 2 of 'a', 3 of 'b'",
            ])
        #expect(refusal.repairs.contains { $0.hasPrefix("without the limit of sponsored cases") })
        #expect(refused.observations.map(\.kind) == ["sponsor-limit"])
        #expect(refused.observations.first?.weight == .fault)
    }

    @Test func `a post once is filled once, a post at every site at each`() throws {
        let once = try PeopleAsk("posts: [{ id: w, enclave: core, role: operator }]").propose()
        #expect(once.answer.heads == ["operator": ["no-clearance": 15, "xa-secret": 5]])
        let each = try PeopleAsk(
            "posts: [{ id: w, enclave: core, role: operator, perSite: true }]"
        ).propose()
        #expect(each.answer.heads == ["operator": ["no-clearance": 20, "xa-secret": 5]])
        let two = try PeopleAsk(
            "posts: [{ id: w, enclave: core, role: operator, persons: 2, coverage: 8x5 }]"
        ).propose()
        // 2 x 40 h / 33.6 h = 2.381 people beside the ten.
        #expect(two.answer.heads == ["operator": ["no-clearance": 13, "xa-secret": 5]])
        let mixed = try two.package().headLines.first
        #expect(mixed?.coverage == nil)
        #expect(mixed?.seats.last == "core, once, post w, 2 people at a seat, 8x5")
        for proposal in [once, each, two] {
            #expect(try QuoteReading(proposal.json).failedChecks() == [])
        }
    }

    @Test func `seats that the customer fills are listed and not bought`() throws {
        let proposal = try PeopleAsk(
            "posts: [{ id: w, enclave: core, role: operator, seats: 2 }]",
            "customerFurnished: [{ enclave: core, post: w }, { enclave: archive }]"
        ).propose()
        #expect(proposal.answer.heads == ["operator": ["no-clearance": 15]])
        let package = try proposal.package()
        #expect(package.staff.seats.map(\.furnished).reduce(0, +) == 2)
        #expect(
            package.answers.filter { $0.path.hasPrefix("staff.customerFurnished") }.map(\.answer)
                == [
                    "the customer fills 1 (once): 5.000 people of his own, not in the price",
                    "the customer fills 1 (at aurelia-north): 5.000 people of his own, not in the "
                        + "price",
                ])
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test func `more people than exist are a fault with its arithmetic`() throws {
        // 15 seats x 2 people x 168 h / (37.5 h x 0.85) = 158.1176 people.
        let world = try QuoteWorld().replacing(
            "40,0.84,false", with: "37.5,0.85,false", in: "labour/operating-models.csv")
        let proposal = try PeopleAsk(
            "people: [{ id: dv, classification: SEALED, available: 140, transferable: false }]",
            "posts: [{ id: w, enclave: archive, role: operator, seats: 15 }]",
            "customerFurnished: [{ enclave: archive }]", "twoPerson: [SEALED]"
        ).propose(world)
        let refusal = try proposal.refusal()
        #expect(
            refusal.conflict.first
                == "140 people cleared to SEALED (staff.people.dv) are available; posts at this "
                + "level need at least 158.12 full-time people, hired as 159")
        let fault = try #require(proposal.observations.first)
        #expect(fault.kind == "people-available")
        #expect(
            fault.text
                == "posts at SEALED need 158.12 full-time people, hired as 159; 140 are available")
        #expect(
            fault.workings == [
                "post 'w' for archive, once: 15 seats x 2 people x 168 h / (37.5 h x 0.85) = "
                    + "158.118 people"
            ])
        #expect(
            proposal.observations.map(\.kind)
                == ["people-available", "two-person-cover", "clearance-transfer"])
    }

    @Test func `people whom no rate prices are said, with the question`() throws {
        let world = try QuoteWorld().replacing(
            "operator-secret,XA", with: "operator-secret,XB", in: "labour/rates.csv")
        var ask = PeopleAsk("people: [{ id: s, classification: SEALED, heads: 12 }]")
        ask.ask.moreEnclaves = ""
        let proposal = try ask.propose(world)
        #expect(
            try proposal.refusal().unserved.map(\.demandID) == ["staff.people.s"])
        #expect(proposal.questions.contains { $0.id.hasPrefix("rate:Operator, xa-secret") })
    }

    @Test(arguments: [
        ("\"bench\": 7", "\"bench\": 8", "lists of people recompute"),
        ("\"hired\": 12", "\"hired\": 13", "lists of people recompute"),
        ("\"newCases\": 2", "\"newCases\": 1", "lists of people recompute"),
        ("heads: 12", "heads: 11", "workloads, sites, budgets and people are the requirement's"),
        (
            "sponsorLimit: 4", "sponsorLimit: 5",
            "workloads, sites, budgets and people are the requirement's"
        ),
    ])
    func `a file whose people were changed does not verify`(
        old: String, new: String, check: String
    ) throws {
        let json = try PeopleAsk(
            "people: [{ id: s, classification: SEALED, heads: 12, cleared: 10 }]",
            "sponsorLimit: 4"
        ).propose().json
        let changed = json.replacing(old, with: new)
        #expect(changed != json)
        #expect(try QuoteReading(changed).failedChecks().contains(check))
    }
}

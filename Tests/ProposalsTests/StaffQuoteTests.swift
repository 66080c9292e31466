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

/// People of two levels: ten at the two open sites, five for the sealed storage.
struct StaffQuoteTests {
    /// The standard requirement with an enclave of sealed information that sorts first.
    private var ask: QuoteAsk {
        var ask = QuoteAsk()
        ask.budgets = []
        ask.moreEnclaves = """
              - id: archive
                classification: SEALED
                workloads:
                  - { id: papers, capability: storage.object, capacityGB: 10 }

            """
        return ask
    }

    private let rates = "labour/rates.csv"

    @Test func `seats of a level are not filled by people below it`() throws {
        let proposal = try QuoteWorld().propose(ask)
        #expect(proposal.answer.heads == ["operator": ["no-clearance": 10, "xa-secret": 5]])
        #expect(
            try proposal.package().headLines.map { "\($0.level?.rawValue ?? "none") \($0.heads)" }
                == ["none 10", "none 10", "xa-secret 5", "xa-secret 5"])
        #expect(try QuoteReading(proposal.json).failedChecks().isEmpty)
    }

    @Test func `people of a higher level fill lower seats where they cost less`() throws {
        let world = try QuoteWorld().replacing(
            "800,1000,1200", with: "80,100,120", in: rates)
        #expect(try world.propose(ask).answer.heads == ["operator": ["xa-secret": 15]])
    }

    @Test func `a place without a rate for its people is not used, and it is asked for`() throws {
        let world = try QuoteWorld().replacing(
            "operator-secret,XA", with: "operator-secret,XB", in: rates)
        let proposal = try world.propose(ask)
        guard case .refused(let refusal) = proposal.outcome else {
            Issue.record("people without a rate were priced")
            return
        }
        let reason = "admitted, but no rate prices its people: Operator, xa-secret, in Almara"
        #expect(refusal.unserved.flatMap(\.reasons).contains { $0.hasSuffix(reason) })
        #expect(proposal.questions.contains { $0.id.hasPrefix("rate:Operator, xa-secret") })
    }

    @Test func `business hours take fewer people`() throws {
        // 40 h / 33.6 h = 1.1905 people a seat, rounded up to 1191 thousandths; 2382 take 3 heads.
        var ask = QuoteAsk()
        ask.coverage = "8x5"
        let head = try #require(try QuoteWorld().propose(ask).package().headLines.first)
        #expect(head.milliFTE == 2382)
        #expect(head.heads == 3)
    }

    @Test func `two people at a seat double it`() throws {
        let world = try QuoteWorld().replacing(
            "40,0.84,false", with: "40,0.84,true", in: "labour/operating-models.csv")
        var ask = QuoteAsk()
        ask.budgets = []
        #expect(try world.propose(ask).package().headLines.first?.heads == 20)
    }
}

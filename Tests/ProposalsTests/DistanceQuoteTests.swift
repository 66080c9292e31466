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

/// A least distance between copies is each enclave's own.
///
/// North and south lie 111 km apart, north and west 143, each known to within 5 km.
struct DistanceQuoteTests {
    private func ask(core: String, archive: String, copies: Int) -> QuoteAsk {
        var ask = QuoteAsk()
        ask.budgets = []
        ask.sites = core
        ask.moreEnclaves = """
              - id: archive
                classification: OPEN
                sites: \(archive)
                residency: [XA]
                workloads:
                  - { id: papers, capability: storage.object, capacityGB: 10, replicas: \(copies) }

            """
        return ask
    }

    private func sites(_ proposal: Proposal, _ demand: String) throws -> [String] {
        try proposal.package().placements.filter { $0.demand.id == demand }
            .map(\.site.id.rawValue)
    }

    @Test func `a distance of one enclave does not bind another`() throws {
        let proposal = try QuoteWorld().propose(
            ask(
                core: "{ minimum: 1, apartKilometres: 120 }", archive: "{ minimum: 1 }", copies: 2))
        #expect(
            try sites(proposal, "core.store").contains("aurelia-west"))
        #expect(try sites(proposal, "archive.papers") == ["aurelia-north", "aurelia-south"])
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test func `a distance of an enclave without copies binds nothing`() throws {
        let proposal = try QuoteWorld().propose(
            ask(
                core: "{ minimum: 1, apartKilometres: 50 }",
                archive: "{ minimum: 1, apartKilometres: 150 }", copies: 1))
        #expect(try sites(proposal, "core.store") == ["aurelia-north", "aurelia-south"])
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test func `one distance of all enclaves binds each`() throws {
        let apart = "{ minimum: 1, apartKilometres: 120 }"
        let proposal = try QuoteWorld().propose(ask(core: apart, archive: apart, copies: 2))
        #expect(try sites(proposal, "core.store").contains("aurelia-west"))
        #expect(try sites(proposal, "archive.papers").contains("aurelia-west"))
    }

    @Test func `a distance of one enclave that cannot be kept is named with it`() throws {
        let refusal = try QuoteWorld().propose(
            ask(
                core: "{ minimum: 1 }", archive: "{ minimum: 1, apartKilometres: 500 }", copies: 2)
        ).refusal()
        #expect(
            refusal.conflict.first
                == "copies of a workload of archive lie at least 500 km apart; as in: "
                + "aurelia-north and aurelia-south, as far as is published they lie 101 to 121 km "
                + "apart (Northport, Southport); at least 500 km must be certain")
        #expect(
            refusal.repairs.first?.hasPrefix("without the least distance the cheapest package")
                == true)
    }
}

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

/// Where an enclave is to be recovered, it has a site, or there is no package.
struct RecoveryQuoteTests {
    private func ask(_ recovery: String, residency: String = "[XA, XB]") -> QuoteAsk {
        var ask = QuoteAsk()
        ask.budgets = []
        ask.procurement = "{ providers: { max: 3 } }"
        ask.enclaveLines = ["residency: \(residency)", "recovery: \(recovery)"]
        return ask
    }

    private func countries(_ proposal: Proposal) throws -> Set<String> {
        Set(try proposal.package().placements.map(\.site.country.rawValue))
    }

    private var world: QuoteWorld {
        QuoteWorld()
            .adding(
                QuoteWorld.priceHeader
                    + "cstore-od,cstore,*,on-demand,GB-month,per-unit,,0.50,EUR,published,,"
                    + "\(QuoteWorld.fact)\n",
                to: "providers/cirrus/prices/list.csv"
            )
            .adding(
                "operator-abroad,XB,operator,none,8,400,500,600,EUR,indicative,"
                    + "invented for tests,\(QuoteWorld.fact)\n", to: "labour/rates.csv")
    }

    @Test func `a dearer package that can be recovered there is taken`() throws {
        let home = try world.propose(ask("{ within: [XA] }"))
        let abroad = try world.propose(ask("{ within: [XB] }"))
        #expect(try countries(home) == ["XA"])
        #expect(try countries(abroad) == ["XA", "XB"])
        #expect(home.answer.totalE4 < abroad.answer.totalE4)
        let answer = try abroad.package().answers.first { $0.path == "enclaves.core.recovery" }
        #expect(answer?.status == .conditional)
        #expect(try QuoteReading(abroad.json).failedChecks() == [])
    }

    @Test func `where no site can lie there the rule is named`() throws {
        let refusal = try world.propose(
            ask("{ within: [XB] }", residency: "[XA]")
        ).refusal()
        #expect(
            refusal.conflict.first
                == "enclave core has a site where it may be recovered: within XB")
        #expect(refusal.repairs.first?.hasPrefix("without recovery there the cheapest") == true)
    }
}

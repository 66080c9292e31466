import Assembly
import Catalog
import Diagnostics
import Documents
import Eligibility
import LocatedInput
import Pricing
@testable import Proposals
import Quantities
import Requirements
import Testing
import TestSupport

/// The price below which an unpriced offer would be chosen, tried out by quoting at it.
struct BreakEvenTests {
    private static let totalE4: Int64 = 4_400_632_363_200

    private func usesBoreal(_ proposal: Proposal) throws -> Bool {
        try proposal.package().placements.contains { $0.service.id == ServiceID("boreal-store") }
    }

    @Test func `the last minor unit below it is chosen`() throws {
        // Break-even 761.6064. At 15.8667 a month: 571.20 + 190.40 = 761.60, cheaper by 0.0064.
        let proposal = try QuoteWorld.withProgramme().pricingBorealStore(flat: "15.8667").propose()
        #expect(try usesBoreal(proposal))
        #expect(proposal.answer.totalE4 == Self.totalE4 - 6400)
    }

    @Test func `the first minor unit above it is not chosen`() throws {
        // At 15.8669 a month: 571.21 + 190.40 = 761.61.
        let proposal = try QuoteWorld.withProgramme().pricingBorealStore(flat: "15.8669").propose()
        #expect(try !usesBoreal(proposal))
        #expect(proposal.answer.totalE4 == Self.totalE4)
    }

    @Test func `at a break-even of whole minor units the total is the same`() throws {
        // At 5 % the fourth year's discount falls by 9.60: 768.00 - 9.60 = 758.40 = 48 x 15.80.
        let world = QuoteWorld.withProgramme(basisPoints: 500)
        let without = try world.propose()
        #expect(try without.package().unpriced.first?.breakEven == .below(e4: 758_400_000))
        let with = try world.pricingBorealStore(flat: "15.80").propose()
        #expect(with.answer.totalE4 == without.answer.totalE4)
        let above = try world.pricingBorealStore(flat: "15.8002").propose()
        #expect(try !usesBoreal(above))
    }

    @Test func `people at a site that nothing priced uses are counted`() throws {
        // Without Boreal's machines no option stands in the east; its seat costs as much as others.
        let services = "providers/boreal/services.csv"
        let line = try #require(
            QuoteWorld().files[services]?.split(separator: "\n").first { $0.hasPrefix("boreal-vm") }
        )
        var world = try QuoteWorld.withProgramme()
            .replacing(line.description + "\n", with: "", in: services)
            .replacing(
                "boreal-vm;boreal-store", with: "boreal-store",
                in: "providers/boreal/authorisations.csv")
        world.files["providers/boreal/instances.csv"] = nil
        #expect(try world.propose().package().unpriced.first?.breakEven == .below(e4: 761_606_400))
    }

    @Test func `an offer that could not even be taken for nothing has none`() throws {
        var ask = QuoteAsk()
        ask.procurement = "{ providers: { max: 1 } }"
        #expect(try QuoteWorld().propose(ask).package().unpriced.map(\.breakEven) == [.never])
    }
}

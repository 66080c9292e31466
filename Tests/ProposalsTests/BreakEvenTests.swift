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

    /// Moved to the middle, Boreal's site lies 71 km from the north and the west, 132 km from the
    /// south, less 10 for what is not known; south and west lie 181 km apart.
    @Test(arguments: [(130, true), (100, false)])
    func `a distance binds an offer without a price as any other`(
        kilometres: Int, isNever: Bool
    ) throws {
        let world = try QuoteWorld().replacing(
            "boreal-east,Boreal East,XA,region,Eastport,50.00,12.00",
            with: "boreal-east,Boreal East,XA,region,Midport,50.00,9.00",
            in: "providers/boreal/sites.csv")
        var ask = QuoteAsk()
        ask.budgets = []
        ask.sites = "{ minimum: 1, apartKilometres: \(kilometres) }"
        let unpriced = try world.propose(ask).package().unpriced
        #expect(unpriced.count == 1)
        #expect(unpriced.allSatisfy { ($0.breakEven == .never) == isNever })
    }

    @Test func `where nobody says what its people cost there is none to work out`() throws {
        let world = try QuoteWorld()
            .replacing("om-seat", with: "om-other", in: "providers/boreal/provider.yaml")
            .adding(
                "om-other,Another seat,senior,1,24x7,40,0.84,false,\(QuoteWorld.fact)\n",
                to: "labour/operating-models.csv"
            )
            .adding("senior,Senior operator,4,\(QuoteWorld.fact)\n", to: "labour/roles.csv")
        let unpriced = try world.propose().package().unpriced
        #expect(unpriced.map(\.breakEven) == [.notComputed])
    }

    @Test func `an offer that could not even be taken for nothing has none`() throws {
        var ask = QuoteAsk()
        ask.procurement = "{ providers: { max: 1 } }"
        #expect(try QuoteWorld().propose(ask).package().unpriced.map(\.breakEven) == [.never])
    }
}

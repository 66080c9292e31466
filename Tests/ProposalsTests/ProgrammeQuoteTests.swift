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

/// Discounts on a contract year's spend; the fourth year spends 10,896.00, the others 7,392.00.
struct ProgrammeQuoteTests {
    @Test(arguments: [
        (from: "10896.00", amountE4: Int64(362_836_800)), (from: "10896.01", amountE4: 0),
    ])
    func `a programme starts at its threshold`(_ step: (from: String, amountE4: Int64)) throws {
        let package = try QuoteWorld.withProgramme(from: step.from).propose().package()
        #expect(package.discounts.last?.row.amountE4 == step.amountE4)
        #expect(package.waterfall.totalE4 == 4_400_995_200_000 - step.amountE4)
    }

    @Test func `a graduated programme discounts what is above its threshold`() throws {
        // (10,896.00 - 10,000.00) x 3.33 % = 29.8368.
        let package = try QuoteWorld.withProgramme(mode: "graduated").propose().package()
        #expect(package.discounts.last?.row.amountE4 == 29_836_800)
    }

    @Test func `every contract year has its own threshold`() throws {
        // 7,392.00 x 3.33 % = 246.1536 in each of three years, 362.8368 in the fourth.
        let package = try QuoteWorld.withProgramme(from: "7392.00").propose().package()
        let amounts = package.discounts.filter { $0.year != nil }.map(\.row.amountE4)
        #expect(amounts == [246_153_600, 246_153_600, 246_153_600, 362_836_800])
    }

    @Test func `a contract year that two periods share is counted for each by itself`() throws {
        var ask = QuoteAsk()
        ask.term = "start: 2026-07-01, base: P18M, options: [P1Y], evaluated: all"
        let proposal = try QuoteWorld.withProgramme(from: "100.00").propose(ask)
        let package = try proposal.package()
        #expect(
            package.discounts.compactMap { $0.year == nil ? nil : $0.row.id } == [
                "spend/aurelia-frame/base/1", "spend/aurelia-frame/base/2",
                "spend/aurelia-frame/option-1/2", "spend/aurelia-frame/option-1/3",
            ])
        // A year's term, then six months on demand: 7,300 h x USD 0.20 = EUR 1,168.00 a month;
        // storage 2 x EUR 16.00. Six months of year 2: 7,200.00.
        #expect(
            package.discounts.first { $0.row.id.hasSuffix("base/2") }?.row.spend.plain == "7200.00")
        #expect(try QuoteReading(proposal.json).failedChecks().isEmpty)
    }

    @Test func `a threshold in another currency is converted`() throws {
        // USD 13,620.00 are EUR 10,896.00, the spend of the fourth year.
        let world = try QuoteWorld.withProgramme(from: "13620.00").replacing(
            "currency: EUR", with: "currency: USD", in: "programmes/aurelia-frame.yaml")
        #expect(try world.propose().package().discounts.last?.row.amountE4 == 362_836_800)
    }
}

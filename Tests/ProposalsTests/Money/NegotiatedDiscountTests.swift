import Assembly
import Catalog
import Diagnostics
import Clearance
import Eligibility
import LocatedInput
import Pricing
@testable import Proposals
import Quantities
import Requirements
import TestSupport
import Testing

/// Discounts that the requirement states and that hold at some levels only.
struct NegotiatedDiscountTests {
    static func ask(
        _ classifications: String = "[OPEN]", provider: String = "aurelia", percent: String = "12"
    ) -> QuoteAsk {
        var ask = QuoteAsk.twoEnclaves()
        ask.moreLines = [
            "discounts: [{ id: mou, name: Memorandum, provider: \(provider), "
                + "classifications: \(classifications), percent: \"\(percent)\", "
                + "basis: stated by the customer }]"
        ]
        return ask
    }

    @Test func `lines of other levels are not touched`() throws {
        let proposal = try QuoteWorld().propose(Self.ask())
        let package = try proposal.package()
        let cuts = package.discounts.filter { $0.row.id.hasPrefix("negotiated/mou/") }
        // Core: 7,392.00 in each of three years, 10,896.00 in the option year; 12 % of each.
        #expect(
            cuts.map(\.row.amountE4) == [
                887_040_000, 887_040_000, 887_040_000, 1_307_520_000,
            ])
        let core = Set(package.lines.filter { $0.demandID.hasPrefix("core.") }.map(\.id))
        #expect(cuts.allSatisfy { core.isSuperset(of: $0.lineIDs) })
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    /// 100 GB of the store are free: 57.60 in the base, 19.20 in the option. The discount is taken
    /// off the list, free units included, so that they are worth 88 % of that.
    @Test func `what is free is not discounted once more`() throws {
        let with = try QuoteWorld().propose(Self.ask("[]"))
        let free = try with.package().discounts.filter { $0.row.id.hasPrefix("free/") }
        #expect(free.map(\.row.amountE4) == [50_688_000, 16_896_000])
        var ask = Self.ask("[]")
        ask.moreLines = []
        // People are 4,368,000.00 for the open seats and 4,368,000.00 for the sealed one.
        let people: Int64 = 8_736_000_00_0000
        let products = try QuoteWorld().propose(ask).answer.totalE4 - people
        #expect(with.answer.totalE4 - people == products / 100 * 88)
        #expect(try QuoteReading(with.json).failedChecks() == [])
    }

    @Test func `a discount of every level counts all lines of its provider`() throws {
        let package = try QuoteWorld().propose(Self.ask("[]")).package()
        let spend = package.discounts.filter { $0.row.id.hasPrefix("negotiated/") }
            .map(\.row.spend.minorUnits).reduce(0, +)
        #expect(spend == package.lines.map(\.priced.money.minorUnits).reduce(0, +))
    }

    @Test func `a discount that holds for nothing chosen is said to`() throws {
        let proposal = try QuoteWorld().propose(Self.ask(provider: "boreal"))
        let note = try #require(proposal.observations.first { $0.kind == "discount-scope" })
        #expect(note.text.contains("applies to no chosen line"))
        #expect(try proposal.package().discounts.allSatisfy { !$0.row.id.hasPrefix("negotiated") })
    }

    @Test func `budgets of a scope see the discounts of its own lines`() throws {
        var ask = Self.ask()
        let amount = #"amount: "99000000.00", enclaves: [core]"#
        ask.budgets = [
            "{ id: whole, covers: evaluated, \(amount) }",
            "{ id: years, covers: each-year, \(amount) }",
            "{ id: calendar, covers: each-year, yearStarts: calendar, \(amount) }",
        ]
        let with = try QuoteWorld().propose(ask)
        ask.moreLines = []
        let without = try QuoteWorld().propose(ask).package()
        let uses = try with.package().budgets
        #expect(without.budgets[0].spentE4 - uses[0].spentE4 == 3_968_640_000)
        #expect(without.budgets[1].spentE4 - uses[1].spentE4 == 887_040_000)
        // 2026: half a year, 12 % of its lines, which are rounded up by less than a cent a line.
        let off = without.budgets[5].spentE4 - uses[5].spentE4
        #expect(off <= 443_520_000 && off > 443_520_000 - 100_000)
        #expect(try QuoteReading(with.json).failedChecks() == [])
    }

    @Test func `another rate in the problem is found`() throws {
        let proposal = try QuoteWorld().propose(Self.ask())
        var problem = proposal.problem
        for index in problem.discounts.indices
        where problem.discounts[index].id.hasPrefix("negotiated/") {
            problem.discounts[index].tiers[0].basisPoints = 1300
        }
        let old = proposal.problem.json.rendered(indented: false)
        let text = proposal.compactJSON.split(separator: old, omittingEmptySubsequences: false)
            .joined(separator: problem.json.rendered(indented: false))
        #expect(
            try QuoteReading(text).failedChecks()
                .contains("workloads, sites, budgets and people are the requirement's"))
    }
}

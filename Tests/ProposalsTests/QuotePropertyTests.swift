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

/// Generated requirements: the parts sum to the whole, and the file of each quote verifies.
struct QuotePropertyTests {
    /// Draws a requirement: quantities, term, copies, budgets.
    private func ask(_ generator: inout SeededGenerator) -> QuoteAsk {
        var ask = QuoteAsk()
        ask.vcpu = Int.random(in: 1...400, using: &generator)
        ask.memoryGiB = Int.random(in: 1...1600, using: &generator)
        ask.splitSites = Int.random(in: 1...2, using: &generator)
        ask.gigabytes = Int.random(in: 1...5000, using: &generator)
        ask.replicas = Int.random(in: 1...3, using: &generator)
        let base = Int.random(in: 1...40, using: &generator)
        let option = Int.random(in: 1...14, using: &generator)
        ask.term = "start: 2026-07-01, base: P\(base)M, options: [P\(option)M, P1Y]"
        let covers = ["evaluated", "base", "each-year"].randomElement(using: &generator) ?? "base"
        let amount = Int.random(in: 10_000...9_000_000, using: &generator)
        ask.budgets = ["{ id: purse, covers: \(covers), amount: \"\(amount).\(10 + base)\" }"]
        return ask
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `parts sum to the whole`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<4 {
            let ask = ask(&generator)
            let points = Int.random(in: 1...900, using: &generator)
            let proposal = try QuoteWorld.withProgramme(
                from: "\(Int.random(in: 1...20_000, using: &generator)).00", basisPoints: points,
                mode: Bool.random(using: &generator) ? "volume" : "graduated"
            ).propose(ask)
            switch proposal.outcome {
            case .package(let package): try check(package, proposal, "seed \(seed), \(round)")
            case .refused(let refusal):
                #expect(
                    !refusal.conflict.isEmpty || !refusal.unserved.isEmpty, "seed \(seed), \(round)"
                )
            case .undecided: Issue.record("seed \(seed), \(round): undecided")
            }
        }
    }

    private func check(_ package: PricedPackage, _ proposal: Proposal, _ trace: String) throws {
        let waterfall = package.waterfall
        #expect(waterfall.totalE4 == proposal.answer.totalE4, "\(trace)")
        let lines = package.lines.map(\.priced.money.minorUnits).reduce(0, +)
        let people = package.headLines.map(\.priced.money.minorUnits).reduce(0, +)
        #expect(waterfall.list.minorUnits == lines + people, "\(trace)")
        let cuts = package.discounts.map(\.row.amountE4).reduce(0, +)
        #expect(waterfall.totalE4 == (lines + people) * 10_000 - cuts, "\(trace)")
        let periods = package.periods.map { period in
            (period.cloud.minorUnits + period.people.minorUnits) * 10_000 - period.discountE4
        }
        #expect(periods.reduce(0, +) == waterfall.totalE4, "\(trace)")
        for line in package.lines {
            #expect(
                line.byYear.map(\.amount.minorUnits).reduce(0, +) == line.priced.money.minorUnits,
                "\(trace)")
        }
        let costs = proposal.problem.demands.flatMap(\.options)
            .filter { proposal.answer.options.contains($0.id) }
        for option in costs {
            let sum = package.lines.filter { $0.optionID == option.id }
                .map(\.priced.money.minorUnits).reduce(0, +)
            #expect(option.cost == sum, "\(trace)")
        }
        #expect(try QuoteReading(proposal.json).failedChecks() == [], "\(trace)")
    }

    @Test func `generated requirements reach packages and refusals of both kinds`() throws {
        var packages = 0
        var conflicts = 0
        var generator = SeededGenerator(seed: 77)
        for _ in 0..<16 {
            let proposal = try QuoteWorld().propose(ask(&generator))
            switch proposal.outcome {
            case .package: packages += 1
            case .refused(let refusal): conflicts += refusal.conflict.isEmpty ? 0 : 1
            case .undecided: break
            }
        }
        #expect(packages > 0)
        #expect(conflicts > 0)
    }
}

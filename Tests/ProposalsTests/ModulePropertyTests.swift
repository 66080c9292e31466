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

/// Generated halls: the parts sum to the whole, and more is never cheaper.
struct ModulePropertyTests {
    private func world(_ generator: inout SeededGenerator) throws -> QuoteWorld {
        let cents = Int.random(in: 1...99_999, using: &generator)
        let cores = Int.random(in: 5...60, using: &generator)
        let memory = Int.random(in: 40...400, using: &generator)
        let currency = Bool.random(using: &generator) ? "EUR" : "USD"
        return try QuoteWorld.withHalls()
            .replacing(
                "unit-day,per-unit,,420,EUR",
                with: "unit-day,per-unit,,\(cents / 100).\(100 + cents % 100),\(currency)",
                in: QuoteWorld.doradoPriceList
            )
            .replacing(
                "core=20;memoryGiB=100,4", with: "core=\(cores);memoryGiB=\(memory),60",
                in: QuoteWorld.doradoModules)
    }

    private func term(_ generator: inout SeededGenerator) -> String {
        let base = Int.random(in: 1...40, using: &generator)
        let option = Int.random(in: 1...14, using: &generator)
        return "start: 2026-08-01, base: P\(base)M, options: [P\(option)M], evaluated: all, "
            + "optionPrices: held"
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `the total is the sum of lines, people and steps`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let world = try world(&generator)
        for round in 0..<2 {
            var ask = HallAsk(
                HallAsk.enclave(
                    "core",
                    HallAsk.machines(
                        Int.random(in: 1...200, using: &generator),
                        Int.random(in: 1...800, using: &generator))),
                HallAsk.enclave(
                    "other",
                    "{ id: train, capability: compute.gpu, gpus: "
                        + "\(Int.random(in: 1...40, using: &generator)) }"))
            ask.term = term(&generator)
            ask.edge = [
                "{ id: cases, classification: GUARDED, count: "
                    + "\(Int.random(in: 1...50, using: &generator)) }"
            ]
            let proposal = try ask.propose(world)
            let package = try proposal.package()
            let parts =
                package.lines.map(\.priced.money.minorUnits)
                + package.headLines.map(\.priced.money.minorUnits)
                + package.stepLines.map(\.priced.money.minorUnits)
            let sum = parts.reduce(0, +)
            #expect(package.stepLines.count == 3, "seed \(seed), \(round)")
            #expect(package.waterfall.totalE4 == sum * 10_000, "seed \(seed), \(round)")
            #expect(proposal.answer.totalE4 == sum * 10_000, "seed \(seed), \(round)")
            let nets = package.periods.map(\.net.minorUnits).reduce(0, +)
            #expect(nets == sum, "seed \(seed), \(round)")
            for line in package.lines {
                #expect(
                    line.byYear.map(\.amount.minorUnits).reduce(0, +)
                        == line.priced.money.minorUnits, "seed \(seed), \(round)")
            }
            #expect(try QuoteReading(proposal.json).failedChecks() == [], "seed \(seed), \(round)")
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `asking for more cores never costs less`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let world = try world(&generator).snapshot()
        let memory = Int.random(in: 1...400, using: &generator)
        let cores = (0..<8).map { _ in Int.random(in: 1...160, using: &generator) }.sorted()
        let totals = try cores.map { vcpu in
            let ask = HallAsk(HallAsk.enclave("core", HallAsk.machines(vcpu, memory)))
            return try QuoteWorld.propose(ask.text, from: world).answer.totalE4
        }
        #expect(totals == totals.sorted(), "\(cores) cores, \(memory) GiB: \(totals)")
    }

    @Test func `asking for more graphics processors never costs less`() throws {
        let world = try QuoteWorld.withHalls().snapshot()
        let totals = try (1...13).map { gpus in
            let ask = HallAsk(
                HallAsk.enclave("core", "{ id: train, capability: compute.gpu, gpus: \(gpus) }"))
            return try QuoteWorld.propose(ask.text, from: world).answer.totalE4
        }
        #expect(totals == totals.sorted() && Set(totals).count == 13)
    }
}

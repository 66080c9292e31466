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

/// Tampering with modules and with steps that are paid once is found by the check for it.
struct ModuleVerifierTests {
    private static let worked = Result { try HallAsk().propose() }
    private static let check = "modules and steps cost what the problem says"

    private func failed(_ old: String, _ new: String) throws -> [String] {
        let text = try Self.worked.get().json
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "'\(old)' is not in the quote")
        return try QuoteReading(parts.joined(separator: new)).failedChecks()
    }

    @Test(arguments: [
        // A line's module, its count, its place; what the answer buys.
        (#""count": 2"#, #""count": 1"#, check),
        (#""count": 2"#, #""count": 1"#, "6 lines recompute to the cent"),
        (#""id": "dorado-compute""#, #""id": "dorado-gpus""#, check),
        (#""place": "core/"#, #""place": "other/"#, check),
        (#""dorado-compute": 2"#, #""dorado-compute": 3"#, check),
        (#""dorado-compute": 2"#, #""dorado-compute": 1"#, check),
        (#""amount": "919800.00""#, #""amount": "919800.01""#, "6 lines recompute to the cent"),
        (#""amount": "306600.00""#, #""amount": "306600.01""#, "6 lines recompute to the cent"),
        // A step, its amount, its period.
        (#""step": "accredit:"#, #""step": "other:"#, check),
        (#""amount": "1000.00""#, #""amount": "999.00""#, check),
        (#""amount": "1000.00""#, #""amount": "999.00""#, "periods and total add up"),
        (
            "\"period\": \"base\",\n      \"amount\": \"1000.00\"",
            "\"period\": \"option-1\",\n      \"amount\": \"1000.00\"", check
        ),
        (#""steps": "1000.00""#, #""steps": "999.00""#, "periods and total add up"),
        (#""steps": "0.00""#, #""steps": "1.00""#, "periods and total add up"),
    ])
    func `tampering is found by its check`(old: String, new: String, check: String) throws {
        let failed = try failed(old, new)
        #expect(failed.contains(check), "\(failed)")
    }

    @Test func `an absurd number of modules differs and does not overflow`() throws {
        let failed = try failed(#""dorado-compute": 2"#, #""dorado-compute": \#(Int64.max)"#)
        #expect(failed.contains(Self.check))
    }

    /// Rewrites the problem, where modules and charges stand.
    private func problemTampered(_ edit: (inout AssemblyProblem) -> Void) throws -> [String] {
        let proposal = try Self.worked.get()
        var problem = proposal.problem
        edit(&problem)
        let old = proposal.problem.json.rendered(indented: false)
        let text = proposal.compactJSON.split(separator: old, omittingEmptySubsequences: false)
        try #require(text.count == 2)
        return try QuoteReading(text.joined(separator: problem.json.rendered(indented: false)))
            .failedChecks()
    }

    @Test func `another cost of a module or a step is found`() throws {
        #expect(
            try problemTampered { $0.enclaves[0].places[0].modules[0].cost -= 1 }
                .contains(Self.check))
        #expect(try problemTampered { $0.charges[0].cost -= 1 }.contains(Self.check))
        #expect(try problemTampered { $0.charges = [] }.contains(Self.check))
    }

    /// Budgets look at measures: what a module or a step says there is what it costs.
    @Test(arguments: ["period/base", "period/option-1", "year/1", "year/4"])
    func `another measure of a module is found`(measure: String) throws {
        let failed = try problemTampered { problem in
            problem.enclaves[0].places[0].modules[0].measures[measure] = 1
        }
        #expect(failed == [Self.check])
    }

    @Test(arguments: ["period/base", "year/1", "year/2"])
    func `another measure of a step is found`(measure: String) throws {
        #expect(try problemTampered { $0.charges[0].measures[measure] = 1 } == [Self.check])
    }

    /// The base period costs 2,615,564.80, its first year 306,600.00 + 18,921.60 of use +
    /// 546,000.00 of people + 1,000.00 = 872,521.60.
    @Test(arguments: [
        ("base", "2615564.80", "2615564.79"), ("each-year", "872521.60", "872521.59"),
        ("evaluated", "3487086.40", "3487086.39"),
    ])
    func `budgets count modules and steps`(covers: String, least: String, below: String) throws {
        func ask(_ amount: String) -> HallAsk {
            var ask = HallAsk()
            ask.lines.append(
                "budgets: [{ id: purse, covers: \(covers), amount: \"\(amount)\" }]")
            return ask
        }
        let proposal = try ask(least).propose()
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
        let refusal = try ask(below).propose().refusal()
        #expect(refusal.repairs.first?.contains("EUR 0.01 more, a package exists") == true)
    }

    /// A budget of one enclave counts its own modules and its own step, and no other's.
    @Test func `budgets of some enclaves hold with modules and steps`() throws {
        var ask = HallAsk(
            HallAsk.enclave("core", HallAsk.machines(10, 40)),
            HallAsk.enclave("other", HallAsk.machines(10, 40)))
        ask.lines.append(
            "budgets: [{ id: purse, covers: evaluated, enclaves: [core], amount: \"9000000.00\" }, "
                + "{ id: year, covers: each-year, yearStarts: calendar, amount: \"9000000.00\" }]")
        #expect(try QuoteReading(ask.propose().json).failedChecks() == [])
    }
}

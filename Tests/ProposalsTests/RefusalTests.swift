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

/// Why there is no package, in the customer's words, and what a budget would have to be.
struct RefusalTests {
    private func expectGolden(
        _ proposal: Proposal, _ name: String,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let refusal = try proposal.refusal()
        let lines =
            refusal.conflict.map { "conflict: \($0)" } + refusal.repairs.map { "repair: \($0)" }
            + refusal.further.flatMap { conflict in
                conflict.rules.map { "further: \($0)" }
                    + conflict.repairs.map { "repair: \($0)" }
            }
            + refusal.unserved.flatMap { entry in
                ["unserved: \(entry.demandID)"] + entry.reasons.map { "- \($0)" }
            }
        TestSupport.expectGolden(
            lines.joined(separator: "\n") + "\n", named: name, sourceLocation: sourceLocation)
    }

    /// The standard quote costs 4,400,995.20 in all, its base period 3,298,118.40.
    private func budget(_ covers: String, _ amount: String) -> QuoteAsk {
        var ask = QuoteAsk()
        ask.budgets = ["{ id: purse, covers: \(covers), amount: \"\(amount)\" }"]
        return ask
    }

    @Test(arguments: ["evaluated", "base", "each-year"])
    func `a budget too small is named with the least that would do`(covers: String) throws {
        try expectGolden(
            QuoteWorld().propose(budget(covers, "900000.00")), "budget-\(covers).txt")
    }

    /// A year's storage is 384.00 before the free quantity, which a year's budget does not see:
    /// 3 x 7,392.00, then 10,896.00, and 1,092,000.00 of people in each year.
    @Test(arguments: [
        ("evaluated", "4400995.20", "4400995.19"), ("base", "3298118.40", "3298118.39"),
        ("each-year", "1102896.00", "1102895.99"),
    ])
    func `the least amount makes it quote and one cent less does not`(
        covers: String, least: String, below: String
    ) throws {
        let refusal = try QuoteWorld().propose(budget(covers, below)).refusal()
        let repair = try #require(refusal.repairs.first)
        #expect(
            repair.replacing(",", with: "").hasPrefix(
                "with budget purse at EUR \(least) EUR 0.01 more a package exists"))
        #expect(try !QuoteWorld().propose(budget(covers, least)).package().lines.isEmpty)
    }

    @Test func `a least amount with parts of a cent is rounded up`() throws {
        // 4,400,632.3632 needs 4,400,632.37.
        let world = QuoteWorld.withProgramme()
        let refusal = try world.propose(budget("evaluated", "4400632.36")).refusal()
        #expect(refusal.repairs.first?.contains("at EUR 4,400,632.37, EUR 0.01 more") == true)
        _ = try world.propose(budget("evaluated", "4400632.37")).package()
    }

    @Test func `where several budgets are too small each is raised`() throws {
        var ask = QuoteAsk()
        ask.budgets = [
            #"{ id: whole, covers: evaluated, amount: "1000.00" }"#,
            #"{ id: start, covers: base, amount: "1000.00" }"#,
        ]
        try expectGolden(QuoteWorld().propose(ask), "budgets-both.txt")
    }

    @Test func `two sites too far apart asked`() throws {
        var ask = QuoteAsk()
        ask.sites = "{ minimum: 2, apartKilometres: 500 }"
        try expectGolden(QuoteWorld().propose(ask), "too-close.txt")
    }

    @Test func `sites whose place is not published count as too close`() throws {
        let sites = "providers/aurelia/sites.csv"
        let world = try QuoteWorld()
            .replacing("Southport,49.00,10.00,5", with: "Southport,,,", in: sites)
            .replacing("Westport,50.00,8.00,5", with: "Westport,,,", in: sites)
        var ask = QuoteAsk()
        ask.sites = "{ minimum: 2, apartKilometres: 10 }"
        try expectGolden(world.propose(ask), "place-unknown.txt")
    }

    @Test func `more sites than the enclave may have`() throws {
        var ask = QuoteAsk()
        ask.sites = "{ maximum: 1 }"
        try expectGolden(QuoteWorld().propose(ask), "maximum-sites.txt")
    }

    @Test func `fewer sites than the enclave must have`() throws {
        var ask = QuoteAsk()
        ask.sites = "{ minimum: 4 }"
        try expectGolden(QuoteWorld().propose(ask), "minimum-sites.txt")
    }

    @Test func `more providers than are allowed`() throws {
        // Machines of Boreal only, storage of Aurelia only.
        var ask = QuoteAsk()
        ask.procurement = "{ providers: { max: 1 } }"
        ask.budgets = []
        let world = try QuoteWorld().replacing(
            "compute.vm,aurelia-north;aurelia-south", with: "compute.vm,",
            in: "providers/aurelia/services.csv")
        try expectGolden(world.propose(ask), "maximum-providers.txt")
    }

    @Test func `fewer providers than are asked`() throws {
        var ask = QuoteAsk()
        ask.procurement = "{ providers: { min: 3 } }"
        try expectGolden(QuoteWorld().propose(ask), "minimum-providers.txt")
    }

    @Test func `workloads that belong together and cannot be`() throws {
        var ask = QuoteAsk()
        ask.replicas = 1
        ask.storeLines = ["access: online", "with: app"]
        let services = "providers/aurelia/services.csv"
        let world = try QuoteWorld().replacing(
            "storage.object,aurelia-north;aurelia-south;aurelia-west",
            with: "storage.object,aurelia-west", in: services)
        try expectGolden(world.propose(ask), "together.txt")
    }

    @Test func `nothing is admitted`() throws {
        var ask = QuoteAsk()
        ask.enclaveLines = ["residency: [XC]"]
        try expectGolden(QuoteWorld().propose(ask), "nothing-admitted.txt")
    }

    @Test func `steps that the customer does not take`() throws {
        var ask = QuoteAsk()
        ask.accept = "{ conditional: false }"
        ask.classification = "GUARDED"
        try expectGolden(QuoteWorld().propose(ask), "steps-not-taken.txt")
    }

    @Test func `steps that take too long`() throws {
        var ask = QuoteAsk()
        ask.accept = "{ conditional: true, certificates: at-start, leadTime: P5M }"
        ask.classification = "GUARDED"
        try expectGolden(QuoteWorld().propose(ask), "steps-too-long.txt")
    }

    @Test func `a demand without a price`() throws {
        var ask = QuoteAsk()
        let world = try QuoteWorld().replacing(
            "storage.object,aurelia-north;aurelia-south;aurelia-west",
            with: "storage.object,aurelia-west", in: "providers/aurelia/services.csv")
        ask.replicas = 2
        try expectGolden(world.propose(ask), "no-price.txt")
    }

    @Test func `machines of another architecture than asked`() throws {
        let text = QuoteAsk().text.split(separator: "vcpu: 40", omittingEmptySubsequences: false)
            .joined(separator: "vcpu: 40\n        architecture: arm64")
        try expectGolden(
            QuoteWorld.propose(text, from: QuoteWorld().snapshot()), "architecture.txt")
    }
}

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

/// A quote file recomputes, and every kind of tampering is found by the check for it.
struct QuoteVerifierTests {
    private static let worked = Result { try QuoteWorld.withProgramme().propose().json }

    /// Replaces the first place of `old`, which must exist.
    private func tampered(_ old: String, _ new: String) throws -> String {
        let text = try Self.worked.get()
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "'\(old)' is not in the quote")
        return parts.joined(separator: new)
    }

    @Test func `a quote as written holds`() throws {
        let reading = QuoteReading(try Self.worked.get())
        #expect(reading.findings.isEmpty)
        #expect(try reading.failedChecks().isEmpty)
        let file = try #require(reading.file)
        #expect(
            QuoteVerifier(file, limit: StepLimit(steps: 100_000)).checks().map(\.name) == [
                "requirement text matches its hash",
                "workloads, sites, budgets and people are the requirement's",
                "6 lines recompute to the cent",
                "2 people lines recompute", "each row stands once", "discounts recompute",
                "periods and total add up", "totals of the contract add up",
                "taxes by part add up",
                "what is spent of budgets recomputes",
                "option costs are the sums of their lines",
                "modules and steps cost what the problem says",
                "the package meets every rule of its problem", "nothing in the problem is cheaper",
            ])
    }

    @Test(arguments: [
        // A line's amount, a rate, a month, a unit: the line.
        (#""amount": "21024.00""#, #""amount": "21024.01""#, "6 lines recompute to the cent"),
        (#""amount": "0.1""#, #""amount": "0.09""#, "6 lines recompute to the cent"),
        (#""from": "0""#, #""from": "0.0""#, ""),
        (
            "\"2026-07-01\",\n      \"months\": 36", "\"2026-07-01\",\n      \"months\": 35",
            "6 lines recompute to the cent"
        ),
        (#""unitsPerMonth": "7300""#, #""unitsPerMonth": "7299""#, "6 lines recompute to the cent"),
        (#""USD": "1.25""#, #""USD": "1.26""#, "6 lines recompute to the cent"),
        (#""amount": "7008.00""#, #""amount": "7008.01""#, "6 lines recompute to the cent"),
        (#""termCharge": "26280""#, #""termCharge": "26281""#, "6 lines recompute to the cent"),
        (#""id": "L2""#, #""id": "L1""#, "each row stands once"),
        // People.
        (#""perHead": "327600.00""#, #""perHead": "327600.01""#, "2 people lines recompute"),
        (#""heads": 10"#, #""heads": 9"#, "2 people lines recompute"),
        (#""amount": "500""#, #""amount": "499""#, "2 people lines recompute"),
        (#""no-clearance": 10"#, #""no-clearance": 9"#, "2 people lines recompute"),
        // Discounts.
        (#""amountE4": 362836800"#, #""amountE4": 362836801"#, "discounts recompute"),
        (#""year": 4,"#, #""year": 3,"#, "option costs are the sums of their lines"),
        // Totals.
        (#""list": "4401072.00""#, #""list": "4401072.01""#, "periods and total add up"),
        (#""amount": "4400632.36""#, #""amount": "4400632.37""#, "periods and total add up"),
        (#""roundingE4": -3200"#, #""roundingE4": 3200"#, "periods and total add up"),
        (#""net": "3298118.40""#, #""net": "3298118.41""#, "periods and total add up"),
        (#""cloud": "22176.00""#, #""cloud": "22176.01""#, "periods and total add up"),
        (#""people": "3276000.00""#, #""people": "3276000.01""#, "periods and total add up"),
        (#""discountE4": 57600000"#, #""discountE4": 57600001"#, "periods and total add up"),
        // Budgets and taxes.
        (
            #""limitNet": "6000000.00""#, #""limitNet": "6000000.01""#,
            "what is spent of budgets recomputes"
        ),
        (
            #""left": "1599367.63""#, #""left": "1599367.64""#,
            "what is spent of budgets recomputes"
        ),
        (#""limit": "whole""#, #""limit": "other""#, "what is spent of budgets recomputes"),
        (#""taxes": ["#, #""taxes": [], "other": ["#, "taxes by part add up"),
        // The requirement.
        (
            "Almara, a small cloud\\n", "Almara, a large cloud\\n",
            "requirement text matches its hash"
        ),
        ("vcpu: 40", "vcpu: 41", "requirement text matches its hash"),
    ])
    func `tampering is found by its check`(old: String, new: String, check: String) throws {
        let failed = try QuoteReading(try tampered(old, new)).failedChecks()
        #expect(check.isEmpty ? failed.isEmpty : failed.contains(check), "\(failed)")
    }

    /// Rewrites the problem at the end of the file, where options, limits and costs stand.
    private func problemTampered(_ edit: (inout AssemblyProblem) -> Void) throws -> [String] {
        let proposal = try QuoteWorld.withProgramme().propose()
        var problem = proposal.problem
        edit(&problem)
        let old = proposal.problem.json.rendered(indented: false)
        let text = proposal.compactJSON.split(separator: old, omittingEmptySubsequences: false)
        try #require(text.count == 2)
        return try QuoteReading(text.joined(separator: problem.json.rendered(indented: false)))
            .failedChecks()
    }

    @Test func `a cheaper option in the problem is found`() throws {
        let failed = try problemTampered { problem in
            for index in problem.demands[0].options.indices
            where problem.demands[0].options[index].id.contains("aurelia-south") {
                problem.demands[0].options[index].cost = 1
                problem.demands[0].options[index].measures = [:]
            }
        }
        #expect(failed == ["nothing in the problem is cheaper"])
    }

    @Test func `a problem that is not the requirement's is found`() throws {
        let check = "workloads, sites, budgets and people are the requirement's"
        #expect(try problemTampered { $0.limits[0].max = 1 }.contains(check))
        #expect(try problemTampered { $0.demands[0].replicas += 1 }.contains(check))
        #expect(try problemTampered { $0.demands[0].id = "core.other" }.contains(check))
        #expect(try problemTampered { $0.enclaves[0].minSites = 7 }.contains(check))
        #expect(try problemTampered { $0.providerLimit = .init(min: 1, max: 9) }.contains(check))
    }

    @Test func `an invented discount is found`() throws {
        let check = "discounts recompute"
        #expect(
            try problemTampered { problem in
                problem.discounts[0].tiers[1].basisPoints += 1
            }.contains(check))
        #expect(
            try problemTampered { problem in
                for index in problem.demands[0].options.indices {
                    problem.demands[0].options[index].measures["x"] = 1_000_000
                }
                problem.discounts.append(
                    .init(
                        id: "spend/forged", measure: "x", mode: .volume,
                        tiers: [.init(from: 0, basisPoints: 5000)]))
            }.contains(check))
        #expect(
            try problemTampered { problem in
                let measure = problem.discounts[0].measure
                for index in problem.demands[0].options.indices {
                    problem.demands[0].options[index].measures[measure] = 1
                }
            }.contains(check))
    }

    @Test func `a limit that nobody asked for is found`() throws {
        let check = "workloads, sites, budgets and people are the requirement's"
        #expect(
            try problemTampered {
                $0.limits.append(.init(id: "other", measure: "total", max: 1_000_000_000))
            }.contains(check))
        #expect(
            try problemTampered {
                $0.colocate.append(.init(id: "with/x", demands: ["core.app", "core.store"]))
            }.contains(check))
    }

    @Test func `another cost of a chosen option is found`() throws {
        let failed = try problemTampered { problem in
            for index in problem.demands[0].options.indices {
                problem.demands[0].options[index].cost += 1
            }
        }
        #expect(failed.contains("option costs are the sums of their lines"))
        #expect(failed.contains("the package meets every rule of its problem"))
    }

    @Test func `another measure of a chosen option is found`() throws {
        let failed = try problemTampered { problem in
            for index in problem.demands[0].options.indices {
                problem.demands[0].options[index].measures["period/base"] = 1
            }
        }
        #expect(failed == ["option costs are the sums of their lines"])
    }

    @Test func `a budget that the package breaks is found`() throws {
        let failed = try problemTampered { $0.limits[0].max = 1 }
        #expect(failed.contains("the package meets every rule of its problem"))
        #expect(failed.contains("nothing in the problem is cheaper"))
    }

    @Test func `a chosen option that is not the quoted one is found`() throws {
        let old = "core.app/aurelia-vm@aurelia-north/committed"
        let text = try Self.worked.get()
        let head = try #require(text.split(separator: #""answer": {"#).first)
        let answer = text.dropFirst(head.count)
            .split(separator: old, omittingEmptySubsequences: false)
            .joined(separator: "core.app/aurelia-vm@aurelia-north/on-demand")
        let failed = try QuoteReading(head + answer).failedChecks()
        #expect(failed.contains("the package meets every rule of its problem"))
        #expect(failed.contains("option costs are the sums of their lines"))
    }

    @Test(arguments: [
        (#""basisPoints": 333"#, #""basisPoints": 334"#),
        (#""fromMinorUnits": 1000000"#, #""fromMinorUnits": 1100000"#),
    ])
    func `another step of every discount is found`(old: String, new: String) throws {
        let text = try Self.worked.get().split(separator: old, omittingEmptySubsequences: false)
            .joined(separator: new)
        #expect(try QuoteReading(text).failedChecks().contains("discounts recompute"))
    }

    @Test func `absurd discounts differ and do not overflow`() throws {
        let most = "\(Int64.max)"
        var text = try Self.worked.get()
        for amount in ["57600000", "19200000", "362836800"] {
            text = text.split(
                separator: #""amountE4": \#(amount)"#, omittingEmptySubsequences: false
            )
            .joined(separator: #""amountE4": \#(most)"#)
        }
        let failed = try QuoteReading(text).failedChecks()
        #expect(failed.contains("discounts recompute"))
        #expect(failed.contains("periods and total add up"))
    }

    @Test func `a package that is only feasible makes no claim to check`() throws {
        let proposal = try QuoteWorld().propose(QuoteAsk(), steps: 1)
        guard case .package = proposal.outcome, proposal.answer.status == .feasible else { return }
        let file = try #require(QuoteReading(proposal.json).file)
        let names = QuoteVerifier(file, limit: StepLimit(steps: 1)).checks().map(\.name)
        #expect(names.last == "nothing in the problem is cheaper is not claimed")
    }

    @Test func `a proof that needs more steps is not taken for one`() throws {
        let file = try #require(QuoteReading(try Self.worked.get()).file)
        let checks = QuoteVerifier(file, limit: StepLimit(steps: 1)).checks()
        let last = try #require(checks.last)
        #expect(last.holds || last.isUndecided)
    }
}

extension Proposal {
    /// The quote file's text on one line.
    var compactJSON: String { QuoteJSONText.compact(self) }
}

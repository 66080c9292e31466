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

extension QuoteAsk {
    /// The standard requirement with one budget.
    static func with(budget: String) -> QuoteAsk {
        var ask = QuoteAsk()
        ask.budgets = ["{ id: purse, \(budget) }"]
        return ask
    }

    /// A second enclave whose people are cleared, with its own lines.
    static func twoEnclaves(_ lines: [String] = []) -> QuoteAsk {
        var ask = QuoteAsk()
        ask.budgets = []
        ask.moreEnclaves =
            "  - id: vault\n    classification: SEALED\n"
            + lines.map { "    \($0)\n" }.joined()
            + "    workloads:\n"
            + "      - { id: papers, capability: storage.object, capacityGB: 1000 }\n"
        return ask
    }
}

/// Budgets of every kind. The standard quote costs 4,400,995.20 in all, its base period
/// 3,298,118.40; a year's people cost 1,092,000.00, its products 7,392.00, in the option 10,896.00.
struct BudgetQuoteTests {
    static let kinds: [(budget: String, least: String, below: String)] = [
        ("covers: option-1, amount: \"#\"", "1102876.80", "1102876.79"),
        // 4,400,995.20 x 1.20.
        ("covers: evaluated, tax: included, amount: \"#\"", "5281194.24", "5281194.23"),
        // 4,400,995.20 x 1.25, a euro in dollars.
        ("covers: evaluated, currency: USD, amount: \"#\"", "5501244.00", "5501243.99"),
        // Both.
        (
            "covers: evaluated, currency: USD, tax: included, amount: \"#\"", "6601492.80",
            "6601492.79"
        ),
        // Six months of 2030 at half of 1,102,896.00 have half of the budget.
        (
            "covers: each-year, yearStarts: calendar, amount: \"#\"", "1102896.00", "1102895.98"
        ),
        // From April 2029: three months of the base period, nine of the option; 2030-04 three.
        ("covers: each-year, yearStarts: april, amount: \"#\"", "1102896.00", "1102895.96"),
        ("covers: evaluated, enclaves: [core], amount: \"#\"", "4400995.20", "4400995.19"),
    ]

    @Test(arguments: kinds)
    func `the least amount makes it quote and less does not`(
        kind: (budget: String, least: String, below: String)
    ) throws {
        func ask(_ amount: String) -> QuoteAsk {
            let parts = kind.budget.split(separator: "#", omittingEmptySubsequences: false)
            return .with(budget: parts.joined(separator: amount))
        }
        let refusal = try QuoteWorld().propose(ask(kind.below)).refusal()
        let repair = try #require(refusal.repairs.first)
        let plain = repair.replacing(",", with: "")
        #expect(plain.contains(" \(kind.least)"), "\(repair)")
        let proposal = try QuoteWorld().propose(ask(kind.least))
        #expect(try !proposal.package().lines.isEmpty)
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test func `a gross budget of some enclaves is refused in the customer's words`() throws {
        var ask = QuoteAsk.twoEnclaves()
        ask.budgets = [
            #"{ id: state, covers: each-year, yearStarts: calendar, enclaves: [core], "#
                + #"tax: included, currency: USD, amount: "100000.00" }"#
        ]
        let refusal = try QuoteWorld().propose(ask).refusal()
        let lines =
            refusal.conflict.map { "conflict: \($0)" } + refusal.repairs.map { "repair: \($0)" }
        expectGolden(lines.joined(separator: "\n") + "\n", named: "budget-gross-scope.txt")
    }

    @Test func `disjoint scopes and what they share sum to the whole`() throws {
        var ask = QuoteAsk.twoEnclaves()
        let amount = #"covers: evaluated, amount: "99000000.00""#
        ask.budgets = [
            "{ id: all, \(amount) }", "{ id: one, \(amount), enclaves: [core] }",
            "{ id: two, \(amount), enclaves: [vault] }",
            "{ id: both, \(amount), enclaves: [vault, core] }",
        ]
        ask.accept = "{ conditional: true, certificates: at-start }"
        let package = try QuoteWorld().propose(ask).package()
        let spent = package.budgets.map(\.spentE4)
        // The free quantity of storage is shared: neither scope takes it off by itself.
        let shared = package.discounts.map(\.row.amountE4).reduce(0, +)
        #expect(spent[0] == package.waterfall.totalE4)
        #expect(spent[3] == spent[0])
        // Cleared people could fill every seat: they count in both.
        let cleared = package.headLines.filter { $0.level != nil }
            .map(\.priced.money.minorUnits).reduce(0, +)
        #expect(spent[1] + spent[2] == spent[0] + shared + cleared * 10_000)
        #expect(shared > 0 && cleared > 0)
    }

    @Test func `people who serve several scopes count in full, or not at all`() throws {
        var ask = QuoteAsk.twoEnclaves()
        ask.moreEnclaves = ask.moreEnclaves.split(
            separator: "SEALED", omittingEmptySubsequences: false
        ).joined(separator: "OPEN")
        let amount = #"covers: base, amount: "99000000.00""#
        ask.budgets = [
            "{ id: counted, \(amount), enclaves: [vault] }",
            "{ id: left, \(amount), enclaves: [vault], sharedPeople: left-out }",
        ]
        let package = try QuoteWorld().propose(ask).package()
        let people = try #require(package.periods.first).people.minorUnits
        #expect(package.budgets[0].spentE4 - package.budgets[1].spentE4 == people * 10_000)
        #expect(package.budgets[1].spentE4 > 0)
        let proposal = try QuoteWorld().propose(ask)
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test(arguments: ["left-out", "counted"])
    func `a step that others wait for as well counts in full in every budget`(
        shared: String
    ) throws {
        var ask = QuoteAsk.twoEnclaves()
        ask.budgets = [
            "{ id: vault, covers: base, amount: \"99000000.00\", enclaves: [vault], "
                + "sharedPeople: \(shared) }"
        ]
        let bound = try QuoteWorld.bind(ask.text, to: QuoteWorld().snapshot())
        let measures = BudgetMeasures(requirement: bound.requirement)
        let cost = Money(minorUnits: 120_000, currency: .euro)
        let day = try #require(CalendarDate(year: 2026, month: 1, day: 14))
        let rates = try EuroReferenceRates(date: day, unitsPerEuro: [])
        func sums(_ enclaves: Set<String>) throws -> [Int64] {
            try measures.charge(
                step: "s", cost: cost, options: [], enclaves: enclaves, rates: rates
            ).measures.filter { $0.key.hasPrefix("scope") }.map(\.value)
        }
        #expect(try sums(["core", "vault"]) == [120_000])
        #expect(try sums(["vault"]) == [120_000])
        #expect(try sums(["core"]) == [])
    }

    @Test func `each conflict is named, with what would help once the others are mended`() throws {
        var ask = QuoteAsk.twoEnclaves()
        ask.budgets = ["core", "vault"].map {
            "{ id: \($0), covers: base, amount: \"1.00\", enclaves: [\($0)] }"
        }
        let refusal = try QuoteWorld().propose(ask).refusal()
        let other = try #require(refusal.further.first)
        #expect(refusal.further.count == 1)
        let named = [refusal.conflict, other.rules].map { $0.first?.prefix(12) }
        #expect(Set(named) == ["budget core ", "budget vault"])
        // Each repair raises its own budget; with both, there is a package.
        let amounts = try [refusal.repairs, other.repairs].map { repairs in
            let text = try #require(repairs.first { $0.hasPrefix("with budget ") })
            let words = text.split(separator: " ")
            return (words[2], words[5].filter { $0.isNumber || $0 == "." })
        }
        ask.budgets = amounts.map {
            "{ id: \($0.0), covers: base, amount: \"\($0.1)\", enclaves: [\($0.0)] }"
        }
        #expect(throws: Never.self) { try QuoteWorld().propose(ask).package() }
    }

    /// A discount lowers the sum that one budget looks at, not the other's.
    @Test func `the least of a budget is found where discounts lower another`() throws {
        var ask = NegotiatedDiscountTests.ask("[]")
        ask.budgets = [
            #"{ id: base, covers: base, amount: "1000.00" }"#,
            #"{ id: option, covers: option-1, amount: "99000000.00" }"#,
        ]
        let free = try QuoteWorld().propose(ask).refusal()
        let repair = try #require(free.repairs.first { $0.hasPrefix("with budget base at ") })
        let least = repair.split(separator: " ")[5].filter { $0.isNumber || $0 == "." }
        ask.budgets[0] = "{ id: base, covers: base, amount: \"\(least)\" }"
        #expect(throws: Never.self) { try QuoteWorld().propose(ask).package() }
    }

    @Test func `years that begin with a month are pro rata at both ends`() throws {
        let ask = QuoteAsk.with(
            budget: #"covers: each-year, yearStarts: april, amount: "1200000.00""#)
        let uses = try QuoteWorld().propose(ask).package().budgets
        #expect(
            uses.map(\.label) == [
                "year 2026-04, 9 of 12 months", "year 2027-04", "year 2028-04", "year 2029-04",
                "year 2030-04, 3 of 12 months",
            ])
        #expect(
            uses.map(\.limit.plain) == [
                "900000.00", "1200000.00", "1200000.00", "1200000.00", "300000.00",
            ])
        // 9 / 12 of 1,099,392.00.
        #expect(uses[0].spentE4 == 8_245_440_000_00)
    }

    @Test func `a budget's own terms are shown beside the net ones`() throws {
        let ask = QuoteAsk.with(
            budget: #"covers: evaluated, tax: included, currency: USD, amount: "7000000.00""#)
        let use = try #require(try QuoteWorld().propose(ask).package().budgets.first)
        #expect(use.spent.description == "USD 6601492.80")
        // 7,000,000.00 / 1.25 / 1.20 = 4,666,666.666…, rounded down.
        #expect(use.limit.description == "EUR 4666666.66")
        #expect(use.left.description == "EUR 265671.46")
    }

    @Test(arguments: ["max", "measure"])
    func `a limit that is not the requirement's budget is found`(_ part: String) throws {
        let ask = QuoteAsk.with(
            budget: #"covers: option-1, tax: included, amount: "7000000.00""#)
        let proposal = try QuoteWorld().propose(ask)
        var problem = proposal.problem
        if part == "max" {
            problem.limits[0].max = 700_000_000
        } else {
            problem.limits[0].measure = "period/option-2"
        }
        let old = proposal.problem.json.rendered(indented: false)
        let text = proposal.compactJSON.split(separator: old, omittingEmptySubsequences: false)
            .joined(separator: problem.json.rendered(indented: false))
        let failed = try QuoteReading(text).failedChecks()
        #expect(failed.contains("workloads, sites, budgets and people are the requirement's"))
    }
}

/// Laws of budgets over generated amounts.
struct BudgetPropertyTests {
    @Test(arguments: 0..<200)
    func `a gross budget admits exactly the net totals that fit with tax`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let percent = Int.random(in: 0...30, using: &generator)
        let gross = Int64.random(in: 0...99_999_999_99, using: &generator)
        let text = Money(minorUnits: gross, currency: .euro).plain
        let ask = QuoteAsk.with(
            budget: "covers: evaluated, tax: included, amount: \"\(text)\"")
        let world = try QuoteWorld().replacing(
            "percent: \"20\"", with: "percent: \"\(percent)\"", in: "countries/XA.yaml")
        let catalog = try world.snapshot()
        let bound = try QuoteWorld.bind(ask.text, to: catalog)
        let rates = try EuroReferenceRates(date: bound.requirement.asOf.value, unitsPerEuro: [])
        let limits = BudgetLimits(bound, rates: rates)
        let budget = bound.requirement.budgets[0]
        let most = try limits.net(budget.amount.value, of: budget, months: 12).minorUnits
        func fits(_ net: Int64) -> Bool { net * Int64(100 + percent) <= gross * 100 }
        #expect(fits(most) && !fits(most + 1), "seed \(seed)")
        let net = Money(minorUnits: Int64.random(in: 0...most, using: &generator), currency: .euro)
        let least = try limits.stated(allowing: net, of: budget, months: 12)
        #expect(try limits.net(least, of: budget, months: 12).minorUnits >= net.minorUnits)
        guard least.minorUnits > 0 else { return }
        let below = Money(minorUnits: least.minorUnits - 1, currency: .euro)
        #expect(try limits.net(below, of: budget, months: 12).minorUnits < net.minorUnits)
    }

    @Test(arguments: 0..<12)
    func `a tighter budget never gives a cheaper package`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let kinds = BudgetQuoteTests.kinds.map(\.budget)
        let kind = kinds[Int.random(in: 0..<kinds.count, using: &generator)]
        let catalog = try QuoteWorld().snapshot()
        var last: Int64 = 0
        for amount in ["9000000.00", "5000000.00", "4400000.00", "1100000.00", "10.00"] {
            let text = kind.split(separator: "#", omittingEmptySubsequences: false)
                .joined(separator: amount)
            let proposal = try QuoteWorld.propose(QuoteAsk.with(budget: text).text, from: catalog)
            guard case .package(let package) = proposal.outcome else {
                last = .max
                continue
            }
            #expect(package.waterfall.totalE4 >= last, "seed \(seed)")
            last = package.waterfall.totalE4
        }
    }
}

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

/// What is noticed of budgets, taxes, currencies, options and discounts, in words and numbers.
struct MoneyObservationTests {
    private func observations(
        _ ask: QuoteAsk, of kind: String, in world: QuoteWorld = QuoteWorld()
    ) throws -> [Observation] {
        try world.propose(ask).observations.filter { $0.kind == kind }
    }

    private func expectGolden(
        _ found: [Observation], _ name: String,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        let lines = found.flatMap { one in
            ["\(one.weight.rawValue) \(one.kind) [\(one.paths.joined(separator: ", "))]", one.text]
                + one.workings.map { "- \($0)" } + (one.wayOut.map { ["> \($0)"] } ?? [])
        }
        TestSupport.expectGolden(
            lines.joined(separator: "\n") + "\n", named: name, sourceLocation: sourceLocation)
    }

    // MARK: - budgets-disagree

    private func capped(_ base: String, _ year: String, _ more: String = "") -> QuoteAsk {
        var ask = QuoteAsk()
        ask.budgets = [
            "{ id: base-budget, covers: base, amount: \"\(base)\" }",
            "{ id: annual, covers: each-year, amount: \"\(year)\"\(more) }",
        ]
        return ask
    }

    @Test func `a yearly cap times the years is more than the base budget`() throws {
        let found = try observations(
            capped("96500000.00", "34000000.00"), of: "budgets-disagree")
        #expect(found.first?.text.contains("EUR 102,000,000.00, EUR 5,500,000.00 more") == true)
        expectGolden(found, "observed-budgets-disagree.txt")
    }

    @Test func `a yearly cap times the years is less than the base budget`() throws {
        let found = try observations(
            capped("96500000.00", "32000000.00"), of: "budgets-disagree")
        #expect(found.first?.text.contains("EUR 96,000,000.00, EUR 500,000.00 less") == true)
    }

    @Test(arguments: [("96000000.00", 0), ("95999999.99", 1), ("96000000.01", 1)])
    func `budgets that say the same are not noticed`(base: String, count: Int) throws {
        let found = try observations(capped(base, "32000000.00"), of: "budgets-disagree")
        #expect(found.count == count)
    }

    @Test func `amounts on another tax or in another currency are not compared`() throws {
        for more in [", tax: included", ", currency: USD", ", enclaves: [core]"] {
            let ask = capped("96500000.00", "34000000.00", more)
            #expect(try observations(ask, of: "budgets-disagree").isEmpty, "\(more)")
        }
    }

    // MARK: - gross-and-net

    /// The figures of a real kind of budget: 310 million with a tax of 23 %.
    @Test func `a gross budget is noticed with its net`() throws {
        let world = try QuoteWorld().replacing(
            "percent: \"20\"", with: "percent: \"23\"", in: "countries/XA.yaml"
        ).adding("2026-01-14,PLN,4.2,\(QuoteWorld.fact)\n", to: "exchange-rates/ecb.csv")
        var ask = QuoteAsk()
        ask.currency = "PLN"
        ask.budgets = [
            #"{ id: whole, covers: evaluated, tax: included, amount: "310000000.00" }"#
        ]
        let found = try observations(ask, of: "gross-and-net", in: world)
        #expect(found.first?.text.contains("PLN 252,032,520.32 of net prices") == true)
        expectGolden(found, "observed-gross-and-net.txt")
    }

    @Test func `a net budget, and a gross one without tax, are not noticed`() throws {
        #expect(try observations(QuoteAsk(), of: "gross-and-net").isEmpty)
        var ask = QuoteAsk()
        ask.enclaveLines.append("tax: exempt")
        ask.budgets = [
            #"{ id: whole, covers: evaluated, tax: included, amount: "9000000.00" }"#
        ]
        #expect(try observations(ask, of: "gross-and-net").isEmpty)
    }

    // MARK: - two-currencies

    private var twoCurrencies: QuoteAsk {
        var ask = QuoteAsk.twoEnclaves(["tax: exempt", "taxReason: funded by an alliance"])
        ask.budgets = [
            #"{ id: state, covers: evaluated, enclaves: [core], tax: included, "#
                + #"amount: "9000000.00" }"#,
            #"{ id: alliance, covers: evaluated, enclaves: [vault], tax: exempt, currency: USD, "#
                + #"amount: "90000000.00" }"#,
        ]
        ask.moreLines = ["exchangeRates: { source: NBP, onDate: submission }"]
        return ask
    }

    @Test func `two currencies and two taxes are noticed, and rates of another table`() throws {
        expectGolden(
            try observations(twoCurrencies, of: "two-currencies"), "observed-two-currencies.txt")
    }

    @Test func `one currency and one tax are not noticed`() throws {
        #expect(try observations(QuoteAsk(), of: "two-currencies").isEmpty)
    }

    @Test(arguments: [
        ("{ source: Invented price book }", 0), ("{ source: NBP }", 1),
        ("{ onDate: submission }", 1), ("{ onDate: judgement }", 0),
    ])
    func `rates that the catalog holds are not noticed`(demand: String, count: Int) throws {
        var ask = QuoteAsk()
        ask.moreLines = ["exchangeRates: \(demand)"]
        #expect(try observations(ask, of: "two-currencies").count == count)
    }

    // MARK: - options-not-priced-forward

    private func options(_ rest: String) -> QuoteAsk {
        var ask = QuoteAsk()
        ask.term = "start: 2026-07-01, base: P3Y\(rest)"
        ask.budgets = []
        return ask
    }

    @Test func `options neither held nor indexed are noticed with what 1 % would add`() throws {
        let found = try observations(
            options(", options: [P1Y, P6M, P1Y]"), of: "options-not-priced-forward")
        expectGolden(found, "observed-options.txt")
    }

    @Test(arguments: [
        ("", 0), (", options: [P1Y], optionPrices: held", 0), (", options: [P1Y]", 1),
        (", options: [P1Y], optionPrices: indexed", 1),
        (", options: [P1Y], evaluated: base", 1),
    ])
    func `only options that are not held are noticed`(rest: String, count: Int) throws {
        let found = try observations(options(rest), of: "options-not-priced-forward")
        #expect(found.count == count)
    }

    @Test func `seven years compound exactly`() throws {
        let ask = options(", options: [P1Y, P1Y, P1Y, P1Y, P1Y, P1Y, P1Y]")
        var free = ask
        free.budgets = []
        let proposal = try QuoteWorld().propose(free)
        let nets = try proposal.package().periods.dropFirst().map(\.net.minorUnits)
        var power: Int128 = 1
        var whole: Int128 = 1
        var added: Int64 = 0
        for net in nets {
            (power, whole) = (power * 101, whole * 100)
            let exact = try ExactRatio(Int128(net) * (power - whole), over: whole)
            added += try exact.rounded(.halfUp)
        }
        let text = Money(minorUnits: added, currency: .euro).grouped
        let found = proposal.observations.first { $0.kind == "options-not-priced-forward" }
        #expect(found?.text.hasSuffix("would add \(text)") == true)
    }

    // MARK: - discount-scope

    @Test func `a discount is noticed with what it counts and what not`() throws {
        let found = try observations(NegotiatedDiscountTests.ask(), of: "discount-scope")
        expectGolden(found, "observed-discount-scope.txt")
    }

    @Test func `without a discount nothing is noticed`() throws {
        #expect(try observations(QuoteAsk(), of: "discount-scope").isEmpty)
    }
}

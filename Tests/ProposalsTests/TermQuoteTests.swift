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

/// Contract years and the plans and sites that a term and its rules lead to.
struct TermQuoteTests {
    private func term(_ line: String) throws -> Term {
        var ask = QuoteAsk()
        ask.term = line
        return try QuoteWorld.bind(ask.text, to: QuoteWorld().snapshot()).requirement.term
    }

    @Test(arguments: [
        ("P1Y", "[]", ["1:12"]),
        ("P11M", "[]", ["1:11"]),
        ("P13M", "[]", ["1:12", "2:1"]),
        ("P3Y", "[]", ["1:12", "2:12", "3:12"]),
        ("P3Y", "[P1Y]", ["1:12", "2:12", "3:12", "4:12"]),
        ("P18M", "[P1Y]", ["1:12", "2:6", "2:6", "3:6"]),
        ("P1M", "[P11M, P1M]", ["1:1", "1:11", "2:1"]),
    ])
    func `months fall into contract years`(
        base: String, options: String, expected: [String]
    ) throws {
        let term = try term("start: 2026-07-01, base: \(base), options: \(options)")
        let years = term.periods.flatMap { ContractYears.months(of: $0, in: term) }
        #expect(years.map { "\($0.year):\($0.months)" } == expected)
    }

    @Test func `each budget year holds what a period before it leaves`() throws {
        var ask = QuoteAsk()
        ask.term = "start: 2026-07-01, base: P18M, options: [P6M]"
        ask.budgets = [#"{ id: yearly, covers: each-year, amount: "2000000.00" }"#]
        let proposal = try QuoteWorld().propose(ask)
        #expect(proposal.problem.limits.map(\.id) == ["yearly/year-1", "yearly/year-2"])
        #expect(try QuoteReading(proposal.json).failedChecks().isEmpty)
    }

    @Test func `terms and months without one are mixed where that is cheapest`() throws {
        // Ten machines of 4 vCPU: 7,300 h a month. A year at USD 0.15: EUR 876.00 a month; on
        // demand EUR 1,168.00. 18 months: 12 x 876.00 + 6 x 1,168.00.
        var ask = QuoteAsk()
        ask.term = "start: 2026-07-01, base: P18M"
        ask.budgets = [
            #"{ id: calendar, covers: each-year, yearStarts: calendar, amount: "2000000.00" }"#
        ]
        let proposal = try QuoteWorld().propose(ask)
        let machines = try proposal.package().lines.filter { $0.demandID == "core.app" }
        #expect(machines.map(\.priced.money.plain) == ["10512.00", "7008.00"])
        #expect(machines.map(\.priced.months) == [12, 6])
        #expect(machines.map { $0.period.start.description } == ["2026-07-01", "2027-07-01"])
        #expect(machines.map(\.meter.plan) == [.committed(months: 12), .onDemand])
        #expect(try QuoteReading(proposal.json).failedChecks().isEmpty)
        let gap = proposal.json.replacing(
            "\"2027-07-01\",\n      \"months\": 6",
            with:
                "\"2027-08-01\",\n      \"months\": 6")
        #expect(gap != proposal.json)
        #expect(try !QuoteReading(gap).failedChecks().isEmpty)
    }

    @Test func `options that are not evaluated cost nothing`() throws {
        var ask = QuoteAsk()
        ask.term = "start: 2026-07-01, base: P3Y, options: [P1Y], evaluated: base"
        let package = try QuoteWorld().propose(ask).package()
        #expect(package.periods.map(\.period.id) == ["base"])
        // 22,176.00 + 3,276,000.00 - 57.60.
        #expect(package.waterfall.total.plain == "3298118.40")
    }

    @Test func `a plan is chosen by what the whole quantity costs`() throws {
        // Storage on demand has 100 GB free; committed for a year it has none, but a lower price:
        // 900 x 0.02 = 18.00 is more than 1,000 x 0.015 = 15.00 a month.
        let world = QuoteWorld().adding(
            "store-1y,store,*,P1Y,GB-month,per-unit,,0.015,USD,published,,\(QuoteWorld.fact)\n",
            to: "providers/aurelia/prices/list.csv")
        let package = try world.propose().package()
        let stores = package.lines.filter { $0.demandID == "core.store" }
        #expect(stores.allSatisfy { $0.meter.plan == .committed(months: 12) })
        #expect(stores.map(\.priced.money.plain) == ["432.00", "144.00", "432.00", "144.00"])
        #expect(package.discounts.isEmpty)
    }

    @Test func `plans in other currencies are compared in the requirement's`() throws {
        // JPY 12 are EUR 0.075 an hour, less than USD 0.20 on demand, EUR 0.16, though 12 > 0.20.
        let world = QuoteWorld().adding(
            "a4-yen,a4,*,P6M,instance-hour,per-unit,,12,JPY,published,,\(QuoteWorld.fact)\n",
            to: "providers/aurelia/prices/list.csv")
        var ask = QuoteAsk()
        ask.term = "start: 2026-07-01, base: P6M"
        let line = try #require(try world.propose(ask).package().lines.first)
        #expect(line.meter.plan == .committed(months: 6))
        // 7,300 h x JPY 12 x 6 = JPY 525,600 = EUR 3,285.00.
        #expect(line.priced.money.plain == "3285.00")
    }

    @Test func `a free quantity worth less than a cent is no discount`() throws {
        let world = try QuoteWorld().replacing(
            "graduated,100,0.02", with: "graduated,0.001,0.02",
            in: "providers/aurelia/prices/list.csv")
        var ask = QuoteAsk()
        ask.term = "start: 2026-07-01, base: P1M"
        #expect(try world.propose(ask).package().discounts.isEmpty)
    }

    @Test(arguments: [
        ("capacityGB: 1000", "capacityPB: 1000000000"),
        (#"amount: "6000000.00""#, #"amount: "90000000000000000.00""#),
    ])
    func `amounts beyond the range of numbers are refused, not wrapped`(
        old: String, new: String
    ) throws {
        let catalog = try QuoteWorld().snapshot()
        let text = QuoteAsk().text.split(separator: old, omittingEmptySubsequences: false)
            .joined(separator: new)
        #expect(throws: (any Error).self) {
            _ = try QuoteWorld.propose(text, from: catalog)
        }
    }

    @Test func `sites asked apart are chosen apart`() throws {
        // Northport and Southport are 111 km apart, give or take 10; Westport is 142 km west.
        var ask = QuoteAsk()
        ask.sites = "{ minimum: 2, apartKilometres: 110 }"
        let package = try QuoteWorld().propose(ask).package()
        #expect(
            package.placements.map(\.site.id.rawValue)
                == ["aurelia-north", "aurelia-north", "aurelia-west"])
    }
}

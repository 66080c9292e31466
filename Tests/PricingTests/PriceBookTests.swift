import Catalog
import Pricing
import Quantities
import Testing
import TestSupport

/// Meters out of a catalog's price lists: which rows hold, at which estimate.
struct PriceBookTests {
    private static let list = "providers/aurelia/prices/dated.csv"
    private static let header =
        "id,sku,sites,plan,unit,model,tierFrom,amount,currency,basis,low,high,note,aggregation,"
        + "effectiveFrom,effectiveUntil,source,asOf,confidence\n"

    private func book(
        _ rows: [String], asOf: String = "2026-01-15", estimate: Estimate = .likely
    ) throws -> (book: PriceBook, site: Site) {
        let lines = rows.map { "\($0),\(QuoteWorld.fact)\n" }.joined()
        let catalog = try QuoteWorld().adding(Self.header + lines, to: Self.list).snapshot()
        return (
            PriceBook(catalog, asOf: try CalendarDate(parsing: asOf), estimate: estimate),
            try #require(catalog.site(SiteID("aurelia-north")))
        )
    }

    private func amount(_ rows: [String], asOf: String, estimate: Estimate = .likely) throws
        -> String?
    {
        let (book, site) = try book(rows, asOf: asOf, estimate: estimate)
        return try book.meter(sku: "d", plan: .onDemand, at: site)?
            .schedule.tiers.first?.amount.description
    }

    private func row(
        _ id: String, _ amount: String, from: String = "", until: String = ""
    ) -> String {
        "\(id),d,*,on-demand,GB-month,per-unit,,\(amount),EUR,published,,,,,\(from),\(until)"
    }

    @Test(arguments: [
        ("2026-01-31", nil), ("2026-02-01", "1"), ("2026-02-28", "1"), ("2026-03-01", nil),
    ])
    func `a price holds from its first day up to, not on, its end`(
        asOf: String, expected: String?
    ) throws {
        let rows = [row("d-1", "1", from: "2026-02-01", until: "2026-03-01")]
        #expect(try amount(rows, asOf: asOf) == expected)
    }

    @Test func `no price is no price, not zero`() throws {
        let (book, site) = try book([])
        #expect(try book.meter(sku: "d", plan: .onDemand, at: site) == nil)
        #expect(book.plans(sku: "d", at: site).isEmpty)
    }

    @Test func `a row that names the site comes before the list for all`() throws {
        let own = row("d-2", "5").split(separator: "*").joined(separator: "aurelia-north")
        #expect(try amount([row("d-1", "4"), own], asOf: "2026-01-15") == "5")
    }

    @Test(arguments: [(Estimate.low, "2"), (.likely, "3"), (.high, "7")])
    func `an indicative price has three ends`(estimate: Estimate, expected: String) throws {
        let rows = [
            "d-1,d,*,on-demand,GB-month,per-unit,,3,EUR,indicative,2,7,estimated for tests,,,"
        ]
        #expect(try amount(rows, asOf: "2026-01-15", estimate: estimate) == expected)
        #expect(try amount([row("d-1", "3")], asOf: "2026-01-15", estimate: estimate) == "3")
    }

    @Test func `a meter is as sure as its least sure row`() throws {
        let rows = [
            "d-1,d,*,on-demand,GB-month,graduated,0,3,EUR,published,,,,,,",
            "d-2,d,*,on-demand,GB-month,graduated,10,2,EUR,derived,,,3 less a third,,,",
        ]
        let (book, site) = try book(rows)
        let meter = try #require(try book.meter(sku: "d", plan: .onDemand, at: site))
        #expect(meter.basis == .derived)
        #expect(meter.rows.map(\.id.rawValue) == ["d-1", "d-2"])
        #expect(try meter.sharedAllowance == nil)
    }

    @Test func `plans come on demand first, then by length`() throws {
        let (book, site) = try book([])
        #expect(
            book.plans(sku: "a4", at: site)
                == [.onDemand, .committed(months: 12), .committed(months: 36)])
    }

    @Test func `an account's first free units are a shared allowance`() throws {
        let (book, site) = try book([])
        let meter = try #require(try book.meter(sku: "store", plan: .onDemand, at: site))
        let allowance = try #require(try meter.sharedAllowance)
        #expect(allowance.units == ExactDecimal(100))
        #expect(allowance.beyond.tiers.map(\.amount.description) == ["0.02"])
    }

    @Test func `tiers of an account beyond a free one are refused`() throws {
        let rows = [
            "d-1,d,*,on-demand,GB-month,graduated,0,3,EUR,published,,,,account,,",
            "d-2,d,*,on-demand,GB-month,graduated,10,2,EUR,published,,,,account,,",
        ]
        let (book, site) = try book(rows)
        let meter = try #require(try book.meter(sku: "d", plan: .onDemand, at: site))
        #expect(throws: PricingError.sharedTiers(sku: "d")) { _ = try meter.sharedAllowance }
    }
}

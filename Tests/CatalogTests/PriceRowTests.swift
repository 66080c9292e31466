import Catalog
import Quantities
import TestSupport
import Testing

struct PriceRowTests {
    private func rows(
        _ sku: String, _ plan: PricePlan = .onDemand, at site: String = "aurelia-north",
        on day: String = "2026-11-24"
    ) throws -> [String] {
        let catalog = try #require(FixtureCatalog().load().snapshot)
        let site = try #require(catalog.site(SiteID(site)))
        let date = try CalendarDate(parsing: day)
        return catalog.priceRows(sku: sku, plan: plan, at: site, on: date).map(\.id.rawValue)
    }

    /// The list for all sites holds where no row names the site.
    @Test(arguments: [
        ("2025-12-31", ["ap-m4-all"]), ("2026-01-01", ["ap-m4"]), ("2026-12-31", ["ap-m4"]),
        ("2027-01-01", ["ap-m4-next"]), ("2030-01-01", ["ap-m4-next"]),
    ])
    func `a price holds from its first day up to, not on, the last`(
        day: String, expected: [String]
    ) throws {
        #expect(try rows("M4", on: day) == expected)
    }

    @Test func `a row that names the site comes before the list of all sites`() throws {
        #expect(try rows("M4") == ["ap-m4"])
        #expect(try rows("M4", at: "aurelia-south") == ["ap-m4-all"])
    }

    @Test func `tiers come lowest first`() throws {
        #expect(try rows("AO1") == ["ap-objects-0", "ap-objects-1000"])
    }

    @Test func `another provider's site has no price of the sku`() throws {
        #expect(try rows("M4", at: "borealis-coast") == [])
    }

    @Test func `plans come on demand first`() throws {
        let catalog = try #require(FixtureCatalog().load().snapshot)
        let site = try #require(catalog.site(SiteID("aurelia-north")))
        let date = try CalendarDate(parsing: "2026-11-24")
        let plans = catalog.plans(sku: "M4", at: site, on: date)
        #expect(plans == [.onDemand, .committed(months: 12)])
        #expect(plans.map(\.name) == ["on demand", "1-year commitment"])
    }

    @Test(arguments: [
        ("on-demand", 0), ("P1Y", 12), ("P18M", 18), ("P0M", nil), ("P1W", nil), ("1y", nil),
    ])
    func `a plan is on demand or whole months`(text: String, months: Int?) {
        #expect(PricePlan(inputText: text)?.months == months)
    }

    @Test(
        arguments: [
            ("2026-10-29", nil, 0), ("2026-10-30", "2026-10-30", 2),
            ("2026-11-01", "2026-10-30", 2),
            ("2026-11-02", "2026-11-02", 1),
        ] as [(String, String?, Int)])
    func `reference rates are those of the last publishing day`(
        day: String, published: String?, count: Int
    ) throws {
        let catalog = try #require(FixtureCatalog().load().snapshot)
        let found = catalog.referenceRates(on: try CalendarDate(parsing: day))
        #expect(found?.day.description == published)
        #expect(found?.rates.count ?? 0 == count)
    }
}

struct CatalogSnapshotTests {
    @Test func `every service at every site is an offer, in the order of identifiers`() throws {
        let catalog = try #require(FixtureCatalog().load().snapshot)
        let ids = catalog.offers.map(\.id.rawValue)
        #expect(ids == ids.sorted())
        #expect(ids.contains("aurelia-machines@aurelia-vault"))
        #expect(ids.count == catalog.services.map(\.sites.count).reduce(0, +))
    }

    @Test func `levels come lowest rank first, whatever the order written`() throws {
        let catalog = try #require(FixtureCatalog().load().snapshot)
        let owner = try #require(catalog.owner(OwnerID("XA")))
        #expect(owner.levels.map(\.id.rawValue) == ["xa-open", "xa-guarded", "xa-hidden"])
        #expect(catalog.level(LevelID("xb-closed"))?.owner == OwnerID("XB"))
        #expect(catalog.level(LevelID("xb-closed"))?.personnelClearance == .unknown)
    }

    @Test func `a rule speaks about the levels it names and no others`() throws {
        let catalog = try #require(FixtureCatalog().load().snapshot)
        let guarded = try #require(catalog.level(LevelID("xa-guarded")))
        let bounded = try #require(catalog.level(LevelID("xb-bounded")))
        let rules = catalog.rules
        #expect(
            rules.filter { $0.applies(to: guarded) }.map(\.id.rawValue)
                == ["rule-accredited-xa", "rule-label"])
        #expect(rules.filter { $0.applies(to: bounded) }.map(\.id.rawValue) == ["rule-label"])
    }

    @Test func `a fact is as sure as the least sure of its fields`() throws {
        var catalog = try FixtureCatalog()
        let path = "providers/aurelia/sites.csv"
        try catalog.replace("06-01,primary,", with: "06-01,primary,place;status", in: path)
        let site = try #require(catalog.load().snapshot?.site(SiteID("aurelia-north")))
        #expect(site.provenance.confidence(of: "country") == .primary)
        #expect(site.provenance.confidence(of: "country", "status") == .unverified)
        #expect(site.provenance.confidence(ofAll: []) == .primary)
    }

    @Test func `what a provider does not state is unknown`() throws {
        let catalog = try #require(FixtureCatalog().load().snapshot)
        let site = try #require(catalog.site(SiteID("borealis-coast")))
        let model = try #require(catalog.deliveryModel(of: site))
        #expect(model.operatorResidence == .anywhere)
        #expect(model.operatorNationality == .unknown)
        #expect(model.supportFrom == .unknown)
        #expect(model.connectivity == [])
    }
}

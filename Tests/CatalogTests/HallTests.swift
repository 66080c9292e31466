import Catalog
import LocatedInput
import Quantities
import TestSupport
import Testing

/// Platforms that are sold for customers' halls stand in each hall, and nowhere without one.
struct HallTests {
    private static func hall(_ id: String, _ country: String = "XA") -> Hall {
        Hall(
            id: id, name: "Hall \(id)", country: OwnerID(country), place: "Place of \(id)",
            latitude: ExactDecimal(50), longitude: ExactDecimal(10))
    }

    private func catalog() throws -> CatalogSnapshot {
        let (snapshot, findings) = try FixtureCatalog.withHalls().load()
        return try #require(snapshot, "\(findings.map(\.line))")
    }

    private func offers(_ halls: [Hall]) throws -> Set<String> {
        Set(try catalog().placing(in: halls).offers.map(\.id.rawValue))
    }

    private static let elsewhere = "cobalt-machines@cobalt-city"

    @Test func `a platform stands in each hall, with the hall's place and country`() throws {
        let placed = try catalog().placing(in: [Self.hall("fort"), Self.hall("dock", "XB")])
        #expect(placed.site(SiteID("cobalt-block")) == nil)
        let fort = try #require(placed.site(SiteID("cobalt-block.fort")))
        #expect(fort.name == "Block in Hall fort")
        #expect(fort.hall == "fort")
        #expect(fort.country == OwnerID("XA"))
        #expect(fort.place == "Place of fort")
        #expect(fort.latitude == ExactDecimal(50))
        #expect(fort.withinKilometres == 0)
        #expect(fort.orderableBy == "by-contract")
        #expect(placed.site(SiteID("cobalt-block.dock"))?.country == OwnerID("XB"))
        #expect(placed.sites.map(\.id) == placed.sites.map(\.id).sorted())
    }

    @Test func `services and authorisations follow the platform`() throws {
        let placed = try catalog().placing(in: [Self.hall("fort"), Self.hall("dock")])
        let service = try #require(placed.service(ServiceID("cobalt-machines")))
        #expect(
            service.sites.map(\.rawValue)
                == ["cobalt-block.fort", "cobalt-block.dock", "cobalt-city"])
        let held = try #require(placed.authorisations.first { $0.id.rawValue == "cobalt-label" })
        #expect(held.sites.map(\.rawValue) == ["cobalt-block.fort", "cobalt-block.dock"])
        let other = try #require(placed.authorisations.first { $0.id.rawValue == "aurelia-label" })
        #expect(other.sites.map(\.rawValue) == ["aurelia-north", "aurelia-south"])
    }

    @Test func `modules are bought for each hall apart`() throws {
        let placed = try catalog().placing(in: [Self.hall("fort"), Self.hall("dock")])
        let nodes = placed.modules.filter { $0.id.rawValue == "cobalt-node" }
        #expect(nodes.map(\.site.rawValue) == ["cobalt-block.fort", "cobalt-block.dock"])
        #expect(
            nodes.first?.provides.map { "\($0.resource)=\($0.units)" }
                == ["core=64", "memoryGiB=512"])
        #expect(placed.modules.count == 6)
        #expect(try catalog().placing(in: []).modules.isEmpty)
    }

    @Test func `prices of the platform hold in each hall, and for no other site`() throws {
        let date = try CalendarDate(parsing: "2026-11-24")
        func rows(_ site: String, _ halls: [Hall], _ plan: PricePlan) throws -> [String] {
            let placed = try catalog().placing(in: halls)
            let site = try #require(placed.site(SiteID(site)))
            return placed.priceRows(sku: "CN", plan: plan, at: site, on: date).map(\.id.rawValue)
        }
        let years = PricePlan.committed(months: 36)
        let halls = [Self.hall("fort"), Self.hall("dock")]
        #expect(try rows("cobalt-block.fort", halls, years) == ["cp-node"])
        #expect(try rows("cobalt-block.dock", halls, years) == ["cp-node"])
        #expect(try rows("cobalt-city", halls, years) == [])
        #expect(try rows("cobalt-city", [], years) == [])
        let unplaced = try catalog().placing(in: []).prices.first { $0.id.rawValue == "cp-node" }
        #expect(unplaced?.sites.isEmpty == false)
    }

    @Test func `without a hall a platform makes no offer`() throws {
        let offers = try offers([])
        #expect(offers.contains(Self.elsewhere))
        #expect(offers.allSatisfy { !$0.contains("cobalt-block") })
    }

    @Test func `a catalog without such platforms stays as it is`() throws {
        let catalog = try #require(FixtureCatalog().load().snapshot)
        let placed = catalog.placing(in: [Self.hall("fort")])
        #expect(placed.offers.map(\.id) == catalog.offers.map(\.id))
        #expect(placed.sites == catalog.sites)
        #expect(placed.contentHash == catalog.contentHash)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `one more hall never takes an offer away, in whatever order`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let catalog = try catalog()
        var halls: [Hall] = []
        var known = Set(catalog.placing(in: halls).offers.map(\.id))
        for name in ["a", "b", "c", "d"].shuffled(using: &generator) {
            halls.insert(
                Self.hall(name), at: Int.random(in: 0...halls.count, using: &generator))
            let more = Set(catalog.placing(in: halls).offers.map(\.id))
            // Three services of the platform, once in each hall.
            #expect(more.isSuperset(of: known), "seed \(seed)")
            #expect(more.count == known.count + 3, "seed \(seed)")
            #expect(
                Set(catalog.placing(in: halls.reversed()).offers.map(\.id)) == more,
                "seed \(seed)")
            known = more
        }
    }
}

/// Pieces that are priced: modules and devices, by the month, the hour, the day or once.
struct PiecePriceTests {
    @Test(arguments: [
        (PriceUnit.unitMonth, "unit-month", false), (.unitHour, "unit-hour", true),
        (.unitDay, "unit-day", false), (.unit, "unit", false),
    ])
    func `a unit of a price sheet runs by the hour or not`(
        unit: PriceUnit, word: String, isHourly: Bool
    ) {
        #expect(PriceUnit(inputText: word) == unit)
        #expect(unit.isHourly == isHourly)
    }

    @Test func `the rows of the fixture are read with their units`() throws {
        let catalog = try #require(FixtureCatalog.withHalls().load().snapshot)
        let units = Dictionary(
            uniqueKeysWithValues: catalog.prices.map { ($0.id.rawValue, $0.unit) })
        #expect(units["cp-node"] == .unitMonth)
        #expect(units["cp-sled"] == .unitHour)
        #expect(units["cp-kit"] == .unitDay)
        #expect(units["cp-loss"] == .unit)
    }
}

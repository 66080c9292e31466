import Catalog
import LocatedInput
import Quantities
import TestSupport
import Testing

/// Devices for the field: what is read of them, and the offers that they make.
struct EdgeDeviceTests {
    private func catalog() throws -> CatalogSnapshot {
        let (snapshot, findings) = try FixtureCatalog.withHalls().load()
        return try #require(snapshot, "\(findings.map(\.line))")
    }

    @Test func `what is published is read`() throws {
        let kit = try #require(try catalog().edgeDevices.first { $0.id.rawValue == "cobalt-kit" })
        #expect(kit.vcpu == 16 && kit.memoryGiB == 64 && kit.accelerators == 2)
        #expect(kit.storageTB == ExactDecimal(8) && kit.weightKilograms == ExactDecimal(25))
        #expect(kit.carry == .twoPerson && kit.minimumCelsius == -20 && kit.maximumCelsius == 45)
        #expect(kit.offline == .unlimited)
        #expect(kit.needsActivation == false)
        #expect(kit.meters.map { "\($0.sku)*\($0.count)" } == ["CK*1"])
        #expect(kit.lossSku == "CL")
    }

    @Test func `what is not published stays unknown, never nothing`() throws {
        let bare = try #require(try catalog().edgeDevices.first { $0.id.rawValue == "cobalt-bare" })
        #expect(bare.vcpu == nil && bare.storageTB == nil && bare.accelerators == nil)
        #expect(bare.weightKilograms == nil && bare.carry == nil && bare.minimumCelsius == nil)
        #expect(bare.offline == .unknown)
        #expect(bare.needsActivation == nil)
        #expect(bare.meters.isEmpty && bare.lossSku == nil)
    }

    @Test func `every device is an offer in the field, with or without halls`() throws {
        let catalog = try catalog()
        for placed in [catalog, catalog.placing(in: [])] {
            let ids = placed.offers.map(\.id.rawValue)
            #expect(ids.contains("cobalt-kit@cobalt-kit.field"))
            #expect(ids.contains("cobalt-bare@cobalt-bare.field"))
        }
        let site = try #require(catalog.site(SiteID("cobalt-kit.field")))
        #expect(site.country == Site.ofCustomer && site.hall == nil)
        let model = try #require(catalog.deliveryModel(of: site))
        #expect(model.operatorNationality == .customerDecides)
        #expect(!model.isCustomerSite && model.isolation == .airGapped)
        #expect(catalog.service(ServiceID("cobalt-kit"))?.attributes[.skus] == "CK*1")
        #expect(catalog.service(ServiceID("cobalt-bare"))?.attributes[.skus] == nil)
    }

    @Test(
        arguments: [
            ("unlimited", .unlimited), ("disconnected", .disconnected),
            ("P14D", .atMost(CalendarPeriod(days: 14))), ("forever", nil), ("", nil),
        ] as [(String, EdgeDevice.Offline?)])
    func `how long a device works alone is a word or a period`(
        text: String, offline: EdgeDevice.Offline?
    ) {
        #expect(EdgeDevice.Offline(inputText: text) == offline)
    }

    @Test(
        arguments: [
            ("A", ["A*1"]), ("A*2+B", ["A*2", "B*1"]), ("A*0", nil), ("A*-1", nil), ("A*x", nil),
            ("A*1*1", nil), ("A++B", nil), ("+A", nil), ("", nil), ("*1", nil),
        ] as [(String, [String]?)])
    func `entries of a price sheet are joined by plus, each with its count`(
        text: String, expected: [String]?
    ) {
        #expect(SkuCount.list(text)?.map { "\($0.sku)*\($0.count)" } == expected)
    }

    @Test func `ways to carry are ordered from the easiest`() {
        #expect(EdgeDevice.Carry.onePerson < .twoPerson)
        #expect(EdgeDevice.Carry.twoPerson < .vehicle)
        #expect(EdgeDevice.Carry.vehicle < .fixed)
    }
}

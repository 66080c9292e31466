import Catalog
import TestSupport
import Testing

struct ShippedCatalogTests {
    @Test func `the catalog that is shipped loads without a finding`() throws {
        let (snapshot, findings) = try FixtureCatalog.shipped().load()
        #expect(findings.map(\.line) == [])
        #expect(snapshot != nil)
    }

    @Test func `the catalog of the tests loads without a finding`() throws {
        let (snapshot, findings) = try FixtureCatalog().load()
        #expect(findings.map(\.line) == [])
        let catalog = try #require(snapshot)
        #expect(catalog.offers.count == 11)
        #expect(catalog.version == "2026.1")
    }
}

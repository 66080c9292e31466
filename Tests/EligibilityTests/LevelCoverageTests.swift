import Catalog
import Clearance
import Eligibility
import TestSupport
import Testing

/// Which levels could be served, each judged by itself.
struct LevelCoverageTests {
    private static func words(_ catalog: CatalogSnapshot) -> [String: String] {
        Dictionary(
            LevelCoverage(catalog).rows.map { ($0.level.id.rawValue, $0.word) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func `every level of every country is judged`() throws {
        let catalog = try #require(FixtureCatalog.shipped().load().snapshot)
        let rows = LevelCoverage(catalog).rows
        let levels = catalog.owners.filter { $0.kind == .country }.flatMap(\.levels)
        #expect(rows.map(\.level.id) == levels.map(\.id))
        #expect(rows.filter { $0.word == "not judged" }.isEmpty)
        let words = Self.words(catalog)
        #expect(words["es-difusion-limitada"] == "with steps")
        // Nothing public says what admits a system to these levels.
        #expect(words["fr-secret"] == "unknown")
        #expect(words["de-geheim"] == "unknown")
    }

    @Test func `nothing is served that no provider has in full`() throws {
        for row in LevelCoverage(try #require(FixtureCatalog.shipped().load().snapshot)).rows {
            #expect((row.verdict == nil) == row.providers.isEmpty)
        }
    }

    @Test func `a country without offers has no level that can be served`() throws {
        let catalog = try #require(FixtureCatalog().load().snapshot)
        let served = LevelCoverage(catalog).rows.filter { $0.verdict != nil }
        let offered = Set(catalog.sites.map(\.country))
        #expect(served.allSatisfy { offered.contains($0.owner) })
    }
}

import Catalog
import TestSupport
import Testing

struct ShippedCatalogTests {
    /// Owners whose levels shipped scenarios ask for, and are served at.
    private static let customers = ["AE", "AU", "CA", "EE", "ES", "GB", "JP", "NATO", "PL"]
        .map { OwnerID($0) }

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

    /// A public region is no place for more than the lowest classification until a text says so.
    @Test func `no scheme of a customer supposes a shared platform above the lowest level`() throws
    {
        let catalog = try #require(FixtureCatalog.shipped().load().snapshot)
        let higher: Set<Level.Band> = [.confidential, .secret, .topSecret]
        let customers = Self.customers.compactMap { catalog.owner($0) }
        #expect(customers.count == Self.customers.count)
        for scheme in customers.flatMap(\.accreditations) {
            let bands = scheme.covers.compactMap { catalog.level($0)?.band }
            guard bands.contains(where: higher.contains) else { continue }
            #expect(
                !scheme.platforms.isEmpty && !scheme.platforms.contains(.shared), "\(scheme.id)")
        }
    }

    /// Where and on what platform those of other owners hold is known in words only: as long as it
    /// is, an offer in another country must not come out as one step from admitted.
    @Test func `schemes of owners that are no customers yet ground nothing`() throws {
        let catalog = try #require(FixtureCatalog.shipped().load().snapshot)
        let schemes = catalog.owners.filter { !Self.customers.contains($0.id) }
            .flatMap(\.accreditations).filter { !$0.covers.isEmpty }
        #expect(schemes.count > 5)
        for scheme in schemes {
            #expect(scheme.provenance.confidence(of: "covers") == .unverified, "\(scheme.id)")
        }
    }

    @Test func `the United Kingdom has no CONFIDENTIAL`() throws {
        let catalog = try #require(FixtureCatalog.shipped().load().snapshot)
        let owner = try #require(catalog.owner(OwnerID("GB")))
        #expect(owner.absentLevels.map(\.marking) == ["CONFIDENTIAL", "RESTRICTED"])
        #expect(!owner.levels.contains { $0.band == .confidential })
    }

    @Test func `every role has a rate at every level that a customer's seats need`() throws {
        let catalog = try #require(FixtureCatalog.shipped().load().snapshot)
        let levels: [String: [LevelID?]] = [
            "ES": [nil, "es-reservado", "es-secreto"], "GB": [nil, "gb-secret", "gb-top-secret"],
            "PL": [nil, "pl-tajne", "nato-secret"],
            "AU": [nil, "au-protected", "au-secret", "au-top-secret"],
            "CA": [nil, "ca-protected-b", "ca-secret", "ca-top-secret-tres-secret"],
            "JP": [nil, "jp-hi", "jp-specially-designated-secret"], "AE": [nil, "ae-secret"],
            "EE": [nil, "ee-salajane"],
        ].mapValues { $0.map { $0.map { LevelID($0) } } }
        for role in catalog.roles {
            for (country, wanted) in levels.sorted(by: { $0.key < $1.key }) {
                let rates = catalog.labourRates.filter {
                    $0.role == role.id && $0.country == OwnerID(country)
                }
                for level in wanted {
                    let rate = rates.first { $0.level == level }
                    #expect(rate?.basis == .indicative, "\(role.id) in \(country)")
                    #expect(rate?.low != nil && rate?.high != nil && rate?.derivation != nil)
                }
            }
        }
    }
}

import Catalog
import Quantities
import TestSupport
import Testing

/// A catalog that is kept and comes back is the same catalog.
struct CatalogImageTests {
    /// Every list of a catalog, by name.
    private static func lists(_ catalog: CatalogSnapshot) -> [String: [AnyHashable]] {
        [
            "owners": catalog.owners, "rules": catalog.rules, "providers": catalog.providers,
            "sites": catalog.sites, "services": catalog.services,
            "authorisations": catalog.authorisationRecords, "instances": catalog.instances,
            "modules": catalog.modules, "edgeDevices": catalog.edgeDevices,
            "prices": Array(catalog.prices), "roles": catalog.roles,
            "labourRates": catalog.labourRates, "operatingModels": catalog.operatingModels,
            "exchangeRates": catalog.exchangeRates, "programmes": catalog.programmes,
            "distances": catalog.distances, "capabilities": catalog.capabilities,
            "agreements": catalog.agreements, "availabilities": catalog.availabilities,
            "dependencies": catalog.dependencies, "commitments": catalog.commitments,
            "aliases": catalog.aliases, "uplifts": catalog.uplifts,
            "clearanceCosts": catalog.clearanceCosts, "frameworks": catalog.frameworks,
            "assessments": catalog.assessments, "offers": catalog.offers,
            "head": [catalog.version, catalog.date, catalog.contentHash],
        ]
    }

    private static func bytes(of catalog: CatalogSnapshot) -> [UInt8]? {
        CatalogImage.pieces(of: catalog)?.reduce(into: []) { bytes, piece in
            piece.withBytes { bytes += Array($0) }
        }
    }

    private static func again(_ bytes: [UInt8]) -> CatalogSnapshot? {
        bytes.withUnsafeBytes { CatalogImage.catalog(of: $0) }
    }

    private func expectSame(_ catalog: CatalogSnapshot) throws {
        let bytes = try #require(Self.bytes(of: catalog))
        let again = try #require(Self.again(bytes))
        let (before, after) = (Self.lists(catalog), Self.lists(again))
        for (name, list) in before { #expect(list == after[name], "\(name)") }
    }

    @Test func `the catalog that is shipped comes back whole`() throws {
        let catalog = try #require(FixtureCatalog.shipped().load().snapshot)
        #expect(catalog.prices.contains { $0.note != nil })
        try expectSame(catalog)
    }

    @Test func `so does one with answers, halls and programmes`() throws {
        try expectSame(try #require(FixtureCatalog.withHalls().load().snapshot))
        var fixture = try FixtureCatalog()
        fixture.append(
            "wide,WIDE,*,on-demand,unit,per-unit,,,0.12345678901234567890123456789,EUR,indicative,"
                + "0.1,0.2,resource,,,Invented estimate,Invented price list,2026-01-01,primary,\n",
            to: "providers/aurelia/prices/list.csv")
        try expectSame(try #require(fixture.load().snapshot))
    }

    @Test func `facts assumed of a catalog that came back change the same`() throws {
        let catalog = try #require(FixtureCatalog.withHalls().load().snapshot)
        let bytes = try #require(Self.bytes(of: catalog))
        let again = try #require(Self.again(bytes))
        for service in catalog.services {
            for value in ["online", "offline"] {
                let fact = CatalogAnswer.Fact.attribute(service.id, .access, value)
                #expect(catalog.takes(fact) == again.takes(fact))
                let answer = CatalogAnswer(assuming: fact, question: "q")
                #expect(
                    Self.lists(catalog.assuming([answer])) == Self.lists(again.assuming([answer])))
            }
        }
    }

    @Test func `an image that is cut off is none`() throws {
        let catalog = try #require(FixtureCatalog.withHalls().load().snapshot)
        let bytes = try #require(Self.bytes(of: catalog))
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(Self.again(Array(bytes.prefix(length))) == nil, "\(length)")
        }
        #expect(Self.again(bytes + [0]) == nil)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `damage is refused or harmless, and never ends the program`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let catalog = try #require(FixtureCatalog.withHalls().load().snapshot)
        let bytes = try #require(Self.bytes(of: catalog))
        for _ in 0..<400 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: bytes.indices, using: &generator)
                damaged[place] = UInt8.random(in: 0...255, using: &generator)
            }
            // Whatever comes back can be asked.
            if let found = Self.again(damaged) { _ = Self.lists(found) }
        }
    }
}

import Catalog
import Diagnostics
import LocatedInput
import Quantities
import TestSupport
import Testing

/// `catalog check --strict`: facts that can each be read, and yet mislead.
struct CatalogStrictTests {
    private func lines(
        _ fixture: FixtureCatalog, maximumAge: CalendarPeriod? = nil
    ) -> [String] {
        let collector = FindingCollector()
        _ = CatalogLoader.load(
            [fixture.layer()], strictly: CatalogStrictness(maximumAge: maximumAge),
            into: collector)
        return collector.findings.map(\.line)
    }

    @Test func `the catalog that is shipped is clean`() throws {
        #expect(lines(try FixtureCatalog.shipped()) == [])
    }

    @Test func `the fixture is clean`() throws {
        #expect(lines(try FixtureCatalog.withHalls()) == [])
    }

    @Test(arguments: [
        ("GUARDÉD", "guarded"), ("ΗIDDEN", "HIDDEN"), ("HIDDÉN", "HIDDEN"), ("НIDDEN", "HIDDEN"),
    ])
    func `CAT018 names that only a machine tells apart`(_ alias: String, _ other: String) throws {
        var fixture = try FixtureCatalog()
        try fixture.replace(
            "marking: OPEN", with: "marking: OPEN\n    aliases: [\(alias)X]",
            in: "countries/xa.yaml")
        try fixture.replace(
            "marking: HIDDEN", with: "marking: HIDDEN\n    aliases: [\(other)X]",
            in: "countries/xa.yaml")
        let found = lines(fixture)
        #expect(
            found.contains { $0.contains("CAT018") && $0.contains("differ only in") }, "\(found)")
        #expect(found.allSatisfy { $0.contains("CAT018") }, "\(found)")
    }

    @Test func `CAT018 a word of two scripts`() throws {
        var fixture = try FixtureCatalog()
        // The second letter is Cyrillic.
        try fixture.replace("marking: OPEN", with: "marking: OРEN", in: "countries/xa.yaml")
        #expect(lines(fixture).map { $0.contains("CAT018") && $0.contains("mixes") } == [true])
    }

    @Test func `CAT019 an id of a site and of a service`() throws {
        var fixture = try FixtureCatalog()
        try fixture.replace("borealis-hill", with: "xa-open", in: "providers/borealis/sites.csv")
        let services = "providers/borealis/services.csv"
        let text = try #require(fixture.files[services])
        fixture.write(text.replacing("borealis-hill", with: "xa-open"), to: services)
        let found = lines(fixture)
        #expect(found.count == 1, "\(found)")
        #expect(
            found.first?.contains("CAT019 'xa-open' is the id of a site and of a level") == true)
    }

    @Test func `CAT017 authorised where it is not listed`() throws {
        var fixture = try FixtureCatalog()
        let path = "providers/aurelia/services.csv"
        let text = try #require(fixture.files[path])
        fixture.write(
            text.replacing("aurelia-north;aurelia-south", with: "aurelia-south"), to: path)
        try fixture.replace(
            "aurelia-north;aurelia-south", with: "aurelia-north",
            in: "providers/aurelia/authorisations.csv")
        let found = lines(fixture).filter { $0.contains("CAT017") }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.contains("listed at none of them") }, "\(found)")
    }

    @Test func `CAT017 an agreement above a party's highest level`() throws {
        var fixture = try FixtureCatalog()
        let levels = try #require(fixture.files["countries/xb.yaml"])
        #expect(levels.contains("band: S") || levels.contains("band: C"))
        fixture.write(
            "id,title,parties,kind,direction,upTo,electronic,status,source,asOf,confidence\n"
                + "a1,Invented,XA;XB,general-security,mutual,xa-hidden,unknown,in-force,"
                + "Invented text of an agreement,2026-01-01,primary\n", to: "agreements.csv")
        #expect(lines(fixture) == [])
        for band in ["band: S", "band: C", "band: TS"] {
            fixture.write(
                try #require(fixture.files["countries/xb.yaml"])
                    .replacing(band, with: "band: R"), to: "countries/xb.yaml")
        }
        let found = lines(fixture).filter { $0.contains("CAT017") }
        #expect(found.count == 1)
        #expect(
            found.first?.contains("reaches 'xa-hidden', above 'xb-") == true, "\(found)")
    }

    @Test func `CAT031 facts older than wished`() throws {
        let fixture = try FixtureCatalog()
        #expect(lines(fixture, maximumAge: CalendarPeriod(years: 10)) == [])
        let found = lines(fixture, maximumAge: CalendarPeriod(days: 1))
        #expect(found.count > 40)
        #expect(found.allSatisfy { $0.contains("CAT031") })
    }

    @Test func `CAT040 two overlays of one record are said, and the later holds`() throws {
        func overlay(_ folder: String, _ amount: String) -> CatalogLayer {
            let path = "providers/aurelia/prices/list.csv"
            let text =
                "id,sku,sites,plan,unit,model,amount,currency,basis,effectiveFrom,"
                + "effectiveUntil,source,asOf,confidence\n"
                + "ap-m4,M4,aurelia-north,on-demand,instance-hour,per-unit,\(amount),EUR,published,"
                + "2026-01-01,2027-01-01,Invented price list,2026-01-01,primary\n"
            return CatalogLayer(
                folder: folder,
                files: [
                    CatalogLayer.File(
                        relativePath: path,
                        input: InputText(path: "\(folder)/\(path)", text: text))
                ])
        }
        let fixture = try FixtureCatalog()
        #expect(fixture.load(under: overlay("one", "0.3")).findings.isEmpty)
        let (catalog, findings) = fixture.load(under: overlay("one", "0.3"), overlay("two", "0.4"))
        #expect(
            findings.map(\.line) == [
                "two/providers/aurelia/prices/list.csv:2:1 CAT040 two overlays state 'ap-m4'; "
                    + "the later one holds"
            ])
        #expect(findings.allSatisfy { $0.severity == .warning })
        let price = try #require(catalog?.prices.first { $0.id.rawValue == "ap-m4" })
        #expect(price.amount.description == "0.4")
        #expect(price.provenance.location.path.hasPrefix("two/"))
    }
}

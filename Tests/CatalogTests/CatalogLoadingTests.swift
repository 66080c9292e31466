import Catalog
import Diagnostics
import LocatedInput
import Quantities
import TestSupport
import Testing

/// CAT001 to CAT003, all mistakes at once, overlays and the content hash.
struct CatalogLoadingTests {
    private static let sites = "providers/aurelia/sites.csv"

    @Test func `CAT001 a folder without catalog.yaml is no catalog`() throws {
        var catalog = try FixtureCatalog()
        catalog.remove("catalog.yaml")
        let (snapshot, findings) = catalog.load()
        #expect(findings.map(\.line) == ["- CAT001 no catalog.yaml in 'catalog'"])
        #expect(snapshot == nil)
    }

    @Test func `CAT002 another format is refused`() throws {
        var catalog = try FixtureCatalog()
        try catalog.replace("format: 1", with: "format: 2", in: "catalog.yaml")
        #expect(
            catalog.load().findings.map(\.line)
                == ["catalog/catalog.yaml:3:9 CAT002 catalog format 2 is not known; expected 1"])
    }

    @Test(arguments: [
        "notes.yaml", "providers/aurelia/site.csv", "providers/aurelia/prices/2026/list.csv",
        "labour/rate.csv", "countries/europe/xa.yaml", "providers/sites.csv",
    ])
    func `CAT003 a file that the format does not know is not passed over`(path: String) throws {
        var catalog = try FixtureCatalog()
        catalog.write("id,name\n", to: path)
        #expect(
            catalog.load().findings.map(\.line)
                == ["catalog/\(path):1:1 CAT003 '\(path)' is no file of a catalog"])
    }

    @Test func `mistakes of several files are shown together, sorted by place`() throws {
        var catalog = try FixtureCatalog()
        try catalog.replace("rank: 2", with: "rank: two", in: "countries/xa.yaml")
        try catalog.replace("0.02", with: "-0.02", in: "providers/aurelia/prices/list.csv")
        try catalog.replace("South,XA", with: "South,UK", in: Self.sites)
        try catalog.replace("unit=GB", with: "unit=gigs", in: "providers/borealis/services.csv")
        try catalog.replace(
            "2026-10-30,USD", with: "30.10.2026,USD", in: "exchange-rates/reference.csv")
        let (snapshot, findings) = catalog.load()
        #expect(
            findings.map { "\($0.location?.path ?? "") \($0.code.rawValue)" } == [
                "catalog/countries/xa.yaml INP035",
                "catalog/exchange-rates/reference.csv INP037",
                "catalog/providers/aurelia/prices/list.csv CAT021",
                "catalog/providers/aurelia/sites.csv CAT012",
                "catalog/providers/borealis/services.csv CAT014",
            ])
        #expect(snapshot == nil)
    }

    @Test(arguments: [
        ("providers/aurelia/services.csv", ";aurelia-vault", ";aurelia-vualt", "aurelia-vault"),
        ("providers/aurelia/authorisations.csv", "xa-label-high", "xa-label-hihg", "xa-label-high"),
        ("providers/aurelia/sites.csv", "South,XA", "South,UK", "GB"),
        ("providers/aurelia/services.csv", "access=nearline", "access=nearlien", "nearline"),
        ("providers/aurelia/services.csv", "access=nearline", "acces=nearline", "access"),
    ])
    func `a near word is suggested`(
        path: String, old: String, new: String, suggestion: String
    ) throws {
        var catalog = try FixtureCatalog()
        try catalog.replace(old, with: new, in: path)
        let finding = try #require(catalog.load().findings.first)
        #expect(finding.help == "did you mean '\(suggestion)'?")
    }

    @Test func `a far word gets no suggestion`() throws {
        var catalog = try FixtureCatalog()
        try catalog.replace(
            ";aurelia-vault", with: ";elsewhere", in: "providers/aurelia/services.csv")
        #expect(catalog.load().findings.map(\.help) == [nil])
    }
}

struct CatalogOverlayTests {
    private static let path = "providers/aurelia/sites.csv"
    private static let header =
        "id,name,country,deliveryModel,place,status,orderableBy,source,asOf,confidence\n"
    private static let closed =
        header + "aurelia-south,South,XA,public-region,Southam,closed,any,Invented overlay of "
        + "regions,2026-07-01,primary\n"

    private func overlay(_ text: String, path: String = path) -> CatalogLayer {
        CatalogLayer(
            folder: "own",
            files: [
                CatalogLayer.File(
                    relativePath: path, input: InputText(path: "own/\(path)", text: text))
            ])
    }

    @Test func `a later layer overrides a record and leaves the others`() throws {
        let base = try FixtureCatalog()
        let (snapshot, findings) = base.load(under: overlay(Self.closed))
        let catalog = try #require(snapshot)
        #expect(findings.map(\.line) == [])
        #expect(catalog.site(SiteID("aurelia-south"))?.status == .closed)
        #expect(catalog.site(SiteID("aurelia-north"))?.status == .available)
        #expect(catalog.sites.count == 5)
    }

    @Test func `CAT010 within an overlay a record stands once`() throws {
        let twice = Self.closed + Self.closed.dropFirst(Self.header.count)
        let findings = try FixtureCatalog().load(under: overlay(twice)).findings
        #expect(
            findings.map(\.line) == ["own/\(Self.path):3:1 CAT010 'aurelia-south' stands twice"])
        #expect(findings.first?.notes.first?.location?.line == 2)
    }

    @Test func `the last of several layers holds`() throws {
        let open = Self.closed.replacing("closed", with: "listed")
        let (snapshot, _) = try FixtureCatalog().load(under: overlay(Self.closed), overlay(open))
        #expect(snapshot?.site(SiteID("aurelia-south"))?.status == .listed)
    }

    @Test func `version and date are those of the first layer that has them`() throws {
        let head = "format: 1\nversion: \"9\"\ndate: 2026-12-01\n"
        let (snapshot, _) = try FixtureCatalog().load(under: overlay(head, path: "catalog.yaml"))
        #expect(snapshot?.version == "2026.1")
        #expect(snapshot?.date.description == "2026-11-01")
    }

    @Test func `an overlay is cross-checked with what it lies over`() throws {
        let moved = Self.closed.replacing(",public-region", with: ",public-regoin")
        let findings = try FixtureCatalog().load(under: overlay(moved)).findings
        #expect(
            findings.map(\.line)
                == ["own/\(Self.path):2:24 CAT012 unknown delivery model 'public-regoin'"])
    }
}

struct CatalogHashTests {
    private func hash(_ catalog: FixtureCatalog) throws -> ContentHash {
        try #require(catalog.load().snapshot).contentHash
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `the order of the files changes nothing`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let catalog = try FixtureCatalog()
        let layer = CatalogLayer(
            folder: "catalog", files: catalog.layer().files.shuffled(using: &generator))
        let snapshot = CatalogLoader.load([layer], into: FindingCollector())
        #expect(try snapshot?.contentHash == hash(catalog))
    }

    @Test func `a changed byte of any file changes the hash`() throws {
        let catalog = try FixtureCatalog()
        let whole = try hash(catalog)
        let paths = catalog.files.keys.sorted().filter { !$0.hasPrefix("scenarios/") }
        var hashes: Set = [whole]
        for path in paths {
            var changed = catalog
            changed.append(path.hasSuffix(".yaml") ? "# note\n" : "\n", to: path)
            hashes.insert(try hash(changed))
        }
        #expect(hashes.count == paths.count + 1)
    }

    @Test func `a scenario is no fact of the catalog`() throws {
        var catalog = try FixtureCatalog()
        let whole = try hash(catalog)
        catalog.write("no: requirement\n", to: "scenarios/other.yaml")
        catalog.write("{}", to: "scenarios/requirement.schema.json")
        #expect(try hash(catalog) == whole)
    }

    @Test func `an overlay that says nothing new still counts`() throws {
        let catalog = try FixtureCatalog()
        let (snapshot, _) = catalog.load(under: catalog.layer(folder: "again"))
        #expect(try snapshot?.contentHash != hash(catalog))
    }

    @Test func `the folder that the user typed does not count`() throws {
        let catalog = try FixtureCatalog()
        let snapshot = CatalogLoader.load(
            [catalog.layer(folder: "../other")], into: FindingCollector())
        #expect(try snapshot?.contentHash == hash(catalog))
    }
}

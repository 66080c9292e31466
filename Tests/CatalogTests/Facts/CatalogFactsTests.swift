import Catalog
import Diagnostics
import TestSupport
import Testing

struct CatalogFactsTests {
    private static let country = """
        id: XA
        name: Aldoria
        levels:
          - { id: xa-open, marking: OPEN }
          - id: xa-guarded
            marking: GUARDED
            aliases: [G1, G2]
            equivalents: [{ level: z1 }, { level: z2 }]
        absentLevels:
          - { band: C, marking: SHIELDED }
        rules:
          - { id: r1, kind: citation, text: Cite. }

        """

    @Test func `facts come in the order of their files, nested ones behind their holder`() {
        let world = FactWorld([
            "providers/p/sites.csv": "id,name\nnorth,North\nsouth,South\n",
            "countries/xa.yaml": Self.country,
        ])
        let (facts, findings) = world.list()
        #expect(findings == [])
        #expect(
            facts == [
                "country XA", "level xa-open", "level xa-guarded", "absent-level XA/SHIELDED",
                "rule r1", "site north", "site south",
            ])
    }

    @Test func `a fact knows its holder, its name and its place`() throws {
        let world = FactWorld([
            "providers/p/sites.csv": "id,name\nnorth,North\n", "countries/xa.yaml": Self.country,
        ])
        let facts = world.gather()
        let level = try #require(facts.first { $0.id == "xa-guarded" })
        #expect(level.context == "XA" && level.contextName == "Aldoria")
        #expect(level.name == "GUARDED" && level.names == ["GUARDED", "G1", "G2"])
        #expect(level.texts(at: "owner") == ["XA"])
        #expect(level.texts(at: "equivalents.level") == ["z1", "z2"])
        #expect(level.texts(at: "equivalents") == ["z1", "z2"])
        #expect(level.paths == ["id", "marking", "aliases", "equivalents.level"])
        let site = try #require(facts.first { $0.kind == .site })
        #expect(site.context == "p" && site.contextName == nil)
        #expect(site.texts(at: "file") == ["base/providers/p/sites.csv:2"])
        let rule = try #require(facts.first { $0.kind == .rule })
        #expect(rule.name == "citation")
    }

    @Test func `cells of lists are parted, those of texts are not`() throws {
        let world = FactWorld([
            "providers/p/services.csv":
                "id,sites,note,source\ns,a; b ;c,one; two,Book | x ; Page | y;z\n"
        ])
        let service = try #require(world.gather().first)
        #expect(service.texts(at: "sites") == ["a", "b", "c"])
        #expect(service.texts(at: "note") == ["one; two"])
        #expect(service.sources == ["Book | x", "Page | y;z"])
    }

    @Test func `a later layer replaces a fact of the same kind and id only`() {
        let world = FactWorld(
            ["providers/p/sites.csv": "id,name\nnorth,North\nsouth,South\n"],
            [
                "providers/p/sites.csv": "id,name\nnorth,Ours\n",
                "providers/p/services.csv": "id,name\nsouth,A service\n",
            ])
        #expect(
            world.list().facts == ["service south", "-site north", "site south", "site north"])
    }

    @Test func `a later owner takes the place of an earlier one with its ladder, not its rules`() {
        let world = FactWorld(
            ["countries/xa.yaml": Self.country],
            ["countries/xa.yaml": "id: XA\nname: New\nlevels: [{ id: xa-new, marking: NEW }]\n"])
        #expect(
            world.list().facts == [
                "-country XA", "-level xa-open", "-level xa-guarded", "-absent-level XA/SHIELDED",
                "rule r1", "country XA", "level xa-new",
            ])
    }

    @Test func `models of two providers share an id without replacing each other`() {
        let model = "id: %\nname: N\ndeliveryModels: [{ id: public, name: P }]\n"
        let world = FactWorld(
            ["providers/a/provider.yaml": model.replacing("%", with: "a")],
            ["providers/b/provider.yaml": model.replacing("%", with: "b")])
        #expect(
            world.list().facts == [
                "provider a", "delivery-model public", "provider b", "delivery-model public",
            ])
    }

    @Test func `files that cannot be read are findings, the others are read`() {
        let world = FactWorld([
            "providers/p/sites.csv": "id,name\nnorth,\"North\n", "countries/xa.yaml": "id: [",
            "rules.yaml": "rules: [{ id: r1, kind: k }]\n", "notes.txt": "hello",
            "scenarios/broken.yaml": "[",
        ])
        let (facts, findings) = world.list()
        #expect(facts == ["rule r1"])
        #expect(findings.map { $0.prefix(6) } == ["INP011", "CAT003", "INP014"])
    }

    @Test func `without a head there is no catalog`() {
        let collector = FindingCollector()
        let layer = CatalogLayer(folder: "x", files: [])
        #expect(CatalogFacts([layer], into: collector) == nil)
        #expect(collector.findings.map(\.code) == [.catalogHeadMissing])
    }

    @Test func `a price sheet of more cells than other tables may have is read whole`() {
        let cells = String(repeating: ",x", count: 30)
        let header = "id" + (0..<30).map { ",c\($0)" }.joined()
        let rows = (0..<70_000).map { "p\($0)\(cells)\n" }.joined()
        let world = FactWorld(["providers/p/prices/list.csv": header + "\n" + rows])
        let collector = FindingCollector()
        let counts = world.facts(into: collector)?.gather(0) { count, _ in count += 1 }
        #expect(counts?.reduce(0, +) == 70_000)
        #expect(collector.isEmpty)
    }

    /// The loader reads the same files by other code: both see as many records.
    @Test func `the shipped catalog has as many facts as it has records`() throws {
        let collector = FindingCollector()
        let catalog = try FixtureCatalog.shipped()
        let (snapshot, _) = catalog.load()
        let records = try #require(snapshot)
        let facts = try #require(CatalogFacts([catalog.layer()], into: collector))
        let counts = facts.gather([FactKind: Int]()) { $0[$1.kind, default: 0] += 1 }
        func count(_ kinds: FactKind...) -> Int {
            counts.flatMap { part in kinds.map { part[$0] ?? 0 } }.reduce(0, +)
        }
        #expect(collector.findings == [])
        #expect(count(.country, .organisation) == records.owners.count)
        #expect(count(.level) == records.owners.flatMap(\.levels).count)
        #expect(count(.accreditation) == records.owners.flatMap(\.accreditations).count)
        #expect(count(.rule) == records.rules.count)
        #expect(count(.provider) == records.providers.count)
        // Each device is also a service at a site in the field, in a delivery model of its own.
        let devices = records.edgeDevices
        let models = records.providers.flatMap(\.deliveryModels)
        #expect(count(.deliveryModel) == models.count - Set(devices.map(\.provider)).count)
        #expect(count(.site) == records.sites.count - devices.count)
        #expect(count(.service) == records.services.count - devices.count)
        #expect(count(.instance) == records.instances.count)
        #expect(count(.price) == records.priceCount)
        #expect(count(.exchangeRate) == records.exchangeRates.count)
        #expect(count(.labourRate) == records.labourRates.count)
        #expect(count(.operatingModel) == records.operatingModels.count)
    }
}

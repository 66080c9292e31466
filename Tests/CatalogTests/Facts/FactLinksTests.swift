import Diagnostics
import Catalog
import Testing

struct FactLinksTests {
    private static let files = [
        "countries/xa.yaml": """
        id: XA
        name: Aldoria
        levels: [{ id: xa-low, marking: LOW }, { id: xa-high, marking: HIGH, note: xa-low }]
        rules: [{ id: r1, kind: citation, levels: [xa-low, xa-high] }]

        """,
        "providers/p/provider.yaml":
            "id: p\nname: P\nparent: { name: H, country: XA }\n"
            + "deliveryModels: [{ id: public, name: Q }]\n",
        "providers/p/sites.csv": "id,name,deliveryModel\nnorth,North,public\n",
        "providers/p/services.csv":
            "id,name,attributes,sites\nobj,Objects,unit=GB;skus=k1*1+k2*3,\n",
        "providers/p/instances.csv": "id,service,coreSku\nm1,vm,k1\n",
        "providers/p/prices/a.csv": "id,sku,sites\nk1-north,k1,north\nk1-south,k1,south\n",
        "providers/q/provider.yaml":
            "id: q\nname: Q\ndeliveryModels: [{ id: public, name: Q }]\n",
        "providers/q/sites.csv": "id,name,deliveryModel\neast,East,public\n",
        "providers/q/prices/a.csv": "id,sku,sites\nother-k1,k1,east\n",
    ]

    /// Links of a fact as `kind: ids`, those it has to others before a bar.
    private func links(of kind: FactKind, _ id: String, in world: FactWorld) throws -> String {
        let facts = try #require(world.facts())
        let target = try #require(world.gather().first { $0.kind == kind && $0.id == id })
        let links = try #require(FactLinks.find([target], in: facts).first)
        func text(_ groups: [FactLinks.Group]) -> String {
            groups.map { group in
                let ids = group.first.map { "\($0.fact.id) by \($0.field)" }
                return "\(group.count) \(group.kind.rawValue): \(ids.joined(separator: ", "))"
            }.joined(separator: "; ")
        }
        return text(links.refersTo) + " | " + text(links.referredToBy)
    }

    @Test(arguments: [
        (FactKind.level, "xa-low", " | 1 rule: r1 by levels"),
        (.rule, "r1", "2 level: xa-low by levels, xa-high by levels | "),
        (
            .country, "XA",
            " | 2 level: xa-low by owner, xa-high by owner; 1 rule: r1 by owner; "
                + "1 provider: p by parent"
        ),
        (.deliveryModel, "public", " | 1 site: north by deliveryModel"),
        (.site, "north", "1 delivery-model: public by deliveryModel | 1 price: k1-north by sites"),
        (.instance, "m1", "2 price: k1-north by coreSku, k1-south by coreSku | "),
        (.service, "obj", "2 price: k1-north by attributes, k1-south by attributes | "),
        (
            .price, "k1-north",
            "1 site: north by sites | 1 service: obj by attributes; 1 instance: m1 by coreSku"
        ),
        (.price, "other-k1", "1 site: east by sites | "),
    ])
    func `a fact is linked with`(_ kind: FactKind, _ id: String, _ expected: String) throws {
        #expect(try links(of: kind, id, in: FactWorld(Self.files)) == expected)
    }

    @Test func `the first few links are kept, all are counted`() throws {
        let rows = (1...500).map { "p\($0),k,north\n" }.joined()
        let world = FactWorld([
            "providers/p/sites.csv": "id,name\nnorth,North\n",
            "providers/p/prices/a.csv": "id,sku,sites\n" + rows,
        ])
        let facts = try #require(world.facts())
        let site = try #require(world.gather().first { $0.kind == .site })
        let group = try #require(FactLinks.find([site], in: facts).first?.referredToBy.first)
        #expect(group.count == 500 && group.first.count == FactLinks.mostKept)
        #expect(group.first.first?.fact.id == "p1")
    }

    @Test func `what earlier layers say is kept, their links are not`() throws {
        let world = FactWorld(
            ["providers/p/sites.csv": "id,name,country\nnorth,North,XA\n"],
            ["providers/p/sites.csv": "id,name,country\nnorth,North,XB\n"],
            ["countries/xa.yaml": "id: XA\nname: A\n", "countries/xb.yaml": "id: XB\nname: B\n"])
        let facts = try #require(world.facts())
        let site = try #require(world.gather().first { $0.kind == .site && !$0.isReplaced })
        let links = try #require(FactLinks.find([site], in: facts).first)
        #expect(links.replaced.map { $0.location.path } == ["base/providers/p/sites.csv"])
        #expect(links.refersTo.flatMap(\.first).map(\.fact.id) == ["XB"])
        #expect(try self.links(of: .country, "XA", in: world) == " | ")
    }
}

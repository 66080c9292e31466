import Diagnostics
import Catalog
import TestSupport
import Testing

struct FactSearchTests {
    private static let files = [
        "countries/es.yaml": """
        id: ES
        name: Spain
        levels:
          - { id: es-limitada, marking: DIFUSIÓN LIMITADA, note: Guarded like secret money. }
          - { id: es-secreto, marking: SECRETO }
        accreditations:
          - { id: es-ens-alta, name: ENS categoría ALTA, source: "Law 1 | https://ens.example" }

        """,
        "countries/gb.yaml": """
        id: GB
        name: United Kingdom
        levels: [{ id: gb-secret, marking: SECRET }, { id: gb-top-secret, marking: TOP SECRET }]

        """,
        "providers/p/services.csv":
            "id,name,note\nvm,Virtual machines,Certified under ENS ALTA\nobjects,Objects,\n",
        "providers/p/prices/a.csv": "id,sku,plan,note\np1,e2-std-4,P1Y,money\np2,e2-std-40,,\n",
    ]
    private let world = FactWorld(Self.files)

    @Test func `an exact id or name comes first, then whole words, then beginnings`() {
        #expect(
            world.search("secret") == [
                "level gb-secret", "level gb-top-secret", "level es-secreto", "level es-limitada",
            ])
        #expect(world.search("es ens alta").first == "accreditation es-ens-alta")
        #expect(world.search("ES").first == "country ES")
    }

    @Test(arguments: ["difusion limitada", "DIFUSIÓN", "limitad", "ｄｉｆｕｓｉóｎ"])
    func `case, accents and width do not count`(_ words: String) {
        #expect(world.search(words) == ["level es-limitada"])
    }

    @Test func `all words have to be there, in whatever fields`() {
        #expect(world.search("spain secreto") == ["level es-secreto"])
        #expect(world.search("ens", "machines") == ["service vm"])
        #expect(world.search("levels", "spain") == ["level es-limitada", "level es-secreto"])
    }

    @Test func `where nothing has all words, those with most are found`() throws {
        let search = try #require(FactSearch(["ens alta xyzzy"], limit: 20))
        let outcome = search.run(on: try #require(world.facts()))
        #expect(outcome.wordsFound == 2 && search.wordCount == 3 && !outcome.isFuzzy)
        #expect(outcome.hits.map(\.fact.id) == ["es-ens-alta", "vm"])
        #expect(outcome.hits.last?.matches.map(\.field) == ["note"])
        #expect(outcome.hits.last?.matches.first?.excerpt == "Certified under ENS ALTA")
    }

    @Test(arguments: [
        ("difusoin", "level es-limitada"), ("virtaul machnes", "service vm"),
        ("ojects", "service objects"), ("kingdm", "country GB"),
    ])
    func `mistyped ids and names are found where nothing is written so`(
        _ words: String, _ found: String
    ) throws {
        let search = try #require(FactSearch([words], limit: 20))
        let outcome = search.run(on: try #require(world.facts()))
        #expect(outcome.isFuzzy)
        #expect(outcome.hits.map { "\($0.fact.kind.rawValue) \($0.fact.id)" } == [found])
    }

    @Test(arguments: ["e3", "p3", "vn", "e2-std-5", "xyzzy", "monye", "https"])
    func `short words, names with digits, notes and addresses are not guessed at`(_ words: String) {
        #expect(!world.search(words).contains { $0.hasSuffix("p1") && words == "monye" })
        let exact = ["e2-std-5"]
        if !exact.contains(words) { #expect(world.search(words) == []) }
    }

    @Test func `a beginning of a name with digits is found`() {
        #expect(world.search("e2-std-4") == ["price p1", "price p2"])
    }

    @Test func `what a later layer replaces is not found`() {
        let layered = FactWorld(
            Self.files, ["providers/p/services.csv": "id,name\nvm,Computers\n"])
        #expect(layered.search("virtual") == [])
        #expect(layered.search("computers") == ["service vm"])
    }

    @Test(arguments: [[], [""], ["–", "§"], [String(repeating: "x", count: 65)]])
    func `nothing to look for is no search`(_ words: [String]) {
        #expect(FactSearch(words, limit: 5) == nil)
    }

    @Test func `sixteen words are a search, seventeen are not`() {
        #expect(FactSearch([String(repeating: "a ", count: 16)], limit: 5) != nil)
        #expect(FactSearch([String(repeating: "a ", count: 17)], limit: 5) == nil)
    }

    @Test func `the limit keeps the best of many, in an order that files do not decide`() throws {
        func table(_ numbers: some Sequence<Int>) -> String {
            "id,name\n" + numbers.map { "site-\($0),Harbour \($0)\n" }.joined()
        }
        let forwards = FactWorld([
            "providers/a/sites.csv": table(0..<300), "providers/b/sites.csv": table(300..<600),
        ])
        let backwards = FactWorld([
            "providers/a/sites.csv": table((300..<600).reversed()),
            "providers/b/sites.csv": table((0..<300).reversed()),
        ])
        let found = forwards.search("harbour", limit: 7)
        #expect(found.count == 7 && found.first == "site site-0")
        #expect(backwards.search("harbour", limit: 7) == found)
        let search = try #require(FactSearch(["harbour"], limit: 7))
        #expect(search.run(on: try #require(forwards.facts())).count == 600)
    }

    @Test func `long texts and very long words are searched too`() {
        let text =
            String(repeating: "waiting ", count: 20_000) + String(repeating: "z", count: 9000)
        let world = FactWorld(["rules.yaml": "rules: [{ id: r1, text: \(text) needle }]\n"])
        #expect(world.search("needle") == ["rule r1"])
        #expect(world.search("needless") == [])
    }
}

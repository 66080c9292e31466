import Diagnostics
import Catalog
import Testing

struct FactFilterTests {
    private static let table = """
        id,name,vcpu,price,since,asOf,sites,note
        a,Ámbar,4,0.10,2026-01-31,2025-12-31,north;south,Holds ENS ALTA
        b,Bronze,16,0.1000,2026-02-01,undated,north,
        c,,96,-3.5,,2026-11-24,,<none>

        """

    private func ids(_ conditions: String...) throws -> String {
        let filters = try conditions.map { try #require(FactFilter($0), "\($0)") }
        return FactWorld(["providers/p/services.csv": Self.table]).gather()
            .filter { fact in filters.allSatisfy { $0.holds(for: fact) } }
            .map(\.id).joined()
    }

    @Test(arguments: [
        // Equality: text without case and accents, numbers by value, any element of a list.
        ("name=ambar", "a"), ("name=Ambarr", ""), ("name!=ámbar", "bc"), ("sites=south", "a"),
        ("sites!=south", "bc"), ("price=0.1", "ab"), ("price!=0.10", "c"), ("vcpu=16.0", "b"),
        ("kind=service", "abc"), ("provider=p", "abc"), (" name = bronze ", "b"),
        ("note=<none>", "c"),
        // What is not there.
        ("note=", "b"), ("note!=", "ac"), ("sites=", "c"),
        // Parts of texts.
        ("note~ens alta", "a"), ("name~ON", "b"), ("sites~out", "a"), ("name~z=", ""),
        // Numbers, exactly.
        ("vcpu<16", "a"), ("vcpu<=16", "ab"), ("vcpu>16", "c"), ("vcpu>=16", "bc"),
        ("price<0", "c"), ("price>0.0999999999", "ab"), ("vcpu>9", "bc"),
        // Dates; a year or a month stands for all of its days, texts are in no order.
        ("since<2026-02-01", "a"), ("since<=2026-02-01", "ab"), ("since>2026-01", "b"),
        ("since>=2026-01", "ab"), ("asOf<2026", "a"), ("asOf>=2026", "c"), ("name<5", ""),
    ])
    func `a condition holds for`(_ condition: String, _ expected: String) throws {
        #expect(try ids(condition) == expected)
    }

    @Test func `all conditions have to hold`() throws {
        #expect(try ids("vcpu>4", "vcpu<96") == "b")
    }

    @Test(arguments: ["", "name", "=x", " ~x", "name<abc", "name>", "since<01.02.2026"])
    func `what is no condition is refused`(_ text: String) {
        #expect(FactFilter(text) == nil)
    }
}

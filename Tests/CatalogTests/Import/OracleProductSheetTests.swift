import Catalog
import Diagnostics
import Quantities
import TestSupport
import Testing

struct OracleProductSheetTests {
    private let world: ImportWorld

    init() throws {
        world = try ImportWorld()
    }

    private func product(
        _ number: String = "X1", metric: String = "Key Version Per Month",
        category: String = "Security", currency: String = "USD",
        tiers: [(String?, String?, String)] = [(nil, nil, "0.5")]
    ) -> String {
        let prices = tiers.map { low, high, value in
            let bounds = [low.map { "\"rangeMin\":\($0)," }, high.map { "\"rangeMax\":\($0)," }]
            return "{\"model\":\"PAY_AS_YOU_GO\",\(bounds.compactMap { $0 }.joined())"
                + "\"value\":\(value)}"
        }.joined(separator: ",")
        return "{\"partNumber\":\"\(number)\",\"displayName\":\"Thing\",\"metricName\":"
            + "\"\(metric)\",\"serviceCategory\":\"\(category)\",\"currencyCodeLocalizations\":"
            + "[{\"currencyCode\":\"\(currency)\",\"prices\":[\(prices)]}]}"
    }

    private func list(_ products: String...) -> String {
        "{\"items\":[\(products.joined(separator: ","))]}"
    }

    @Test func `tiers in any order with either infinity come out in order`() throws {
        let done = try world.imported(
            list(
                product(
                    "X1", metric: "5,000 Assets Per Month",
                    tiers: [
                        ("100", "999999999999999", "32"), ("3", "100", "172"), ("0", "1", "640"),
                        ("1", "3", "640"),
                    ]), product("X2", tiers: [("0", "20", "0"), ("20", "999999999", "0.5")])))
        // Bounds are in blocks of 5,000 assets: 1, 3 and 100 are 5,000, 15,000 and 500,000.
        #expect(
            done.rows.filter { $0["sku"] == "X1" }.map { [$0["tierFrom"], $0["amount"]] } == [
                ["", "640"], ["5000", "640"], ["15000", "172"], ["500000", "32"],
            ])
        #expect(done.rows.first?["block"] == "5000" && done.rows.first?["unit"] == "unit-month")
        #expect(done.rows.filter { $0["sku"] == "X2" }.map { $0["tierFrom"] } == ["", "20"])
        let remarks = done.findings.map(\.message)
        #expect(remarks.contains("tiers do not stand in their order"))
        #expect(remarks.contains("999999999999999 stands for no upper bound"))
        #expect(remarks.contains("999999999 stands for no upper bound"))
        #expect(done.rows.allSatisfy { $0["sites"]?.contains("oracle-eu-madrid-1") == true })
        #expect(done.rows.allSatisfy { $0["sites"]?.contains("oracle-uk-gov") == false })
        #expect(try world.check() == [])
    }

    @Test(arguments: [
        [("0", "10", "0"), ("20", "999999999", "1")], [("0", "30", "0"), ("20", "999999999", "1")],
        [("5", "999999999", "1")], [("0", "10", "0"), ("10", "20", "1")],
    ])
    func `a gap, an overlap, a missing first or last tier is refused`(
        tiers: [(String, String, String)]
    ) throws {
        let done = try world.imported(
            list(product(tiers: tiers.map { (.some($0.0), .some($0.1), $0.2) })))
        #expect(done.errors == [.sheetBrokenTiers] && done.left.isEmpty)
    }

    @Test func `a copy with one price a product lost its tiers: 0 is not the price`() throws {
        let done = try world.imported(
            """
            {"metadata": {"totalProducts": 2, "apiLastUpdated": "2026-01-05T13:27:33.583Z"},
             "products": [
              {"partNumber": "X1", "metricName": "Each", "displayName": "A", "priceUSD": 0},
              {"partNumber": "X2", "metricName": "Each", "displayName": "B", "priceUSD": 2.5}]}
            """)
        #expect(done.codes == [.sheetTiersLost])
        #expect(done.rows.map { $0["sku"] } == ["X2"] && done.rows.first?["asOf"] == "2026-01-05")
        #expect(done.outcome?.leftOut.map(\.count) == [1])
    }

    @Test func `a list that counts other products than it holds is refused`() throws {
        let done = try world.imported(
            """
            {"metadata": {"totalProducts": 3},
             "products": [{"partNumber": "X2", "metricName": "Each", "priceUSD": 2.5}]}
            """)
        #expect(done.errors == [.sheetPageMissing])
    }

    @Test func `compute counts cores and gibibytes, and other services do not`() throws {
        let done = try world.imported(
            list(
                product("X1", metric: "OCPU Per Hour", category: "Compute - Virtual Machine"),
                product("X2", metric: "OCPU Per Hour", category: "Database"),
                product("X3", metric: "Gigabyte Per Hour", category: "Compute - Memory"),
                product("X4", metric: "Gigabyte Per Hour", category: "Database")))
        #expect(
            done.rows.map { $0["unit"] } == ["core-hour", "unit-hour", "GiB-hour", "GB-hour"])
    }

    @Test func `one of several currencies is chosen, not mixed`() throws {
        let sheet =
            "{\"items\":[{\"partNumber\":\"X1\",\"metricName\":\"Each\","
            + "\"currencyCodeLocalizations\":[{\"currencyCode\":\"USD\",\"prices\":"
            + "[{\"value\":1}]},"
            + "{\"currencyCode\":\"EUR\",\"prices\":[{\"value\":0.9}]}]}]}"
        #expect(try world.imported(sheet).errors == [.sheetPriceTwice])
        var world = world
        world.options.currency = .euro
        let done = try world.imported(sheet)
        #expect(done.rows.map { [$0["amount"], $0["currency"]] } == [["0.9", "EUR"]])
        #expect(done.outcome?.leftOut.first?.reason == "it is in another currency")
    }

    @Test func `sites can be said, and have to be the provider's`() throws {
        var world = world
        world.options.sites = [SiteID("oracle-eu-madrid-1")]
        #expect(try world.imported(list(product())).rows.first?["sites"] == "oracle-eu-madrid-1")
        world.options.sites = [SiteID("oracle-eu-madrid-9")]
        #expect(try world.imported(list(product())).errors == [.catalogUnknownReference])
    }

    @Test func `a price that holds elsewhere too stays, and the imported one stands beside it`()
        throws
    {
        // The shipped catalog has B109492 at all sites.
        let done = try world.imported(
            list(product("B109492", metric: "Resource Possession Per Day")))
        #expect(done.outcome?.beside == 1 && done.codes == [.sheetRemark])
        #expect(done.rows.first?["sku"] == "B109492/oci-products")
        #expect(try world.check() == [])
    }
}

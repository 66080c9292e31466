import Catalog
import Diagnostics
import Quantities
import TestSupport
import Testing

struct GoogleSkuSheetTests {
    private let world: ImportWorld

    init() throws {
        world = try ImportWorld()
    }

    private func sku(
        _ id: String = "AA-1", unit: String = "GiBy", display: String = "1",
        factor: String = "1073741824", regions: String = "\"us-east1\",\"us-central1\"",
        tiers: [(String, String, String)] = [("0", "\"0\"", "120000000")],
        aggregation: String = "", time: String = ""
    ) -> String {
        let rates = tiers.map { start, units, nanos in
            "{\"startUsageAmount\":\(start),\"unitPrice\":{\"currencyCode\":\"USD\",\"units\":"
                + "\(units),\"nanos\":\(nanos)}}"
        }.joined(separator: ",")
        return "{\"skuId\":\"\(id)\",\"description\":\"Thing\",\"serviceRegions\":[\(regions)],"
            + "\"pricingInfo\":[{\(aggregation)\(time)\"pricingExpression\":{\"usageUnit\":"
            + "\"\(unit)\",\"baseUnitConversionFactor\":\(factor),\"displayQuantity\":\(display),"
            + "\"tieredRates\":[\(rates)]}}]}"
    }

    private func page(_ skus: String..., token: String = "") -> String {
        "{\"skus\":[\(skus.joined(separator: ","))],\"nextPageToken\":\"\(token)\"}"
    }

    @Test func `units and billionths are exact, and bounds belong to the lower tier`() throws {
        let done = try world.imported(
            page(
                sku(
                    tiers: [
                        ("0", "\"2\"", "933908000"), ("1024", "\"0\"", "1"),
                        ("10240", "\"9007199254740993\"", "0"),
                    ],
                    aggregation: "\"aggregationInfo\":{\"aggregationLevel\":\"ACCOUNT\","
                        + "\"aggregationInterval\":\"MONTHLY\"},",
                    time: "\"effectiveTime\":\"2021-11-26T10:50:40.206Z\",")))
        // 2 + 933,908,000 / 10^9; 2^53 + 1 is no binary floating-point number.
        #expect(
            done.rows.map { [$0["tierFrom"], $0["amount"]] } == [
                ["", "2.933908"], ["1024", "0.000000001"], ["10240", "9007199254740993"],
            ])
        #expect(done.rows.allSatisfy { $0["aggregation"] == "account" && $0["unit"] == "GiB" })
        #expect(done.rows.allSatisfy { $0["model"] == "graduated" && $0["effectiveFrom"] == "" })
        #expect(done.rows.first?["sites"] == "google-us-central1;google-us-east1")
        #expect(done.rows.first?["asOf"] == "2021-11-26")
        #expect(done.codes == [.sheetRemark])
        #expect(try world.check() == [])
    }

    @Test func `the price is per usageUnit, not per displayQuantity`() throws {
        let done = try world.imported(
            page(sku(unit: "h", display: "1000", tiers: [("0", "\"0\"", "22600")])))
        let row = done.row("AA-1")
        #expect(row["amount"] == "0.0000226" && row["unit"] == "unit-hour" && row["block"] == "")
        #expect(row["note"]?.contains("displayQuantity 1000 is for display only") == true)
        #expect(row["asOf"] == "undated" && row["aggregation"] == "resource")
    }

    @Test func `a month has 744 hours, in either way of writing its factor`() throws {
        for factor in ["2.8759101014016e+15", "2875910101401600"] {
            let done = try world.imported(page(sku(unit: "GiBy.mo", factor: factor)))
            #expect(done.codes == [.sheetRemark])
            #expect(done.row("AA-1")["note"]?.contains("744 hours") == true)
            #expect(done.row("AA-1")["unit"] == "GiB-month")
        }
        // 2^30 x 2,628,000 s: a month of 730 hours.
        let other = try world.imported(page(sku(unit: "GiBy.mo", factor: "2821793513472000")))
        #expect(Set(other.codes) == [.sheetRemark, .sheetTermPrice])
    }

    @Test func `what is sold everywhere holds at all sites that list it`() throws {
        let done = try world.imported(page(sku(unit: "h", regions: "\"global\"")))
        #expect(done.row("AA-1")["sites"] == "*")
        #expect(try world.check() == [])
    }

    @Test func `nanos of a whole unit or more are refused`() throws {
        let done = try world.imported(page(sku(tiers: [("0", "\"0\"", "1000000000")])))
        #expect(done.errors == [.sheetPlaceholder] && done.left.isEmpty)
    }

    @Test func `a token of another page is refused without it`() throws {
        let done = try world.imported(page(sku(), token: "next"))
        #expect(done.errors == [.sheetPageMissing] && done.left.isEmpty)
        let both = try world.imported(page(sku(), token: "next"), page(sku("AA-2")))
        #expect(both.errors.isEmpty && both.outcome?.rows == 2)
    }

    @Test func `a SKU without prices is refused`() throws {
        let done = try world.imported("{\"skus\":[{\"skuId\":\"A\",\"pricingInfo\":[]}]}")
        #expect(done.errors == [.inputMissingKey])
    }
}

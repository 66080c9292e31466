import Catalog
import Diagnostics
import Foundation
import Quantities
import TestSupport
import Testing

/// The real sheets, with the counts that are stated beside them.
@Suite(
    .enabled(if: SharedPrices.isThere, "SOVEREIGN_SHARED names no folder with price sheets"))
struct RealSheetTests {
    private var world: ImportWorld

    init() throws {
        world = try ImportWorld()
        world.options.skipsUnknown = true
        world.options.isPartial = true
    }

    private func imported(_ name: String) throws -> ImportWorld.Imported {
        let path =
            name.hasSuffix(".gz")
            ? try SharedPrices.unpacked(name, in: world.folder) : SharedPrices.path(name)
        return try world.imported(paths: [path])
    }

    @Test(arguments: [
        ("aks_eastus_consumption", 12, 11), ("vm_eastus_standard_d2als_v7_preview", 8, 10),
        ("vm_eastus_standard_d2s_v3_preview", 9, 11), ("sqldb_gp_storage_eastus", 5, 5),
        ("blob_general_block_blob_v2_eastus.trimmed", 16, 16),
        ("reservation_page1.trimmed", 16, 15),
    ])
    func `captures of Azure's API have their items`(name: String, items: Int, rows: Int) throws {
        let done = try imported("azure-retail-captures/\(name).json")
        #expect(done.outcome?.items == items && done.outcome?.rows == rows)
        #expect(done.errors.isEmpty)
        #expect(try world.check() == [])
    }

    @Test func `the traps of Azure's captures are told`() throws {
        // Meter 3558846b has two entries from 2026-10-01, one of which ends the day before.
        let kubernetes = try imported("azure-retail-captures/aks_eastus_consumption.json")
        #expect(kubernetes.codes == [.sheetEmptyValidity])
        // Hot LRS: 51,200 and 512,000 GB; writes by the 10,000.
        let blob = try imported(
            "azure-retail-captures/blob_general_block_blob_v2_eastus.trimmed.json")
        let tiers = blob.rows.filter { $0["sku"]?.hasPrefix("07f72586") == true }
        #expect(tiers.map { $0["tierFrom"] } == ["", "51200", "512000"])
        #expect(blob.rows.filter { $0["block"] == "10000" }.count == 4)
        #expect(blob.codes == [.sheetRemark])
        // One region of the page is in no table.
        let reservations = try imported("azure-retail-captures/reservation_page1.trimmed.json")
        #expect(reservations.codes == [.sheetTermPrice, .sheetUnknownRegion])
        #expect(reservations.rows.allSatisfy { ["8760", "26280"].contains($0["block"]) })
    }

    @Test func `4,436 items of one region are 4,436 prices that nothing confuses`() throws {
        let done = try imported("azure-retail-francecentral/retail_prices.json.gz")
        #expect(done.outcome?.items == 4436 && done.outcome?.rows == 4436)
        let skus = done.rows.compactMap { $0["sku"] }
        // 1,200 prices for tests, 405 reservations of each term, 4 free twins or retired meters.
        #expect(skus.filter { $0.hasSuffix("/devtest") }.count == 1200)
        #expect(done.rows.filter { $0["plan"] == "P1Y" }.count == 405)
        #expect(done.rows.filter { $0["plan"] == "P3Y" }.count == 405)
        #expect(done.rows.filter { $0["plan"] == "on-demand" }.count == 2426 + 1200)
        #expect(done.outcome?.zeros == 4)
        #expect(done.codes == [.sheetTermPrice])
        #expect(done.findings.first?.message.contains("(810 times)") == true)
        #expect(try world.check() == [])
    }

    @Test(arguments: [
        ("ec2_us-east-2_20230322145651_fragment", 3, 3),
        ("ec2_us-east-1_20240528203522_fragment", 2, 2),
        ("price_list_api_get_products_items", 2, 1),
    ])
    func `AWS offers have their products`(name: String, items: Int, rows: Int) throws {
        let done = try imported("aws-offer-files/\(name).json")
        #expect(done.outcome?.items == items && done.outcome?.rows == rows)
        #expect(try world.check() == [])
    }

    @Test func `the traps of AWS offers are told`() throws {
        // 1,161 for three years, upfront: 1161 / 26,280 an hour.
        let ohio = try imported("aws-offer-files/ec2_us-east-2_20230322145651_fragment.json")
        let row = ohio.row("m5.large/convertible/all-upfront")
        #expect(row["amount"] == "1161" && row["block"] == "26280" && row["plan"] == "P3Y")
        #expect(ohio.codes == [.sheetTermPrice])
        // A capacity block at 0 is no price of the machine.
        let virginia = try imported("aws-offer-files/ec2_us-east-1_20240528203522_fragment.json")
        #expect(virginia.row("p4d.24xlarge")["amount"] == "32.7726")
        #expect(virginia.outcome?.zeros == 1)
        // China is another company's list, in yuan.
        let ningxia = try imported(
            "aws-offer-files/ec2_cn-northwest-1_20230314154740_fragment.json")
        #expect(ningxia.outcome == nil && ningxia.codes.contains(.sheetUnknownRegion))
        for index in ["offer_index", "savings_plans_region_index"] {
            #expect(
                try imported("aws-offer-files/\(index).json").errors == [.sheetUnknownForm])
        }
    }

    @Test func `455 rates of a savings plan are read, at a site that an overlay adds`() throws {
        let done = try imported("aws-offer-files/database_savings_plans_ap-south-2.csv.gz")
        let region = done.findings.first { $0.code == .sheetUnknownRegion }
        #expect(region?.message.hasSuffix("'ap-south-2' (455 times)") == true)
        let path = try SharedPrices.unpacked(
            "aws-offer-files/database_savings_plans_ap-south-2.csv.gz", in: world.folder)
        let text = try String(contentsOfFile: path, encoding: .utf8)
            .replacing("ap-south-2", with: "eu-central-1")
        let moved = try world.imported(text)
        #expect(moved.outcome?.items == 455 && moved.outcome?.rows == 455)
        #expect(moved.errors.isEmpty && moved.rows.allSatisfy { $0["plan"] == "P1Y" })
        #expect(moved.rows.filter { $0["sheetUnit"] == "Hrs" }.count == 410)
        #expect(moved.rows.first?["asOf"] == "2026-04-22")
        #expect(try world.check() == [])
    }

    @Test func `Google's SKUs have their tiers, units and regions`() throws {
        let egress = try imported("gcp-catalog/vpn_internet_egress_multitier.json")
        #expect(
            egress.rows.map { [$0["tierFrom"], $0["amount"]] } == [
                ["", "0.12"], ["1024", "0.11"], ["10240", "0.08"],
            ])
        #expect(egress.rows.allSatisfy { $0["aggregation"] == "account" })
        #expect(egress.codes == [.sheetRemark])
        let compute = try imported("gcp-catalog/compute_engine_skus.json")
        #expect(compute.outcome?.items == 7 && compute.outcome?.rows == 5)
        #expect(compute.rows.filter { $0["currency"] == "IDR" }.count == 2)
        #expect(compute.row("CF4E-A0C7-E3BF")["amount"] == "327.173848364")
        #expect(compute.codes.contains(.sheetPageMissing))
        let kubernetes = try imported("gcp-catalog/kubernetes_engine_skus_asia-southeast2.json")
        #expect(kubernetes.outcome?.items == 35)
        #expect(kubernetes.outcome?.leftOut.map(\.count) == [31])
        let path = SharedPrices.path("gcp-catalog/kubernetes_engine_skus_asia-southeast2.json")
        let moved = try world.imported(
            try String(contentsOfFile: path, encoding: .utf8)
                .replacing("\"asia-southeast2\"", with: "\"europe-west3\""))
        #expect(moved.outcome?.rows == 35 && moved.errors.isEmpty)
        let messages = moved.findings.map(\.message).joined(separator: "|")
        #expect(messages.contains("a month of this sheet has 744 hours"))
        #expect(messages.contains("displayQuantity is for display only"))
        #expect(try world.check() == [])
    }

    @Test func `Oracle's 450 products have 520 tiers with two infinities`() throws {
        let done = try imported("oci/cetools_products_usd.json.gz")
        #expect(done.outcome?.items == 450 && done.outcome?.rows == 520)
        let tiers = Dictionary(grouping: done.rows) { $0["sku"] ?? "" }
        #expect(tiers.values.filter { $0.count > 1 }.count == 59)
        #expect(tiers["B91210"]?.map { $0["tierFrom"] } == ["", "5000", "15000", "500000"])
        #expect(tiers["B93030"]?.map { $0["tierFrom"] } == ["", "744"])
        let messages = done.findings.map(\.message)
        #expect(messages.contains("999999999999999 stands for no upper bound (45 times)"))
        #expect(messages.contains("999999999 stands for no upper bound (14 times)"))
        #expect(messages.contains("tiers do not stand in their order (5 times)"))
        #expect(try world.check() == [])
    }

    @Test func `Oracle's damaged copy is told, and its zeros are no prices`() throws {
        let done = try imported("oci/oci_price_list_2026-01.json.gz")
        #expect(done.outcome?.items == 602 && done.outcome?.rows == 518)
        #expect(done.outcome?.zeros == 0 && done.outcome?.leftOut.map(\.count) == [84])
        #expect(done.codes.contains(.sheetTiersLost))
        #expect(!done.rows.contains { $0["sku"] == "B88327" })
        #expect(try world.check() == [])
    }

    @Test func `an export of an agreement has 27 rows, of which four meters are at known sites`()
        throws
    {
        let done = try imported("focus/azure_ea_export_anonymous.csv")
        #expect(done.outcome?.items == 27 && done.outcome?.rows == 4)
        #expect(done.rows.allSatisfy { $0["currency"] == "CAD" && $0["basis"] == "derived" })
        #expect(done.rows.first { $0["sheetUnit"] == "10K" }?["block"] == "10000")
        #expect(done.outcome?.leftOut.map(\.count) == [2, 21])
        #expect(try world.check() == [])
        let path = SharedPrices.path("focus/azure_ea_export_anonymous.csv")
        let moved = try world.imported(
            try String(contentsOfFile: path, encoding: .utf8)
                .replacing(",CentralUS,", with: ",westeurope,")
                .replacing(",EastUS2,", with: ",northeurope,"))
        // 27 rows are of 18 meters at a site.
        #expect(moved.outcome?.rows == 18 && moved.errors.isEmpty)
    }
}

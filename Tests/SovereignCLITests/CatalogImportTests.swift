import Diagnostics
import Foundation
import SovereignCLI
import TestSupport
import Testing

/// Imports invented prices of real meters over the shipped catalog, and quotes with them.
struct CatalogImportTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ arguments: String...) -> CommandRun {
        CommandRun(arguments: arguments, in: folder, surroundings: KeptCatalog.surroundings)
    }

    private func page(_ prices: (region: String, machine: String, price: String)...) -> String {
        let items = prices.map { region, machine, price in
            """
            {"currencyCode":"USD","tierMinimumUnits":0.0,"retailPrice":\(price),\
            "armRegionName":"\(region)","effectiveStartDate":"2026-01-01T00:00:00Z",\
            "meterId":"m-\(machine)","meterName":"\(machine)","skuId":"P/1",\
            "productName":"Virtual Machines Series","skuName":"\(machine)",\
            "serviceName":"Virtual Machines","unitOfMeasure":"1 Hour","type":"Consumption",\
            "armSkuName":"\(machine)"}
            """
        }
        return "{\"Items\":[\(items.joined(separator: ","))],\"NextPageLink\":null,"
            + "\"Count\":\(prices.count)}"
    }

    @Test func `an imported sheet is checked and quoted with`() throws {
        let sheet = try folder.write(
            page(("spaincentral", "Standard_D2as_v6", "0.001")), to: "sheet.json")
        let done = run(
            "catalog", "import", sheet, "--output", folder("ours"), "--as-of", "2026-11-01")
        #expect(done.status == .yes, "\(done.messages)")
        #expect(done.messages.isEmpty)
        let lines = done.answer.split(separator: "\n").map(String.init)
        #expect(lines[0] == "azure-retail: 1 item with 1 price in 1 file")
        #expect(lines[1].hasPrefix("as of 2026-11-01, SHA-256 "))
        #expect(
            lines[2].hasPrefix("1 row written to ")
                && lines[2].hasSuffix("/ours/providers/microsoft/prices/azure-retail.csv"))
        #expect(lines[3] == "  1 in place of a price of the catalog")
        let catalog = FixtureCatalog.repository().path + "/catalog"
        let check = run("catalog", "check", catalog, folder("ours"))
        #expect(check.status == .yes && check.messages.isEmpty, "\(check.messages)")
        let scenario = catalog + "/scenarios/spain-limited.yaml"
        let quote = run("quote", scenario, "--catalog", catalog, "--catalog", folder("ours"))
        #expect(quote.status == .yes, "\(quote.messages)")
        let prices = run(
            "catalog", "list", "prices", "--where", "id=azure-d2as-v6", "--catalog", catalog,
            "--catalog", folder("ours"))
        #expect(prices.answer.contains("0.001"), "\(prices.answer)")
    }

    @Test func `a refused sheet exits with 65 and leaves nothing`() throws {
        let sheet = try folder.write(
            page(("nowhere", "Standard_D2as_v6", "0.2"), ("spaincentral", "A", "\"N/A\"")),
            to: "sheet.json")
        let done = run("catalog", "import", sheet, "--output", folder("ours"))
        #expect(done.status == .badData && done.answer.isEmpty)
        #expect(done.codes == [.sheetUnknownRegion, .sheetPlaceholder])
        #expect(done.messages.contains("sheet.json:1:"))
        #expect(folder.entries == ["sheet.json"])
        let skipped = run(
            "catalog", "import", sheet, "--output", folder("ours"), "--skip-unknown")
        #expect(skipped.codes == [.sheetUnknownRegion, .sheetPlaceholder])
        #expect(skipped.status == .badData)
    }

    @Test func `what moved since the older sheet is told, by folder or by file`() throws {
        let old = try folder.write(
            page(("spaincentral", "A", "1"), ("spaincentral", "B", "2")), to: "old.json")
        let new = try folder.write(
            page(("spaincentral", "A", "1.2"), ("spaincentral", "C", "3")), to: "new.json")
        #expect(run("catalog", "import", old, "--output", folder("old")).status == .yes)
        for since in [folder("old"), old] {
            let done = run(
                "catalog", "import", new, "--output", folder("new"), "--since", since,
                "--threshold", "5")
            #expect(done.status == .yes, "\(done.messages)")
            #expect(
                done.answer.contains(
                    """
                    compared with the older sheet: 1 price in both, 1 changed, 1 appeared, \
                    1 vanished
                      1 moved by more than 5 %, 0 more than tenfold, 0 became 0
                      +20.0 %  A at microsoft-spaincentral, on demand: 1 USD to 1.2 USD

                    """), "\(done.answer)")
        }
    }

    @Test func `the summary is a document too`() throws {
        let sheet = try folder.write(page(("spaincentral", "A", "1")), to: "sheet.json")
        let done = run(
            "catalog", "import", sheet, "--output", folder("ours"), "--since", sheet,
            "--format", "json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(done.answer.utf8)) as? [String: Any])
        #expect(object["format"] as? String == "catalog-import/1")
        #expect(object["rows"] as? Int == 1 && object["form"] as? String == "azure-retail")
        let comparison = try #require(object["comparison"] as? [String: Any])
        #expect(comparison["common"] as? Int == 1 && comparison["changed"] as? Int == 0)
    }

    @Test(arguments: [
        ["--as-of", "soon"], ["--currency", "XQQ"], ["--threshold", "-1"], ["--as", "excel"],
    ])
    func `words that mean nothing are wrong usage`(options: [String]) {
        let done = CommandRun(
            arguments: ["catalog", "import", "a.json", "--output", "b"] + options, in: folder)
        #expect(done.status == .wrongUsage)
    }
}

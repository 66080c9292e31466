import Catalog
import Diagnostics
import Foundation
import Quantities
import TestSupport
import Testing

struct AzureRetailSheetTests {
    private let world: ImportWorld

    init() throws {
        world = try ImportWorld()
    }

    @Test func `an item becomes a row of the catalog, with source, date and hash`() throws {
        var world = world
        world.options.asOf = CalendarDate(year: 2026, month: 11, day: 1)
        let done = try world.imported(AzurePage.page(AzurePage.item()))
        let outcome = try #require(done.outcome)
        #expect(outcome.items == 1 && outcome.prices == 1 && outcome.rows == 1)
        let row = done.row("m1/P/1")
        #expect(row["sites"] == "microsoft-eastus" && row["plan"] == "on-demand")
        #expect(row["unit"] == "unit-hour" && row["amount"] == "0.5" && row["currency"] == "USD")
        #expect(row["basis"] == "published" && row["asOf"] == "2026-11-01")
        #expect(row["effectiveFrom"] == "2025-01-01" && row["effectiveUntil"] == "")
        #expect(row["source"]?.contains("SHA-256 \(outcome.hash) | https://") == true)
        // The digest of the bytes as any other program works it out is checked in ContentHashTests.
        let bytes = try Data(contentsOf: URL(fileURLWithPath: world.folder("sheet-0.json")))
        #expect(outcome.hash == ContentHash(of: Array(bytes)).hexadecimal)
        #expect(done.findings.isEmpty)
        #expect(try world.check() == [])
    }

    @Test func `a reservation is the price of its whole term, not of an hour`() throws {
        let done = try world.imported(
            AzurePage.page(
                AzurePage.machine(["retailPrice": "0.0804"]),
                AzurePage.machine([
                    "type": "\"Reservation\"", "reservationTerm": "\"1 Year\"",
                    "retailPrice": "416.0", "skuId": "\"P/2\"",
                ]),
                AzurePage.machine([
                    "type": "\"Reservation\"", "reservationTerm": "\"3 Years\"",
                    "retailPrice": "803.0", "skuId": "\"P/3\"",
                ])))
        #expect(done.codes == [.sheetTermPrice])
        #expect(done.findings.first?.message.contains("(2 times)") == true)
        let plans = Dictionary(
            uniqueKeysWithValues: done.rows.map { ($0["plan"] ?? "", $0) })
        // 416 / 8,760 = 0.0474885… has no end: one amount buys 8,760 hours instead.
        #expect(plans["P1Y"]?["amount"] == "416" && plans["P1Y"]?["block"] == "8760")
        #expect(plans["P3Y"]?["amount"] == "803" && plans["P3Y"]?["block"] == "26280")
        #expect(plans["P1Y"]?["model"] == "block" && plans["P1Y"]?["basis"] == "derived")
        #expect(plans["P1Y"]?["unit"] == "instance-hour")
        #expect(plans["P1Y"]?["note"] == "416 for the whole term; 416 / 8760 an hour")
        #expect(plans["on-demand"]?["amount"] == "0.0804" && plans["on-demand"]?["block"] == "")
        #expect(Set(done.rows.map { $0["sku"] }) == ["Standard_X2"])
        #expect(try world.check() == [])
    }

    @Test func `savings plans stand inside the item, by the hour`() throws {
        let plans =
            "[{\"unitPrice\":0.3,\"retailPrice\":0.3,\"term\":\"3 Years\"},"
            + "{\"unitPrice\":0.4,\"retailPrice\":0.4,\"term\":\"1 Year\"}]"
        let done = try world.imported(AzurePage.page(AzurePage.machine(["savingsPlan": plans])))
        #expect(done.outcome?.items == 1 && done.outcome?.prices == 3)
        let amounts = done.rows.filter { $0["sku"] == "Standard_X2/savings-plan" }
            .map { [$0["plan"], $0["amount"], $0["block"]] }
        #expect(amounts == [["P1Y", "0.4", ""], ["P3Y", "0.3", ""]])
        #expect(try world.check() == [])
    }

    @Test func `Windows, Spot, Low Priority, tests and free twins are never one price`() throws {
        let done = try world.imported(
            AzurePage.page(
                AzurePage.machine(),
                AzurePage.machine(["type": "\"DevTestConsumption\"", "retailPrice": "0.1"]),
                AzurePage.machine(["productName": "\"X Series Windows\"", "retailPrice": "0.9"]),
                AzurePage.machine(["skuName": "\"X2 Spot\"", "retailPrice": "0.05"]),
                AzurePage.machine(["skuName": "\"X2 Low Priority\"", "retailPrice": "0.06"]),
                AzurePage.machine(["meterName": "\"X2 - Free\"", "retailPrice": "0"])))
        #expect(
            done.rows.compactMap { $0["sku"] } == [
                "Standard_X2", "Standard_X2/devtest", "Standard_X2/free",
                "Standard_X2/low-priority", "Standard_X2/spot", "Standard_X2/windows",
            ])
        #expect(done.outcome?.zeros == 1)
        #expect(try world.check() == [])
    }

    @Test func `an interval that ends before it starts is left out and said`() throws {
        let done = try world.imported(
            AzurePage.page(
                AzurePage.item([
                    "retailPrice": "0.01", "effectiveStartDate": "\"2026-10-01T00:00:00Z\"",
                    "effectiveEndDate": "\"2026-09-30T23:59:00Z\"",
                ]),
                AzurePage.item([
                    "retailPrice": "0.05", "effectiveStartDate": "\"2026-10-01T00:00:00Z\"",
                ])))
        #expect(done.codes == [.sheetEmptyValidity])
        #expect(done.findings.first?.severity == .warning)
        #expect(done.rows.map { $0["amount"] } == ["0.05"])
        #expect(done.outcome?.leftOut.map(\.count) == [1])
        #expect(done.outcome?.leftOut.first?.reason == "its validity is empty")
    }

    @Test func `very many empty intervals are counted, and do not end the reading`() throws {
        let empty = (0..<10_500).map {
            AzurePage.item([
                "meterId": "\"m\($0)\"", "effectiveEndDate": "\"2024-09-30T23:59:00Z\"",
            ])
        }
        let page = "{\"Items\":[\((empty + [AzurePage.item()]).joined(separator: ","))]}"
        let done = try world.imported(page)
        #expect(done.outcome?.leftOut.map(\.count) == [10_500] && done.outcome?.rows == 1)
        #expect(done.codes.count == 201)
        #expect(done.findings.contains { $0.message.hasSuffix("(10300 times)") })
    }

    @Test func `ends are the last minute in which a price holds`() throws {
        let done = try world.imported(
            AzurePage.page(
                AzurePage.item(["effectiveEndDate": "\"2026-09-30T23:59:00Z\""])))
        #expect(done.rows.first?["effectiveUntil"] == "2026-10-01")
    }

    @Test func `a later start ends the earlier price, and of equal starts the open one wins`()
        throws
    {
        let done = try world.imported(
            AzurePage.page(
                AzurePage.item(["retailPrice": "1"]),
                AzurePage.item([
                    "retailPrice": "2", "effectiveStartDate": "\"2026-01-01T00:00:00Z\"",
                ]),
                AzurePage.item([
                    "retailPrice": "3", "effectiveStartDate": "\"2026-01-01T00:00:00Z\"",
                    "effectiveEndDate": "\"2026-06-30T23:59:00Z\"",
                ])))
        #expect(
            done.rows.map { [$0["amount"], $0["effectiveFrom"], $0["effectiveUntil"]] } == [
                ["1", "2025-01-01", "2026-01-01"], ["2", "2026-01-01", ""],
            ])
        #expect(done.outcome?.superseded == 2)
        #expect(try world.check() == [])
    }

    @Test func `two prices with one identity are refused, and nothing is written`() throws {
        let done = try world.imported(
            AzurePage.page(AzurePage.item(), AzurePage.item(["retailPrice": "0.6"])))
        #expect(done.outcome == nil && done.errors == [.sheetPriceTwice])
        #expect(done.findings.first?.notes.first?.location != nil)
        #expect(done.left.isEmpty)
    }

    @Test func `the same entry twice counts once`() throws {
        let done = try world.imported(AzurePage.page(AzurePage.item(), AzurePage.item()))
        #expect(done.outcome?.rows == 1 && done.findings.isEmpty)
        #expect(done.outcome?.leftOut.first?.reason == "it repeats another one exactly")
    }

    @Test func `bounds of tiers are in blocks on the sheet, and in units in the catalog`() throws {
        let block: [String: String?] = ["unitOfMeasure": "\"10\""]
        let above: [String: String?] = ["tierMinimumUnits": "100000.0", "retailPrice": "0.4"]
        let done = try world.imported(
            AzurePage.page(
                AzurePage.item(block), AzurePage.item(block.merging(above) { $1 })))
        // 100,000 blocks of 10 are one million executions.
        #expect(done.rows.map { $0["tierFrom"] } == ["", "1000000"])
        #expect(done.rows.allSatisfy { $0["block"] == "10" && $0["model"] == "graduated" })
        #expect(done.codes == [.sheetRemark])
        #expect(try world.check() == [])
    }

    @Test func `a first tier that is not at 0 is refused`() throws {
        let done = try world.imported(
            AzurePage.page(AzurePage.item(["tierMinimumUnits": "51200.0"])))
        #expect(done.errors == [.sheetBrokenTiers] && done.left.isEmpty)
    }

    @Test func `all unknown words are listed once, with their first place and number`() throws {
        let sheet = AzurePage.page(
            AzurePage.item(["armRegionName": "\"nowhere\""]),
            AzurePage.item(["armRegionName": "\"nowhere\"", "meterId": "\"m2\""]),
            AzurePage.item(["armRegionName": "\"elsewhere\""]),
            AzurePage.item(["unitOfMeasure": "\"1 Furlong\""]),
            AzurePage.item(["currencyCode": "\"XQQ\""]), AzurePage.item())
        let refused = try world.imported(sheet)
        #expect(refused.outcome == nil && refused.left.isEmpty)
        #expect(
            Set(refused.errors)
                == [.sheetUnknownRegion, .sheetUnknownUnit, .sheetUnknownCurrency])
        #expect(refused.errors.count == 4)
        let twice = refused.findings.first { $0.message.contains("'nowhere'") }
        #expect(twice?.message.hasSuffix("(2 times)") == true && twice?.location?.line == 1)

        var world = world
        world.options.skipsUnknown = true
        let done = try world.imported(sheet)
        #expect(done.errors.isEmpty && done.codes.count == 4 && done.outcome?.rows == 1)
        #expect(done.outcome?.leftOut.map(\.count) == [3, 1, 1])
    }

    @Test(arguments: [
        ("\"N/A\"", FindingCode.sheetPlaceholder), ("\"NULL\"", .sheetPlaceholder),
        ("\"0.75%\"", .sheetPlaceholder), ("-1", .sheetPlaceholder),
        ("\"0,75\"", .sheetDecimalSign), ("\"1.234,5\"", .sheetDecimalSign),
    ])
    func `what is no number is refused`(price: String, code: FindingCode) throws {
        let done = try world.imported(AzurePage.page(AzurePage.item(["retailPrice": price])))
        #expect(done.errors == [code] && done.left.isEmpty)
    }

    @Test func `a price without its meter or amount is refused`() throws {
        let done = try world.imported(
            AzurePage.page(AzurePage.item(["retailPrice": nil]), AzurePage.item(["meterId": nil])))
        #expect(done.errors == [.inputMissingKey, .inputMissingKey])
    }

    @Test func `a page that counts more than it holds is refused`() throws {
        let done = try world.imported(AzurePage.page(AzurePage.item(), count: 1000))
        #expect(done.errors == [.sheetPageMissing] && done.left.isEmpty)
    }

    @Test func `a page that names another is imported together with it`() throws {
        let link = "\"https://example.com/?$skip=1\""
        let first = AzurePage.page(AzurePage.item(), next: link)
        let alone = try world.imported(first)
        #expect(alone.errors == [.sheetPageMissing] && alone.left.isEmpty)
        let both = try world.imported(
            first, AzurePage.page(AzurePage.item(["meterId": "\"m2\""])))
        #expect(both.findings.isEmpty && both.outcome?.rows == 2)
        var world = world
        world.options.isPartial = true
        let part = try world.imported(first)
        #expect(part.codes == [.sheetPageMissing] && part.outcome?.rows == 1)
    }

    @Test func `the order of entries changes nothing but the hash`() throws {
        let items = (0..<40).map {
            AzurePage.item(["meterId": "\"m\($0)\"", "retailPrice": "\($0).25"])
        }
        func bytes(_ items: [String]) throws -> String {
            let world = try ImportWorld()
            let page = "{\"Items\":[\(items.joined(separator: ","))],\"Count\":40}"
            let done = try world.imported(page)
            let outcome = try #require(done.outcome)
            let text = try String(contentsOfFile: outcome.path, encoding: .utf8)
            return text.replacing(outcome.hash, with: "")
        }
        #expect(try bytes(items) == bytes(items.reversed()))
        #expect(try bytes(items) == bytes(items))
    }

    @Test func `prices that do not fit in memory are sorted on disk, to the same bytes`() throws {
        let items = (0..<200).map {
            AzurePage.item(["meterId": "\"m\($0 * 37 % 200)\"", "retailPrice": "\($0).25"])
        }
        let page = "{\"Items\":[\(items.joined(separator: ","))]}"
        var small = try ImportWorld()
        small.options.sortMemory = 2_000
        let one = try small.imported(page)
        let two = try world.imported(page)
        #expect(one.rows == two.rows && one.rows.count == 200)
    }

    @Test func `a price of the catalog is replaced, not doubled`() throws {
        // The shipped catalog prices this machine at this site.
        let done = try world.imported(
            AzurePage.page(
                AzurePage.machine([
                    "armSkuName": "\"Standard_D2as_v6\"", "armRegionName": "\"spaincentral\"",
                    "retailPrice": "9.75",
                ])))
        #expect(done.outcome?.replaced == 1)
        #expect(done.rows.first?["id"] == "azure-d2as-v6")
        #expect(try world.check() == [])
    }
}

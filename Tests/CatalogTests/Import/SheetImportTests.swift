import Catalog
import Diagnostics
import Foundation
import Quantities
import TestSupport
import Testing

struct SheetImportTests {
    private let world: ImportWorld

    init() throws {
        world = try ImportWorld()
    }

    @Test func `a compressed sheet is refused with the way to unpack it`() throws {
        let path = try world.folder.write(Data([0x1F, 0x8B, 8, 0, 0]), to: "a.json")
        let done = try world.imported(paths: [path])
        #expect(done.errors == [.sheetCompressed] && done.left.isEmpty)
        #expect(done.findings.first?.help == "unpack it first: gunzip -k \(path)")
    }

    @Test(arguments: [
        "{\"offerCode\": \"A\", \"versionIndexUrl\": \"/x\"}",
        "{\"regions\": [{\"versionUrl\": 1}]}",
        "{\"a\": 1}", "a,b\n1,2\n", "words",
    ])
    func `a list of sheets and what is no sheet are refused`(text: String) throws {
        let done = try world.imported(text)
        #expect(done.errors == [.sheetUnknownForm] && done.left.isEmpty)
    }

    @Test func `an empty file, a missing one and a folder are refused`() throws {
        let empty = try world.imported("")
        #expect(empty.errors == [.sheetUnknownForm])
        var world = world
        world.options.form = .azureRetail
        #expect(try world.imported("  \n").errors == [.inputEmpty])
        #expect(try world.imported(paths: [world.folder("none")]).errors == [.inputFileMissing])
        #expect(try world.imported(paths: [world.folder.path]).errors == [.inputIsDirectory])
    }

    @Test func `a form that is named and another that is found do not go together`() throws {
        var world = world
        world.options.form = .gcpSkus
        let done = try world.imported(AzurePage.page(AzurePage.item()))
        #expect(done.errors == [.sheetUnknownForm])
        #expect(done.findings.first?.message.contains("azure-retail, not gcp-skus") == true)
    }

    @Test func `a sheet without a price writes nothing`() throws {
        var world = world
        world.options.form = .azureRetail
        let done = try world.imported("{\"Items\":[],\"Count\":0}")
        #expect(done.errors == [.sheetUnknownForm] && done.left.isEmpty)
    }

    @Test func `an overlay that cannot be written leaves nothing`() throws {
        var world = world
        let file = try world.folder.write("x", to: "file")
        world.options.folder = file + "/ours"
        let done = try world.imported(AzurePage.page(AzurePage.item()))
        #expect(done.outcome == nil && done.errors.count == 1)
        #expect(world.folder.text(of: "file") == "x")
    }

    @Test func `an error keeps the older overlay as it was`() throws {
        let good = try world.imported(AzurePage.page(AzurePage.item()))
        let path = try #require(good.outcome?.path)
        let before = try String(contentsOfFile: path, encoding: .utf8)
        let bad = try world.imported(
            AzurePage.page(AzurePage.item(), AzurePage.item(["retailPrice": "7"])))
        #expect(bad.outcome == nil)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
    }

    /// Columns of text and code points of the file, at the entry that is wrong.
    @Test func `a finding stands at its line and column`() throws {
        let page = """
            {"Items": [
              \(AzurePage.item()),
              {"meterId": "ü", "retailPrice": "N/A"}
            ]}
            """
        let done = try world.imported(page)
        let place = try #require(done.findings.first?.location)
        #expect(place.line == 3 && place.column == 35 && place.length == 5)
    }
}

struct SheetComparisonTests {
    private let world: ImportWorld

    init() throws {
        world = try ImportWorld()
    }

    private func item(_ meter: String, _ price: String) -> String {
        AzurePage.item(["meterId": "\"\(meter)\"", "retailPrice": price])
    }

    private func compared(
        _ old: String, _ new: String, threshold: Int = 10, byFile: Bool = false
    ) throws -> ImportWorld.Imported {
        let first = try world.imported(old, name: "old")
        let path = try #require(first.outcome?.path)
        let kept = world.folder("kept/providers/microsoft/prices/azure-retail.csv")
        try world.folder.write(
            try String(contentsOfFile: path, encoding: .utf8),
            to: "kept/providers/microsoft/prices/azure-retail.csv")
        var world = world
        world.options.threshold = ExactDecimal(threshold)
        world.options.since = [byFile ? world.folder("old-0.json") : kept]
        return try world.imported(new, name: "new")
    }

    @Test(arguments: [false, true])
    func `moves past a threshold, new, gone and zero prices are told`(byFile: Bool) throws {
        let done = try compared(
            AzurePage.page(
                item("a", "1"), item("b", "1"), item("c", "1"), item("d", "1"), item("e", "1"),
                item("f", "0"), item("g", "0.5")),
            AzurePage.page(
                item("a", "1"), item("b", "1.1"), item("c", "1.11"), item("d", "0"),
                item("e", "10.5"), item("f", "2"), item("h", "1")), byFile: byFile)
        let result = try #require(done.outcome?.comparison)
        #expect(result.common == 6 && result.appeared == 1 && result.vanished == 1)
        // b moved by 10 %, which is not past 10 %; c by 11, d to 0, e by 950, f from 0.
        #expect(result.changed == 5 && result.past == 4)
        #expect(result.tenfold == 1 && result.zeroNow == 1)
        #expect(
            result.largest.map(\.change) == [nil, 95_000, -10_000, 1_100],
            "\(result.largest.map(\.name))")
        #expect(Set(done.codes) == [.sheetTenfold, .sheetZeroNow])
        #expect(done.findings.allSatisfy { $0.severity == .warning })
    }

    @Test func `exactly tenfold is not more than tenfold`() throws {
        let done = try compared(
            AzurePage.page(item("a", "1"), item("b", "1"), item("c", "1"), item("d", "1")),
            AzurePage.page(
                item("a", "10"), item("b", "10.01"), item("c", "0.1"), item("d", "0.09")))
        #expect(done.outcome?.comparison?.tenfold == 2)
    }

    @Test func `a sheet compared with itself has not moved`() throws {
        let sheet = AzurePage.page(item("a", "1"), item("b", "0"), item("c", "2.5"))
        let result = try #require(try compared(sheet, sheet, threshold: 0).outcome?.comparison)
        #expect(result.common == 3 && result.changed == 0 && result.past == 0)
        #expect(result.appeared == 0 && result.vanished == 0)
    }

    @Test func `a file that no import wrote is refused`() throws {
        var world = world
        let path = try world.folder.write("a,b\n", to: "x/azure-retail.csv")
        world.options.since = [path]
        let done = try world.imported(AzurePage.page(item("a", "1")))
        #expect(done.errors == [.sheetUnknownForm] && done.left == ["x"])
    }
}

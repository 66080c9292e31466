import Catalog
import Diagnostics
import LocatedInput
import Quantities
import TestSupport
import Testing

/// Sheets are read row by row and packed; what comes out is what is written.
struct PriceSheetReadingTests {
    private static let path = "providers/aurelia/prices/more.csv"
    private static let header =
        "id,sku,sites,plan,unit,model,block,tierFrom,amount,currency,basis,low,high,aggregation,"
        + "effectiveFrom,effectiveUntil,sheetRow,sheetUnit,note,source,asOf,confidence,unverified\n"

    private func load(_ rows: String) throws -> (catalog: CatalogSnapshot?, lines: [String]) {
        var fixture = try FixtureCatalog()
        fixture.write(Self.header + rows, to: Self.path)
        let (catalog, findings) = fixture.load()
        return (catalog, findings.map(\.line))
    }

    /// Cells that are written in many ways, and what each says.
    private static let amounts: [(String, String)] = [
        ("0", "0"), ("0.10", "0.1"), ("12", "12"), ("1200", "1200"), ("0.000100", "0.0001"),
        ("999999999999999999", "999999999999999999"), ("\"0.25\"", "0.25"),
        ("1234567890123456789012", "1234567890123456789012"),
        ("0.12345678901234567890123456789", "0.12345678901234567890123456789"),
    ]

    private static let quotes = ["plain", "\"with, comma\"", "\"says \"\"so\"\"\"", "ünïté", ""]

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `rows come out as they were written`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var rows = ""
        var expected: [String: [String?]] = [:]
        for number in 0..<300 {
            let (amount, value) = Self.amounts.randomElement(using: &generator) ?? ("0", "0")
            let note = Self.quotes.randomElement(using: &generator) ?? ""
            let sheetRow = Self.quotes.randomElement(using: &generator) ?? ""
            let plan = ["on-demand", "P1Y"].randomElement(using: &generator) ?? ""
            let isIndicative = Int.random(in: 0...9, using: &generator) == 0
            let basis = isIndicative ? "indicative" : "published"
            let range = isIndicative ? "0,\(amount)" : ","
            let isNoted = isIndicative && note.isEmpty
            let end = ["\n", "\r\n", "\n\n"].randomElement(using: &generator) ?? "\n"
            rows +=
                "r\(number),S\(number % 40)-\(number),aurelia-north,\(plan),unit,per-unit,,,"
                + "\(amount),EUR,"
                + "\(basis),\(range),,,,\(sheetRow),,\(isNoted ? "why" : note),"
                + "Invented price list,2026-01-01,primary,\(end)"
            expected["r\(number)"] = [
                value, isNoted ? "why" : Self.said(note), Self.said(sheetRow), plan, basis,
                isIndicative ? value : nil,
            ]
        }
        let (catalog, lines) = try load(rows)
        let prices = try #require(catalog, "\(lines)").prices.filter {
            $0.id.rawValue.hasPrefix("r")
        }
        #expect(prices.count == 300)
        for price in prices {
            let found = [
                price.amount.description, price.note, price.sheetRow,
                price.plan == .onDemand ? "on-demand" : "P1Y", price.basis.rawValue,
                price.high?.description,
            ]
            #expect(expected[price.id.rawValue] == found, "\(price.id)")
        }
    }

    /// What a cell says.
    private static func said(_ cell: String) -> String? {
        if cell.isEmpty { return nil }
        guard cell.hasPrefix("\"") else { return cell }
        return String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }

    private static func row(_ id: String, _ amount: String = "1", tail: String = "") -> String {
        "\(id),X\(id),aurelia-north,on-demand,unit,per-unit,,,\(amount),EUR,published,,,,,,,,,"
            + "Invented price list,2026-01-01,primary,\(tail)\n"
    }

    @Test(arguments: [
        ("bad id,XB,aurelia-north,on-demand,unit,per-unit,,,1", "5:1 INP042"),
        ("b,,aurelia-north,on-demand,unit,per-unit,,,1", "5:3 INP032"),
        ("b,XB,aurelia-north,on-demand,unit,per-unit,,,-1", "5:46 CAT021"),
        ("b,XB,aurelia-north,on-demand,unit,per-unit,,,1.", "5:46 INP034"),
        ("b,XB,aurelia-north,on-demand,unit,per-unit,,,007", "5:46 INP034"),
        ("b,XB,aurelia-north,on-demand,unit,per-unit,,,", "5:46 INP032"),
        ("b,XB,aurelia-north,on-demand,unit,per-unit,,1,1", "5:45 CAT022"),
        ("b,XB,aurelia-nort,on-demand,unit,per-unit,,,1", "5:6"),
        ("r1,XB,aurelia-north,on-demand,unit,per-unit,,,1", "5:1"),
    ])
    func `a mistake among rows in order is told at its place`(
        start: String, place: String
    ) throws {
        let rows = Self.row("r1") + Self.row("r2") + Self.row("r3")
        let mistaken = start + ",EUR,published,,,,,,,,,Invented price list,2026-01-01,primary,\n"
        let (catalog, lines) = try load(rows + mistaken + Self.row("r5"))
        #expect(catalog == nil)
        #expect(lines.count == 1, "\(lines)")
        let first = try #require(lines.first)
        #expect(first.hasPrefix("catalog/\(Self.path):\(place)"), "\(first)")
    }

    @Test func `all mistakes are told, however many rows are in order`() throws {
        var rows = ""
        for number in 0..<2_000 {
            rows += Self.row("r\(number)", number % 100 == 7 ? "none" : "0.5")
        }
        let (catalog, lines) = try load(rows)
        #expect(catalog == nil)
        #expect(lines.count == 20)
        #expect(lines.first?.hasPrefix("catalog/\(Self.path):9:") == true)
    }

    @Test func `later layers replace rows, whichever is the larger`() throws {
        for count in [1, 3_000] {
            let overlay = CatalogLayer(
                folder: "ours",
                files: [
                    CatalogLayer.File(
                        relativePath: Self.path,
                        input: InputText(
                            path: "ours/\(Self.path)",
                            text: Self.header + Self.row("ap-m4", "0.01")
                                + (1..<count).map { Self.row("n\($0)") }.joined()))
                ])
            let (catalog, findings) = try FixtureCatalog().load(under: overlay)
            let prices = try #require(catalog, "\(findings.map(\.line))").prices
            let replaced = prices.filter { $0.id.rawValue == "ap-m4" }
            #expect(replaced.map(\.amount.description) == ["0.01"])
            #expect(replaced.first?.provenance.location.description == "ours/\(Self.path):2:1")
            let before = try #require(FixtureCatalog().load().snapshot).priceCount
            #expect(catalog?.priceCount == before + count - 1)
        }
    }

    @Test func `a sheet of many rows is beyond no limit`() throws {
        // More cells than other tables may have.
        let rows = (0..<90_000).map { Self.row("n\($0)") }.joined()
        let (catalog, lines) = try load(rows)
        #expect(try #require(catalog, "\(lines.prefix(3))").priceCount > 90_000)
    }
}

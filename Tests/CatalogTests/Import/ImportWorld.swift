import Catalog
import Diagnostics
import Foundation
import LocatedInput
import Quantities
import TestSupport

/// Imports small invented sheets over the shipped catalog, whose regions and sites are real.
struct ImportWorld {
    static let layer: CatalogLayer? = try? FixtureCatalog.shipped().layer()
    static let catalog: CatalogSnapshot? = layer.flatMap {
        CatalogLoader.load([$0], into: FindingCollector())
    }

    let folder: TemporaryFolder
    var options: SheetImport.Options

    init() throws {
        folder = try TemporaryFolder()
        options = SheetImport.Options(folder: folder("ours"))
    }

    /// What an import gave.
    struct Imported {
        let outcome: SheetOutcome?
        let findings: [Finding]
        /// Cells of the rows written, by column.
        let rows: [[String: String]]
        /// Names in the folder after it, without the sheets.
        let left: [String]

        var codes: [FindingCode] { findings.map(\.code) }
        var errors: [FindingCode] { findings.filter { $0.severity == .error }.map(\.code) }

        func row(_ sku: String) -> [String: String] { rows.first { $0["sku"] == sku } ?? [:] }
    }

    /// Imports texts as the pages of one sheet.
    func imported(_ texts: String..., name: String = "sheet") throws -> Imported {
        let paths = try texts.enumerated().map { number, text in
            try folder.write(text, to: "\(name)-\(number).json")
        }
        return try imported(paths: paths)
    }

    /// Imports files.
    func imported(paths: [String]) throws -> Imported {
        guard let catalog = Self.catalog else { throw CocoaError(.fileReadUnknown) }
        let collector = FindingCollector()
        let outcome = SheetImport.run(paths, options, over: catalog, into: collector)
        let rows =
            outcome.flatMap { outcome in
                InputFile.read(outcome.path, limits: .priceSheet, into: collector)
                    .flatMap { CSVInput.parse($0, limits: .priceSheet, into: collector) }
            }?.rows ?? []
        let cells = rows.map { row in
            Dictionary(
                (row.entries ?? []).map { ($0.key, $0.value.text ?? "") },
                uniquingKeysWith: { one, _ in one })
        }
        return Imported(
            outcome: outcome, findings: collector.findings, rows: cells,
            left: folder.entries.filter { !$0.hasSuffix(".json") && !$0.hasSuffix(".csv") })
    }

    /// Loads the shipped catalog with the overlay over it; gives the findings, none if all is well.
    func check() throws -> [String] {
        let collector = FindingCollector()
        guard let layer = Self.layer,
            let files = InputFolder.read(folder("ours"), into: collector)
        else { return ["nothing to check"] }
        let overlay = CatalogLayer(
            folder: "ours",
            files: files.map {
                CatalogLayer.File(relativePath: $0.relativePath, input: $0.input)
            })
        let loaded = CatalogLoader.load([layer, overlay], into: collector)
        return collector.findings.map(\.line) + (loaded == nil ? ["not loaded"] : [])
    }
}

/// Pages of the form of the Azure Retail Prices API, with invented prices.
enum AzurePage {
    /// An ordinary item, with members that differ from it as JSON; `nil` leaves one out.
    static func item(_ changes: [String: String?] = [:]) -> String {
        var members: [String: String?] = [
            "currencyCode": "\"USD\"", "tierMinimumUnits": "0.0", "retailPrice": "0.5",
            "unitPrice": "0.5", "armRegionName": "\"eastus\"", "location": "\"US East\"",
            "effectiveStartDate": "\"2025-01-01T00:00:00Z\"", "meterId": "\"m1\"",
            "meterName": "\"Thing\"", "productId": "\"P\"", "skuId": "\"P/1\"",
            "productName": "\"Things\"", "skuName": "\"Thing\"", "serviceName": "\"Things\"",
            "unitOfMeasure": "\"1 Hour\"", "type": "\"Consumption\"", "armSkuName": "\"\"",
        ]
        for (key, value) in changes { members[key] = .some(value) }
        let texts = members.sorted { $0.key < $1.key }
            .compactMap { key, value in value.map { "\"\(key)\":\($0)" } }
        return "{" + texts.joined(separator: ",") + "}"
    }

    /// An item of a machine that runs Linux on demand.
    static func machine(_ changes: [String: String?] = [:]) -> String {
        let base: [String: String?] = [
            "armSkuName": "\"Standard_X2\"", "serviceName": "\"Virtual Machines\"",
            "productName": "\"Virtual Machines X Series\"", "skuName": "\"X2\"",
            "meterName": "\"X2\"",
        ]
        return item(base.merging(changes) { _, new in new })
    }

    static func page(_ items: String..., count: Int? = nil, next: String = "null") -> String {
        "{\"BillingCurrency\":\"USD\",\"Items\":[\(items.joined(separator: ","))],"
            + "\"NextPageLink\":\(next),\"Count\":\(count ?? items.count)}"
    }
}

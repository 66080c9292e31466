@testable import Catalog
import Foundation
import Quantities
import TestSupport
import Testing

struct SheetUnitsTests {
    private static func meaning(_ text: String, _ form: SheetForm) -> String? {
        var units = SheetUnits(form)
        return units.meaning(of: text).map { "\($0.block) \($0.unit.rawValue)" }
    }

    @Test(arguments: [
        ("1 Hour", "1 unit-hour"), ("10K", "10000 unit"), ("1M", "1000000 unit"),
        ("1K/Hour", "1000 unit-hour"), ("100 Hours", "100 unit-hour"), ("1", "1 unit"),
        ("1 ", "1 unit"), ("1 GB/Month", "1 GB-month"), ("1 /Month", "1 unit-month"),
        ("1 TB", "1000 GB"), ("10 TiB Hours", "10240 GiB-hour"), ("128 MB", "0.128 GB"),
        ("10K Transactions", "10000 request"), ("1 GiB Minute", "1 GiB-minute"),
        ("1 小时", "1 unit-hour"), ("Gb / Month", "1 GB-month"), ("1 1 Hour", "1 unit-hour"),
    ])
    func `Azure's words hold a block and a unit`(text: String, meaning: String) {
        #expect(Self.meaning(text, .azureRetail) == meaning)
        #expect(Self.meaning(text, .eaPriceSheet) == meaning)
    }

    @Test(arguments: [
        ("GB-Mo", "1 GB-month"), ("GB-month", "1 GB-month"), ("GB", "1 GB"),
        ("GigaBytes", "1 GB"), ("Hrs", "1 unit-hour"), ("hours", "1 unit-hour"),
        ("vCPU-Hours", "1 unit-hour"), ("vCPU-Months", "1 unit-month"),
    ])
    func `AWS writes one unit in several ways`(text: String, meaning: String) {
        #expect(Self.meaning(text, .awsOffer) == meaning)
    }

    @Test(arguments: [
        ("10,000 Transactions", "10000 request"), ("1MIL Function Invocations", "1000000 request"),
        ("Million Datapoints", "1000000 unit"), ("OCPU Per Hour", "1 unit-hour"),
        ("5K Messages Per Hour", "5000 unit-hour"), ("Load Balancer", "1 unit-hour"),
        ("Resource Possession Per Day", "1 unit-day"), ("Each", "1 unit"),
        ("Terabyte Storage Capacity Per Month", "1000 GB-month"),
        ("10,000 GB Memory-Seconds", "10000 GB-second"),
    ])
    func `Oracle's metrics hold a block and a unit`(text: String, meaning: String) {
        #expect(Self.meaning(text, .ociProducts) == meaning)
    }

    @Test(arguments: [
        ("GiBy.mo", "1 GiB-month"), ("h", "1 unit-hour"), ("TiBy", "1024 GiB"),
        ("count", "1 unit"),
    ])
    func `Google's units are those of UCUM`(text: String, meaning: String) {
        #expect(Self.meaning(text, .gcpSkus) == meaning)
    }

    @Test(arguments: [
        "", "0", "0 Hours", "1 Furlong", "K", "1KK", "999999999999999999999", "1e3", "-1",
        "GiBy.fortnight", "1.5 GB",
    ])
    func `a word that no table knows means nothing`(text: String) {
        for form in SheetForm.allCases where !(text.isEmpty && form == .azureRetail) {
            guard !(text.isEmpty && form == .eaPriceSheet) else { continue }
            #expect(Self.meaning(text, form) == nil, "\(form.rawValue)")
        }
    }

    @Test(
        .enabled(
            if: SharedPrices.isThere, "SOVEREIGN_SHARED names no folder with price sheets"))
    func `all of Microsoft's pricing units have the block that Microsoft gives them`() throws {
        let text = try SharedPrices.text("finops-toolkit/PricingUnits.csv")
        var rows = 0
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
            let unit = String(parts[1])
            let rest = parts.dropFirst(2).joined().split(separator: ",").map(String.init)
            let block = rest.first { Int($0) != nil } ?? ""
            rows += 1
            let meaning = try #require(Self.meaning(unit, .azureRetail), "'\(unit)'")
            // Sizes other than GB and GiB, and millions, are so many of the catalog's unit.
            let distinct = rest.last ?? ""
            let isOther = [
                "MB", "TB", "PB", "TiB", "PiB", "Million", "Thousands", "/10 Days",
                "/3 Months", "/6 Months",
            ].contains { distinct.contains($0) }
            if !isOther, unit != "10000s" {
                #expect(meaning.hasPrefix(block + " "), "'\(unit)': \(meaning), not \(block)")
            }
        }
        #expect(rows == 383)
    }
}

/// Real sheets, where the folder with them is there.
enum SharedPrices {
    private static let root = ProcessInfo.processInfo.environment["SOVEREIGN_SHARED"]

    static var isThere: Bool {
        root.map { FileManager.default.fileExists(atPath: $0 + "/data/prices") } ?? false
    }

    static func path(_ name: String) -> String { (root ?? "") + "/data/prices/" + name }

    static func text(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }

    /// Unpacks a sheet into a folder and returns its path.
    static func unpacked(_ name: String, in folder: TemporaryFolder) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let target = folder(
            String(name.split(separator: "/").last ?? "sheet").replacing(".gz", with: ""))
        process.arguments = ["-c", "gzip -dc \"$0\" > \"$1\"", path(name), target]
        try process.run()
        process.waitUntilExit()
        return target
    }
}

import Catalog
import Comparison
import Diagnostics
import Documents
import Foundation
import LocatedInput
import Testing

/// The comparison that ships: one storage line that is not online.
struct ExampleTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("catalog/comparisons")

    private func text(_ name: String) throws -> String {
        try String(
            contentsOf: Self.folder.appendingPathComponent("storage-online-\(name).yaml"),
            encoding: .utf8)
    }

    private func report(
        _ change: (String, String) -> String = { _, text in text }
    ) throws -> ComparisonReport {
        let plan = try InventedOffers.plan(text("plan"))
        let offers = try ["aurelia", "borealis", "cumulus"].map {
            try InventedOffers.offer(change($0, text($0)))
        }
        let record = try InventedOffers.record(change("evaluation", text("evaluation")))
        let rates = try #require(plan.exchange)
        return try ComparisonEngine(
            plan: plan, rates: rates.rates, ratesSource: rates.source, openLevels: []
        ).compare(offers, record: record)
    }

    @Test func `the audit finds the planted mistakes and no others`() throws {
        let audit = try #require(try report().audit)
        #expect(
            Set(audit.mistakes.map { "\($0.kind.rawValue) \($0.offer)" }) == [
                "arithmetic aurelia", "unstated-criterion borealis", "missing-evidence borealis",
                "non-compliant-held-compliant borealis", "other-requirement cumulus",
                "disparate-treatment borealis",
            ])
        #expect(audit.mistakes.count == 6)
    }

    /// 50,800,000 with the storage that is not online, 57,600,000 with the seller's own that is.
    @Test func `the correction costs 6,800,000 and another offer is first`() throws {
        let audit = try #require(try report().audit)
        #expect(audit.changesWinner)
        #expect(audit.corrections.map(\.rankBefore) == [2, 1, 3])
        #expect(audit.corrections.map(\.rankAfter) == [1, 2, 3])
        #expect(audit.corrections[1].priceBefore == FixedPoint(50_800_000))
        #expect(audit.corrections[1].priceAfter == FixedPoint(57_600_000))
        #expect(audit.corrections[0].priceBefore == audit.corrections[0].priceAfter)
    }

    @Test func `a record put right has nothing to find`() throws {
        let audit = try #require(
            try report { name, text in
                guard name == "evaluation" else { return text }
                return text.replacing("B2: true", with: "B2: false")
                    .replacing(
                        "checked: [footing, gates]",
                        with: "checked: [footing, online-storage, gates]"
                    )
                    .replacing("amendment-1", with: "amendment-2")
                    .replacing("value: \"76\" }", with: "value: \"76\", evidence: report 4.2 }")
                    .replacing(
                        "      innovation: { value: \"9\", evidence: report 9.2 }\n", with: ""
                    )
                    .replacing("price: \"50800000.00\"", with: "price: \"57600000.00\"")
                    .replacing(
                        "score: \"84.40\"\n    rank: 1", with: "score: \"83.84\"\n    rank: 2"
                    )
                    .replacing(
                        "score: \"79.97\"\n    rank: 2", with: "score: \"85.20\"\n    rank: 1"
                    )
                    .replacing("score: \"74.11\"", with: "score: \"78.05\"")
                    .replacing("award: borealis", with: "award: aurelia")
            }.audit)
        #expect(audit.mistakes.map(\.text) == [])
        #expect(!audit.changesWinner)
    }

    @Test(arguments: [
        ("aurelia", "total: \"56800000.00\"", "total: \"56800001.00\"", "arithmetic"),
        ("evaluation", "plan: ", "plan: 0", "plan-changed"),
        ("evaluation", "A1: true", "A1: false", "compliant-held-non-compliant"),
        ("evaluation", "award: borealis", "award: cumulus", "award"),
        ("evaluation", "price: \"61000716.08\"", "price: \"61000716.09\"", "arithmetic"),
        ("evaluation", "rank: 3", "rank: 2", "arithmetic"),
    ])
    func `each further mistake is found`(
        file: String, old: String, new: String, kind: String
    ) throws {
        let audit = try #require(
            try report { name, text in
                name == file ? text.replacing(old, with: new, maxReplacements: 1) : text
            }.audit)
        #expect(audit.mistakes.count == 7)
        #expect(audit.mistakes.contains { $0.kind.rawValue == kind })
    }

    @Test func `the invented assessment scores 86.25 percent`() throws {
        let found = try report().sovereignty[0]
        #expect(found?.percent.text(decimals: 2) == "86.25")
    }

    @Test func `stress tells what falls and what takes its place`() throws {
        let results = try report().stresses
        let sanctions = try #require(
            results.first { $0.test.kind == .sanctions && $0.offer == 1 })
        #expect(sanctions.fallen == ["Borealis platform"])
        #expect(sanctions.items == ["app", "lake"])
        #expect(sanctions.cost == FixedPoint(11_000_000))
        let takeover = try #require(results.first { $0.test.kind == .takeover })
        // 56.25 less 15/4, 10/4 and 20/4: objectives 1 to 3 fall from 2, 2, 3 to 1.
        #expect(takeover.scoreBp == 5_625 - 375 - 250 - 500)
        let without = try #require(results.first { $0.test.kind == .sanctions && $0.offer == 2 })
        #expect(without.cost == nil)
    }

    @Test func `documents show the whole and charts are drawings`() throws {
        let report = try report()
        let text = ComparisonText.render(report)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(text.contains("Put right, another offer is first."))
        let charts = ComparisonCharts(report, stem: "x").files
        #expect(
            charts.map(\.name) == [
                "x-prices.svg", "x-levels.svg", "x-stability.svg", "x-sovereignty.svg",
                "x-timeline.svg",
            ])
        #expect(charts.allSatisfy { $0.text.hasPrefix("<svg ") && $0.text.hasSuffix("</svg>\n") })
        let markdown = ComparisonMarkdown.render(report, charts: charts)
        #expect(markdown.contains("](x-prices.svg)"))
        let csv = ComparisonCSV.render(report)
        #expect(csv.contains("borealis,total,57600000.00\r\n"))
        let json = ComparisonJSON.value(report).rendered(indented: false)
        #expect(json.hasPrefix("{\"format\":\"sovereign-comparison/1\""))
        #expect(json.contains(report.plan.hash?.hexadecimal ?? "none"))
    }
}

import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import Quantities

/// Says how surely a catalog knows what it says, and what of it has a price.
struct CoverageSheet {
    private let catalog: CatalogSnapshot
    private let kinds: [(kind: FactKind, count: ConfidenceCount)]
    private let prices: PriceCoverage
    private let levels: LevelCoverage

    private static let confidences: [Confidence] = [.primary, .secondary, .unverified]

    init(_ facts: CatalogFacts, _ catalog: CatalogSnapshot) {
        self.catalog = catalog
        kinds = ConfidenceCount.byKind(facts)
        prices = PriceCoverage(catalog)
        levels = LevelCoverage(catalog)
    }

    /// Tables for a terminal.
    var text: String {
        let known = kinds.filter { $0.count.total > $0.count.without }
        var all = ConfidenceCount()
        for entry in known { all.add(entry.count) }
        let rows = known.map { row($0.kind.plural, $0.count) } + [row("all of them", all)]
        return TerminalRenderer().render([
            .heading(level: 1, "Coverage of the catalog \(catalog.version) of \(catalog.date)"),
            .heading(level: 2, "How surely facts are known"),
            .paragraph(
                "Primary: the issuing text was read. Secondary: a third party reports it. "
                    + "Unverified: recalled or inferred; it makes nothing eligible. Weaker: facts "
                    + "that are surer as a whole than some of their fields."),
            table(
                ["kind", "facts", "primary", "secondary", "unverified", "weaker"], rows,
                figures: 1...5),
            .heading(level: 2, "Which levels can be served on that date"),
            .paragraph(
                "Machines, disks and objects at one level within the country, in a region or a "
                    + "hall of the customer; certificates due when the term begins. Today: nothing "
                    + "is left to do. With steps: an authority must still grant something. "
                    + "Unknown: a fact is missing. A customer's own wishes come on top. "
                    + "\(levelCounts)."
            ),
            table(
                ["country", "ladder", "level", "served", "by"], levels.rows.map(Self.cells),
                figures: nil),
            .heading(level: 2, "What has a price on that date"),
            .paragraph(
                "Sites that a service lists, platforms for customers' halls among them; an empty "
                    + "cell: no service of the kind lists the site. \(prices.sitesWithoutService) "
                    + "further sites are known and listed by no service that can be quoted."),
            table(["site"] + PriceCoverage.capabilities.map(\.rawValue), priceRows, figures: nil),
        ])
    }

    private var levelCounts: String {
        let words = ["today", "with steps", "unknown", "not at all", "not judged"]
        return "Of \(levels.rows.count) levels: "
            + words.compactMap { word in
                let count = levels.rows.count { $0.word == word }
                return count > 0 ? "\(count) \(word)" : nil
            }.joined(separator: ", ")
    }

    private static func cells(_ row: LevelCoverage.Row) -> [String] {
        [
            row.owner.rawValue, row.level.ladder ?? "", row.level.marking, row.word,
            row.providers.map(\.rawValue).joined(separator: ", "),
        ]
    }

    private var priceRows: [[String]] {
        prices.rows.map { row in [row.site.id.rawValue] + row.states.map(\.rawValue) }
    }

    private func row(_ name: String, _ count: ConfidenceCount) -> [String] {
        [name, "\(count.total)"] + Self.confidences.map { share(count[$0], of: count.total) }
            + ["\(count.withWeakerFields)"]
    }

    /// A number with its share in whole percent, rounded half up.
    private func share(_ part: Int, of whole: Int) -> String {
        guard part > 0, whole > 0 else { return "" }
        return "\(part) (\((part * 200 + whole) / (whole * 2)) %)"
    }

    private func table(
        _ titles: [String], _ rows: [[String]], figures: ClosedRange<Int>?
    ) -> DocumentBlock {
        .table(
            DocumentBlock.Table(
                columns: titles.enumerated().map { index, title in
                    DocumentBlock.Column(title, isFigure: figures?.contains(index) ?? false)
                },
                rows: rows))
    }

    /// The document `catalog-coverage/1`.
    var json: JSONValue {
        [
            "format": "catalog-coverage/1",
            "version": .string(catalog.version),
            "date": .string(catalog.date.description),
            "kinds": .array(
                kinds.map { entry in
                    [
                        "kind": .string(entry.kind.rawValue),
                        "count": .integer(Int64(entry.count.total)),
                        "primary": .integer(Int64(entry.count[.primary])),
                        "secondary": .integer(Int64(entry.count[.secondary])),
                        "unverified": .integer(Int64(entry.count[.unverified])),
                        "withoutConfidence": .integer(Int64(entry.count.without)),
                        "withWeakerFields": .integer(Int64(entry.count.withWeakerFields)),
                    ]
                }),
            "levels": .array(
                levels.rows.map { row in
                    [
                        "country": .string(row.owner.rawValue),
                        "level": .string(row.level.id.rawValue),
                        "served": .string(row.word),
                        "providers": .array(row.providers.map { .string($0.rawValue) }),
                    ]
                }),
            "prices": .array(prices.rows.map(price)),
            "sitesWithoutService": .integer(Int64(prices.sitesWithoutService)),
        ]
    }

    private func price(_ row: (site: Site, states: [PriceCoverage.State])) -> JSONValue {
        let states = zip(PriceCoverage.capabilities, row.states).map { capability, state in
            (
                key: capability.rawValue,
                value: JSONValue.string(state == .notListed ? "not listed" : state.rawValue)
            )
        }
        return .object([(key: "site", value: .string(row.site.id.rawValue))] + states)
    }

    /// The price table for a spreadsheet.
    var csv: String {
        CSVText.render([["site"] + PriceCoverage.capabilities.map(\.rawValue)] + priceRows)
    }
}

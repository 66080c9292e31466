package import Comparison
package import Diagnostics
import Catalog
import Quantities

/// The countries as text, Markdown, data and rows.
package enum CountryForms {
    /// For a terminal, at most `width` columns wide.
    package static func text(_ comparison: CountryComparison, width: Int = 100) -> String {
        TerminalRenderer(width: width).render(CountryOutline(comparison).blocks)
    }

    /// With a chart in a file beside it.
    package static func markdown(_ comparison: CountryComparison, charts: [ChartFile]) -> String {
        let text = MarkdownRenderer.render(CountryOutline(comparison).blocks)
        let shown = charts.map { "\n![\($0.title)](\($0.name))\n" }.joined()
        return text + shown
    }

    /// Prices by country, the least first.
    package static func charts(_ comparison: CountryComparison, stem: String) -> [ChartFile] {
        let priced = comparison.answers.compactMap { answer in
            answer.package.map { (answer, $0.figures.total) }
        }.sorted { ($0.1, $0.0.country) < ($1.1, $1.0.country) }
        guard !priced.isEmpty else { return [] }
        let chart = SVGChart.bars(
            "Price by country, in \(comparison.currency.code)",
            priced.map { answer, total in
                (
                    "\(answer.country) \(answer.name)",
                    SVGChart.FixedPointFigure(raw: total.raw, text: total.grouped(decimals: 0)), 0
                )
            })
        return [ChartFile(name: "\(stem)-countries.svg", title: chart.title, text: chart.text)]
    }

    /// As data, `sovereign-countries/1`.
    package static func json(_ comparison: CountryComparison) -> JSONValue {
        [
            "format": "sovereign-countries/1", "title": .string(comparison.title),
            "origin": .string(comparison.origin.rawValue),
            "currency": .string(comparison.currency.code),
            "ratesOf": .string(comparison.rates.date.description),
            "cheapest": .optional(
                comparison.cheapest.map { comparison.answers[$0].country.rawValue }),
            "withheld": .array(comparison.withheld.map { .string($0) }),
            "countries": .array(comparison.answers.map { json($0, comparison) }),
        ]
    }

    private static func json(
        _ answer: CountryComparison.Answer, _ comparison: CountryComparison
    ) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("country", .string(answer.country.rawValue)), ("name", .string(answer.name)),
            ("assumptions", .array(answer.assumptions.map { .string($0) })),
        ]
        switch answer.outcome {
        case .undecided: members.append(("status", "undecided"))
        case .refused(let reasons):
            members.append(("status", "refused"))
            members.append(("reasons", .array(reasons.map { .string($0) })))
        case .package(let package):
            members.append(("status", "package"))
            members += json(package, comparison)
        }
        return .object(members)
    }

    private static func json(
        _ package: CountryComparison.Package, _ comparison: CountryComparison
    ) -> [(key: String, value: JSONValue)] {
        let scale = comparison.currency.minorUnits
        return [
            ("total", .string(package.figures.total.text(decimals: scale))),
            ("annual", .string(package.figures.annual.text(decimals: scale))),
            ("own", .string(package.own.description)),
            ("providers", .array(package.providers.map { .string($0) })),
            ("from", .optional(package.from?.description)),
            ("verdict", .string(package.verdict)), ("proved", .bool(package.isProved)),
            ("conditions", .integer(Int64(package.conditions))),
            (
                "unitCosts",
                .array(
                    package.figures.unitCosts.map { cost -> JSONValue in
                        [
                            "enclave": .string(cost.level),
                            "measure": .string(cost.measure.rawValue),
                            "cost": .string(cost.cost.description),
                            "premium": .optional(cost.premium?.description),
                        ]
                    })
            ),
        ]
    }

    /// A row for each country.
    package static func csv(_ comparison: CountryComparison) -> String {
        let scale = comparison.currency.minorUnits
        let rows = comparison.answers.map { answer -> [String] in
            let head = [answer.country.rawValue, answer.name]
            switch answer.outcome {
            case .undecided: return head + ["undecided", "", "", "", "", "", ""]
            case .refused(let reasons):
                return head + ["refused", "", "", "", "", "", reasons.joined(separator: "; ")]
            case .package(let package):
                return head + [
                    "package", package.figures.total.text(decimals: scale),
                    package.own.description, package.from?.description ?? "", package.verdict,
                    package.providers.joined(separator: "; "), "",
                ]
            }
        }
        return CSVText.render(
            [
                [
                    "country", "name", "status", "total", "own", "from", "verdict", "providers",
                    "reasons",
                ]
            ] + rows)
    }
}

package import Comparison
import Quantities

/// Charts of a comparison: price by offer, price by level, weights won, the price of sovereignty,
/// the time to each level.
package struct ComparisonCharts {
    private let report: ComparisonReport
    private let stem: String

    /// Creates charts.
    ///
    /// - Parameter stem: Beginning of the files' names.
    package init(_ report: ComparisonReport, stem: String) {
        self.report = report
        self.stem = stem
    }

    /// All charts that have something to show.
    package var files: [ChartFile] {
        [
            file("prices", prices), file("levels", levels), file("stability", stability),
            file("sovereignty", curve), file("timeline", timeline),
        ].compactMap { $0 }
    }

    private func file(_ suffix: String, _ chart: SVGChart?) -> ChartFile? {
        guard let chart, !chart.bars.isEmpty else { return nil }
        return ChartFile(name: "\(stem)-\(suffix).svg", title: chart.title, text: chart.text)
    }

    private func money(_ amount: FixedPoint) -> SVGChart.FixedPointFigure {
        SVGChart.FixedPointFigure(
            raw: amount.raw,
            text: "\(report.plan.currency.code) \(amount.grouped(decimals: 0))")
    }

    private var prices: SVGChart? {
        SVGChart.bars(
            "Price compared, by offer",
            report.offers.enumerated().map { index, offer in
                (offer.offer.id, money(offer.evaluated), report.winner == index ? 2 : 0)
            })
    }

    private var levels: SVGChart? {
        SVGChart.bars(
            "Price of a vCPU-month, by level",
            report.offers.enumerated().flatMap { index, offer in
                offer.unitCosts.filter { $0.measure == .vcpu }.map { cost in
                    (
                        "\(offer.offer.id) \(cost.level)",
                        SVGChart.FixedPointFigure(
                            raw: cost.cost.raw, text: cost.cost.grouped(decimals: 2)), index
                    )
                }
            })
    }

    private var stability: SVGChart? {
        guard let wins = report.robustness?.winsPerMillion else { return nil }
        return SVGChart(
            title: "Share of weights under which each offer is first",
            bars: report.candidates.enumerated().map { place, index in
                SVGChart.Bar(
                    label: report.offers[index].offer.id, figure: Self.percent(wins[place]),
                    share: Int64(wins[place]) / 100, tone: report.winner == index ? 2 : 0)
            })
    }

    private static func percent(_ perMillion: Int) -> String {
        let share = try? ExactDecimal(coefficient: Int128(perMillion), scale: 4)
        let rounded = try? share?.rounded(toScale: 1, mode: .halfUp)
        return "\((rounded.flatMap { $0 } ?? .zero).padded(toScale: 1)) %"
    }

    private var curve: SVGChart? {
        SVGChart.bars(
            "Cheapest offer by least level of sovereignty",
            report.curve.compactMap { point in
                point.price.map { price in
                    ("level \(point.level)", money(price), 4)
                }
            })
    }

    private var timeline: SVGChart? {
        let days = report.offers.enumerated().flatMap { index, offer in
            offer.offer.readiness.map { (index, offer.offer.id, $0) }
        }
        return SVGChart.bars(
            "Days from \(report.plan.asOf) until a level can be used",
            days.map { index, id, ready in
                let count = max(report.plan.asOf.days(until: ready.day), 0)
                return (
                    "\(id) \(ready.level)",
                    SVGChart.FixedPointFigure(
                        raw: Int128(count) * 10_000, text: "\(count), \(ready.day)"), index
                )
            })
    }
}

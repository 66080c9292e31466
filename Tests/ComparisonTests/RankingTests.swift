import Comparison
import Quantities
import TestSupport
import Testing

struct RankingTests {
    private func order(_ report: ComparisonReport) -> [String] {
        (report.ranking?.order ?? []).map { report.offers[report.candidates[$0]].offer.id }
    }

    private func points(_ report: ComparisonReport, _ decimals: Int = 0) -> [String] {
        report.standings.map { standing in
            ((try? (standing.score ?? .zero) * FixedPoint(100)) ?? .zero).text(decimals: decimals)
        }
    }

    /// A 30 + 40, B 50 + 22, C 10 + 0; without C the spread is 18 and B gets 50 + 0.
    @Test func `the withdrawal of a hopeless offer turns the order round, and that is said`() throws
    {
        let engine = try InventedOffers.engine(InventedOffers.qualityPlan("formula: spread"))
        let all = try engine.compare(InventedOffers.three())
        #expect(points(all) == ["70", "72", "10"])
        #expect(order(all) == ["b", "a", "c"])
        let robustness = try #require(all.robustness)
        #expect(robustness.withdrawals.map(\.winner) == [1, 0, 0])
        #expect(robustness.withdrawals[2].changesOrder)
        let stability = try #require(StabilityStatement(all))
        #expect(!stability.isStable)
        #expect(stability.reversals.contains("if 'c' withdraws: 'a' is first"))
        let two = try engine.compare(Array(InventedOffers.three().prefix(2)))
        #expect(points(two) == ["70", "50"])
        #expect(order(two) == ["a", "b"])
    }

    @Test func `the critical weight of the price is 0.68605`() throws {
        let plan = try InventedOffers.qualityPlan("formula: inverse")
        let report = try InventedOffers.engine(plan)
            .compare(Array(InventedOffers.three().prefix(2)))
        #expect(order(report) == ["b", "a"])
        let weight = try #require(
            report.robustness?.criticalWeights.first { $0.criterion == "price" })
        #expect(weight.weight.text(decimals: 5) == "0.68605")
    }

    @Test func `absolute formulas and quality in money never turn round`() throws {
        for plan in [
            try InventedOffers.qualityPlan("formula: absolute-linear, ceiling: 150, floor: 90"),
            try InventedOffers.qualityPlan("formula: inverse", method: "quality-to-price"),
        ] {
            let report = try InventedOffers.engine(plan).compare(InventedOffers.three())
            let withdrawals = try #require(report.robustness?.withdrawals)
            #expect(withdrawals.allSatisfy { !$0.changesOrder })
        }
    }

    /// 100 − 27 = 73, 118 − 45 = 73, 140 − 9 = 131: a tie, broken by the lower price.
    @Test func `quality in money is taken off the price`() throws {
        let plan = try InventedOffers.qualityPlan("formula: inverse", method: "quality-to-price")
        let report = try InventedOffers.engine(plan).compare(InventedOffers.three())
        #expect(report.standings.map { $0.score?.text(decimals: 0) } == ["-73", "-73", "-131"])
        #expect(order(report) == ["a", "b", "c"])
    }

    @Test func `the lowest acceptable price wins, whatever the quality above the threshold`() throws
    {
        let plan = try InventedOffers.plan(
            """
            plan: 1
            title: invented
            asOf: 2026-11-24
            currency: EUR
            method: lowest-acceptable
            price: { weight: 100 }
            criteria: [{ id: quality, weight: 0, worst: 0, best: 60, minimum: 40 }]
            """)
        let report = try InventedOffers.engine(plan).compare(InventedOffers.three())
        #expect(order(report) == ["b"])
        #expect(report.standings[0].reasons == ["'quality' is 30, beyond the threshold 40"])
    }

    @Test(arguments: [
        "weighted-sum", "trade-off", "value-for-money", "topsis", "quality-to-price",
        "lowest-acceptable",
    ])
    func `a dominated offer never wins and scaling all prices changes no place`(
        method: String
    ) throws {
        var generator = SeededGenerator(seed: 77)
        let plan = try InventedOffers.qualityPlan(
            "formula: inverse, lawful: [spread, mean-difference]", method: method)
        var dominated = 0
        for _ in 0..<40 {
            let count = Int.random(in: 2...6, using: &generator)
            let prices = (0..<count).map { _ in
                FixedPoint(Int.random(in: 90...110, using: &generator))
            }
            let figures = (0..<count).map { _ in
                [FixedPoint(Int.random(in: 0...6, using: &generator) * 10)]
            }
            let scoring = try ScoringCase(prices: prices, figures: figures, plan: plan)
            let first = try #require(try scoring.ranking().order.first)
            let dominators = ParetoFront.dominators(scoring)
            dominated += dominators.count { $0 != nil }
            #expect(dominators[first] == nil, "\(prices) \(figures)")
            let scaled = try scoring.pricing(prices.map { try $0 * FixedPoint(7) }).ranking()
            if method != "quality-to-price" { #expect(try scaled.order == scoring.ranking().order) }
        }
        #expect(dominated > 20)
    }

    @Test(arguments: ["inverse", "spread", "mean-difference"])
    func `relative formulas keep every place when all prices are scaled`(formula: String) throws {
        var generator = SeededGenerator(seed: 78)
        let plan = try InventedOffers.qualityPlan("formula: \(formula)")
        for _ in 0..<40 {
            let prices = (0..<5).map { _ in
                FixedPoint(Int.random(in: 1...1_000, using: &generator))
            }
            let figures = (0..<5).map { _ in [FixedPoint(Int.random(in: 0...60, using: &generator))]
            }
            let scoring = try ScoringCase(prices: prices, figures: figures, plan: plan)
            let scaled = scoring.pricing(try prices.map { try $0 * FixedPoint(1_000) })
            #expect(try scaled.ranking().order == scoring.ranking().order)
        }
    }

    /// At 118 b is first with 33.9 + 50 against 70; it stays so up to the price found, no further.
    @Test func `the turning price is exact to the cent`() throws {
        let plan = try InventedOffers.qualityPlan("formula: inverse")
        let report = try InventedOffers.engine(plan).compare(InventedOffers.three())
        let scoring = try #require(report.scoring)
        let robustness = try #require(report.robustness)
        for turning in robustness.turningPrices {
            guard let price = turning.highestFirst else { continue }
            var prices = scoring.prices
            prices[turning.offer] = price
            #expect(try scoring.pricing(prices).ranking().order.first == turning.offer)
            prices[turning.offer] = FixedPoint(raw: price.raw + FixedPoint.one.raw / 100)
            #expect(try scoring.pricing(prices).ranking().order.first != turning.offer)
        }
        #expect(robustness.turningPrices.count == 3)
        #expect(robustness.turningPrices[1].highestFirst.map { $0 > FixedPoint(118) } == true)
    }

    @Test func `shares of weights repeat with the seed and count every draw`() throws {
        let plan = try InventedOffers.qualityPlan("formula: inverse")
        let report = try InventedOffers.engine(plan).compare(InventedOffers.three())
        let scoring = try #require(report.scoring)
        let one = try #require(try RankAcceptability(scoring, seed: 5, samples: 300))
        #expect(try RankAcceptability(scoring, seed: 5, samples: 300) == one)
        #expect(one.wins.reduce(0, +) == 300)
        // b wins below 0.68605 of price weight, a above it; c never.
        #expect(one.wins[1] > one.wins[0] && one.wins[0] > 0 && one.wins[2] == 0)
    }

    @Test func `gates are judged as of their day`() throws {
        let plan = try InventedOffers.plan(
            """
            plan: 1
            title: invented
            asOf: 2026-11-24
            currency: EUR
            method: lowest-acceptable
            price: { weight: 100 }
            gates: [{ id: site, on: 2026-11-24, evidenceMaxAge: P24M }]
            """)
        let cases: [(String, GateVerdict.Outcome)] = [
            ("{ met: true, evidence: map, dated: 2026-11-24 }", .passed),
            ("{ met: true, evidence: map, dated: 2026-11-25 }", .failed),
            ("{ met: true, evidence: map, dated: 2024-11-24 }", .passed),
            ("{ met: true, evidence: map, dated: 2024-11-23 }", .unknown),
            ("{ met: true, evidence: map, dated: 2026-01-01, until: 2026-11-24 }", .passed),
            ("{ met: true, evidence: map, dated: 2026-01-01, until: 2026-11-23 }", .failed),
            ("{ met: true, evidence: map }", .unknown),
            ("{ met: true }", .unknown),
            ("{ met: false, evidence: map, dated: 2026-01-01 }", .failed),
        ]
        for (shown, outcome) in cases {
            let offer = try InventedOffers.offer(
                "a", price: "1", quality: "1", more: "gates: { site: \(shown) }")
            let report = try InventedOffers.engine(plan).compare([offer])
            #expect(report.gates[0][0].outcome == outcome, "\(shown)")
            #expect((report.winner == 0) == (outcome == .passed))
        }
        let silent = try InventedOffers.offer("a", price: "1", quality: "1")
        let report = try InventedOffers.engine(plan).compare([silent])
        #expect(report.gates[0][0].outcome == .unknown)
        #expect(report.winner == nil)
    }
}

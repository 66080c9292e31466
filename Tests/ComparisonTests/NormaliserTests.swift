import Comparison
import Quantities
import TestSupport
import Testing

struct NormaliserTests {
    private func plan(_ more: String) throws -> EvaluationPlan {
        try InventedOffers.plan(
            """
            plan: 1
            title: invented
            asOf: 2026-11-24
            currency: EUR
            method: lowest-acceptable
            price: { weight: 100 }
            \(more)
            """)
    }

    private func offer(_ id: String, _ more: String) throws -> ComparedOffer {
        try InventedOffers.offer(
            """
            offer: 1
            id: \(id)
            bidder: nobody
            term: { base: P2Y, options: [P1Y, P1Y] }
            \(more)
            """)
    }

    /// USD 1,210 with 21 percent inside is 1,000 without, and EUR 800 at 1.25.
    @Test func `tax comes out and the rate turns the currency`() throws {
        let offer = try offer(
            "a",
            """
            currency: USD
            tax: { basis: included, percent: "21" }
            lines: [{ id: L1, item: all, amounts: { base: "1210.00" } }]
            """)
        let report = try InventedOffers.engine(try plan("")).compare([offer])
        #expect(report.offers[0].total == FixedPoint(800))
        let dearer = report.sensitivities.first { $0.name == "USD 10 % dearer" }
        #expect(dearer?.evaluated == [FixedPoint(880)])
    }

    /// 100 + 0.5 × 40 + 0.5 × 0.25 × 80 = 130; all 220; base 100.
    @Test(arguments: [
        ("options: [\"0.5\", \"0.25\"]", 130), ("options: all", 220), ("options: base", 100),
        ("options: [\"0.5\"]", 120),
    ])
    func `an option counts by its chance and that of all before it`(
        rule: String, total: Int
    ) throws {
        let offer = try offer(
            "a",
            """
            currency: EUR
            tax: { basis: excluded }
            lines: [{ id: L1, item: all, amounts: { base: "100", option-1: "40", option-2: "80" } }]
            """)
        let report = try InventedOffers.engine(try plan(rule)).compare([offer])
        #expect(report.offers[0].total == FixedPoint(total))
    }

    private let scope = """
        scope:
          - { id: app, level: OPEN, measure: vcpu, quantity: "10" }
          - { id: lake, level: SECRET, measure: terabytes, quantity: "2",
              requires: { access: online, replicas: "2" }, estimate: "77" }
        """

    private func lake(_ id: String, _ attributes: String, _ amount: String) throws -> ComparedOffer
    {
        try offer(
            id,
            """
            currency: EUR
            tax: { basis: excluded }
            lines:
              - { id: L1, item: app, level: OPEN, amounts: { base: "240" } }
              - { id: L2, item: lake, attributes: { \(attributes) },
                  amounts: { base: "\(amount)" } }
            """)
    }

    @Test func `what does not state what is required is priced at the highest other offer`() throws
    {
        let offers = [
            try lake("a", "access: online, replicas: \"2\"", "50"),
            try lake("b", "access: online, replicas: \"3\"", "60"),
            try lake("c", "access: nearline, replicas: \"2\"", "10"),
            try lake("d", "replicas: \"2\"", "10"),
            try lake("e", "access: online, replicas: \"1\"", "10"),
        ]
        let report = try InventedOffers.engine(try plan(scope + "\noptions: base"))
            .compare(offers)
        #expect(
            report.offers.map { $0.total.text(decimals: 0) } == ["290", "300", "300", "300", "300"])
        #expect(report.offers.map(\.gaps.count) == [0, 0, 1, 1, 1])
        #expect(report.offers[2].gaps[0].reason == "'access' is 'nearline'; 'online' is required")
        #expect(report.offers[3].gaps[0].reason == "'access' is not stated; 'online' is required")
        #expect(report.offers[2].gaps[0].from == "the highest of the others, 'b'")
    }

    @Test func `missing parts take the buyer's estimate, or set the offer apart`() throws {
        let offers = [
            try lake("a", "access: online, replicas: \"2\"", "50"),
            try lake("c", "access: nearline, replicas: \"2\"", "10"),
        ]
        let estimated = try InventedOffers.engine(try plan(scope + "\nmissing: estimate"))
            .compare(offers)
        #expect(estimated.offers[1].total == FixedPoint(317))
        let excluded = try InventedOffers.engine(try plan(scope + "\nmissing: exclude"))
            .compare(offers)
        #expect(excluded.winner == 0)
        #expect(excluded.standings[1].rank == nil)
        #expect(!excluded.offers[1].isComparable)
    }

    /// 240 / 10 vCPU / 24 months = 1; 50 / 2 TB / 24 months = 1.0417.
    @Test func `costs of a unit are for one and a month`() throws {
        let report = try InventedOffers.engine(try plan(scope + "\noptions: base"))
            .compare([try lake("a", "access: online, replicas: \"2\"", "50")])
        let costs = report.offers[0].unitCosts
        #expect(costs.map(\.measure) == [.vcpu, .terabytes])
        #expect(costs.map { $0.cost.text(decimals: 4) } == ["1.0000", "1.0417"])
    }

    @Test func `unlike bases are never mixed, and that is listed`() throws {
        let one = try InventedOffers.offer("a", price: "100", quality: "1")
        let other = try InventedOffers.offer("b", price: "1", quality: "1", more: "basis: ceiling")
        let report = try InventedOffers.engine(try plan("")).compare([one, other])
        #expect(report.winner == 0)
        #expect(report.standings[1].rank == nil)
        #expect(report.notComparable.contains { $0.hasPrefix("b: its amounts are a ceiling") })
    }

    @Test func `years of a cash flow add up to the whole`() throws {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<50 {
            let base = Int.random(in: 1...60, using: &generator)
            let option = Int.random(in: 1...30, using: &generator)
            let amounts = (0..<2).map { _ in Int.random(in: 0...9_999_999, using: &generator) }
            let offer = try InventedOffers.offer(
                """
                offer: 1
                id: a
                bidder: nobody
                currency: EUR
                tax: { basis: excluded }
                term: { base: P\(base)M, options: [P\(option)M] }
                lines:
                  - { id: L1, item: x,
                      amounts: { base: "\(amounts[0])", option-1: "\(amounts[1])" } }
                """)
            let report = try InventedOffers.engine(try plan("")).compare([offer])
            #expect(try FixedPoint.sum(report.offers[0].years) == report.offers[0].total)
            #expect(report.offers[0].total == FixedPoint(amounts[0] + amounts[1]))
        }
    }

    @Test func `causes add up to the difference exactly`() throws {
        var generator = SeededGenerator(seed: 12)
        for round in 0..<60 {
            let offers = try ["a", "b"].map { id in
                let lines = (0..<6).filter { _ in Bool.random(using: &generator) }.map { number in
                    let cause = ["cloud", "edge", "staff", "once", "discount", "transfer"][
                        Int.random(in: 0...5, using: &generator)]
                    let product = Int.random(in: 0...2, using: &generator)
                    let quantity = Int.random(in: 1...9, using: &generator)
                    let amount = Int.random(in: -500...5_000, using: &generator)
                    let cents = Int.random(in: 10...99, using: &generator)
                    let level = Bool.random(using: &generator) ? "OPEN" : "SECRET"
                    return "  - { id: L\(number), item: i\(number % 3), cause: \(cause), "
                        + "product: p\(product), quantity: \"\(quantity)\", level: \(level), "
                        + "amounts: { base: \"\(amount).\(cents)\" } }"
                }
                return try offer(
                    id,
                    """
                    currency: \(Bool.random(using: &generator) ? "EUR" : "USD")
                    tax: { basis: excluded }
                    lines:
                      - { id: Z, item: z, amounts: { base: "1" } }
                    \(lines.joined(separator: "\n"))
                    """)
            }
            let report = try InventedOffers.engine(try plan("")).compare(offers)
            let difference = try #require(report.differences.first)
            #expect(
                try FixedPoint.sum(difference.amounts.map(\.amount)) == difference.total,
                "round \(round)")
            #expect(try report.offers[1].total - report.offers[0].total == difference.total)
        }
    }

    /// 10 at 5 each become 12 at 6: 10 more at the old price, 12 more at the new one.
    @Test func `quantity is told at the old price and price at the new quantity`() throws {
        let offers = try [("a", "10", "50"), ("b", "12", "72")].map { id, quantity, amount in
            try offer(
                id,
                """
                currency: EUR
                tax: { basis: excluded }
                lines:
                  - { id: L1, item: x, quantity: "\(quantity)", amounts: { base: "\(amount)" } }
                """)
        }
        let report = try InventedOffers.engine(try plan("")).compare(offers)
        let parts = report.differences[0].amounts
        #expect(parts.map(\.cause) == [.price, .quantity])
        #expect(parts.map(\.amount) == [FixedPoint(12), FixedPoint(10)])
    }

    @Test func `nothing that a reader may not see changes a byte of the report`() throws {
        let plan = try InventedOffers.qualityPlan("formula: inverse")
        let engine = try InventedOffers.engine(plan)
        func report(_ hidden: String) throws -> ComparisonReport {
            try engine.compare(
                InventedOffers.three()
                    + [InventedOffers.offer("d", price: hidden, quality: "60", country: "XB")],
                reader: "XA")
        }
        let cheap = try report("1.00")
        let dear = try report("999999.00")
        #expect(cheap.offers.map(\.offer.id) == ["a", "b", "c"])
        #expect(cheap.withheld == ["d"])
        #expect(cheap.standings == dear.standings)
        #expect(cheap.robustness?.turningPrices == dear.robustness?.turningPrices)
        #expect(cheap.sensitivities == dear.sensitivities)
        let open = try engine.compare(
            [
                InventedOffers.offer(
                    "d", price: "1", quality: "60", country: "XB", more: "releasableTo: [XA]")
            ], reader: "XA")
        #expect(open.withheld.isEmpty)
    }
}

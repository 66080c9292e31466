import Catalog
import Comparison
import Diagnostics
import LocatedInput
import Testing

struct DecodingTests {
    private func plan(_ text: String) throws -> [FindingCode] {
        let collector = FindingCollector()
        let value = try InventedOffers.value(text, collector)
        let plan = EvaluationPlan(
            value, hash: ContentHash(of: text), framework: nil, into: collector)
        #expect(plan == nil)
        return collector.findings.map(\.code)
    }

    private func offer(_ text: String) throws -> [FindingCode] {
        let collector = FindingCollector()
        _ = OutsideOfferReader(into: collector).read(try InventedOffers.value(text, collector))
        return collector.findings.map(\.code)
    }

    private let head = "plan: 1\ntitle: t\nasOf: 2026-11-24\ncurrency: EUR\n"

    @Test func `a plan of another form is refused`() throws {
        #expect(
            try plan("plan: 2\ntitle: t\nasOf: 2026-11-24\ncurrency: EUR\nprice: { weight: 100 }")
                == [.comparisonUnknownFormat])
    }

    @Test(arguments: [
        "price: { weight: 100, formula: linear-to-budget }",
        "price: { weight: 100, formula: inverse, lawful: [absolute-linear], ceiling: 5, floor: 6 }",
        "price: { weight: 50 }\ncriteria: [{ id: a, weight: 50, worst: 1, best: 1 }]",
        "price: { weight: 100 }\nmethod: ahp",
        "price: { weight: 100 }\njudgements: [[1, 2], [2, 1]]",
        "price: { weight: 100 }\nsovereignty: { acceptClaims: true }",
        "price: { weight: 100 }\nstress: [{ kind: exchange, subject: USD }]",
    ])
    func `what a plan lacks is asked for before offers are open`(rest: String) throws {
        #expect(try plan(head + rest).contains(.comparisonBrokenPlan))
    }

    @Test func `weights that do not make the whole are refused`() throws {
        #expect(
            try plan(head + "price: { weight: 40 }\ncriteria: [{ id: a, weight: 59 }]")
                == [.comparisonBrokenWeights])
        #expect(
            try plan(
                head + "price: { weight: 100 }\n"
                    + "sovereignty: { objectives: [{ id: SOV-1, weightBp: 9999 }] }")
                == [.comparisonBrokenWeights])
    }

    @Test func `names that name nothing are refused with the nearest`() throws {
        #expect(
            try plan(head + "price: { weight: 100 }\ntieBreak: [prise]")
                == [.comparisonUnknownReference])
        #expect(
            try offer(
                """
                offer: 1
                id: a
                bidder: b
                currency: EUR
                tax: { basis: excluded }
                term: { base: P1Y }
                lines: [{ id: L1, item: x, amounts: { base: "1", option-1: "1" } }]
                """) == [.comparisonUnknownReference])
    }

    @Test func `ids that stand twice are refused`() throws {
        #expect(
            try plan(
                head
                    + "price: { weight: 40 }\n"
                    + "criteria: [{ id: a, weight: 30 }, { id: a, weight: 30 }]"
            ).contains(.comparisonDuplicateID))
    }

    @Test func `every mistake of an offer is shown at once`() throws {
        let codes = try offer(
            """
            offer: 1
            id: a
            bidder: b
            currency: euro
            tax: { basis: included }
            term: { base: P1D }
            lines: [{ id: L1, item: x, amounts: { base: "1,5" } }]
            sovereignty: [{ part: p, seals: { SOV-1: { evidenced: 3 } } }]
            surprise: 1
            """)
        #expect(
            Set(codes) == [
                .inputNotACurrency, .comparisonBrokenOffer, .inputNotANumber, .inputUnknownKey,
            ])
        #expect(codes.filter { $0 == .comparisonBrokenOffer }.count == 3)
    }

    /// Weights by pairs: price over quality three to one.
    @Test func `judged pairs give the weights`() throws {
        let plan = try InventedOffers.plan(
            head + "method: ahp\nprice: { weight: 40 }\ncriteria: [{ id: q, weight: 60 }]\n"
                + "judgements: [[1, 3], [1/3, 1]]")
        #expect(plan.price.weight.text(decimals: 6) == "0.750000")
        #expect(plan.criteria[0].weight.text(decimals: 6) == "0.250000")
    }
}

import Catalog
import Comparison
import Diagnostics
import LocatedInput
import Quantities
import Testing

/// Plans and offers of invented bidders, written as a person would write them.
enum InventedOffers {
    static func value(_ text: String, _ collector: FindingCollector) throws -> LocatedValue {
        let input = InputText(path: "file.yaml", text: text)
        collector.addSource(text, path: "file.yaml")
        return try #require(YAMLInput.parse(input, into: collector))
    }

    static func plan(_ text: String) throws -> EvaluationPlan {
        let collector = FindingCollector()
        let plan = EvaluationPlan(
            try value(text, collector), hash: ContentHash(of: text), framework: nil,
            into: collector)
        #expect(collector.findings.map(\.message) == [])
        return try #require(plan)
    }

    static func offer(_ text: String) throws -> ComparedOffer {
        let collector = FindingCollector()
        let offer = OutsideOfferReader(into: collector).read(try value(text, collector))
        #expect(collector.findings.map(\.message) == [])
        return try #require(offer)
    }

    static func record(_ text: String) throws -> EvaluationRecord {
        let collector = FindingCollector()
        let record = EvaluationRecord(try value(text, collector), into: collector)
        #expect(collector.findings.map(\.message) == [])
        return try #require(record)
    }

    static func rates() throws -> EuroReferenceRates {
        let dollar = try #require(Currency(code: "USD"))
        return try EuroReferenceRates(
            date: try CalendarDate(parsing: "2026-10-30"),
            unitsPerEuro: [
                EuroReferenceRates.Rate(
                    currency: dollar, unitsPerEuro: try ExactDecimal(parsing: "1.25"))
            ])
    }

    static func engine(_ plan: EvaluationPlan) throws -> ComparisonEngine {
        ComparisonEngine(
            plan: plan, rates: try rates(), ratesSource: "invented", openLevels: ["OPEN"])
    }

    /// A plan of price 40 and quality 60, the price by a formula.
    static func qualityPlan(_ price: String, method: String = "weighted-sum") throws
        -> EvaluationPlan
    {
        try plan(
            """
            plan: 1
            title: invented
            asOf: 2026-11-24
            currency: EUR
            method: \(method)
            price: { weight: 40, \(price) }
            criteria: [{ id: quality, weight: 60, worst: 0, best: 60, worth: "0.9" }]
            samples: 200
            """)
    }

    /// An offer with one price and one rating.
    static func offer(
        _ id: String, price: String, quality: String, country: String = "XA", more: String = ""
    ) throws -> ComparedOffer {
        try offer(
            """
            offer: 1
            id: \(id)
            bidder: \(id) of nobody
            country: \(country)
            currency: EUR
            tax: { basis: excluded }
            term: { base: P1Y }
            lines: [{ id: L1, item: all, amounts: { base: "\(price)" } }]
            ratings: { quality: { value: "\(quality)", evidence: report } }
            \(more)
            """)
    }

    static func three() throws -> [ComparedOffer] {
        [
            try offer("a", price: "100", quality: "30"),
            try offer("b", price: "118", quality: "50"),
            try offer("c", price: "140", quality: "10"),
        ]
    }
}

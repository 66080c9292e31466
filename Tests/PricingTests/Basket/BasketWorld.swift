import Catalog
import Diagnostics
import LocatedInput
import Pricing
import Quantities
import Testing
import TestSupport

/// Invented sheets for baskets, with one trap each; one US dollar is EUR 0.80.
struct BasketWorld {
    static let sheet = """
        id,sku,sites,plan,unit,model,block,tierFrom,amount,currency,basis,low,high,aggregation,\
        minimum,included,effectiveFrom,effectiveUntil,note,source,asOf,confidence
        vm,vm,*,on-demand,instance-hour,per-unit,,,0.1,EUR,published,,,,,,,,,\(QuoteWorld.fact)
        vm-1y,vm,*,P1Y,instance-hour,per-unit,8760,,700.8,EUR,published,,,,,,,,,\(QuoteWorld.fact)
        vm-3y,vm,*,P3Y,instance-hour,per-unit,26280,,1576.8,EUR,published,,,,,,,,,\
        \(QuoteWorld.fact)
        lake-0,lake,*,on-demand,GB-month,graduated,,0,0.02,USD,published,,,account,,,,,,\
        \(QuoteWorld.fact)
        lake-1,lake,*,on-demand,GB-month,graduated,,1000,0.01,USD,published,,,account,,,,,,\
        \(QuoteWorld.fact)
        old,moves,*,on-demand,unit-month,per-unit,,,10,EUR,published,,,,,,,2026-06-16,,\
        \(QuoteWorld.fact)
        new,moves,*,on-demand,unit-month,per-unit,,,13,EUR,published,,,,,,2026-06-16,,,\
        \(QuoteWorld.fact)
        ends,ends,*,on-demand,unit-month,per-unit,,,10,EUR,published,,,,,,,2026-03-01,,\
        \(QuoteWorld.fact)
        call,call,*,on-demand,request,block,10000,,0.05,EUR,published,,,,,,,,,\(QuoteWorld.fact)
        help-0,help,*,on-demand,percent,graduated,,0,10,EUR,published,,,account,100,,,,,\
        \(QuoteWorld.fact)
        help-1,help,*,on-demand,percent,graduated,,1000,5,EUR,published,,,account,100,,,,,\
        \(QuoteWorld.fact)
        gate,gate,*,on-demand,unit-month,flat,,,140,EUR,published,,,,,128,,,,\(QuoteWorld.fact)
        rough,rough,*,on-demand,unit-month,per-unit,,,10,EUR,indicative,8,15,,,,,,\
        estimated for tests,\(QuoteWorld.fact)
        yen,two,*,on-demand,unit-month,per-unit,,,1146.88,JPY,published,,,,,,,,,\(QuoteWorld.fact)
        dollar,two,*,on-demand,unit-month,per-unit,,,10.24,USD,published,,,,,,,,,\
        \(QuoteWorld.fact)
        day,kit,*,on-demand,unit-day,per-unit,,,160,EUR,published,,,,,,,,,\(QuoteWorld.fact)
        loss,loss,*,on-demand,unit,per-unit,,,45000,EUR,published,,,,,,,,,\(QuoteWorld.fact)

        """

    let catalog: CatalogSnapshot

    init() throws {
        catalog = try QuoteWorld().adding(Self.sheet, to: "providers/aurelia/prices/traps.csv")
            .snapshot()
    }

    /// What came of a basket: its prices, or what was wrong.
    struct Outcome {
        let basket: PricedBasket?
        let findings: [Finding]

        var codes: [FindingCode] { findings.map(\.code) }
    }

    func price(_ rows: String, agreement text: String = "") throws -> Outcome {
        let collector = FindingCollector()
        let csv = InputText(path: "basket.csv", text: rows)
        let table = try #require(CSVInput.parse(csv, into: collector))
        let yaml = InputText(
            path: "agreement.yaml",
            text: text.contains("currency:")
                ? "agreement: 1\n" + text : "agreement: 1\ncurrency: EUR\n" + text)
        let root = try #require(YAMLInput.parse(yaml, into: collector))
        guard let agreement = PriceAgreement(root, into: collector) else {
            return Outcome(basket: nil, findings: collector.findings)
        }
        let basket = Basket(table.value, into: collector)
        let rates = try EuroReferenceRates(
            date: CalendarDate(parsing: "2026-01-14"),
            unitsPerEuro: [("USD", "1.25"), ("JPY", "160")].map {
                EuroReferenceRates.Rate(
                    currency: try #require(Currency(code: $0)),
                    unitsPerEuro: try ExactDecimal(parsing: $1))
            })
        let priced = BasketPricer(
            catalog: catalog, agreement: agreement,
            rates: ExchangeTable(fixed: agreement.rates, reference: rates)
        ).price(basket, into: collector)
        return Outcome(basket: priced, findings: collector.findings)
    }

    /// Prices rows that have nothing wrong with them.
    func sound(_ rows: String, agreement: String = "") throws -> PricedBasket {
        let outcome = try price("offer,quantity,from,to\n" + rows, agreement: agreement)
        #expect(outcome.codes.isEmpty, "\(outcome.findings.map(\.message))")
        return try #require(outcome.basket)
    }
}

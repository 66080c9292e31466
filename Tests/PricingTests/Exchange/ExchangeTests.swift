import Pricing
import Quantities
import Testing

@Suite struct ExchangeTests {
    @Test func `a unit of account is paid in its currency at the day's rate`() throws {
        // A rate of Chile's central bank, invented here: 1 CLF = 39,485.65 CLP.
        let rate = try DatedRate(
            from: currency("CLF"), to: currency("CLP"), rate: decimal("39485.65"),
            date: CalendarDate(parsing: "2026-10-30"), publisher: "central bank")
        let table = ExchangeTable(fixed: [rate], reference: try publishedRates())
        let account = UnroundedMoney(amount: try decimal("1250.5"), currency: try currency("CLF"))
        let paid = try table.convert(account, to: currency("CLP")).rounded(.halfUp)
        // 1,250.5 × 39,485.65 = 49,376,805.325
        #expect(paid.description == "CLP 49376805")
        let back = try table.convert(
            table.convert(account, to: currency("CLP")), to: currency("CLF"))
        #expect(back == account)
    }

    @Test func `an agreed rate goes before the table, everything else is the table's`() throws {
        let agreed = try DatedRate(
            from: currency("USD"), to: currency("JPY"), rate: ExactDecimal(112),
            date: CalendarDate(parsing: "2026-10-01"), publisher: "provider")
        let table = ExchangeTable(fixed: [agreed], reference: try publishedRates())
        #expect(try table.rate(from: currency("USD"), to: currency("JPY")) == ExactRatio(112))
        #expect(
            try table.rate(from: .euro, to: currency("USD"))
                == publishedRates().rate(from: .euro, to: currency("USD")))
        #expect(
            table.words(from: try currency("USD"), to: try currency("JPY"))
                == "1 USD = 112 JPY, provider, 2026-10-01")
    }

    @Test func `a rate rounded to four decimals loses what it loses`() throws {
        // 2,000,000 USD at the rates of 2026-10-30: 0.8338 / 1.1172 unrounded against 0.7463.
        let dollars = UnroundedMoney(amount: ExactDecimal(2_000_000), currency: try currency("USD"))
        let exact = try publishedRates().convert(dollars, to: currency("GBP")).rounded(.halfUp)
        let rate = try publishedRates().rate(from: currency("USD"), to: currency("GBP"))
        let rough = try dollars.multiplied(by: ExactRatio(rate.rounded(toScale: 4, mode: .halfUp)))
        let loss = try UnroundedMoney(amount: rough.amount, currency: currency("GBP"))
            .rounded(.halfUp).subtracting(exact)
        #expect(loss.description == "GBP -60.22")
    }

    @Test func `exposure moves what is priced in each currency`() throws {
        let (dollar, pound) = (try currency("USD"), try currency("GBP"))
        let part = { (units: Int64) in Money(minorUnits: units, currency: .euro) }
        let exposure = try CurrencyExposure(
            total: part(100_000),
            parts: [
                (dollar, part(30_000)), (.euro, part(40_000)), (pound, part(20_000)),
                (dollar, part(10_005)),
            ])
        #expect(exposure.rows.map(\.currency) == [pound, dollar])
        #expect(exposure.rows.map(\.lower.minorUnits) == [98_000, 95_999])  // 4,000.5 half up
        #expect(exposure.rows.map(\.upper.minorUnits) == [102_000, 104_001])
    }

    @Test(arguments: [
        (MonthBasis.average, 2027, 2, 730), (.actual, 2027, 2, 672), (.actual, 2028, 2, 696),
        (.actual, 2027, 7, 744), (.actual, 2027, 6, 720), (.longest, 2027, 2, 744),
    ])
    func `a month has the hours of its basis`(
        basis: MonthBasis, year: Int, month: Int, hours: Int
    ) {
        #expect(basis.hours(year: year, month: month) == hours)
    }

    @Test(arguments: ["0", "-1"])
    func `a rate that buys nothing is refused`(rate: String) throws {
        #expect(throws: PricingError.self) {
            try DatedRate(
                from: currency("CLF"), to: currency("CLP"), rate: decimal(rate),
                date: CalendarDate(parsing: "2026-10-30"), publisher: "x")
        }
    }
}

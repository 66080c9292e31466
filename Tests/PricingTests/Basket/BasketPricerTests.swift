import Diagnostics
import Pricing
import Quantities
import Testing
import TestSupport

/// Baskets whose cents were worked out by hand.
@Suite struct BasketPricerTests {
    let world: BasketWorld

    init() throws { world = try BasketWorld() }

    private func total(_ rows: String, _ agreement: String = "") throws -> String {
        try #require(world.sound(rows, agreement: agreement).totals?.evaluated.description)
    }

    @Test func `a month has the hours that the agreement says`() throws {
        // Two machines in February and March 2026: 2 × 0.1 × 2 × 730 = 292; 672 + 744 = 1,416 real
        // hours: 283.20; 744 each: 297.60.
        let rows = "vm@aurelia-north,2,2026-02-01,2026-04-01\n"
        #expect(try total(rows) == "EUR 292.00")
        #expect(try total(rows, "hours: actual\n") == "EUR 283.20")
        #expect(try total(rows, "hours: '744'\n") == "EUR 297.60")
    }

    @Test func `a part of a month counts by its days`() throws {
        // 10 of 31 days of January: 0.1 × 730 × 10 / 31 = 23.548…
        #expect(try total("vm@aurelia-north,1,2026-01-22,2026-02-01\n") == "EUR 23.55")
        // 1,000 GB for half of February: 500 GB-months × 0.02 = 10 dollars.
        #expect(try total("lake@aurelia-north,1000,2026-02-01,2026-02-15\n") == "EUR 8.00")
    }

    @Test func `tiers begin again each month and count over the account`() throws {
        // 800 and 700 GB in one account: 1,000 × 0.02 + 500 × 0.01 = 25 dollars a month, 20 euros;
        // two months 40. The shares are 8/15 and 7/15: 21.33 and 18.67.
        let basket = try world.sound(
            "lake@aurelia-north,800,2026-01-01,2026-03-01\n"
                + "lake@aurelia-south,700,2026-01-01,2026-03-01\n")
        #expect(basket.lines.map(\.money.description) == ["EUR 21.33", "EUR 18.67"])
        // In two accounts each has its own tiers: 16 and 14 dollars a month.
        let apart = try #require(
            world.price(
                "offer,quantity,from,to,account\n"
                    + "lake@aurelia-north,800,2026-01-01,2026-03-01,a\n"
                    + "lake@aurelia-south,700,2026-01-01,2026-03-01,b\n"
            ).basket)
        #expect(apart.lines.map(\.money.description) == ["EUR 25.60", "EUR 22.40"])
    }

    @Test func `exactly a tier's bound is in the lower tier`() throws {
        // 1,000 × 0.02 = 20 dollars; one more GB costs 0.01.
        #expect(try total("lake@aurelia-north,1000,2026-01-01,2026-02-01\n") == "EUR 16.00")
        #expect(try total("lake@aurelia-north,1100,2026-01-01,2026-02-01\n") == "EUR 16.80")
    }

    @Test func `a price that changes inside a month splits it by its days`() throws {
        // June 2026: 15 days at 10, 15 at 13. With May and July: 10 + 11.50 + 13.
        let rows = "moves@aurelia-north,1,2026-05-01,2026-08-01\n"
        let basket = try world.sound(rows)
        #expect(basket.totals?.evaluated.description == "EUR 34.50")
        #expect(basket.lines[0].runs.map(\.parts.count) == [1, 2, 1])
        // Prices of one date hold throughout.
        #expect(try total(rows, "asOf: 2026-05-01\n") == "EUR 30.00")
        #expect(try total(rows, "asOf: 2026-06-16\n") == "EUR 39.00")
    }

    @Test func `what ends has no price and leaves no total`() throws {
        let basket = try world.sound(
            "ends@aurelia-north,1,2026-01-01,2026-05-01\n"
                + "vm@aurelia-north,1,2026-01-01,2026-02-01\n")
        #expect(basket.totals == nil)
        #expect(basket.unpriced.map(\.reason) == ["no price from 2026-03-01 on"])
        #expect(basket.lines.map(\.id) == ["B2"])
    }

    @Test func `whole terms are mixed where that is cheapest, and say what they save`() throws {
        // On demand 73 a month; a year 700.80, three years 1,576.80. Four years of one machine:
        // 1,576.80 + 700.80 = 2,277.60 against 3,504.
        let outcome = try world.price(
            "offer,quantity,from,to,plan\nvm@aurelia-north,1,2026-01-01,2030-01-01,cheapest\n")
        let line = try #require(outcome.basket?.lines.first)
        #expect(line.money.description == "EUR 2277.60")
        #expect(try line.mix?.mix.saved.description == "EUR 1226.4")
        // Thirteen months: a year and a month, 700.80 + 73.
        let odd = try world.price(
            "offer,quantity,from,to,plan\nvm@aurelia-north,1,2026-01-01,2027-02-01,cheapest\n")
        #expect(odd.basket?.lines.first?.money.description == "EUR 773.80")
    }

    @Test func `a single plan has to fit the time`() throws {
        let fits = try world.price(
            "offer,quantity,from,to,plan\nvm@aurelia-north,2,2026-01-01,2028-01-01,P1Y\n")
        #expect(fits.basket?.totals?.evaluated.description == "EUR 2803.20")
        for time in ["2026-01-01,2027-02-01", "2026-01-02,2027-01-02"] {
            let odd = try world.price(
                "offer,quantity,from,to,plan\nvm@aurelia-north,2,\(time),P1Y\n")
            #expect(odd.codes == [.pricePlanDoesNotFit])
            #expect(odd.basket == nil)
        }
    }

    @Test func `support is a share of other charges, at least the least`() throws {
        // 20 machines: 1,460 a month: 10 % of 1,000 + 5 % of 460 = 123. Two months 246. Requests of
        // another account do not count.
        let rows =
            "vm@aurelia-north,20,2026-01-01,2026-03-01,\n"
            + "call@aurelia-north,1000000000,2026-01-01,2026-03-01,other\n"
            + "help@aurelia-north,1,2026-01-01,2026-03-01,\n"
        let basket = try #require(
            world.price("offer,quantity,from,to,account\n" + rows).basket)
        #expect(basket.line("B3")?.money.description == "EUR 246.00")
        #expect(try total("help@aurelia-north,1,2026-01-01,2026-02-01\n") == "EUR 100.00")
    }

    @Test func `blocks, fees, days and single payments`() throws {
        // 12,345,678 requests at 0.05 for 10,000: 61.72839.
        #expect(try total("call@aurelia-north,12345678,2026-01-01,2026-02-01\n") == "EUR 61.73")
        // A fee, whatever is used up to what it covers.
        #expect(try total("gate@aurelia-north,128,2026-01-01,2026-03-01\n") == "EUR 280.00")
        // 365 / 12 days a month: 160 × 365 / 12 × 12 = 58,400 a year.
        #expect(try total("kit@aurelia-north,1,2026-01-01,2027-01-01\n") == "EUR 58400.00")
        // Real days: 28 in February.
        #expect(
            try total("kit@aurelia-north,1,2026-02-01,2026-03-01\n", "hours: actual\n")
                == "EUR 4480.00")
        // Once, whatever the months.
        #expect(try total("loss@aurelia-north,2,2026-01-01,2029-01-01\n") == "EUR 90000.00")
    }

    @Test func `more than a fee covers has no price`() throws {
        let basket = try world.sound("gate@aurelia-north,129,2026-01-01,2026-02-01\n")
        #expect(basket.unpriced.map(\.reason) == ["129 units are asked, 128 are to be had"])
    }

    @Test func `a provider's own list in the currency goes before conversion`() throws {
        // The yen list says 1,146.88; 10.24 dollars at 160 / 1.25 would be 1,310.72.
        let rows = "two@aurelia-north,1,2026-01-01,2026-02-01\n"
        #expect(try total(rows, "currency: JPY\n") == "JPY 1147")
        #expect(try total(rows, "currency: USD\n") == "USD 10.24")
    }

    @Test func `growth moves the quantity and never the price`() throws {
        // 100 requests blocks… 10 a month: 100, 110 and 121 units: 3,310 at 10 each year's month.
        let outcome = try world.price(
            "offer,quantity,from,to,growth\nrough@aurelia-north,100,2026-01-01,2028-02-01,10\n")
        // 12 × 1,000 + 12 × 1,100 + 1 × 1,210 = 26,410.
        #expect(outcome.basket?.totals?.evaluated.description == "EUR 26410.00")
    }

    @Test func `indicative prices give a low and a high end`() throws {
        let basket = try world.sound("rough@aurelia-north,3,2026-01-01,2026-02-01\n")
        #expect(basket.totals?.evaluated.description == "EUR 30.00")
        #expect(basket.range?.low.description == "EUR 24.00")
        #expect(basket.range?.high.description == "EUR 45.00")
        #expect(try world.sound("vm@aurelia-north,3,2026-01-01,2026-02-01\n").range == nil)
    }

    @Test func `prices are indexed after their hold`() throws {
        // 73 a month: 12 months held, then 1.05: 876 + 919.80.
        let agreement = """
            periods: [{ id: base, from: 2026-01-01, to: 2028-01-01 }]
            indexation: { fixed: "0.5", hold: P12M,
              indices: [{ name: wages, share: "0.5", values: ["100", "110"] }] }
            """
        #expect(
            try total("vm@aurelia-north,1,2026-01-01,2028-01-01\n", agreement) == "EUR 1795.80")
    }

    @Test func `options, caps and what is agreed later`() throws {
        let agreement = """
            surge: "10"
            fees: [{ name: ordering, percent: "1" }]
            periods:
              - { id: base, from: 2026-01-01, to: 2027-01-01 }
              - { id: option-1, from: 2027-01-01, to: 2028-01-01, price: capped, cap: "800.00" }
              - { id: option-2, from: 2028-01-01, to: 2029-01-01, price: to-be-agreed }
            ceiling: "1862.03"
            taxes: [{ place: XA, percent: "20" }]
            """
        let basket = try world.sound(
            "vm@aurelia-north,1,2026-01-01,2029-01-01\n", agreement: agreement)
        let totals = try #require(basket.totals)
        // 876 + the cap of 800 = 1,676; surge 167.60; fee on 1,843.60: 18.44; in all 1,862.04.
        #expect(totals.evaluated.description == "EUR 1676.00")
        #expect(totals.withFees.description == "EUR 1862.04")
        #expect(try totals.identities.map(\.holds) == [true, false])
        // Tax on what counts: 1,676 × 20 %.
        #expect(basket.taxes.map(\.due.description) == ["EUR 335.20"])
    }

    @Test func `promised spend is shown at half, all and half as much again`() throws {
        let basket = try world.sound(
            "vm@aurelia-north,10,2026-01-01,2027-01-01\n"
                + "loss@aurelia-north,1,2026-01-01,2027-01-01\n",
            agreement: "commitment: { amount: '10000', counts: ['vm*'] }\n")
        // 8,760 count; 45,000 do not.
        #expect(
            basket.promise.map(\.shortfall.description)
                == ["EUR 5620.00", "EUR 1240.00", "EUR 0.00"])
        #expect(
            basket.promise.map(\.due.description)
                == ["EUR 32500.00", "EUR 55000.00", "EUR 80640.00"])
    }

    @Test func `paid in another currency at the agreed rate`() throws {
        let agreement = """
            currency: CLF
            settlement: CLP
            rates:
              - { from: CLF, to: CLP, rate: "40000", date: 2026-01-14, source: central bank }
              - { from: EUR, to: CLF, rate: "0.025", date: 2026-01-14, source: invented }
            """
        let basket = try world.sound(
            "vm@aurelia-north,1,2026-01-01,2026-02-01\n", agreement: agreement)
        // EUR 73 is CLF 1.825, paid as CLP 73,000.
        #expect(basket.totals?.evaluated.description == "CLF 1.8250")
        #expect(basket.settled?.description == "CLP 73000")
    }

    @Test func `a promise by the hour is used, lost and weighed against none`() throws {
        // January has 4 machines, February 2: 0.1 on demand, 0.06 under the promise. 0.12 an hour
        // covers two: January (0.12 + 2 × 0.1) × 730 = 233.60, February 0.12 × 730 = 87.60, against
        // 292 + 146. 0.24 an hour loses half of it in February: 175.20 twice.
        let rows =
            "vm@aurelia-north,4,2026-01-01,2026-02-01\n"
            + "vm@aurelia-north,2,2026-02-01,2026-03-01\n"
        func plan(_ perHour: String) throws -> PricedBasket.Savings {
            let agreement = """
                savingsPlan: { perHour: \(perHour), rates: [{ sku: vm, rate: "0.06" }] }

                """
            return try #require(world.sound(rows, agreement: agreement).savings)
        }
        let half = try plan("\"0.12\"")
        #expect(half.total.description == "EUR 321.2")
        #expect(half.lost.description == "EUR 0")
        #expect(half.without.description == "EUR 438")
        let full = try plan("\"0.24\"")
        #expect(full.total.description == "EUR 350.4")
        #expect(full.lost.description == "EUR 87.6")
        #expect(try plan("cheapest").perHour.description == "EUR 0.12")
    }

    @Test func `whole months and whole units take terms, the rest of both does not`() throws {
        // 2.5 machines from 16 January for a year and a half month: half of January on demand,
        // 2.5 × 73 × 16 / 31; then twelve months: two terms of 700.80, half a machine 12 × 36.50.
        let outcome = try world.price(
            "offer,quantity,from,to,plan\nvm@aurelia-north,2.5,2026-01-16,2027-02-01,cheapest\n")
        let line = try #require(outcome.basket?.lines.first)
        // 94.193548… + 1,401.60 + 438.00
        #expect(line.money.description == "EUR 1933.79")
        #expect(line.mix?.firstMonth == 1)
        let tiers = try world.price(
            "offer,quantity,from,to,plan\nlake@aurelia-north,1,2026-01-01,2027-01-01,cheapest\n")
        #expect(
            tiers.basket?.lines.first?.noTerms == "its price has tiers, or changes inside a month")
    }

    @Test func `support is a share of what is paid, terms spread over their months`() throws {
        // A year's term of ten machines: 7,008 / 12 = 584 a month; 10 % of it is below 100.
        let rows =
            "vm@aurelia-north,10,2026-01-01,2027-01-01,cheapest\n"
            + "vm@aurelia-north,20,2026-01-01,2027-01-01,cheapest\n"
            + "help@aurelia-north,1,2026-01-01,2027-01-01,\n"
        let basket = try #require(world.price("offer,quantity,from,to,plan\n" + rows).basket)
        // 584 + 1,168 = 1,752 a month: 100 + 752 × 5 % = 137.60, twelve times.
        #expect(basket.line("B3")?.money.description == "EUR 1651.20")
    }

    @Test func `one payment is made once, whatever the periods`() throws {
        let agreement = """
            periods: [{ id: base, from: 2026-01-01, to: 2026-04-01 },
              { id: option-1, from: 2026-04-01, to: 2026-07-01 }]
            """
        let basket = try world.sound(
            "loss@aurelia-north,1,2026-01-01,2026-07-01\n", agreement: agreement)
        #expect(basket.lines.map(\.money.description) == ["EUR 45000.00", "EUR 0.00"])
    }

    @Test func `tiers go on counting over a boundary of periods inside a month`() throws {
        // 2,000 GB in January, half of it in each period: 1,000 × 0.02, then 1,000 × 0.01 dollars…
        // 15 and 16 of 31 days: 967.7… and 1,032.3… GB; together 30 dollars, 24 euros.
        let agreement = """
            rounding: { at: invoice }
            periods: [{ id: base, from: 2026-01-01, to: 2026-01-16 },
              { id: option-1, from: 2026-01-16, to: 2026-02-01 }]
            """
        let basket = try world.sound(
            "lake@aurelia-north,2000,2026-01-01,2026-02-01\n", agreement: agreement)
        let nets = try basket.periods.reduce(ExactRatio.zero) {
            try $0.adding($1.waterfall.net.amount)
        }
        #expect(nets == ExactRatio(24))
    }

    @Test func `days of real months are those of the calendar`() throws {
        // 31 + 28 + 31 days at 160.
        let basket = try world.sound(
            "kit@aurelia-north,1,2026-01-01,2026-04-01\n", agreement: "hours: actual\n")
        #expect(basket.totals?.evaluated.description == "EUR 14400.00")
    }

    @Test func `shares of an account's tiers stay numbers that add up`() throws {
        let outcome = try world.price(
            "offer,quantity,from,to,growth,growthEach\n"
                + "lake@aurelia-north,20000,2026-01-01,2036-01-01,,\n"
                + "lake@aurelia-south,70000,2026-01-01,2036-01-01,2,month\n")
        #expect(outcome.codes.isEmpty)
        #expect(outcome.basket?.totals != nil)
    }

    @Test func `an index year begins with the contract's`() throws {
        // A year from 15 January needs no second year's index: 12 × 73.
        let agreement = """
            periods: [{ id: base, from: 2026-01-15, to: 2027-01-15 }]
            indexation: { fixed: "0", indices: [{ name: all, share: "1", values: ["1"] }] }
            """
        let basket = try world.sound(
            "vm@aurelia-north,1,2026-01-15,2027-01-15\n", agreement: agreement)
        #expect(basket.totals?.evaluated.description == "EUR 876.00")
    }

    @Test func `credits stand beside the totals`() throws {
        let basket = try world.sound(
            "vm@aurelia-north,1,2026-01-01,2026-02-01\n",
            agreement: """
                credits: [{ id: c1, reason: refund, amount: "-0.125", belongsTo: 2025-12-01 }]
                minimum: "73.00"
                """)
        #expect(basket.credits.map(\.amount.description) == ["EUR -0.13"])
        #expect(basket.totals?.evaluated.description == "EUR 73.00")
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `a time that is cut at a month costs what it costs whole`(seed: UInt64) throws {
        var random = RandomPricing(seed: seed)
        for _ in 0..<10 {
            let quantity = try random.quantity(upTo: 5000)
            let cut = random.integer(2...11)
            let month = cut < 10 ? "0\(cut)" : "\(cut)"
            for sku in ["vm", "lake", "moves", "call", "gate", "kit"] {
                let amount = sku == "gate" ? ExactDecimal(7) : quantity
                let whole = try world.sound(
                    "\(sku)@aurelia-north,\(amount),2026-01-01,2027-01-01\n",
                    agreement: "rounding: { at: invoice }\n")
                let parts = try world.sound(
                    "\(sku)@aurelia-north,\(amount),2026-01-01,2026-\(month)-01\n"
                        + "\(sku)@aurelia-north,\(amount),2026-\(month)-01,2027-01-01\n",
                    agreement: "rounding: { at: invoice }\n")
                #expect(
                    whole.periods[0].waterfall.net == parts.periods[0].waterfall.net,
                    "\(sku) \(amount) \(month)")
            }
        }
    }
}

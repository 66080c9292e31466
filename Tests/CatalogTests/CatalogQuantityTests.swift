import Testing

/// CAT020 to CAT030: dates, quantities, tiers, derivations and sources.
struct CatalogQuantityTests {
    private static let aurelia = "providers/aurelia/"
    private static let prices = "providers/aurelia/prices/list.csv"

    private static let validity = [
        CatalogMistake(
            "a price that ends on its first day", in: prices, "2026-01-01,2027-01-01",
            "2026-01-01,2026-01-01",
            gives:
                "2:100 CAT020 the price of 'M4' ends on 2026-01-01, not after 2026-01-01"),
        CatalogMistake(
            "a site that closes before it opens", in: aurelia + "sites.csv", "2024-01-01,,",
            "2024-01-01,2023-01-01,",
            gives:
                "2:86 CAT020 the site closes on 2023-01-01, not after it opens on 2024-01-01"),
        CatalogMistake(
            "an authorisation that expires before it is issued", in: aurelia + "authorisations.csv",
            "2031-07-01", "2025-12-31",
            gives:
                "2:105 CAT020 it expires on 2025-12-31, before it was issued on 2026-01-01"),
    ]

    private static let quantities = [
        CatalogMistake(
            "a price", in: prices, ",0.10,", ",-0.10,",
            gives:
                "2:59 CAT021 the price -0.1 is negative"),
        CatalogMistake(
            "a block", in: prices, "per-unit,,,0.11", "block,0,,0.11",
            gives:
                "4:46 CAT021 a block of 0 units buys nothing"),
        CatalogMistake(
            "a tier", in: prices, "graduated,,0,", "graduated,,-1,",
            gives:
                "6:50 CAT021 a tier cannot begin at -1",
            "6:50 CAT022 the lowest tier of 'AO1' begins at -1"),
        CatalogMistake(
            "a range", in: prices, "0.04,0.06", "0.06,0.07",
            gives:
                "8:47 CAT021 0.05 lies outside of its own range, 0.06 to 0.07"),
        CatalogMistake(
            "a rate's range", in: "labour/rates.csv", "300,400,500", "300,600,500",
            gives:
                "2:40 CAT021 600 lies outside of its own range, 300 to 500"),
        CatalogMistake(
            "hours of a day", in: "labour/rates.csv", "day,8,300", "day,0,300",
            gives:
                "2:34 CAT021 'hoursPerUnit' of the labour rate is 0; expected more "
                + "than 0, at most 10000"
        ),
        CatalogMistake(
            "a level of responsibility", in: "labour/roles.csv", "Engineer,3", "Engineer,8",
            gives:
                "2:19 CAT021 'sfiaLevel' of the role is 8; expected 1 to 7"),
        CatalogMistake(
            "seats", in: "labour/operating-models.csv", "engineer,1,", "engineer,0,",
            gives:
                "2:29 CAT021 'seats' of the operating model is 0; expected 1 to 10000"),
        CatalogMistake(
            "hours of a week", in: "labour/operating-models.csv", "37.5", "169",
            gives:
                "2:36 CAT021 'hoursPerWeek' of the operating model is 169; expected "
                + "more than 0, at most 168"
        ),
        CatalogMistake(
            "a share of hours", in: "labour/operating-models.csv", "0.85", "0",
            gives:
                "2:41 CAT021 'productiveShare' of the operating model is 0; expected "
                + "more than 0, at most 1"
        ),
        CatalogMistake(
            "an exchange rate", in: "exchange-rates/reference.csv", "USD,1.1", "USD,0",
            gives:
                "2:16 CAT021 a rate of 0 converts nothing"),
        CatalogMistake(
            "basis points", in: "programmes/aurelia-volume.yaml", "basisPoints: 500",
            "basisPoints: 10001",
            gives:
                "11:36 CAT021 10001 basis points are no discount"),
        CatalogMistake(
            "memory", in: aurelia + "instances.csv", "fixed,4,16", "fixed,4,0",
            gives:
                "2:46 CAT021 'memoryGiB' of the instance is 0; expected 1 to 1000000"),
        CatalogMistake(
            "a latitude", in: aurelia + "sites.csv", "60.10", "90.01",
            gives:
                "2:46 CAT021 'latitude' of the site is 90.01; expected -90 to 90"),
        CatalogMistake(
            "a tax", in: "countries/xa.yaml", "\"20\"", "\"120\"",
            gives:
                "94:14 CAT021 'percent' of the tax is 120; expected 0 to 100"),
    ]

    private static let tiers = [
        CatalogMistake(
            "a lowest tier above 0", in: prices, ",,0,0.02", ",,1,0.02",
            gives:
                "6:50 CAT022 the lowest tier of 'AO1' begins at 1"),
        CatalogMistake(
            "a bound twice", in: prices, ",,1000,", ",,0,",
            gives:
                "7:1 CAT022 'AO1' has two prices from 0 on at one time"),
        CatalogMistake(
            "two units", in: prices, "GB-month,graduated,,1000", "GiB-month,graduated,,1000",
            gives:
                "7:1 CAT022 the tiers of 'AO1' differ in unit, model, block, "
                + "aggregation or least amount"),
        CatalogMistake(
            "tiers of a model without tiers", in: prices,
            "M4,*,on-demand,instance-hour,per-unit,,,0.11",
            "M4,aurelia-north,on-demand,instance-hour,per-unit,,5,0.11",
            gives:
                "4:1 CAT022 'M4' has several tiers, but its model is per-unit",
            "4:1 CAT022 'M4' has several tiers, but its model is per-unit",
            "4:62 CAT022 the lowest tier of 'M4' begins at 5"),
        CatalogMistake(
            "two prices on one day", in: prices, "2026-01-01,2027-01-01", "2026-01-01,2027-01-02",
            gives:
                "3:1 CAT022 'M4' has two prices from 0 on at one time"),
        CatalogMistake(
            "two prices of one site in lists of several", in: prices,
            "M4,aurelia-north,on-demand,instance-hour,per-unit,,,0.12,EUR,published,,,"
                + "resource,2027-01-01",
            "M4,aurelia-south;aurelia-north,on-demand,instance-hour,per-unit,,,0.12,EUR,"
                + "published,,,resource,2026-06-01",
            gives:
                "3:1 CAT022 'M4' has two prices from 0 on at one time"),
        CatalogMistake(
            "a programme that does not begin at 0", in: "programmes/aurelia-volume.yaml",
            "from: \"0\"", "from: \"1\"",
            gives:
                "1:1 CAT022 the tiers do not ascend from 0"),
        CatalogMistake(
            "a programme that does not ascend", in: "programmes/aurelia-volume.yaml",
            "from: \"100000\"", "from: \"0\"",
            gives:
                "1:1 CAT022 the tiers do not ascend from 0"),
    ]

    private static let estimates = [
        CatalogMistake(
            "an indicative price without its range", in: prices, "indicative,0.04,0.06",
            "indicative,0.04,",
            gives:
                "8:56 CAT023 an indicative price needs low, high and a note of how it was estimated"
        ),
        CatalogMistake(
            "an indicative price without a word how", in: prices, "estimated from two offers", "",
            gives:
                "8:56 CAT023 an indicative price needs low, high and a note of how it was estimated"
        ),
        CatalogMistake(
            "a derived price without its formula", in: prices, "list less 20 %", "",
            gives:
                "5:54 CAT023 a derived price needs a note with its formula and inputs"),
        CatalogMistake(
            "a rate without its derivation", in: "labour/rates.csv", "estimated from two offers",
            "",
            gives:
                "2:52 CAT023 a rate that is indicative needs its derivation"),
    ]

    private static let sources = [
        CatalogMistake(
            "of a level", in: "countries/xb.yaml", "Invented ladder of Borland", "web",
            gives:
                "12:13 CAT030 'web' names no source"),
        CatalogMistake(
            "of a scheme", in: "countries/xa.yaml", "Invented decree of Aldoria", "a decree",
            gives:
                "70:13 CAT030 'a decree' names no source"),
        CatalogMistake(
            "of a price", in: prices, "Invented price list", "list",
            gives:
                "2:112 CAT030 'list' names no source"),
        CatalogMistake(
            "of a rate", in: "exchange-rates/reference.csv", "Invented reference rates", "bank",
            gives:
                "2:20 CAT030 'bank' names no source"),
        CatalogMistake(
            "of a provider", in: aurelia + "provider.yaml", "Invented register of companies",
            "register",
            gives:
                "31:9 CAT030 'register' names no source"),
    ]

    @Test(arguments: validity)
    func `CAT020 a record ends after it begins`(mistake: CatalogMistake) throws {
        let found = try mistake.findings()
        #expect(found == mistake.expected)
    }

    @Test(arguments: quantities)
    func `CAT021 a number is one that its field can mean`(mistake: CatalogMistake) throws {
        let found = try mistake.findings()
        #expect(found == mistake.expected)
    }

    @Test(arguments: tiers)
    func `CAT022 tiers that hold on one day form one list`(mistake: CatalogMistake) throws {
        let found = try mistake.findings()
        #expect(found == mistake.expected)
    }

    @Test(arguments: estimates)
    func `CAT023 an estimate says how it came about`(mistake: CatalogMistake) throws {
        let found = try mistake.findings()
        #expect(found == mistake.expected)
    }

    @Test(arguments: sources)
    func `CAT030 a source names a document`(mistake: CatalogMistake) throws {
        let found = try mistake.findings()
        #expect(found == mistake.expected)
    }
}

import Catalog
import Diagnostics
import Quantities
import TestSupport
import Testing

struct AWSOfferSheetTests {
    let world: ImportWorld

    init() throws {
        world = try ImportWorld()
    }

    private func product(
        _ sku: String, market: String = "OnDemand", capacity: String = "Used",
        system: String = "Linux", region: String = "us-east-2"
    ) -> String {
        "\"\(sku)\":{\"sku\":\"\(sku)\",\"productFamily\":\"Compute Instance\",\"attributes\":{"
            + "\"instanceType\":\"x9.large\",\"tenancy\":\"Shared\",\"operatingSystem\":"
            + "\"\(system)\",\"operation\":\"RunInstances\",\"capacitystatus\":\"\(capacity)\","
            + "\"preInstalledSw\":\"NA\",\"marketoption\":\"\(market)\",\"regionCode\":"
            + "\"\(region)\"}}"
    }

    private func rate(
        _ code: String, _ amount: String, unit: String = "Hrs",
        range: (String, String)? = ("0", "Inf"), currency: String = "USD"
    ) -> String {
        let bounds = range.map { "\"beginRange\":\"\($0.0)\",\"endRange\":\"\($0.1)\"," } ?? ""
        return "\"\(code)\":{\"rateCode\":\"\(code)\",\(bounds)\"unit\":\"\(unit)\","
            + "\"pricePerUnit\":{\"\(currency)\":\"\(amount)\"}}"
    }

    private func term(
        _ sku: String, _ rates: String..., length: String = "", option: String = "",
        offering: String = "standard"
    ) -> String {
        let attributes =
            length.isEmpty
            ? ""
            : "\"LeaseContractLength\":\"\(length)\",\"OfferingClass\":\"\(offering)\","
                + "\"PurchaseOption\":\"\(option)\""
        return "\"\(sku)\":{\"\(sku).T\":{\"effectiveDate\":\"2026-03-01T00:00:00Z\","
            + "\"priceDimensions\":{\(rates.joined(separator: ","))},"
            + "\"termAttributes\":{\(attributes)}}}"
    }

    private func offer(
        _ products: [String], _ demand: [String], _ reserved: [String] = [],
        termsFirst: Bool = false
    ) -> String {
        let terms =
            "\"terms\":{\"OnDemand\":{\(demand.joined(separator: ","))},\"Reserved\":{"
            + "\(reserved.joined(separator: ","))}}"
        let all = "\"products\":{\(products.joined(separator: ","))}"
        return "{\"offerCode\":\"AmazonX\",\"publicationDate\":\"2026-03-22T14:56:51Z\","
            + (termsFirst ? "\(terms),\(all)" : "\(all),\(terms)") + "}"
    }

    @Test(arguments: [false, true])
    func `products are joined to their terms, whichever come first`(termsFirst: Bool) throws {
        let done = try world.imported(
            offer(
                [product("P1"), product("P2", system: "Windows")],
                [
                    term("P1", rate("P1.T.R", "0.0960000000")),
                    term("P2", rate("P2.T.R", "0.188")),
                ], termsFirst: termsFirst))
        #expect(done.findings.isEmpty && done.outcome?.items == 2)
        // Linux, shared, used, on demand: the type of machine names the meter.
        #expect(done.row("x9.large")["amount"] == "0.096")
        #expect(done.row("x9.large")["unit"] == "instance-hour")
        #expect(done.row("P2")["amount"] == "0.188")
        #expect(done.row("P2")["asOf"] == "2026-03-22")
        #expect(done.row("P2")["effectiveFrom"] == "2026-03-01")
        #expect(try world.check() == [])
    }

    @Test func `zero prices of reserved capacity are no price of the machine`() throws {
        let done = try world.imported(
            offer(
                [
                    product("P1"), product("P2", market: "CapacityBlock"),
                    product("P3", capacity: "AllocatedCapacityReservation"),
                ],
                [
                    term("P1", rate("a", "32.7726")), term("P2", rate("b", "0.0000000000")),
                    term("P3", rate("c", "0")),
                ]))
        #expect(done.row("x9.large")["amount"] == "32.7726")
        #expect(done.outcome?.zeros == 2 && done.row("P2")["amount"] == "0")
    }

    @Test func `upfront and hourly parts become one exact price of the term`() throws {
        let done = try world.imported(
            offer(
                [product("P1")], [],
                [
                    term(
                        "P1", rate("u", "500", unit: "Quantity", range: nil),
                        rate("h", "0.0311"), length: "1yr", option: "Partial Upfront")
                ]))
        let row = done.row("x9.large/standard/partial-upfront")
        // 500 + 0.0311 x 8,760 = 500 + 272.436
        #expect(row["amount"] == "772.436" && row["block"] == "8760" && row["plan"] == "P1Y")
        #expect(row["basis"] == "derived" && row["unit"] == "instance-hour")
        #expect(row["note"] == "(500 upfront + 0.0311 x 8760 h) / 8760 h")
        #expect(done.codes == [.sheetTermPrice])
        #expect(try world.check() == [])
    }

    @Test
    func `each way of paying is a meter of its own, nothing upfront is a plan of the machine`()
        throws
    {
        let all = try world.imported(
            offer(
                [product("P1")], [],
                [
                    "\"P1\":{"
                        + [
                            ("No Upfront", "standard", rate("a", "0.06")),
                            (
                                "All Upfront", "standard",
                                rate("b", "1161", unit: "Quantity", range: nil)
                            ),
                            ("No Upfront", "convertible", rate("c", "0.07")),
                        ].map { option, offering, rate in
                            "\"\(option)\(offering)\":{\"priceDimensions\":{\(rate)},"
                                + "\"termAttributes\":{\"LeaseContractLength\":\"3yr\","
                                + "\"OfferingClass\":\"\(offering)\",\"PurchaseOption\":"
                                + "\"\(option)\"}}"
                        }.joined(separator: ",") + "}"
                ]))
        #expect(
            all.rows.map { [$0["sku"], $0["plan"], $0["amount"], $0["block"]] } == [
                ["x9.large", "P3Y", "0.06", ""],
                ["x9.large/convertible/no-upfront", "P3Y", "0.07", ""],
                ["x9.large/standard/all-upfront", "P3Y", "1161", "26280"],
            ])
        #expect(try world.check() == [])
    }

    @Test func `a reservation among prices on demand stays a reservation`() throws {
        let done = try world.imported(
            offer(
                [product("P1")],
                [
                    term(
                        "P1", rate("u", "1161", unit: "Quantity", range: nil), length: "3yr",
                        option: "All Upfront", offering: "convertible")
                ]))
        #expect(done.rows.map { $0["plan"] } == ["P3Y"])
    }

    @Test func `tiers are graduated, and have to fit together`() throws {
        func sheet(_ second: String) -> String {
            offer(
                [product("P1", system: "NA")],
                [
                    term(
                        "P1", rate("a", "0.09", unit: "GB", range: ("0", "10240")),
                        rate("b", "0.085", unit: "GB", range: (second, "Inf")))
                ])
        }
        let done = try world.imported(sheet("10240"))
        #expect(done.rows.map { $0["tierFrom"] } == ["", "10240"])
        #expect(done.rows.allSatisfy { $0["model"] == "graduated" && $0["unit"] == "GB" })
        #expect(try world.imported(sheet("10241")).errors == [.sheetBrokenTiers])
        #expect(try world.imported(sheet("10239")).errors == [.sheetBrokenTiers])
    }

    @Test func `a price whose product is not there is refused`() throws {
        let done = try world.imported(
            offer([product("P1")], [term("P9", rate("a", "1"))]))
        #expect(done.errors == [.sheetNoProduct] && done.left.isEmpty)
    }

    @Test func `a list in yuan keeps its currency, and its region is not of this table`() throws {
        let sheet = offer(
            [product("P1", region: "cn-north-1")], [term("P1", rate("a", "1", currency: "CNY"))])
        #expect(try world.imported(sheet).errors == [.sheetUnknownRegion])
        let here = offer([product("P1")], [term("P1", rate("a", "1", currency: "CNY"))])
        #expect(try world.imported(here).rows.first?["currency"] == "CNY")
    }

    @Test func `items of the query API hold product and terms together`() throws {
        let item =
            "[{\"product\":{\(product("P1").dropFirst(6).dropLast()),\"x\":1},"
            + "\"serviceCode\":\"AmazonEC2\",\"terms\":{\"OnDemand\":{\"P1.T\":{"
            + "\"priceDimensions\":{\(rate("a", "0.468"))},\"termAttributes\":{}}}}}]"
        let done = try world.imported(item)
        #expect(done.rows.map { $0["amount"] } == ["0.468"], "\(done.findings.map(\.line))")
    }
}

extension AWSOfferSheetTests {
    private func plans(_ lengthFirst: Bool, code: String = "S1.P1") -> String {
        let length = "\"leaseContractLength\":{\"duration\":3,\"unit\":\"year\"}"
        let rates =
            "\"rates\":[{\"discountedSku\":\"P1\",\"rateCode\":\"\(code)\",\"unit\":"
            + "\"Hrs\",\"discountedRate\":{\"price\":\"0.0311\",\"currency\":\"USD\"},"
            + "\"discountedRegionCode\":\"us-east-2\"}]"
        return "{\"publicationDate\":\"2026-04-22T19:42:03Z\",\"products\":[{\"productFamily\":"
            + "\"SavingsPlans\"}],\"terms\":{\"savingsPlan\":[{\"sku\":\"S1\","
            + (lengthFirst ? "\(length),\(rates)" : "\(rates),\(length)") + "}]}}"
    }

    @Test func `a savings plan says its length before its rates`() throws {
        let done = try world.imported(plans(true))
        #expect(
            done.rows.map { [$0["sku"], $0["plan"], $0["amount"], $0["asOf"]] }
                == [["P1/savings-plan/S1", "P3Y", "0.0311", "2026-04-22"]],
            "\(done.findings.map(\.line))")
        #expect(try world.check() == [])
    }

    @Test func `a rate without its plan's length, or of another plan, is refused`() throws {
        #expect(try world.imported(plans(false)).errors == [.inputMissingKey])
        #expect(try world.imported(plans(true, code: "S2.P1")).errors == [.inputMissingKey])
    }
}

struct AWSOfferTableTests {
    private let world: ImportWorld
    private static let head = """
        FormatVersion,v1.0
        Disclaimer,"Invented, for tests"
        Publication Date,2026-04-22T19:42:03Z
        Version,20260422194203
        OfferCode,AmazonX

        """

    init() throws {
        world = try ImportWorld()
    }

    @Test func `rows with their terms are read as the JSON form is`() throws {
        let header =
            "SKU,OfferTermCode,RateCode,TermType,PriceDescription,EffectiveDate,StartingRange,"
            + "EndingRange,Unit,PricePerUnit,Currency,LeaseContractLength,PurchaseOption,"
            + "OfferingClass,\"Product Family\",\"Instance Type\",Tenancy,\"Operating System\","
            + "operation,CapacityStatus,\"Pre Installed S/W\",\"Region Code\"\n"
        let machine = "Compute Instance,x9.large,Shared,Linux,RunInstances,Used,NA,us-east-2\n"
        let done = try world.imported(
            Self.head + header
                + "P1,T,P1.T.a,OnDemand,text,2026-03-01,0,Inf,Hrs,0.096,USD,,,,\(machine)"
                + "P1,U,P1.U.b,Reserved,text,2026-03-01,,,Quantity,500,USD,1yr,Partial Upfront,"
                + "standard,\(machine)"
                + "P1,U,P1.U.c,Reserved,text,2026-03-01,0,Inf,Hrs,0.0311,USD,1yr,Partial Upfront,"
                + "standard,\(machine)")
        #expect(done.row("x9.large")["amount"] == "0.096", "\(done.findings.map(\.line))")
        #expect(done.row("x9.large/standard/partial-upfront")["amount"] == "772.436")
        #expect(done.rows.first?["asOf"] == "2026-04-22")
        #expect(done.outcome?.items == 3 && done.outcome?.rows == 2)
    }

    private static let plans =
        "SKU,RateCode,Unit,EffectiveDate,DiscountedRate,Currency,DiscountedSKU,PurchaseOption,"
        + "LeaseContractLength,LeaseContractLengthUnit,DiscountedRegionCode"

    @Test func `a savings plan is no price on demand`() throws {
        let done = try world.imported(
            Self.head + Self.plans + "\n"
                + "S1,S1.P1,Hrs,2026-04-20T21:53:43Z,10.9760000000,USD,P1,No Upfront,1,year,"
                + "us-east-2\n"
                + "S1,S1.P2,WriteRequestUnits,2026-04-20T21:53:43Z,0.0000005822,USD,P2,"
                + "No Upfront,3,year,us-east-2\n")
        #expect(
            done.rows.map { [$0["sku"], $0["plan"], $0["amount"], $0["unit"]] } == [
                ["P1/savings-plan/S1", "P1Y", "10.976", "unit-hour"],
                ["P2/savings-plan/S1", "P3Y", "0.0000005822", "request"],
            ], "\(done.findings.map(\.line))")
        #expect(try world.check() == [])
    }

    @Test func `a trailing empty column is said, a ragged row and an odd quote are refused`() throws
    {
        let row = "S1,S1.P1,Hrs,2026-04-20,1,USD,P1,No Upfront,1,year,us-east-2"
        let extra = try world.imported(Self.head + Self.plans + ",\n" + row + ",\n")
        #expect(extra.codes == [.sheetExtraColumn] && extra.outcome?.rows == 1)
        let cell = try world.imported(Self.head + Self.plans + "\n" + row + ",\n")
        #expect(cell.codes == [.sheetRemark] && cell.outcome?.rows == 1)
        let ragged = try world.imported(Self.head + Self.plans + "\n" + row + ",1,2\n")
        #expect(ragged.errors == [.inputCSVRaggedRow] && ragged.outcome == nil)
        let quote = try world.imported(
            Self.head + Self.plans + "\n" + row.replacing("No Upfront", with: "No 3\" Upfront")
                + "\n")
        #expect(quote.errors == [.inputCSVQuote] && quote.outcome == nil)
        #expect(quote.findings.first?.location?.line == 7)
    }
}

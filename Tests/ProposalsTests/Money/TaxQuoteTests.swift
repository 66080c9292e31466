import Assembly
import Catalog
import Diagnostics
import Clearance
import Eligibility
import LocatedInput
import Pricing
@testable import Proposals
import Quantities
import Requirements
import TestSupport
import Testing

/// Taxes by part, beside the total.
struct TaxQuoteTests {
    @Test func `one part has the tax of the customer's country`() throws {
        let package = try QuoteWorld().propose().package()
        let part = try #require(package.taxes.first)
        #expect(package.taxes.count == 1)
        #expect(part.net.plain == "4400995.20")
        // 20 % of 4,400,995.20.
        #expect(part.due?.plain == "880199.04")
        #expect(part.gross?.plain == "5281194.24")
    }

    @Test func `an exempt part stands beside a taxed one`() throws {
        let ask = QuoteAsk.twoEnclaves(["tax: exempt", "taxReason: funded by an alliance"])
        let proposal = try QuoteWorld().propose(ask)
        let package = try proposal.package()
        #expect(package.taxes.map(\.enclaves) == [["core"], ["vault"]])
        #expect(package.taxes[1].due?.isZero == true)
        #expect(package.taxes[1].gross == package.taxes[1].net)
        let nets = try package.taxes[0].net.adding(package.taxes[1].net)
        #expect(nets == package.waterfall.total)
        let people = package.taxes.map(\.people.minorUnits)
        let all = package.headLines.map(\.priced.money.minorUnits).reduce(0, +)
        #expect(people.reduce(0, +) == all && people.allSatisfy { $0 > 0 })
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test(arguments: [
        (#""due": "880199.04""#, #""due": "880199.05""#),
        (#""gross": "5281194.24""#, #""gross": "5281194.25""#),
        (#""percent": "20""#, #""percent": "19""#),
    ])
    func `a tax that does not recompute is found`(old: String, new: String) throws {
        let text = try QuoteWorld().propose().json
            .split(separator: old, omittingEmptySubsequences: false)
        try #require(text.count == 2)
        let failed = try QuoteReading(text.joined(separator: new)).failedChecks()
        #expect(failed == ["taxes by part add up"])
    }

    @Test func `a country with several taxes needs a place`() throws {
        let more = """
              - id: xa-islands
                name: island tax
                percent: "7"
                place: Islands of Almara
                source: Invented statute | https://example.org
                asOf: 2026-01-10
                confidence: primary

            """
        let world = QuoteWorld().adding("\n" + more, to: "countries/XA.yaml")
        #expect(try world.propose().package().taxes.first?.due == nil)
        var ask = QuoteAsk()
        ask.enclaveLines.append("taxPlace: Islands of Almara")
        // 7 % of 4,400,995.20 = 308,069.664.
        #expect(try world.propose(ask).package().taxes.first?.due?.plain == "308069.66")
    }
}

/// Currencies with no minor unit and with three.
struct MinorUnitQuoteTests {
    private static func world() -> QuoteWorld {
        QuoteWorld().adding(
            "2026-01-14,KWD,0.35,\(QuoteWorld.fact)\n", to: "exchange-rates/ecb.csv")
    }

    @Test(arguments: [
        // 4,400,995.20 x 160 and x 0.35; a net limit of a gross budget; 20 % tax, rounded half up.
        // 704,159,232 yen with tax are 844,991,078.4: the budget needs one more than is printed.
        ("JPY", "704159232", "140831846", "844991079"),
        ("KWD", "1540348.320", "308069.664", "1848417.984"),
    ])
    func `totals, taxes and budgets have the decimals of their currency`(
        code: String, total: String, due: String, gross: String
    ) throws {
        var ask = QuoteAsk()
        ask.currency = code
        ask.budgets = [
            "{ id: purse, covers: evaluated, tax: included, amount: \"\(gross)\" }",
            #"{ id: euros, covers: evaluated, currency: EUR, amount: "4400995.20" }"#,
        ]
        let proposal = try Self.world().propose(ask)
        let package = try proposal.package()
        #expect(package.waterfall.total.plain == total)
        #expect(package.taxes.first?.due?.plain == due)
        let part = try #require(package.taxes.first)
        #expect(try part.gross == part.net.adding(part.due ?? .zero(part.net.currency)))
        #expect(package.budgets.map(\.limit.plain) == [total, total])
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test(arguments: [("JPY", "844991078"), ("KWD", "1848417.983")])
    func `one minor unit less is refused, with the least that would do`(
        code: String, below: String
    ) throws {
        var ask = QuoteAsk()
        ask.currency = code
        ask.budgets = [
            "{ id: purse, covers: evaluated, tax: included, amount: \"\(below)\" }"
        ]
        let repair = try #require(try Self.world().propose(ask).refusal().repairs.first)
        #expect(repair.contains(code == "JPY" ? "JPY 1 more" : "KWD 0.001 more"), "\(repair)")
    }

    @Test func `a yen budget has no decimals`() {
        var ask = QuoteAsk()
        ask.currency = "JPY"
        ask.budgets = [#"{ covers: base, amount: "6200000000.00" }"#]
        #expect(throws: QuoteWorld.Unsound.self) { try Self.world().propose(ask) }
    }
}

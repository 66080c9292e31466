import Diagnostics
import Pricing
import Testing
import TestSupport

/// Mistakes of baskets and agreements: all at once, each with its place and a way out.
@Suite struct BasketMistakeTests {
    let world: BasketWorld

    init() throws { world = try BasketWorld() }

    @Test func `every mistake of a basket is told at once`() throws {
        let outcome = try world.price(
            """
            id,offer,quantity,from,to,plan
            a,moevs@aurelia-north,1,2026-01-01,2027-01-01,
            a,vm@aurelia-nroth,1,2026-01-01,2027-01-01,
            b,vm,1,2026-01-01,2027-01-01,
            c,vm@aurelia-north,-3,2026-01-01,2027-01-01,
            d,vm@aurelia-north,1,2026-01-01,2026-01-01,
            e,vm@aurelia-north,1,1950-01-01,2026-01-01,
            f,vm@aurelia-north,one,2026-01-01,2027-01-01,P1W

            """)
        #expect(outcome.basket == nil)
        #expect(
            outcome.findings.map { "\($0.location?.line ?? 0) \($0.code.rawValue)" } == [
                "2 PRC001", "3 PRC004", "3 PRC001", "4 PRC001", "5 PRC002", "6 PRC003", "7 PRC003",
                "8 INP034", "8 INP042",
            ])
        let helps = outcome.findings.compactMap(\.help)
        #expect(helps.contains("did you mean 'moves'?"))
        #expect(helps.contains("did you mean 'aurelia-north'?"))
    }

    @Test(arguments: [
        ("steps: [{ id: a, kind: negotiated, percent: '5' }]", FindingCode.priceBadAgreement),
        ("steps: [{ id: a, kind: programme, percent: '5', reason: x }]", .priceBadAgreement),
        ("steps: [{ id: a, kind: programme }]", .priceBadAgreement),
        ("steps: [{ id: a, kind: programme, percent: '101' }]", .priceBadAgreement),
        (
            "steps: [{ id: a, kind: volume, tiers: [{ from: '5', percent: '1' }] }]",
            .priceBadAgreement
        ),
        (
            "steps: [{ id: a, kind: volume, tiers: [{ from: '0', percent: '0.001' }] }]",
            .inputOutOfRange
        ),
        ("floor: { percentOfList: '60', below: waived }", .priceBadAgreement),
        ("indexation: { fixed: '0.4' }", .priceBadAgreement),
        ("credits: [{ id: a, reason: b, amount: '1' }]", .priceBadAgreement),
        ("ceiling: '1.234'", .priceBadAgreement),
        (
            "rates: [{ from: EUR, to: EUR, rate: '1', date: 2026-01-01, source: x }]",
            .priceBadAgreement
        ),
        ("surge: '101'", .inputOutOfRange),
        ("ceiling: '-5'", .priceBadAgreement),
        ("taxes: [{ place: XA, percent: '1' }, { place: XA, percent: '2' }]", .priceBadAgreement),
        (
            "periods: [{ id: a, from: 2026-01-01, to: 2027-01-01, price: to-be-agreed }]",
            .priceBadAgreement
        ),
        ("duty: { incoterm: XXX, percent: '1' }", .inputUnknownWord),
        ("unknown: 1", .inputUnknownKey),
        (
            "periods: [{ id: a, from: 2026-01-01, to: 2026-03-01 }, "
                + "{ id: b, from: 2026-02-01, to: 2027-01-01 }]", .priceBadAgreement
        ),
        ("periods: [{ id: a, from: 2026-01-01, to: 2026-06-01 }]", .priceOutsidePeriods),
        (
            "floor: { percentOfList: '60', below: stop }\n"
                + "steps: [{ id: a, kind: programme, percent: '50' }]", .priceBelowFloor
        ),
    ])
    func `an agreement that cannot hold is refused`(text: String, code: FindingCode) throws {
        let outcome = try world.price(
            "offer,quantity,from,to\nvm@aurelia-north,1,2026-01-01,2027-01-01\n",
            agreement: text + "\n")
        #expect(outcome.codes.contains(code), "\(outcome.findings.map(\.message))")
        #expect(outcome.basket == nil)
    }

    @Test func `an empty basket, colliding lines and a term of a growing quantity`() throws {
        #expect(try world.price("offer,quantity,from,to\n").codes == [.inputEmpty])
        let collision = try world.price(
            "id,offer,quantity,from,to\nbase,vm@aurelia-north,1,2026-01-01,2027-01-01\n"
                + "base/a,vm@aurelia-north,1,2026-01-01,2026-07-01\n",
            agreement: "periods: [{ id: a, from: 2026-01-01, to: 2026-07-01 },"
                + " { id: b, from: 2026-07-01, to: 2027-01-01 }]\n")
        #expect(collision.codes.isEmpty || collision.codes == [.priceDuplicateRow])
        let growing = try world.price(
            "offer,quantity,from,to,plan,growth,growthEach\n"
                + "vm@aurelia-north,10,2026-01-01,2027-01-01,P1Y,-50,month\n")
        #expect(growing.codes == [.pricePlanDoesNotFit])
    }

    @Test func `a number that is too large is a finding and no crash`() throws {
        let outcome = try world.price(
            "offer,quantity,from,to,growth\n"
                + "vm@aurelia-north,99999999999999999999999999999999999999,"
                + "2026-01-01,2046-01-01,1000\n")
        #expect(outcome.codes == [.priceAmountsTooLarge])
    }
}

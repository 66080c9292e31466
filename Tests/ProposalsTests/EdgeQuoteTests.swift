import Assembly
import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import LocatedInput
import Pricing
@testable import Proposals
import Quantities
import Requirements
import Testing
import TestSupport

/// Devices for the field, what is asked of recovery and keys, and what is not judged yet.
struct EdgeQuoteTests {
    private func ask(_ fleet: String = "home: core, count: 10, spares: 2") -> HallAsk {
        var ask = HallAsk()
        ask.edge = ["{ id: cases, classification: GUARDED, \(fleet) }"]
        return ask
    }

    private func answers(_ proposal: Proposal, _ prefix: String) throws -> [String] {
        try proposal.package().answers.filter { $0.path.hasPrefix(prefix) }.map {
            "\($0.path): \($0.asked): \($0.status.rawValue): \($0.answer)"
        }
    }

    /// 12 devices x EUR 12.50 a day x 365 / 12 x 36 = 12 x 12.50 x 365 x 3 = 164,250.00; x 12
    /// months 54,750.00. The devices are accredited by themselves: another 1,000.00.
    @Test func `devices are priced by the day, those in reserve as well`() throws {
        let proposal = try ask().propose()
        let package = try proposal.package()
        let lines = package.lines.filter { $0.demandID == "edge.cases.devices" }
        #expect(lines.map(\.priced.money.plain) == ["164250.00", "54750.00"])
        #expect(lines.first?.quantity == "12 × Dorado Case")
        #expect(lines.first?.monthlyQuantity == ExactDecimal(4380))
        #expect(package.placements.last?.sizing == ["10 devices in use and 2 in reserve"])
        #expect(
            package.stepLines.map(\.step.id) == [
                "accredit:xa-accredited/xa-restricted/core",
                "accredit:xa-accredited/xa-restricted/devices",
            ])
        // 3,487,086.40 of the hall, 219,000.00 of devices, 1,000.00 of their accreditation.
        #expect(package.waterfall.total.plain == "3707086.40")
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test func `each fleet is answered, and its sync is open`() throws {
        let fleet =
            "home: core, count: 10, offline: P14D, collectsGigabytesPerDay: 12, "
            + "sync: { every: P3D, linkMegabitsPerSecond: 50, dutyCycle: \"0.35\" }"
        #expect(
            try answers(ask(fleet).propose(), "edge.") == [
                "edge.cases: 10 devices, 0 in reserve, GUARDED: conditional: 10 × Dorado Case, "
                    + "home core",
                "edge.cases.sync: every P3D, 50 Mbit/s, duty cycle 0.35: open: whether the backlog "
                    + "drains is not proved in this quote",
            ])
    }

    @Test func `a fleet without home or sync says neither`() throws {
        #expect(
            try answers(ask("count: 1").propose(), "edge.") == [
                "edge.cases: 1 device, 0 in reserve, GUARDED: conditional: 1 × Dorado Case"
            ])
    }

    /// 14 days x 1,500 GB = 21 TB, a case holds 20.
    @Test(arguments: [
        "count: 1, needs: { vcpu: 49 }",
        "count: 1, offline: P14D, collectsGigabytesPerDay: 1500",
        "count: 1, needs: { carry: one-person }",
    ])
    func `a fleet that no device fits is refused`(fleet: String) throws {
        let refusal = try ask(fleet).propose().refusal()
        #expect(refusal.unserved.map(\.demandID) == ["edge.cases.devices"])
        #expect(
            refusal.unserved.first?.reasons == [
                "one kind of device is asked, none can be offered with a price",
                "1 offer is ineligible for reasons of its own",
            ])
    }

    @Test func `flows are open`() throws {
        var ask = HallAsk(
            HallAsk.enclave("core", HallAsk.machines(10, 40)),
            HallAsk.enclave("other", HallAsk.machines(10, 40)))
        ask.lines.append("flows: [{ from: core, to: other, gigabytesPerMonth: 5 }]")
        #expect(
            try answers(ask.propose(), "flows.") == [
                "flows.core-other: 5 GB a month: open: no guard between the two is in the catalog "
                    + "or in the price"
            ])
    }

    private func recovering(_ more: String) throws -> Proposal {
        try HallAsk(
            HallAsk.enclave(
                "core", HallAsk.machines(10, 40),
                more: "connectivity: air-gapped, halls: [cellar], \(more)")
        ).propose()
    }

    @Test(arguments: [
        (
            "within: [XA]",
            "within XA: conditional: copies at dorado-rack.cellar; what is recovered is for the "
                + "customer's plan"
        ),
        (
            "within: [XA], outside: [XB]",
            "within XA, outside XB: conditional: copies at dorado-rack.cellar; what is recovered "
                + "is for the customer's plan"
        ),
    ])
    func `recovery is met where a copy stands`(recovery: String, answer: String) throws {
        let proposal = try recovering("recovery: { \(recovery) }")
        #expect(
            try answers(proposal, "enclaves.core.recovery") == ["enclaves.core.recovery: \(answer)"]
        )
    }

    @Test(arguments: [
        ("within: [XB]", "within XB"), ("outside: [XA]", "within anywhere, outside XA"),
    ])
    func `without a site where it may be recovered there is no package`(
        recovery: String, text: String
    ) throws {
        let refusal = try recovering("recovery: { \(recovery) }").refusal()
        #expect(
            refusal.conflict.first
                == "enclave core has a site where it may be recovered: \(text)")
    }

    @Test func `keys are the customer's`() throws {
        #expect(
            try answers(recovering("keys: { within: [XA, XB] }"), "enclaves.core.keys") == [
                "enclaves.core.keys: XA, XB: conditional: keys are the customer's to hold; no key "
                    + "service is priced here"
            ])
    }

    // MARK: - What a refusal says of platforms in halls

    @Test func `a hall that is not described is hinted at`() throws {
        var ask = HallAsk(
            HallAsk.enclave("core", HallAsk.machines(10, 40), more: "connectivity: air-gapped"))
        ask.halls = []
        #expect(
            try ask.propose().refusal().unserved.first?.reasons == [
                "one site is asked, none can be offered with a price",
                "4 offers are ineligible for reasons of their own",
                "platforms that stand in a customer's hall are in the catalog: describe a hall "
                    + "under 'halls' and give it to enclaves.core to have them judged",
            ])
    }

    @Test func `where a hall is given, what its platform lacks is said`() throws {
        let world = try QuoteWorld.withHalls().replacing(
            "mcompute-day,mcompute", with: "mcompute-day,melse", in: QuoteWorld.doradoPriceList)
        #expect(
            try HallAsk().propose(world).refusal().unserved.first?.reasons == [
                "one site is asked, none can be offered with a price",
                "dorado-vm@dorado-rack.cellar: admitted, but no price: Compute module (mcompute) "
                    + "at Dorado Rack in the cellar",
                "4 offers are ineligible for reasons of their own",
            ])
    }

    @Test func `offers with one reason are said together`() throws {
        var ask = HallAsk()
        ask.halls.append("{ id: attic, country: XA, place: Southport }")
        ask.enclaves = [
            HallAsk.enclave(
                "core", HallAsk.machines(10, 40),
                more: "connectivity: air-gapped, halls: [cellar, attic], support: [XA]")
        ]
        let reasons = try #require(try ask.propose().refusal().unserved.first?.reasons)
        #expect(
            reasons.contains {
                $0.hasPrefix(
                    "dorado-vm@dorado-rack.attic, dorado-vm@dorado-rack.cellar: unknown: ")
            }, "\(reasons)")
    }
}

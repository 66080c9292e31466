import Assembly
import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Proposals
import Quantities
import Requirements
import Testing
import TestSupport

/// How quotes tell of platforms in halls, their modules, steps that cost something, and devices;
/// and how refusals tell of faults.
struct HallDocumentTests {
    private func ask() -> HallAsk {
        var ask = HallAsk(
            HallAsk.enclave(
                "core", HallAsk.machines(40, 160),
                more: "connectivity: air-gapped, halls: [cellar], keys: { within: [XA] }, "
                    + "recovery: { within: [XA] }"),
            HallAsk.enclave(
                "lab", "{ id: train, capability: compute.gpu, gpus: 10 }",
                "{ id: store, capability: storage.object, capacityGB: 1500, access: online }"))
        ask.lines.append("flows: [{ from: core, to: lab, gigabytesPerMonth: 5 }]")
        ask.edge = [
            "{ id: cases, classification: GUARDED, home: core, count: 10, spares: 2, "
                + "sync: { every: P3D, linkMegabitsPerSecond: 50 } }"
        ]
        return ask
    }

    @Test func `a quote tells of halls, modules, steps and devices`() throws {
        expectGolden(QuoteText.render(try ask().propose()), named: "hall.txt")
    }

    @Test func `a refusal tells of a fault and what the rest would cost`() throws {
        var ask = ask()
        ask.edge = ["{ id: cases, classification: SEALED, home: core, count: 10, spares: 2 }"]
        expectGolden(QuoteText.render(try ask.propose()), named: "fault.txt")
    }

    @Test func `a fault beside what cannot hold together has headings of its own`() throws {
        var ask = ask()
        ask.edge = ["{ id: cases, classification: SEALED, count: 10 }"]
        ask.lines.append(#"budgets: [{ id: purse, covers: evaluated, amount: "1000.00" }]"#)
        expectGolden(QuoteText.render(try ask.propose()), named: "fault-and-conflict.txt")
    }

    @Test func `the data form has modules and steps`() throws {
        let json = try QuoteJSON.value(ask().propose()).rendered(indented: true)
        for part in [
            #""place": "core/dorado-rack.cellar""#, #""each": "459900.00""#,
            #""step": "accredit:xa-accredited/xa-restricted/core""#, #""steps": "3000.00""#,
        ] {
            #expect(json.contains(part), "\(part)")
        }
    }
}

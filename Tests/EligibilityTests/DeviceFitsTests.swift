import Diagnostics
import Clearance
import Eligibility
import TestSupport
import Testing

/// device-fits: a device for the field has what the fleet needs, and stands where it is taken.
struct DeviceFitsTests {
    private static let kit = "cobalt-kit@cobalt-kit.field"
    private static let bare = "cobalt-bare@cobalt-bare.field"
    private static let needs = "needs: { vcpu: 8, memoryGiB: 32 }"
    private static let row = "16,64,8,2,25,two-person,-20,45,unlimited,yes,CK*1,CL,"
    private static let sure = "Invented product book,2026-06-01,primary,"

    /// A fleet that asks for `need` alone, or for data and days offline.
    private static func world(
        _ need: String, offline: String? = nil, device: String = row, sure: String = sure
    ) throws -> JudgedWorld {
        var world = try JudgedWorld.halls()
        try world.ask("    collectsGigabytesPerDay: 35.5\n", "")
        try world.ask("    offline: P14D\n", offline.map { "    offline: \($0)\n" } ?? "")
        try world.ask(needs, "needs: { \(need) }")
        try world.change("edge-devices.csv", row + Self.sure, device + sure)
        return world
    }

    private static func said(
        _ world: JudgedWorld, of offer: String = kit
    ) throws -> [Judgement] {
        let judged = try #require(try world.judge("devices")[offer])
        return judged.judgements.filter { $0.rule == "device-fits" }
    }

    /// The kit has 16 vCPU, 64 GiB, 8 TB, 2 graphics processors, 25 kg, from -20 to 45 degrees.
    @Test(arguments: [
        ("vcpu: 16", Verdict.eligible), ("vcpu: 17", .ineligible),
        ("memoryGiB: 64", .eligible), ("memoryGiB: 65", .ineligible),
        ("storageTB: 8", .eligible), ("storageTB: 8.001", .ineligible),
        ("accelerators: 2", .eligible), ("accelerators: 3", .ineligible),
        ("weightKilograms: 25", .eligible), ("weightKilograms: 24.9", .ineligible),
        ("minimumCelsius: -20", .eligible), ("minimumCelsius: -21", .ineligible),
        ("maximumCelsius: 45", .eligible), ("maximumCelsius: 46", .ineligible),
        ("carry: two-person", .eligible), ("carry: one-person", .ineligible),
        ("carry: vehicle", .eligible), ("carry: fixed", .eligible),
    ])
    func `each figure is enough up to its bound`(need: String, verdict: Verdict) throws {
        #expect(try Self.said(Self.world(need)).first?.verdict == verdict)
    }

    @Test(arguments: [
        "vcpu: 1", "memoryGiB: 1", "storageTB: 1", "accelerators: 1", "weightKilograms: 99",
        "minimumCelsius: 10", "maximumCelsius: 20", "carry: one-person", "carry: vehicle",
    ])
    func `what nothing is published of is unknown and asked`(need: String) throws {
        let judgement = try #require(try Self.said(Self.world(need), of: Self.bare).first)
        #expect(judgement.verdict == .unknown)
        #expect(judgement.questions.map(\.askWhom) == ["Cobalt"])
        #expect(judgement.explanation.text.hasSuffix("nothing is published"))
    }

    @Test(arguments: [
        ("secondary,", Verdict.eligible), ("unverified,", .unknown), ("primary,vcpu", .unknown),
        ("primary,memoryGiB", .eligible),
    ])
    func `a figure that fits has to be sure`(end: String, verdict: Verdict) throws {
        let sure = "Invented product book,2026-06-01," + end
        #expect(try Self.said(Self.world("vcpu: 8", sure: sure)).first?.verdict == verdict)
        let absent = try Self.said(Self.world("vcpu: 17", sure: sure)).first?.verdict
        #expect(absent == .ineligible)
    }

    @Test(arguments: [
        ("unlimited", "P10Y", Verdict.eligible), ("P14D", "P2W", .eligible),
        ("P14D", "P15D", .ineligible), ("P1M", "P1M", .eligible), ("P1Y", "P12M", .eligible),
        ("P1M", "P28D", .eligible), ("P1M", "P29D", .unknown), ("P1M", "P32D", .ineligible),
        ("P31D", "P1M", .eligible), ("P30D", "P1M", .ineligible),
        ("disconnected", "P14D", .conditional), ("", "P14D", .unknown),
    ])
    func `days without its provider are counted on both sides`(
        stated: String, asked: String, verdict: Verdict
    ) throws {
        let row = Self.row.replacing("unlimited", with: stated)
        let world = try Self.world("", offline: asked, device: row)
        #expect(try Self.said(world).first?.verdict == verdict)
    }

    @Test func `made for working disconnected is bound to the days asked`() throws {
        let row = Self.row.replacing("unlimited", with: "disconnected")
        let world = try Self.world("", offline: "P2W", device: row)
        let step = try #require(try Self.said(world).first?.steps.first)
        #expect(
            step.text == "Cobalt binds itself that Kit works 14 days without a link, with keys and "
                + "certificates that last as long")
        let unsure = try Self.world(
            "", offline: "P2W", device: row,
            sure: Self.sure + "offline")
        #expect(try Self.said(unsure).first?.verdict == .unknown)
    }

    @Test func `a device that its provider activates needs that once`() throws {
        let world = try Self.world(
            "vcpu: 8", device: Self.row.replacing("yes", with: "no"))
        let judgement = try #require(try Self.said(world).last)
        #expect(judgement.verdict == .conditional)
        #expect(judgement.steps.map(\.id) == ["activate:cobalt-kit/xa-guarded"])
    }

    @Test(arguments: [
        ("carry: vehicle", Verdict.eligible), ("carry: fixed", .eligible),
        ("carry: two-person", .unknown), ("carry: one-person", .unknown),
    ])
    func `a weight alone says that a vehicle carries it, and no more`(
        need: String, verdict: Verdict
    ) throws {
        let row = Self.row.replacing("two-person", with: "")
        #expect(try Self.said(Self.world(need, device: row)).first?.verdict == verdict)
    }

    @Test(arguments: [("cluster", "vehicle", Verdict.unknown), ("container", "fixed", .eligible)])
    func `a vehicle carries one case, and more only as its provider says`(
        kind: String, most: String, verdict: Verdict
    ) throws {
        var world = try Self.world(
            "carry: \(most)", device: Self.row.replacing("two-person", with: ""))
        try world.change("edge-devices.csv", "Kit,rugged-server", "Kit,\(kind)")
        #expect(try Self.said(world).first?.verdict == verdict)
    }

    @Test func `whether a provider has to activate it is asked where it is not published`() throws {
        let world = try Self.world(
            "vcpu: 8", device: Self.row.replacing("yes", with: ""))
        let judgement = try #require(try Self.said(world).last)
        #expect(judgement.verdict == .unknown)
        #expect(judgement.questions.map(\.askWhom) == ["Cobalt"])
    }

    @Test(arguments: [("primary,", Verdict.eligible), ("primary,worksWithoutActivation", .unknown)])
    func `that it needs no activation has to be sure`(end: String, verdict: Verdict) throws {
        let world = try Self.world("vcpu: 8", sure: "Invented product book,2026-06-01," + end)
        #expect(try Self.said(world).last?.verdict == verdict)
    }

    @Test func `data born offline has to fit`() throws {
        var world = try JudgedWorld.halls()
        // 14 days x 571.5 GB = 8.001 TB, more than the 8 TB of the kit.
        try world.ask("Day: 35.5", "Day: 571.5")
        #expect(try Self.said(world).map(\.verdict).max() == .ineligible)
        try world.ask("Day: 571.5", "Day: 571.4")
        #expect(try Self.said(world).map(\.verdict).max() == .eligible)
    }

    @Test func `machines and storage are no devices`() throws {
        let world = try JudgedWorld.halls()
        #expect(try world.rule("device-fits", of: "cobalt-machines@cobalt-block.fort") == nil)
        #expect(try world.judge("devices").keys.sorted() == [Self.bare, Self.kit])
    }
}

/// Whatever the fleet and the halls: asking for more, and giving less room, never improves.
struct HallPropertyTests {
    private struct Need {
        var vcpu: Int
        var memory: Int
        var storage: Int
        var kilograms: Int
        var heat: Int
        var days: Int

        init(_ generator: inout SeededGenerator) {
            vcpu = Int.random(in: 1...20, using: &generator)
            memory = Int.random(in: 1...80, using: &generator)
            storage = Int.random(in: 1...10, using: &generator)
            kilograms = Int.random(in: 20...40, using: &generator)
            heat = Int.random(in: 20...50, using: &generator)
            days = Int.random(in: 1...40, using: &generator)
        }

        mutating func raise(_ generator: inout SeededGenerator) {
            switch Int.random(in: 0...5, using: &generator) {
            case 0: vcpu += Int.random(in: 1...8, using: &generator)
            case 1: memory += Int.random(in: 1...32, using: &generator)
            case 2: storage += Int.random(in: 1...4, using: &generator)
            case 3: kilograms -= Int.random(in: 1...10, using: &generator)
            case 4: heat += Int.random(in: 1...10, using: &generator)
            default: days += Int.random(in: 1...20, using: &generator)
            }
        }

        var text: String {
            "needs: { vcpu: \(vcpu), memoryGiB: \(memory), storageTB: \(storage), "
                + "weightKilograms: \(kilograms), maximumCelsius: \(heat) }"
        }
    }

    private func verdicts(_ need: Need, _ base: JudgedWorld) throws -> [String: Verdict] {
        var world = base
        try world.ask("needs: { vcpu: 8, memoryGiB: 32 }", need.text)
        try world.ask("offline: P14D", "offline: P\(need.days)D")
        return try world.judge("devices").mapValues(\.verdict)
    }

    private func world(_ generator: inout SeededGenerator) throws -> JudgedWorld {
        var world = try JudgedWorld.halls()
        let offline = ["unlimited", "disconnected", "P21D", "P1M", ""].randomElement(
            using: &generator)
        try world.change("edge-devices.csv", "unlimited", offline ?? "")
        return world
    }

    @Test(arguments: 1...25 as ClosedRange<UInt64>)
    func `raising a need never improves the verdict of a device`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let world = try world(&generator)
        var need = Need(&generator)
        var before = try verdicts(need, world)
        for _ in 0..<4 {
            need.raise(&generator)
            let after = try verdicts(need, world)
            for (offer, verdict) in before {
                let later = try #require(after[offer])
                #expect(verdict <= later, "seed \(seed), \(offer), \(need.text)")
            }
            before = after
        }
    }

    @Test func `these fleets reach devices that fit, do not, and may`() throws {
        var reached: Set<Verdict> = []
        for seed in 1...25 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let world = try world(&generator)
            reached.formUnion(try verdicts(Need(&generator), world).values)
        }
        #expect(reached.isSuperset(of: [.conditional, .unknown, .ineligible]))
    }

    @Test(arguments: ["app", "brain", "disks"])
    func `naming one more hall never worsens an offer`(workload: String) throws {
        var world = try JudgedWorld.halls()
        try world.ask("    halls: [fort]\n", "")
        var before = try world.judge(workload).mapValues(\.verdict)
        try world.ask("classification: GUARDÉD\n", "classification: GUARDÉD\n    halls: []\n")
        for (old, new) in [("[]", "[dock]"), ("[dock]", "[dock, fort]")] {
            try world.ask("halls: \(old)", "halls: \(new)")
            let after = try world.judge(workload).mapValues(\.verdict)
            #expect(Set(after.keys) == Set(before.keys))
            for (offer, verdict) in before {
                #expect(try #require(after[offer]) <= verdict, "\(offer)")
            }
            #expect(after != before)
            before = after
        }
    }
}

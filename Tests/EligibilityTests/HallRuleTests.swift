import Diagnostics
import Clearance
import Eligibility
import Quantities
import TestSupport
import Testing

/// Rules about platforms in the customer's halls: placed-in-hall, sold-in-modules, orderable by
/// contract, and reaches that the customer decides.
struct HallRuleTests {
    private static let provider = RuleCase.Place.file("providers/cobalt/provider.yaml")
    private static let sites = RuleCase.Place.file("providers/cobalt/sites.csv")
    private static let modules = RuleCase.Place.file("providers/cobalt/modules.csv")
    private static let inFort = "cobalt-machines@cobalt-block.fort"
    private static let inDock = "cobalt-machines@cobalt-block.dock"
    private static let inCity = "cobalt-machines@cobalt-city"

    private static let modelRow =
        "[customer-decides]\n    source: Invented product book\n    asOf: 2026-06-01\n    "

    /// The end of the first delivery model, as sure as `sure` says.
    private static func model(_ description: String, _ sure: String, _ verdict: Verdict?)
        -> RuleCase
    {
        RuleCase(
            description, provider, modelRow + "confidence: primary", modelRow + sure, verdict)
    }

    @Test(arguments: [
        RuleCase("in the hall given", .requirement, "halls: [fort]", "halls: [fort]", .eligible),
        RuleCase(
            "in one of two", .requirement, "halls: [fort]", "halls: [dock, fort]", .eligible),
        RuleCase("in another", .requirement, "halls: [fort]", "halls: [dock]", .ineligible),
        RuleCase("with no hall given", .requirement, "    halls: [fort]\n", "", .ineligible),
        model("as reported", "confidence: secondary", .eligible),
        model("as recalled", "confidence: unverified", .unknown),
        model(
            "for halls as inferred", "confidence: primary\n    unverified: [customerSite]",
            .unknown),
    ])
    func `placed-in-hall: a platform stands where the customer gives it room`(
        example: RuleCase
    ) throws {
        let judgement = try example.world(.halls()).rule("placed-in-hall", of: Self.inFort)
        #expect(judgement?.verdict == example.verdict)
    }

    @Test func `placed-in-hall: which hall the customer gives is said`() throws {
        var world = try JudgedWorld.halls()
        #expect(
            try world.rule("placed-in-hall", of: Self.inDock)?.explanation.text
                == "the customer gives hall fort to guarded, not dock")
        try world.ask("    halls: [fort]\n", "")
        #expect(
            try world.rule("placed-in-hall", of: Self.inDock)?.explanation.text
                == "the customer gives no hall to guarded")
    }

    @Test func `placed-in-hall: a provider's own site needs no hall`() throws {
        #expect(try JudgedWorld.halls().rule("placed-in-hall", of: Self.inCity) == nil)
    }

    private static let node =
        "cobalt-node,cobalt-block,Node,CN,memoryGiB=512;core=64,8,,Invented product book,"
        + "2026-06-01,"

    private static func node(_ description: String, _ end: String, _ verdict: Verdict) -> RuleCase {
        RuleCase(description, modules, node + "primary,", node + end, verdict)
    }

    @Test(arguments: [
        node("as published", "primary,", .eligible),
        node("as reported", "secondary,", .eligible),
        node("as recalled", "unverified,", .conditional),
        node("with a limit that was inferred", "primary,maximum", .conditional),
        node("with contents that were inferred", "primary,provides", .conditional),
        node("with a name that was inferred", "primary,name", .eligible),
    ])
    func `sold-in-modules: what is not sure of a module is a step`(example: RuleCase) throws {
        let world = try example.world(.halls())
        let judgement = try #require(try world.rule("sold-in-modules", of: Self.inFort))
        #expect(judgement.verdict == example.verdict)
        #expect(
            judgement.steps.map(\.id)
                == (example.verdict == .conditional ? ["modules:cobalt/CN"] : []))
        #expect(judgement.questions.isEmpty)
    }

    @Test(arguments: [
        (
            "app", "cobalt-machines@cobalt-block.fort",
            ["one Node holds 64 cores, 512 GiB of memory"]
        ),
        ("brain", "cobalt-gpus@cobalt-block.fort", ["one Sled holds 4 graphics processors"]),
        ("disks", "cobalt-disks@cobalt-block.fort", ["one Tray holds 100,000 GB"]),
        ("app", "cobalt-machines@cobalt-city", []), ("app", "aurelia-machines@aurelia-north", []),
    ])
    func `sold-in-modules: only modules with what the service takes are looked at`(
        workload: String, offer: String, texts: [String]
    ) throws {
        let judged = try #require(try JudgedWorld.halls().judge(workload)[offer])
        let said = judged.judgements.filter { $0.rule == "sold-in-modules" }
        #expect(said.map(\.explanation.text) == texts)
    }

    private static let blockRow = "available,by-contract,Invented product book,2026-06-01,primary,"

    private static func block(_ description: String, _ row: String, _ verdict: Verdict) -> RuleCase
    {
        RuleCase(
            description, sites, blockRow,
            row.replacing("BOOK", with: "Invented product book,2026-06-01"), verdict)
    }

    @Test(arguments: [
        block("by contract", "available,by-contract,BOOK,primary,", .conditional),
        block("by contract as reported", "available,by-contract,BOOK,secondary,", .conditional),
        block("by contract as recalled", "available,by-contract,BOOK,unverified,", .unknown),
        block(
            "by contract as inferred", "available,by-contract,BOOK,primary,orderableBy", .unknown),
        block("listed, by contract", "listed,by-contract,BOOK,primary,", .unknown),
        block("announced, by contract", "announced,by-contract,BOOK,primary,", .ineligible),
        block("closed, by contract", "closed,by-contract,BOOK,primary,", .ineligible),
        block("by anyone", "available,any,BOOK,primary,", .eligible),
    ])
    func `orderable: a contract of its own is a step`(example: RuleCase) throws {
        let judgement = try example.world(.halls()).rule("orderable", of: Self.inFort)
        #expect(judgement?.verdict == example.verdict)
    }

    @Test func `orderable: one contract for the platform serves all halls`() throws {
        let world = try JudgedWorld.halls()
        let steps = try [Self.inFort, Self.inDock].map {
            try #require(try world.rule("orderable", of: $0)).steps
        }
        #expect(steps[0].map(\.id) == ["contract:cobalt/block"])
        #expect(steps[0] == steps[1])
        #expect(steps[0].map(\.authority) == ["Cobalt"])
        #expect(steps[0].map(\.leadTime) == [nil])
    }

    private static let asked = "    operators: { nationality: [XA], residence: [LEAGUE] }\n"

    @Test(arguments: ["operator-nationality", "operator-residence"])
    func `what the customer decides is a step of the contract`(rule: String) throws {
        var world = try JudgedWorld.halls()
        #expect(try world.rule(rule, of: Self.inFort) == nil)
        try world.ask("    halls: [fort]\n", "    halls: [fort]\n" + Self.asked)
        let judgement = try #require(try world.rule(rule, of: Self.inFort))
        #expect(judgement.verdict == .conditional)
        let place = rule == "operator-nationality" ? "XA" : "LEAGUE"
        #expect(judgement.steps.map(\.id) == ["\(rule):cobalt/block/\(place)"])
        #expect(judgement.steps.map(\.authority) == ["the customer and Cobalt"])
        #expect(judgement.steps.map(\.leadTime) == [CalendarPeriod()])
    }

    @Test(arguments: [
        ("confidence: secondary", Verdict.conditional), ("confidence: unverified", .unknown),
        ("confidence: primary\n    unverified: [operators]", .unknown),
    ])
    func `that the customer decides has to be sure`(sure: String, verdict: Verdict) throws {
        var world = try JudgedWorld.halls()
        try world.ask("    halls: [fort]\n", "    halls: [fort]\n" + Self.asked)
        try world.change(
            "providers/cobalt/provider.yaml", Self.modelRow + "confidence: primary",
            Self.modelRow + sure)
        let judgement = try world.rule("operator-nationality", of: Self.inFort)
        #expect(judgement?.verdict == verdict)
    }
}

/// A caveat names the nations to which information may be released, those of operators included.
struct CaveatRuleTests {
    /// Operators at North are nationals of XA and XB; the league has XC as well.
    @Test(arguments: [
        ("[LEAGUE]", "[XA, XB]", Verdict.eligible), ("[LEAGUE]", "[XA]", .ineligible),
        ("[XA, XB]", "[LEAGUE]", .eligible), ("[XA]", "[XA, XB]", .ineligible),
        ("[XA, XB]", "[XA, XB]", .eligible), ("[LEAGUE]", "[XD]", .ineligible),
    ])
    func `operators satisfy what is asked of them and the caveat`(
        asked: String, released: String, verdict: Verdict
    ) throws {
        var world = try JudgedWorld()
        try world.ask(
            "    operators: { nationality: [LEAGUE],",
            "    releasableTo: \(released)\n    operators: { nationality: \(asked),")
        let judged = try #require(try world.judge()["aurelia-machines@aurelia-north"])
        let said = judged.judgements.filter { $0.rule == "operator-nationality" }
        #expect(said.map(\.verdict).max() == verdict)
    }

    @Test(arguments: [
        ("[XA, XB]", Verdict.eligible), ("[XA]", .ineligible), ("[LEAGUE]", .eligible),
    ])
    func `a caveat alone is judged as well`(released: String, verdict: Verdict) throws {
        var world = try JudgedWorld()
        try world.ask(
            "    operators: { nationality: [LEAGUE],",
            "    releasableTo: \(released)\n    operators: {")
        #expect(try world.rule("operator-nationality")?.verdict == verdict)
    }

    @Test func `where nationalities are not stated it stays unknown`() throws {
        var world = try JudgedWorld()
        try world.ask(
            "    operators: { nationality: [LEAGUE],", "    releasableTo: [XA]\n    operators: {")
        let offer = "borealis-machines@borealis-coast"
        #expect(try world.rule("operator-nationality", of: offer)?.verdict == .unknown)
    }
}

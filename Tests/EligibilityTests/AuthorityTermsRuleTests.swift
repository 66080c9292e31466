import Catalog
import Diagnostics
import Clearance
import Eligibility
import Quantities
import TestSupport
import Testing

/// accredited-by-owner in the customer's halls and in the field: terms of the customer's own
/// authority, one step per system, and authorisations of other states.
struct AuthorityTermsRuleTests {
    private static let rule = "accredited-by-owner"
    private static let inFort = "cobalt-machines@cobalt-block.fort"
    private static let inCity = "cobalt-machines@cobalt-city"
    private static let kit = "cobalt-kit@cobalt-kit.field"

    private func judgement(
        _ world: JudgedWorld, of offer: String = inFort, for workload: String = "app"
    ) throws -> Judgement {
        try #require(try world.rule(Self.rule, of: offer, for: workload))
    }

    @Test func `the customer's own authority says time and cost, and nothing is asked`() throws {
        let judgement = try judgement(.halls())
        #expect(judgement.verdict == .conditional)
        let step = try #require(judgement.steps.first)
        #expect(step.leadTime == CalendarPeriod(months: 7))
        #expect(step.cost == Money(minorUnits: 5_000_000, currency: .euro))
        #expect(step.authority == "Office of Aldoria")
        #expect(judgement.questions == [])
    }

    @Test(
        arguments: [
            ("leadTime: P7M, ", "", "P9M", "EUR 50000.00", false),
            (", cost: \"50000.00\"", "", "P7M", nil, true),
            (", leadTime: P7M, cost: \"50000.00\"", "", "P9M", nil, true),
            (
                "scheme: xa-accreditation-guarded", "scheme: xa-accreditation-hidden", "P9M", nil,
                true
            ),
        ] as [(String, String, String, String?, Bool)])
    func `what the authority leaves out comes from its scheme, or is asked`(
        old: String, new: String, time: String, cost: String?, isAsked: Bool
    ) throws {
        var world = try JudgedWorld.halls()
        try world.ask(old, new)
        let judgement = try judgement(world)
        #expect(judgement.steps.map(\.leadTime?.description) == [time])
        #expect((judgement.steps.first?.cost == nil) == (cost == nil))
        #expect(
            judgement.questions.map(\.id)
                == (isAsked ? ["accredited-by-owner:xa-accreditation-guarded"] : []))
    }

    @Test func `in halls each enclave is a system of its own`() throws {
        var world = try JudgedWorld.halls()
        let id = "accredit:xa-accreditation-guarded/xa-guarded"
        #expect(try judgement(world).steps.map(\.id) == [id + "/guarded"])
        #expect(
            try judgement(world).steps.map(\.text)
                == ["the customer's system for guarded is accredited: Accreditation for GUARDÉD"])
        #expect(try judgement(world, of: Self.inCity).steps.map(\.id) == [id])
        #expect(
            try judgement(world, of: Self.kit, for: "devices").steps.map(\.id)
                == [id + "/devices"])
        #expect(
            try judgement(world, of: Self.kit, for: "devices").steps.map(\.text)
                == [
                    "the customer's devices for GUARDÉD are accredited: Accreditation for GUARDÉD"
                ])
        try world.ask("id: guarded\n", "id: kept\n")
        try world.ask("home: guarded", "home: kept")
        try world.ask("{ from: guarded, to: guarded", "{ from: kept, to: kept")
        #expect(try judgement(world).steps.map(\.id) == [id + "/kept"])
    }

    private static func held(_ scheme: String, _ sites: String) -> String {
        "cobalt-held,\(scheme),cobalt-machines,\(sites),L-3,2026-01-01,2031-07-01,2026-06-01,"
            + "Invented register,2026-06-01,primary\n"
    }

    @Test func `an authorisation of another state is said and not counted`() throws {
        var world = try JudgedWorld.halls()
        world.catalog.append(
            Self.held("league-accreditation-kept", "cobalt-block"),
            to: "providers/cobalt/authorisations.csv")
        let judgement = try judgement(world)
        #expect(judgement.verdict == .conditional)
        let snapshot = try #require(world.catalog.load().snapshot)
        let scheme = try #require(snapshot.scheme(SchemeID("league-accreditation-kept")))
        #expect(
            judgement.explanation.text.hasSuffix(
                " (\(scheme.name) of another state does not count here)"))
        #expect(judgement.explanation.children.map(\.text).contains(scheme.name))
        #expect(
            try !self.judgement(world, of: Self.inCity).explanation.text.contains("another state"))
    }

    @Test func `a civil label of the customer's own state is no foreign authorisation`() throws {
        let text = try judgement(.halls()).explanation.text
        #expect(!text.contains("another state"))
    }

    @Test func `an accreditation of the owner held in halls makes eligible`() throws {
        var world = try JudgedWorld.halls()
        world.catalog.append(
            Self.held("xa-accreditation-guarded", "cobalt-block"),
            to: "providers/cobalt/authorisations.csv")
        #expect(try judgement(world).verdict == .eligible)
        #expect(try judgement(world, of: Self.inCity).verdict == .conditional)
    }
}

import Catalog
import Clearance
import Quantities
import Requirements
import Testing

/// What stands beside the clearance: nations, caveats, places, accesses, need to know.
struct PersonConditionTests {
    let world: LoadedWorld

    init() throws { world = try .standard() }

    private func cleared(
        _ nations: [String], country: String? = "XA", readIns: [String] = [],
        caveats: [String] = []
    ) throws -> Person {
        world.person(
            [try world.held("xa-c-hidden")], nationalities: nations, country: country,
            readIns: readIns, caveats: caveats)
    }

    @Test func `release lists narrow whom a clearance lets in`() throws {
        var need = try world.need("xa-hidden")
        need.admitted = [[OwnerID("XA"), OwnerID("XB")], [OwnerID("LEAGUE")]]
        #expect(world.verdict(try cleared(["XB"]), need) == .eligible)
        #expect(world.verdict(try cleared(["XC"]), need) == .ineligible)
        #expect(world.verdict(try cleared(["XC", "XA"]), need) == .eligible)
        #expect(world.verdict(try cleared([]), need) == .unknown)
    }

    @Test func `a post for one nationality takes no second one`() throws {
        var need = try world.need("xa-hidden")
        need.nationality = Nationality([OwnerID("XA")], isSole: true, customer: OwnerID("XA"))
        #expect(world.verdict(try cleared(["XA"]), need) == .eligible)
        #expect(world.verdict(try cleared(["XA", "XB"]), need) == .ineligible)
        need.nationality = Nationality([OwnerID("XA")], isSole: false, customer: OwnerID("XA"))
        #expect(world.verdict(try cleared(["XA", "XB"]), need) == .eligible)
        #expect(world.verdict(try cleared(["XB"]), need) == .ineligible)
        #expect(world.verdict(try cleared([]), need) == .unknown)
    }

    @Test(arguments: [
        ("xa-only", ["XA"], Verdict.eligible), ("xa-only", ["XB"], .ineligible),
        ("xa-only", [], .unknown), ("xa-pair", ["XA", "XB"], .eligible),
        ("xa-pair", ["XA", "XC"], .ineligible), ("xa-guests", ["XB"], .unknown),
        ("xa-doubt", ["XA"], .unknown), ("xa-doubt", ["XB"], .ineligible),
    ])
    func `a caveat beats a clearance`(id: String, nations: [String], verdict: Verdict) throws {
        var need = try world.need("xa-hidden")
        need.caveats = [try world.caveat(id)]
        #expect(world.verdict(try cleared(nations), need) == verdict)
    }

    @Test(arguments: [
        ("xa-persons", ["XA"], [], Verdict.eligible), ("xa-persons", ["XB"], ["XA"], .eligible),
        ("xa-persons", ["XB"], [], .ineligible), ("xa-citizens", ["XB"], ["XA"], .ineligible),
        ("xa-citizens", ["XA"], [], .eligible), ("xa-citizens", [], [], .unknown),
    ])
    func `persons and citizens are two populations`(
        level: String, nations: [String], residentOf: [String], verdict: Verdict
    ) throws {
        let person = world.person([], nationalities: nations, residentOf: residentOf)
        #expect(world.verdict(person, try world.need(level)) == verdict)
    }

    @Test func `nationals of a third country need consent`() throws {
        let need = try world.need("lg-secret")
        let held = [try world.held("lg-c")]
        #expect(world.verdict(world.person(held), need) == .eligible)
        let third = world.judge(world.person(held, nationalities: ["XC"]), need)
        #expect(third.verdict == .conditional)
        #expect(third.steps.map(\.id) == ["third-country-consent:p1"])
        let unsaid = world.judge(world.person(held, nationalities: []), need)
        #expect(unsaid.verdict == .unknown)
        #expect(unsaid.reasons.joined().contains("the nationality of the holder is not said"))
        #expect(unsaid.judgements.contains { $0.rule == "third-country-consent" })
    }

    @Test func `administration from abroad is access from abroad`() throws {
        var need = try world.need("xa-hidden")
        need.within = [OwnerID("LEAGUE")]
        #expect(world.verdict(try cleared(["XA"]), need) == .eligible)
        #expect(world.verdict(try cleared(["XA"], country: "XC"), need) == .ineligible)
        #expect(world.verdict(try cleared(["XA"], country: nil), need) == .unknown)
        need.within = []
        #expect(world.verdict(try cleared(["XA"], country: nil), need) == .unknown)
        need.within = [OwnerID("LEAGUE")]
        let abroad = world.judge(try cleared(["XA"], country: "XB"), need)
        #expect(abroad.verdict == .conditional)
        #expect(abroad.steps.map(\.id) == ["export-licence:XA.XB"])
    }

    @Test func `accesses are separate, and one may suppose another`() throws {
        var need = try world.need("xa-hidden")
        need.readIns = ["ATOM"]
        #expect(world.verdict(try cleared(["XA"]), need) == .ineligible)
        #expect(world.verdict(try cleared(["XA"], readIns: ["Atom"]), need) == .eligible)
        need.readIns = ["CORE"]
        #expect(world.verdict(try cleared(["XA"], readIns: ["CORE"]), need) == .ineligible)
        let both = try cleared(["XA"], readIns: ["CORE DATA", "SHELL"])
        #expect(world.verdict(both, need) == .eligible)
    }

    @Test func `a restriction on the clearance has to be asked about`() throws {
        let person = try cleared(["XA"], caveats: ["not for posts abroad"])
        let judged = world.judge(person, try world.need("xa-hidden"))
        #expect(judged.verdict == .unknown)
        #expect(!judged.questions[0].text.contains("abroad"))
    }

    @Test func `need to know and briefing are conditions, not silence`() throws {
        let need = try world.need("xa-hidden")
        func person(_ known: Bool?, _ briefed: String?) throws -> Person {
            Person(
                id: "p1", nationalities: [OwnerID("XA")], employer: "customer",
                clearances: [try world.held("xa-c-hidden")], country: OwnerID("XA"),
                needToKnow: known, briefed: briefed.map(world.day))
        }
        #expect(world.verdict(try person(true, "2026-06-01"), need) == .eligible)
        let late = world.judge(try person(true, "2026-06-02"), need)
        #expect(late.verdict == .conditional)
        #expect(late.steps.map(\.id) == ["briefing:xa-hidden"])
        #expect(world.verdict(try person(nil, "2026-01-01"), need) == .conditional)
        #expect(world.verdict(try person(false, "2026-01-01"), need) == .ineligible)
    }

    @Test func `roles are asked for where the post names one`() throws {
        var need = try world.need("xa-open")
        need.role = RoleID("watch")
        #expect(world.verdict(world.person([]), need) == .unknown)
        #expect(world.verdict(world.person([], roles: [RoleID("watch")]), need) == .eligible)
        #expect(world.verdict(world.person([], roles: [RoleID("other")]), need) == .ineligible)
    }

    @Test func `nobody works before the first day or after the last one`() throws {
        let need = try world.need("xa-open")
        let person = Person(id: "p1", from: world.day("2026-06-01"), until: world.day("2026-09-01"))
        #expect(world.verdict(person, need, on: "2026-05-31") == .ineligible)
        #expect(world.verdict(person, need, on: "2026-06-01") == .eligible)
        #expect(world.verdict(person, need, on: "2026-08-31") == .eligible)
        #expect(world.verdict(person, need, on: "2026-09-01") == .ineligible)
    }

    @Test func `what ends in the course of the work is to be renewed, what ended before is gone`()
        throws
    {
        let need = try world.need("xa-hidden")
        func judge(_ expires: String) throws -> CaseJudgement {
            PersonJudge(
                world.book, roster: world.roster, renewingSince: world.day("2026-03-01")
            ).judge(
                world.person([try world.held("xa-c-hidden", to: expires)]), for: need,
                on: world.day("2026-06-01"))
        }
        #expect(try judge("2026-06-02").verdict == .eligible)
        let ending = try judge("2026-06-01")
        #expect(ending.verdict == .conditional)
        #expect(ending.steps.map(\.leadTime?.description) == ["P90D"])
        #expect(try judge("2026-03-02").verdict == .conditional)
        #expect(try judge("2026-03-01").verdict == .ineligible)
    }

    @Test func `an end that is not said follows from the usual term, or is unknown`() throws {
        let need = try world.need("xa-hidden")
        let derived = world.person(
            [try world.held("xa-c-hidden", from: "2022-01-01", to: nil)])
        #expect(world.verdict(derived, need, on: "2026-12-31") == .eligible)
        #expect(world.judge(derived, need).premises.map(\.id) == ["valid-throughout:p1"])
        #expect(world.verdict(derived, need, on: "2027-01-01") == .ineligible)
        let open = world.person([try world.held("xa-hidden", to: nil)])
        #expect(world.verdict(open, need) == .unknown)
    }
}

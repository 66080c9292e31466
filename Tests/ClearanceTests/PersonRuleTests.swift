import Catalog
import Clearance
import Quantities
import Requirements
import TestSupport
import Testing

/// Each rule about people: allow, deny, unknown and the day on which the answer changes.
struct PersonRuleTests {
    let world: LoadedWorld

    init() throws { world = try .standard() }

    @Test func `a clearance at the level opens it, and the next day does not`() throws {
        let person = world.person([try world.held("xa-c-hidden")])
        let need = try world.need("xa-hidden")
        #expect(world.verdict(person, need) == .eligible)
        #expect(world.verdict(person, need, on: "2030-12-31") == .ineligible)  // the firm's ended
        #expect(world.verdict(person, need, on: "2028-12-31") == .eligible)
        #expect(world.verdict(person, need, on: "2029-01-01") == .ineligible)
        #expect(world.verdict(person, need, on: "2025-12-31") == .ineligible)
    }

    @Test func `a higher clearance covers lower levels of its ladder and no other ladder`() throws {
        let person = world.person([try world.held("xa-c-sealed")])
        #expect(world.verdict(person, try world.need("xa-hidden")) == .eligible)
        #expect(world.verdict(person, try world.need("xa-side")) == .ineligible)
        let reasons = world.judge(person, try world.need("xa-side")).reasons
        #expect(reasons.joined().contains("parallel ladders never convert"))
        let lower = world.person([try world.held("xa-c-hidden")])
        #expect(world.verdict(lower, try world.need("xa-sealed")) == .ineligible)
    }

    @Test func `where the level needs no clearance nobody is turned away for lacking one`() throws {
        let person = world.person([])
        #expect(world.verdict(person, try world.need("xa-open")) == .eligible)
        #expect(world.verdict(person, try world.need("xa-guarded")) == .eligible)
        #expect(world.verdict(person, try world.need("xa-hidden")) == .ineligible)
        // Nobody says whether VAGUE needs one, nor whether that of LOW was read.
        #expect(world.verdict(person, try world.need("xa-vague")) == .unknown)
        #expect(
            world.verdict(world.person([], country: "XC"), try world.need("xc-low")) == .unknown)
    }

    @Test func `a person reads no higher than the employer, on the same day`() throws {
        let held = [try world.held("xa-c-sealed")]
        let need = try world.need("xa-sealed")
        #expect(world.verdict(world.person(held), need) == .eligible)
        #expect(world.verdict(world.person(held, employer: "shop"), need) == .ineligible)
        #expect(world.verdict(world.person(held, employer: "nobody"), need) == .unknown)
        #expect(world.verdict(world.person(held, employer: nil), need) == .unknown)
        #expect(world.verdict(world.person(held, employer: "customer"), need) == .eligible)
    }

    @Test func `an interim clearance does not count where the owner asks for a final one`() throws {
        let need = try world.need("lg-secret")
        func person(_ status: HeldClearance.Status?) throws -> Person {
            world.person([try world.held("lg-c", status)])
        }
        #expect(world.verdict(try person(.final), need) == .eligible)
        #expect(world.verdict(try person(.interim), need) == .ineligible)
        #expect(world.verdict(try person(.pending), need) == .ineligible)
        #expect(world.verdict(try person(nil), need) == .unknown)
        let national = world.person([try world.held("xa-c-hidden", .interim)])
        #expect(world.verdict(national, try world.need("xa-hidden")) == .unknown)
    }

    @Test func `recognition runs by agreement, in its direction, up to its cap, in its days`()
        throws
    {
        let belmar = world.person(
            [try world.held("xb-c-hush", sponsor: "firm")], nationalities: ["XB"])
        let need = try world.need("xa-hidden")
        // At best the owner still has to release it.
        let judged = world.judge(belmar, need)
        #expect(judged.verdict == .conditional)
        #expect(judged.steps.map(\.id) == ["agreement-not-release:XA"])
        #expect(world.verdict(belmar, try world.need("xa-sealed")) == .ineligible)
        #expect(world.verdict(belmar, need, on: "2028-12-31") == .conditional)
        let long = world.person(
            [try world.held("xb-c-hush", sponsor: "customer")], nationalities: ["XB"],
            employer: "customer")
        #expect(world.verdict(long, need, on: "2028-12-31") == .conditional)
        #expect(world.verdict(long, need, on: "2029-01-01") == .ineligible)
        // The other way there is none; people of a third nation are not surely covered.
        let almaran = world.person([try world.held("xa-c-hidden")], employer: "customer")
        #expect(world.verdict(almaran, try world.need("xb-hush")) == .ineligible)
        let third = world.person(
            [try world.held("xb-c-hush", sponsor: "firm")], nationalities: ["XC"])
        #expect(world.verdict(third, need) == .unknown)
    }

    @Test func `no agreement in the catalog is no proof that there is none`() throws {
        let dorne = world.person(
            [try world.held("xd-c")], nationalities: ["XD"], employer: "customer")
        let judged = world.judge(dorne, try world.need("xa-hidden"))
        #expect(judged.verdict == .unknown)
        #expect(judged.questions.first?.askWhom == "Almara office (Almara)")
        let cerro = world.person(
            [try world.held("xc-c-quiet")], nationalities: ["XC"], employer: "customer")
        #expect(world.verdict(cerro, try world.need("xa-hidden")) == .unknown)
    }

    @Test func `recognition that runs one way runs no other`() throws {
        var table = try ClearanceWorld()
        try table.files.replace(
            "facilityClearance: none,",
            with: "facilityClearance: none, equivalents: [{ level: lg-secret, basis: Dorne table, "
                + "\(ClearanceWorld.fact) }],", in: "countries/xd.yaml")
        let world = try LoadedWorld(table)
        let dorne = world.person([try world.held("xd-c")], nationalities: ["XA", "XD"])
        #expect(world.verdict(dorne, try world.need("lg-secret")) == .eligible)
        let league = world.person([try world.held("lg-c")], employer: "customer", country: "XD")
        #expect(world.verdict(league, try world.need("xd-secret")) == .ineligible)
    }

    @Test func `a clearance of whose level nobody is sure opens nothing surely`() throws {
        let person = world.person([try world.held("xa-c-doubt")])
        #expect(world.verdict(person, try world.need("xa-hidden")) == .unknown)
    }

    @Test func `a clearance that its own record keeps for citizens`() throws {
        var recorded = try ClearanceWorld()
        try recorded.files.replace(
            "validity: P5Y,", with: "validity: P5Y, citizenship: [XD],", in: "countries/xd.yaml")
        let world = try LoadedWorld(recorded)
        let need = try world.need("xd-secret")
        func verdict(_ nationalities: [String]) throws -> Verdict {
            world.verdict(
                world.person(
                    [try world.held("xd-c")], nationalities: nationalities, employer: "customer",
                    country: "XD"), need)
        }
        #expect(try verdict(["XD"]) == .eligible)
        #expect(try verdict(["XA", "XD"]) == .eligible)
        #expect(try verdict(["XA"]) == .ineligible)
        #expect(try verdict([]) == .unknown)
    }

    @Test func `that others may hold it is taken from no unverified row`() throws {
        func verdict(_ confidence: String) throws -> Verdict {
            var worlds = try ClearanceWorld()
            try worlds.files.replace(
                "rules:",
                with: "rules:\n  - { id: r-open, kind: residents-admitted, text: Others too, "
                    + "source: Invented for tests, asOf: 2026-01-01, confidence: \(confidence) }",
                in: "countries/xd.yaml")
            let world = try LoadedWorld(worlds)
            return world.verdict(
                world.person(
                    [try world.held("xd-c")], nationalities: ["XA"], employer: "customer",
                    country: "XD"), try world.need("xd-secret"))
        }
        #expect(try verdict("secondary") == .eligible)
        #expect(try verdict("unverified") == .unknown)
    }

    @Test func `citizens hold it, others by waiver, residents where the nation says so`() throws {
        let sealed = [try world.held("xa-c-sealed")]
        let need = try world.need("xa-sealed")
        #expect(world.verdict(world.person(sealed), need) == .eligible)
        #expect(world.verdict(world.person(sealed, nationalities: ["XB"]), need) == .ineligible)
        #expect(world.verdict(world.person(sealed, nationalities: []), need) == .unknown)
        let waived = [try world.held("xa-c-sealed-waived")]
        #expect(world.verdict(world.person(waived), need) == .eligible)
        #expect(world.verdict(world.person(waived, nationalities: ["XB"]), need) == .unknown)
        let quiet = [try world.held("xc-c-quiet")]
        let cerro = try world.need("xc-quiet")
        func person(_ nations: [String], _ residentOf: [String]) -> Person {
            world.person(quiet, nationalities: nations, country: "XC", residentOf: residentOf)
        }
        #expect(world.verdict(person(["XC"], []), cerro) == .eligible)
        #expect(world.verdict(person(["XA"], ["XC"]), cerro) == .eligible)
        #expect(world.verdict(person(["XA"], []), cerro) == .ineligible)
    }

    @Test func `where nobody says who may hold a clearance, a foreign holder is asked about`()
        throws
    {
        let need = try world.need("xa-sealed")
        func sealed(_ nations: [String]) throws -> Verdict {
            // Of a level named by its marking no rule says who holds it.
            let person = world.person([try world.held("xa-sealed")], nationalities: nations)
            return world.verdict(person, need)
        }
        #expect(try sealed(["XA"]) == .eligible)
        #expect(try sealed(["XC"]) == .unknown)
        #expect(try sealed([]) == .unknown)
    }

    @Test func `a clearance that is asked for by its name is no other one`() throws {
        var need = try world.need("xa-hidden")
        need.clearance = try world.held("xa-c-tied").clearance
        #expect(world.verdict(world.person([try world.held("xa-c-hidden")]), need) == .ineligible)
        let named = world.person([try world.held("xa-c-tied", sponsor: "firm")])
        #expect(world.verdict(named, need) == .eligible)
        #expect(world.verdict(world.person([try world.held("xa-c-sealed")]), need) == .eligible)
    }

    @Test func `a tied clearance needs its sponsor, and one that falls with the post is gone`()
        throws
    {
        let need = try world.need("xa-hidden")
        func person(_ sponsor: String?) throws -> Person {
            world.person([try world.held("xa-c-tied", sponsor: sponsor)])
        }
        #expect(world.verdict(try person("firm"), need) == .eligible)
        #expect(world.verdict(try person("customer"), need) == .eligible)
        #expect(world.verdict(try person("another"), need) == .conditional)
        #expect(world.verdict(try person(nil), need) == .unknown)
        let moved = world.person(
            [try world.held("xb-c-hush", sponsor: "another")], nationalities: ["XB"])
        #expect(world.verdict(moved, need) == .ineligible)
    }

    @Test func `many items need more, few items less`() throws {
        let person = world.person([try world.held("xa-many")])
        var need = try world.need("xa-many")
        #expect(world.verdict(person, need) == .unknown)
        need.volume = .few
        #expect(world.verdict(person, need) == .eligible)
        need.volume = .many
        #expect(world.verdict(person, need) == .ineligible)
        #expect(world.verdict(world.person([try world.held("xa-many-more")]), need) == .eligible)
        var sealed = try world.need("xa-sealed")
        let lower = world.person([try world.held("xa-c-hidden")])
        sealed.volume = .few
        #expect(world.verdict(lower, sealed) == .conditional)
        #expect(world.verdict(world.person([try world.held("xa-check")]), sealed) == .conditional)
        sealed.volume = .many
        #expect(world.verdict(lower, sealed) == .ineligible)
    }

    @Test func `occasional access by a row that nobody verified is not known`() throws {
        var doubted = try ClearanceWorld()
        let row =
            "text: Few items under supervision, source: Invented for tests, "
            + "asOf: 2026-01-01, confidence: "
        try doubted.files.replace(
            row + "primary", with: row + "unverified", in: "countries/xa.yaml")
        let world = try LoadedWorld(doubted)
        var sealed = try world.need("xa-sealed")
        sealed.volume = .few
        let judged = world.judge(world.person([try world.held("xa-c-hidden")]), sealed)
        #expect(judged.verdict == .unknown)
        #expect(judged.questions.map(\.id).contains("screening-ladder:r-few"))
    }

    @Test func `a system asks for the level above, up to the day on which the rule ends`() throws {
        let person = world.person([try world.held("xa-system")])
        let need = try world.need("xa-system")
        #expect(world.verdict(person, need, on: "2026-12-31") == .ineligible)
        #expect(world.verdict(person, need, on: "2027-01-01") == .eligible)
        let higher = world.person([try world.held("xa-system-up")])
        #expect(world.verdict(higher, need, on: "2026-12-31") == .eligible)
        var administrator = try world.need("xa-guarded")
        #expect(world.verdict(world.person([]), administrator) == .eligible)
        administrator.isSystemWide = true
        #expect(world.verdict(world.person([]), administrator) == .ineligible)
        let cleared = world.person([try world.held("xa-c-hidden")])
        #expect(world.verdict(cleared, administrator) == .eligible)
    }
}

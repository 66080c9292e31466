import Catalog
import Clearance
import Diagnostics
import Quantities
import Requirements
import Testing

/// Facilities, systems and exchange: allow, deny, unknown and the day on which the answer changes.
struct FacilityAndSystemTests {
    let world: LoadedWorld

    init() throws { world = try .standard() }

    private func facility(
        _ status: HeldClearance.Status? = .final, level: String = "xa-hidden",
        clearance: String? = nil, issuer: String = "XA", expires: String? = "2030-01-01",
        sponsor: String? = nil, parents: [String] = ["XA"], mitigation: String? = nil,
        registered: Bool? = nil
    ) throws -> Facility {
        let named = world.catalog.owners.flatMap(\.facilityClearances)
            .first { $0.id.rawValue == clearance }
        return Facility(
            id: "plant", country: OwnerID("XA"), parents: parents.map { OwnerID($0) },
            mitigation: mitigation, isRegistered: registered,
            clearances: [
                HeldFacilityClearance(
                    issuer: OwnerID(issuer), level: try world.level(level), clearance: named,
                    status: status, granted: world.day("2026-01-01"),
                    expires: expires.map(world.day), sponsor: sponsor)
            ])
    }

    private func verdict(
        _ facility: Facility, _ level: String, on date: String = "2026-06-01"
    ) throws -> Verdict {
        try judge(facility, level, on: date).verdict
    }

    private func judge(
        _ facility: Facility, _ level: String, on date: String = "2026-06-01"
    ) throws -> CaseJudgement {
        FacilityJudge(world.book).judge(
            facility, for: try world.level(level), on: world.day(date))
    }

    @Test func `a facility clearance opens its level and lower ones until it expires`() throws {
        #expect(try verdict(facility(), "xa-hidden") == .eligible)
        #expect(try verdict(facility(), "xa-sealed") == .ineligible)
        #expect(try verdict(facility(level: "xa-sealed"), "xa-hidden") == .eligible)
        #expect(try verdict(facility(), "xa-hidden", on: "2029-12-31") == .eligible)
        #expect(try verdict(facility(), "xa-hidden", on: "2030-01-01") == .ineligible)
        #expect(try verdict(facility(expires: nil), "xa-hidden") == .unknown)
        #expect(try verdict(Facility(id: "plant"), "xa-guarded") == .eligible)
        #expect(try verdict(Facility(id: "plant"), "xa-hidden") == .ineligible)
        #expect(try verdict(Facility(id: "plant"), "xa-vague") == .unknown)
    }

    @Test func `a preliminary clearance is a step, one that is asked for is none`() throws {
        let first = try judge(facility(nil, clearance: "xa-f-first"), "xa-hidden")
        #expect(first.verdict == .unknown || first.verdict == .conditional)
        let interim = try judge(facility(.interim), "xa-hidden")
        #expect(interim.verdict == .conditional)
        #expect(interim.steps.map(\.leadTime?.description) == ["P6M"])
        #expect(try verdict(facility(.pending), "xa-hidden") == .ineligible)
        #expect(try verdict(facility(nil), "xa-hidden") == .unknown)
    }

    @Test func `nobody sponsors his own clearance`() throws {
        #expect(try verdict(facility(sponsor: "plant"), "xa-hidden") == .ineligible)
        #expect(try verdict(facility(sponsor: "customer"), "xa-hidden") == .eligible)
    }

    @Test func `foreign owners are held off, or ask for a determination`() throws {
        func owned(_ parents: [String], _ mitigation: String? = nil) throws -> Verdict {
            try verdict(
                facility(level: "xa-sealed", parents: parents, mitigation: mitigation),
                "xa-sealed")
        }
        #expect(try owned(["XA"]) == .eligible)
        #expect(try owned([]) == .unknown)
        #expect(try owned(["XA", "XC"]) == .ineligible)
        #expect(try owned(["XC"], "SSA") == .conditional)
        // Where no rule of the owner is known, owners from abroad are asked about.
        let foreign = try judge(facility(parents: ["XC"]), "xa-hidden")
        #expect(foreign.verdict == .unknown)
        #expect(foreign.questions.map(\.id) == ["foreign-ownership:plant.XA"])
        #expect(try judge(facility(parents: []), "xa-hidden").premises.count == 1)
    }

    @Test(arguments: [
        ("24", "39", Verdict.eligible), ("24.1", "39", .ineligible), ("24", "39.1", .ineligible),
        ("", "39", .unknown),
    ])
    func `shares from outside have two limits`(one: String, all: String, expected: Verdict) throws {
        let plant = Facility(
            id: "plant", largestForeignShare: try? ExactDecimal(parsing: one),
            foreignShares: try ExactDecimal(parsing: all))
        let judged = FacilityJudge(world.book).ownership(plant, for: SchemeID("xa-label"))
        #expect(judged?.verdict == expected)
    }

    @Test func `some owners ask that the body stands in a register`() throws {
        func hush(_ registered: Bool?, issuer: String) throws -> Verdict {
            let held = try facility(
                level: "xb-hush", issuer: issuer, parents: ["XB"], registered: registered)
            return try verdict(
                Facility(
                    id: held.id, country: OwnerID("XB"), parents: held.parents,
                    isRegistered: registered, clearances: held.clearances), "xb-hush")
        }
        #expect(try hush(nil, issuer: "XB") == .eligible)
        #expect(try hush(true, issuer: "LEAGUE") == .eligible)
        #expect(try hush(nil, issuer: "LEAGUE") == .unknown)
        #expect(try hush(false, issuer: "LEAGUE") == .ineligible)
    }

    // MARK: - Systems

    private func system(
        _ schemes: [(String, HeldClearance.Status?)], level: String = "xa-hidden",
        country: String? = "XA", expires: String? = "2030-01-01"
    ) throws -> InformationSystem {
        InformationSystem(
            id: "net", level: try world.level(level), country: country.map { OwnerID($0) },
            accreditations: try schemes.map { id, status in
                InformationSystem.Held(
                    scheme: try #require(world.catalog.scheme(SchemeID(id))), status: status,
                    granted: world.day("2026-01-01"), expires: expires.map(world.day))
            },
            location: SourceLocation(path: "", line: 1, column: 1, length: 0))
    }

    private func verdict(
        _ system: InformationSystem, on date: String = "2026-06-01"
    ) -> Verdict {
        SystemJudge(world.book).judge(system, on: world.day(date)).verdict
    }

    @Test func `an accreditation holds at its place and until it expires`() throws {
        #expect(verdict(try system([("xa-acc", .final)])) == .eligible)
        #expect(verdict(try system([("xa-acc", .final)], country: "XB")) == .ineligible)
        #expect(verdict(try system([("xa-acc", .final)], country: nil)) == .unknown)
        #expect(verdict(try system([("xa-acc", nil)])) == .unknown)
        #expect(verdict(try system([("xa-acc", .interim)])) == .conditional)
        #expect(verdict(try system([("xa-acc", .final)], expires: nil)) == .unknown)
        let net = try system([("xa-acc", .final)])
        #expect(verdict(net, on: "2029-12-31") == .eligible)
        #expect(verdict(net, on: "2030-01-01") == .conditional)
    }

    @Test func `a label is no accreditation, and another owner's says nothing`() throws {
        let labelled = try system([("xa-label", .final)])
        let judged = SystemJudge(world.book).judge(labelled, on: world.day("2026-06-01"))
        #expect(judged.verdict == .conditional)
        #expect(judged.reasons.joined().contains("civil label"))
        #expect(judged.steps.map(\.leadTime?.description) == ["P9M"])
        #expect(verdict(try system([("xa-acc", .final)], level: "xb-hush")) == .unknown)
        #expect(verdict(try system([], level: "xb-hush")) == .unknown)
        #expect(verdict(try system([], level: "xa-open")) == .eligible)
    }

    // MARK: - Exchange

    @Test(arguments: [
        ("xa-hidden", "xa-sealed", Verdict.eligible), ("xa-sealed", "xa-hidden", .conditional),
        ("xa-hidden", "xa-side", .conditional), ("xa-hidden", "xa-hidden", .eligible),
        ("xa-guarded", "xb-hush", .conditional), ("xa-hidden", "xb-hush", .ineligible),
        ("xa-guarded", "xc-quiet", .ineligible), ("xa-guarded", "xd-secret", .unknown),
    ])
    func `data goes up freely, down through a guard, abroad within the cap for networks`(
        from: String, to: String, verdict: Verdict
    ) throws {
        let judged = ExchangeJudge(world.book).judge(
            from: try world.level(from), to: try world.level(to), on: world.day("2026-06-01"))
        #expect(judged.verdict == verdict)
    }
}

import Catalog
import Diagnostics
import LocatedInput
import Quantities
import Requirements
import TestSupport
import Testing

struct RequirementDecodingTests {
    private func bound(_ requirement: FixtureRequirement) throws -> BoundRequirement {
        let catalog = try #require(FixtureCatalog().load().snapshot)
        let (bound, findings) = requirement.bind(to: catalog)
        #expect(findings.map(\.line) == [])
        return try #require(bound)
    }

    @Test func `the shipped scenario of Spain means what it says`() throws {
        let files = try FixtureCatalog.shipped()
        let catalog = try #require(files.load().snapshot)
        let text = try #require(files.files["scenarios/spain-limited.yaml"])
        let (found, findings) = FixtureRequirement(text).bind(to: catalog)
        #expect(findings.map(\.line) == [])
        let bound = try #require(found)
        #expect(bound.customer.id == OwnerID("ES"))
        #expect(bound.enclaves.map(\.level.id.rawValue) == ["es-difusion-limitada"])
        #expect(bound.enclaves.flatMap(\.schemes).map(\.id.rawValue) == ["es-ens-alta"])
        #expect(bound.demands.map(\.id) == ["limited.app", "limited.disks", "limited.lake"])
        #expect(bound.demands.map(\.workload.placedCopies) == [2, 2, 2])
        #expect(bound.requirement.acceptance.certificates == .atStart)
        #expect(bound.requirement.budgets.map(\.amount.value.description) == ["EUR 12500000.00"])
    }

    @Test func `the requirement of the tests means what it says`() throws {
        let bound = try bound(FixtureRequirement())
        let enclave = try #require(bound.enclaves.first)
        #expect(enclave.level.id == LevelID("xa-guarded"))
        #expect(enclave.enclave.minimumSites == 2)
        #expect(enclave.enclave.maximumSites == 3)
        #expect(enclave.enclave.apartKilometres?.value == 50)
        let workloads = enclave.enclave.workloads
        #expect(workloads.map(\.replicas) == [1, 2, 1])
        #expect(workloads.map(\.splitSites) == [2, 1, 1])
        #expect(workloads[0].size == .compute(vcpu: 40, memoryGiB: 160))
        #expect(workloads[0].architecture == .x86)
        #expect(
            workloads[1].attributes.map(\.name.rawValue) == [
                "access", "replication", "encryptionAtRest",
            ])
        let tebibytes = try #require(Unit(symbol: "TiB"))
        #expect(
            workloads[2].size == .storage(Quantity(amount: ExactDecimal(3), unit: tebibytes)))
        #expect(workloads[2].with?.value == "app")
    }

    @Test func `periods follow each other and end before the next begins`() throws {
        let term = try bound(FixtureRequirement()).requirement.term
        #expect(term.periods.map(\.id) == ["base", "option-1"])
        #expect(term.periods.map(\.start.description) == ["2027-07-01", "2030-07-01"])
        #expect(term.periods.map(\.end.description) == ["2030-07-01", "2031-07-01"])
        #expect(term.periods.map(\.months) == [36, 12])
        #expect(term.end.description == "2031-07-01")
    }

    @Test func `where only the base is evaluated, the term ends with it`() throws {
        let term = try bound(
            FixtureRequirement().replacing("evaluated: all", with: "evaluated: base")
        ).requirement.term
        #expect(term.evaluatedPeriods.map(\.id) == ["base"])
        #expect(term.end.description == "2030-07-01")
    }

    @Test func `what is left out takes its default`() throws {
        let bound = try bound(
            FixtureRequirement(
                """
                requirement: 1
                title: Least that can be asked
                customer: { country: XA }
                currency: EUR
                asOf: 2026-11-24
                term: { start: 2027-01-01, base: P1Y }
                enclaves:
                  - id: open
                    classification: open
                    workloads:
                      - { id: lake, capability: storage.object, capacityGB: "0.5" }
                """))
        let requirement = bound.requirement
        #expect(requirement.customer.kind == "government")
        #expect(!requirement.acceptance.conditional)
        #expect(requirement.acceptance.certificates == .atOffer)
        #expect(requirement.procurement.evidenceMaxAge.description == "P24M")
        #expect(requirement.staff.coverage == .aroundTheClock)
        #expect(requirement.term.evaluation == .all)
        #expect(requirement.budgets.isEmpty)
        #expect(requirement.enclaves[0].minimumSites == 1)
        #expect(requirement.enclaves[0].workloads[0].placedCopies == 1)
    }

    @Test(arguments: ["GUARDÉD", "GUARDED", "guarded", "Guardéd", "GUARDE\u{301}D"])
    func `a level binds in any case, by an alias and in either form of an accent`(
        word: String
    ) throws {
        let bound = try bound(FixtureRequirement().replacing(": GUARDÉD", with: ": \(word)"))
        #expect(bound.enclaves.map(\.level.id.rawValue) == ["xa-guarded"])
    }

    @Test func `an owner that is named owns the word`() throws {
        let bound = try bound(
            FixtureRequirement().replacing(
                "classification: GUARDÉD", with: "classification: BOUNDED\n    owner: XB"))
        #expect(bound.enclaves.map(\.level.id.rawValue) == ["xb-bounded"])
    }

    @Test func `another owner's level names the counterpart and the way to mean it`() throws {
        let requirement = try FixtureRequirement().replacing(": GUARDÉD", with: ": BOUNDED")
        let catalog = try #require(FixtureCatalog().load().snapshot)
        let finding = try #require(requirement.bind(to: catalog).findings.first)
        #expect(finding.code == .requirementForeignLevel)
        #expect(
            finding.help
                == "the level of Aldoria set beside it is 'GUARDÉD'; if the information is "
                + "Borland's own, write 'owner: XB'")
    }

    @Test func `a word of several ladders names them, and guesses none`() throws {
        var catalog = try FixtureCatalog()
        for country in ["xc", "xd"] {
            let owner = country.uppercased()
            catalog.append(
                "levels:\n  - { id: \(country)-bounded, marking: BOUNDED, rank: 1, band: U, "
                    + "classified: false, source: Invented ladder of \(owner), asOf: 2026-01-01, "
                    + "confidence: primary }\n",
                to: "countries/\(country).yaml")
        }
        let requirement = try FixtureRequirement().replacing(": GUARDÉD", with: ": BOUNDED")
        let (snapshot, findings) = catalog.load()
        #expect(findings.map(\.line) == [])
        let loaded = try #require(snapshot)
        let finding = try #require(requirement.bind(to: loaded).findings.first)
        #expect(finding.message.hasPrefix("'BOUNDED' is a level of Borland, "))
        #expect(
            finding.help
                == "the level of Aldoria set beside that of Borland is 'GUARDÉD'; if the "
                + "information is Borland's own, write 'owner: XB'")
    }

    @Test func `budgets without a name are numbered`() throws {
        let requirement = try FixtureRequirement().replacing("id: base-budget, ", with: "")
        #expect(try bound(requirement).requirement.budgets.map(\.id) == ["budget-1"])
    }

    @Test func `mistakes everywhere are shown together`() throws {
        var requirement = try FixtureRequirement()
        try requirement.replace("asOf: 2026-11-24", with: "asOf: today")
        try requirement.replace("1000000.00", with: "1,000,000.00")
        try requirement.replace("vcpu: 40", with: "vcpu: -1")
        try requirement.replace("with: app", with: "with: lik")
        try requirement.replace("coverage", with: "cover")
        #expect(
            requirement.decode().findings.map { $0.code.rawValue } == [
                "INP037", "REQ011", "REQ010", "REQ004", "INP031",
            ])
    }

    @Test func `a term before the date of judgement is REQ013`() throws {
        let late = try FixtureRequirement().replacing("asOf: 2026-11-24", with: "asOf: 2199-01-01")
        #expect(late.decode().findings.map { $0.code.rawValue } == ["REQ013"])
    }
}

import Catalog
import Quantities
import TestSupport
import Testing

/// What the catalog knows beside offers and prices: agreements, availability, dependencies,
/// commitments, other names, uplifts, costs of clearing, frameworks.
struct DossierTests {
    private func snapshot() throws -> CatalogSnapshot {
        let (snapshot, findings) = try DossierWorld.catalog().load()
        #expect(findings.map(\.line) == [])
        return try #require(snapshot)
    }

    @Test func `an agreement is read with direction, caps, medium and dates`() throws {
        let agreement = try #require(try snapshot().agreements.first)
        #expect(agreement.parties == [OwnerID("XA"), OwnerID("XB")])
        #expect(agreement.direction == .oneWay(from: OwnerID("XB"), by: OwnerID("XA")))
        #expect(agreement.upTo == [LevelID("xa-hidden"), LevelID("xb-closed")])
        #expect(agreement.electronic == .capped)
        #expect(agreement.electronicUpTo == [LevelID("xa-guarded")])
        #expect(agreement.inForce == (try CalendarDate(parsing: "2020-01-01")))
        #expect(agreement.status == .inForce && agreement.scope == "no nuclear matters")
    }

    @Test func `a service that quotes cannot size makes no offer`() throws {
        let snapshot = try snapshot()
        let tables = try #require(snapshot.service(ServiceID("aurelia-tables")))
        #expect(tables.kind == CapabilityID("database.relational") && tables.capability == nil)
        #expect(!snapshot.offers.contains { $0.service == tables.id })
        let listed = try DossierWorld.catalog()
        var sold = listed
        try sold.replace(
            "aurelia-tables,Aurelia tables,database.relational,,",
            with: "aurelia-tables,Aurelia tables,database.relational,aurelia-north,",
            in: DossierWorld.aurelia + "services.csv")
        let offers = try #require(sold.load().snapshot).offers
        #expect(!offers.contains { $0.service == tables.id })
    }

    @Test func `availability is by service and way of delivery`() throws {
        let found = try snapshot().availabilities
        #expect(found.map(\.status) == [.yes, .undisclosed])
        #expect(found.map(\.deliveryModel.rawValue) == ["public-region", "vault"])
        #expect(found.last?.condition == "on request")
    }

    @Test func `dependencies, commitments, other names and uplifts are read whole`() throws {
        let snapshot = try snapshot()
        let dependency = try #require(snapshot.dependencies.first)
        #expect(dependency.kind == .requires && dependency.requires == [ServiceID("aurelia-disks")])
        #expect(dependency.sites == [SiteID("aurelia-north")])
        #expect(snapshot.commitments.first?.subject == .nationality)
        #expect(snapshot.aliases.map(\.of) == ["aurelia-north", "aurelia-tables"])
        let uplift = try #require(snapshot.uplifts.first)
        #expect(uplift.percent == (try ExactDecimal(parsing: "20.5")) && uplift.samples == 12)
        let cost = try #require(snapshot.clearanceCosts.first)
        #expect(cost.kind == .vettingFee && cost.likely == ExactDecimal(250))
    }

    @Test func `claimed and evidenced steps of a framework are kept apart`() throws {
        let snapshot = try snapshot()
        let framework = try #require(snapshot.frameworks.first)
        #expect(framework.levels.map(\.level) == [2, 3])
        #expect(framework.objectives.map(\.id) == ["SOV-1", "SOV-2"])
        let assessment = try #require(snapshot.assessments.first)
        #expect(assessment.claimed == 3 && assessment.evidenced == 2)
    }

    @Test func `what is said not to be authorised grounds no authorisation`() throws {
        var catalog = try FixtureCatalog()
        let path = "providers/aurelia/authorisations.csv"
        try catalog.replace(
            "id,scheme,services,sites,", with: "id,scheme,services,sites,status,", in: path)
        try catalog.replace(
            "aurelia-north;aurelia-south,L-1", with: "aurelia-north;aurelia-south,not-in-scope,L-1",
            in: path)
        let snapshot = try #require(catalog.load().snapshot)
        #expect(snapshot.authorisations == [])
        #expect(snapshot.authorisationRecords.map(\.status) == [.notInScope])
    }

    @Test func `legacy markings and ladders beside the main one are read`() throws {
        var catalog = try FixtureCatalog()
        let path = "countries/xa.yaml"
        try catalog.replace(
            "clearances:\n",
            with: """
                legacyMarkings:
                  - id: xa-veiled
                    marking: VEILED
                    protectedAs: xa-hidden
                    until: 2021-06-30
                    source: Invented reform of Aldoria
                    asOf: 2021-07-01
                    confidence: primary
                clearances:

                """, in: path)
        try catalog.replace("rank: 2", with: "rank: 1\n    ladder: side", in: path)
        let (snapshot, findings) = catalog.load()
        #expect(findings.map(\.line) == [])
        let owner = try #require(snapshot?.owner(OwnerID("XA")))
        #expect(owner.legacyMarkings.map(\.protectedAs) == [LevelID("xa-hidden")])
        let side = try #require(owner.levels.first { $0.ladder == "side" })
        for level in owner.levels where level.ladder == nil {
            #expect(!level.isAbove(side) && !side.isAbove(level))
        }
    }

    private static let mistakes = [
        CatalogMistake(
            "a party that is no country", in: "agreements.csv", "XA;XB,general", "XA;QQ,general",
            gives: "2:32 CAT012 'QQ' is no country code",
            "2:52 CAT017 'XB' is no party of the agreement"),
        CatalogMistake(
            "a level of no owner", in: "agreements.csv", "xa-hidden;", "xa-hiden;",
            gives: "2:58 CAT012 unknown level 'xa-hiden'"),
        CatalogMistake(
            "an agreement of one", in: "agreements.csv", "XA;XB,general-security,XB>XA",
            "XA,general-security,mutual",
            gives: "2:29 CAT017 an agreement has two parties or more"),
        CatalogMistake(
            "an agreement that ends before it begins", in: "agreements.csv", "2030-01-01",
            "2019-12-31",
            gives: "2:137 CAT020 it ends on 2019-12-31, not after it began to hold on 2020-01-01"),
        CatalogMistake(
            "capped at no level", in: "agreements.csv", "xa-guarded,capped", ",capped",
            gives: "2:79 CAT017 exchange over networks is said to be capped, but at no level"),
        CatalogMistake(
            "a word of no vocabulary", in: DossierWorld.aurelia + "services.csv",
            "database.relational", "database.relatoinal",
            gives: "5:31 CAT012 unknown capability 'database.relatoinal'"),
        CatalogMistake(
            "a service that is none", in: DossierWorld.aurelia + "availability.csv",
            "av-tables-vault,aurelia-tables", "av-tables-vault,aurelia-table",
            gives: "3:17 CAT012 unknown service 'aurelia-table'"),
        CatalogMistake(
            "a delivery model that is none", in: DossierWorld.aurelia + "commitments.csv", "vault,",
            "vaults,", gives: "2:20 CAT012 unknown delivery model 'vaults'"),
        CatalogMistake(
            "a name with two meanings", in: DossierWorld.aurelia + "aliases.csv",
            "als-tables,service,AT,aurelia-tables", "als-south,site,XA-N-1,aurelia-south",
            gives: "3:23 CAT017 'XA-N-1' means 'aurelia-north' and 'aurelia-south' in "
                + "'price list of 2026'"),
        CatalogMistake(
            "weights that make no whole", in: "frameworks/league-csf.yaml", "40.5", "40",
            gives: "7:3 CAT021 the weights add up to 99.5 percent, not 100"),
        CatalogMistake(
            "a step that the framework has not", in: "frameworks/assessments.csv", ",SOV-1,3,",
            ",SOV-1,4,", gives: "2:39 CAT012 'league-csf' has no level 4"),
        CatalogMistake(
            "an objective that it has not", in: "frameworks/assessments.csv", "SOV-1", "SOV-9",
            gives: "2:33 CAT012 unknown objective 'SOV-9'"),
        CatalogMistake(
            "evidence that is not named", in: "frameworks/assessments.csv", "Register of owners",
            "", gives: "2:66 CAT023 a step without its 'evidence'"),
        CatalogMistake(
            "a file of a provider that is none", in: DossierWorld.aurelia + "uplifts.csv",
            "median", "mean",
            gives: "2:33 INP040 expected 'exact', 'median', 'minimum' or 'maximum' for "
                + "'statistic', found 'mean'"),
    ]

    @Test(arguments: mistakes)
    func `mistakes are found at their place`(_ mistake: CatalogMistake) throws {
        #expect(try mistake.findings(in: DossierWorld.catalog()) == mistake.expected)
    }
}

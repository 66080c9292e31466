import Catalog
import Diagnostics
import LocatedInput
import Quantities
import TestSupport
import Testing

/// Rows of a filled-in sheet of questions as facts of a catalog, and their mistakes.
struct CatalogAnswerTests {
    private static let header =
        "id,question,askWhom,concerns,currentEffect,worth,currency,worthMeans,value,low,high,unit,"
        + "validFrom,validUntil,asOf,source,confidence,note,kind,provider,subject,part,level,"
        + "services,sites\n"

    /// A row with an answer: the cells before `value`, and the machine's cells behind, are given.
    private static func row(
        _ value: String, unit: String = "", _ machine: String,
        grounds: String = "2026-01-12,Letter to the bid team,primary"
    ) -> String {
        header + "q,Is it so?,somebody,,,0,,,\(value),,,\(unit),,,\(grounds),,\(machine)\n"
    }

    private func load(_ text: String) -> (snapshot: CatalogSnapshot?, findings: [String]) {
        let world = QuoteWorld().adding(text, to: "questions.csv")
        let collector = FindingCollector()
        let layer = CatalogLayer(
            folder: "catalog",
            files: world.files.map { path, text in
                CatalogLayer.File(
                    relativePath: path, input: InputText(path: path, text: text))
            })
        let snapshot = CatalogLoader.load([layer], into: collector)
        return (
            snapshot,
            collector.findings.map { finding in
                let place = finding.location?.description ?? "-"
                return "\(place) \(finding.code.rawValue) \(finding.message)"
            }
        )
    }

    private func snapshot(_ text: String) throws -> CatalogSnapshot {
        let (snapshot, findings) = load(text)
        return try #require(snapshot, "\(findings)")
    }

    @Test func `a lead time becomes that of its scheme`() throws {
        let catalog = try snapshot(Self.row("P9M", "lead-time,,xa-accredited,,,,"))
        let scheme = try #require(catalog.scheme(SchemeID("xa-accredited")))
        #expect(scheme.leadTime == CalendarPeriod(months: 9))
        #expect(scheme.provenance.source(ofAll: ["leadTime"]) == "Letter to the bid team")
        #expect(scheme.provenance.source(ofAll: ["covers"]).hasPrefix("Invented statute"))
    }

    @Test(arguments: [
        "supported-from", "telemetry-in", "operator-nationality", "operator-residence",
    ])
    func `a reach becomes that of its delivery model`(_ kind: String) throws {
        let catalog = try snapshot(Self.row("XA;XB", "\(kind),aurelia,region,,,,"))
        let model = try #require(catalog.provider(ProviderID("aurelia"))?.deliveryModels.first)
        let reaches = [
            model.supportFrom, model.telemetryIn, model.operatorNationality,
            model.operatorResidence,
        ]
        #expect(reaches.filter { $0 == .only([OwnerID("XA"), OwnerID("XB")]) }.count == 1)
        #expect(model.provenance.isAnswered(kind))
    }

    @Test func `connections, attributes, orders and distances are taken`() throws {
        let connected = try snapshot(
            Self.row("private-link;internet", "connectivity,aurelia,region,,,,"))
        #expect(
            connected.provider(ProviderID("aurelia"))?.deliveryModels.first?.connectivity
                == [.privateLink, .internet])
        let stated = try snapshot(Self.row("zonal", "attribute,,boreal-store,replication,,,"))
        #expect(stated.service(ServiceID("boreal-store"))?.attributes[.replication] == "zonal")
        let open = try snapshot(Self.row("yes", "orderable,,boreal-lab,,,,"))
        #expect(open.site(SiteID("boreal-lab"))?.status == .available)
        let apart = try snapshot(
            Self.row("140", unit: "km", "distance,,,,,,boreal-east;aurelia-north"))
        let (east, north) = (SiteID("boreal-east"), SiteID("aurelia-north"))
        #expect(apart.statedDistance(east, north)?.kilometres == 140)
        #expect(apart.statedDistance(north, east)?.kilometres == 140)
    }

    @Test func `a rate is one more labour rate`() throws {
        let catalog = try snapshot(
            Self.row("900", unit: "EUR/8h", "rate,,XA,operator,xa-restricted,,"))
        let rate = try #require(catalog.labourRates.first { $0.level == LevelID("xa-restricted") })
        #expect(rate.likely == ExactDecimal(900) && rate.hoursPerUnit == ExactDecimal(8))
        #expect(rate.basis == .published)
    }

    @Test func `a confirmation makes a field as sure as the answer`() throws {
        let catalog = try snapshot(
            Self.row("yes", "confirmation,,aurelia-north,country;status,,,"))
        let provenance = try #require(catalog.site(SiteID("aurelia-north"))?.provenance)
        #expect(provenance.isAnswered("country") && provenance.isAnswered("status"))
        #expect(provenance.source(ofAll: ["country"]) == "Letter to the bid team")
    }

    @Test(arguments: [
        Self.row("", "orderable,,boreal-lab,,,,", grounds: ",,"),
        Self.row("", unit: "EUR/8h", "rate,,XA,operator,,,", grounds: ",,"),
        Self.row("", "catalog-file,,rules.yaml,,,,", grounds: ",,"),
    ])
    func `no answer states nothing`(_ text: String) throws {
        #expect(try snapshot(text).site(SiteID("boreal-lab"))?.status == .listed)
    }

    @Test(arguments: [
        (Self.row("P9", "lead-time,,xa-accredited,,,,"), "2:28 INP038"),
        (Self.row("P9M", "lead-time,,xa-accredit,,,,"), "2:1 CAT012"),
        (Self.row("many", unit: "EUR/8h", "rate,,XA,operator,,,"), "2:28 INP034"),
        (Self.row("900", unit: "EUR", "rate,,XA,operator,,,"), "2:34 INP042"),
        (Self.row("900", unit: "EUR/day", "rate,,XA,operator,,,"), "2:34 INP042"),
        (Self.row("1", unit: "EUR/GB-mont", "price,boreal,bstore,,,,boreal-east"), "2:32 INP040"),
        (Self.row("-1", unit: "EUR/GB-month", "price,boreal,bstore,,,,boreal-east"), "2:28 CAT021"),
        (Self.row("1", unit: "EUR/GB-month", "price,boreal,bstore,,,,boreal-eas"), "CAT012"),
        (Self.row("maybe", "orderable,,boreal-lab,,,,"), "2:28 INP040"),
        (Self.row("some", "attribute,,boreal-store,replication,,,"), "2:28 CAT013"),
        (Self.row("9", "distance,,,,,,boreal-east"), "INP042"),
        (Self.row("99999", "distance,,,,,,boreal-east;boreal-lab"), "2:28 CAT021"),
        (Self.row("yes", "catalog-file,,rules.yaml,,,,"), "2:28 CAT060"),
        (Self.row("yes", "opinion,,boreal-lab,,,,"), "INP040"),
        (Self.row("yes", "orderable,,boreal-lab,,,,", grounds: "2026-01-12,me,primary"), "CAT030"),
        (Self.row("yes", "orderable,,boreal-lab,,,,", grounds: ",,"), "INP032"),
        (Self.row("", "orderable,,boreal-lab,,,,"), "INP032"),
    ])
    func `a mistake is a finding at its cell`(_ text: String, _ expected: String) {
        let (snapshot, findings) = load(text)
        #expect(snapshot == nil)
        #expect(findings.contains { $0.contains(expected) }, "\(findings)")
        #expect(findings.allSatisfy { $0.hasPrefix("questions.csv:") }, "\(findings)")
    }

    @Test func `that this customer may not order is a fact`() throws {
        let site = try snapshot(Self.row("No", "orderable,,boreal-east,,,,"))
            .site(SiteID("boreal-east"))
        #expect(site?.orderableBy == Site.notThisCustomer)
        let lab = try snapshot(Self.row("yes", "orderable,,boreal-lab,,,,"))
            .site(SiteID("boreal-lab"))
        #expect(lab?.orderableBy == Site.thisCustomer && lab?.status == .available)
    }

    @Test(arguments: [
        "certificate,boreal,xa-label,,,boreal-store,boreal-east",
        "confirmation,,aurelia-north,country,,,",
    ])
    func `a no that changes nothing is said to`(_ machine: String) {
        let (snapshot, findings) = load(Self.row("no", machine))
        #expect(snapshot?.authorisations.contains { $0.id.rawValue == "answer:q" } == false)
        #expect(findings.count == 1 && findings[0].contains("CAT061"), "\(findings)")
    }

    @Test(arguments: ["none", "n/a", "-", "0", "unknown", "does not hold one"])
    func `a word is no certificate`(_ word: String) {
        let (snapshot, findings) = load(
            Self.row(word, "certificate,boreal,xa-label,,,boreal-store,boreal-east"))
        #expect(snapshot == nil)
        #expect(findings.count == 1 && findings[0].contains("2:28 INP040"), "\(findings)")
    }

    @Test func `a column that no sheet has is told`() {
        let text = Self.row("no", "orderable,,boreal-lab,,,,")
            .replacing("id,question,", with: "id,query,")
        #expect(load(text).findings.contains { $0.contains("INP031 unknown column 'query'") })
    }

    @Test func `the same question answered twice is told`() {
        let row = Self.row("900", unit: "EUR/8h", "rate,,XA,operator,xa-restricted,,")
        let twice = row + (row.split(separator: "\n").last ?? "") + "\n"
        #expect(load(twice).findings.contains { $0.contains("CAT010") })
    }

    @Test func `an assumed fact leaves version and hash as they are`() throws {
        let catalog = try QuoteWorld().snapshot()
        let assumed = catalog.assuming([
            CatalogAnswer(assuming: .orderable(SiteID("boreal-lab"), true), question: "q")
        ])
        #expect(assumed.site(SiteID("boreal-lab"))?.status == .available)
        #expect(catalog.site(SiteID("boreal-lab"))?.status == .listed)
        #expect(assumed.contentHash == catalog.contentHash)
        #expect(assumed.offers.count == catalog.offers.count)
    }
}

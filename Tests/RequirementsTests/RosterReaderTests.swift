import Catalog
import Diagnostics
import LocatedInput
import Quantities
import Requirements
import TestSupport
import Testing

/// Rosters as spreadsheets export them, on the shipped catalog: the words are those of nations.
struct RosterReaderTests {
    private static let catalog = Result {
        let (catalog, findings) = try FixtureCatalog.shipped().load()
        return try #require(catalog, "\(findings.map(\.line))")
    }

    private func read(
        _ text: String, path: String = "people.csv", _ order: RosterDates.Order = .unambiguous,
        rows: RosterReader.Rows = .people
    ) throws -> (roster: Roster, findings: [Finding]) {
        let collector = FindingCollector()
        collector.withholdContent(of: path)
        let reader = RosterReader(
            catalog: try Self.catalog.get(), dates: RosterDates(order), into: collector)
        let roster = reader.read(InputText(path: path, text: text), rows: rows)
        return (roster, collector.findings)
    }

    private func held(_ word: String, _ issuer: String) throws -> HeldClearance? {
        let (roster, _) = try read(
            "id,clearance,issuedBy\np1,\"\(word)\",\(issuer)\n")
        return roster.people.first?.clearances.first
    }

    @Test(arguments: [",", ";", "\t"])
    func `any usual separator, a byte order mark and quoted line ends are read`(sign: String) throws
    {
        let rows = [
            ["id", "nationalities", "clearance", "issuedBy", "share"],
            ["p1", "\"ES, FR\"", "\"HPS\nRESERVADO\"", "ES", "0.5"],
        ]
        let text = "\u{FEFF}" + rows.map { $0.joined(separator: sign) }.joined(separator: "\r\n")
        let (roster, findings) = try read(text)
        // A name over two lines is still no clearance; the row is read for all that.
        #expect(findings.map(\.code) == [.rosterUnknownLevel])
        #expect(roster.people.map(\.nationalities) == [[OwnerID("ES"), OwnerID("FR")]])
        #expect(roster.people.map(\.shareThousandths) == [500])
    }

    @Test(arguments: [
        ("HPS RESERVADO", "ES", "es-reservado"), ("hps reservado", "ES", "es-reservado"),
        ("RESERVADO", "ES", "es-reservado"), ("DIFUSION LIMITADA", "ES", "es-difusion-limitada"),
        ("PB SCISLE TAJNE", "PL", "pl-scisle-tajne"), ("ŚCIŚLE TAJNE", "PL", "pl-scisle-tajne"),
        ("SC", "GB", "gb-secret"), ("NV1", "AU", "au-secret"), ("Ü2", "DE", "de-geheim"),
        ("NATO SECRET", "PL", "nato-secret"), ("SECRET", "RO", "ro-secret"),
        ("SECRET", "GB", "gb-secret"), ("SECRETO", "ES", "es-secreto"),
        ("SECRETO", "PT", "pt-secreto"),
    ])
    func `a word means what its issuer means by it`(word: String, issuer: String, level: String)
        throws
    {
        #expect(try held(word, issuer)?.level?.id.rawValue == level)
    }

    @Test func `clearances of one row stand in groups of columns`() throws {
        let (roster, findings) = try read(
            """
            id,clearance,issuedBy,status,granted,expires,clearance2,issuedBy2,status2,sponsor
            p1,PB TAJNE,PL,final,2026-01-31,31/01/2033,NATO SECRET,PL,interim,customer

            """)
        #expect(findings == [])
        let person = try #require(roster.people.first)
        #expect(person.clearances.map(\.status) == [.final, .interim])
        #expect(person.clearances[0].expires == CalendarDate(year: 2033, month: 1, day: 31))
        #expect(person.clearances.map(\.sponsor) == ["customer", "customer"])
    }

    @Test(arguments: [
        ("03/04/2027", FindingCode?.some(.rosterAmbiguousDate)), ("13/04/2027", nil),
        ("04/04/2027", nil), ("04/13/2027", .inputNotADate), ("31.02.2027", .inputNotADate),
        ("3-4-2027", .rosterAmbiguousDate), ("1/1/27", .inputNotADate), ("2027-04-03", nil),
    ])
    func `a date that can be read in two ways is a finding`(text: String, code: FindingCode?) throws
    {
        let table = "id,from\np1,\(text)\n"
        #expect(try read(table).findings.map(\.code) == [code].compactMap { $0 })
        if code == .rosterAmbiguousDate {
            let (roster, findings) = try read(table, .dayFirst)
            #expect(findings == [])
            #expect(roster.people.first?.from == CalendarDate(year: 2027, month: 4, day: 3))
        }
    }

    @Test(arguments: [
        ("1", Int?.some(1000)), ("0.5", 500), ("0,5", 500), ("50%", 500), ("80 %", 800),
        ("0", nil), ("1.5", nil), ("-1", nil), ("0.0001", nil), ("half", nil),
    ])
    func `shares are thousandths of a week`(text: String, thousandths: Int?) throws {
        let (roster, findings) = try read("id,share\np1,\"\(text)\"\n")
        #expect(findings.isEmpty == (thousandths != nil))
        if let thousandths { #expect(roster.people.first?.shareThousandths == thousandths) }
    }

    @Test(arguments: [
        ("CONFIDENTIEL DÉFENSE", "FR"), ("TOP SECRET", "CH"), ("CONFIDENTIAL", "GB"),
        ("SECRETT", "GB"), ("NATO SECRET", "CH"),
    ])
    func `levels that do not exist in a nation are findings`(word: String, issuer: String) throws {
        let (_, findings) = try read("id,clearance,issuedBy\np1,\(word),\(issuer)\n")
        #expect(findings.map(\.code) == [.rosterUnknownLevel])
        #expect(findings[0].help != nil)
        #expect(!findings[0].message.contains(word))
    }

    @Test func `a clearance without its issuer means nothing`() throws {
        let (_, findings) = try read("id,clearance,issuedBy\np1,SECRET,\np2,SECRET,XX\n")
        #expect(findings.map(\.code) == [.inputMissingKey, .rosterUnknownCountry])
    }

    @Test func `a file of people, facilities and systems is read`() throws {
        let (roster, findings) = try read(
            """
            roster: 1
            people:
              - id: p1
                nationalities: [ES]
                clearances:
                  - { clearance: HPS SECRETO, issuedBy: ES, status: final, expires: 2030-01-01 }
            facilities:
              - id: plant
                kind: company
                parents: [ES]
                clearances:
                  - { clearance: "HSEM, RESERVADO", issuedBy: ES, status: final }
            systems:
              - id: net
                owner: ES
                classification: RESERVADO
                country: ES
                accreditations: [{ scheme: es-ens-alta, status: final, expires: 2028-01-01 }]

            """, path: "roster.yaml")
        #expect(findings.map(\.line) == [])
        #expect(roster.facilities.first?.clearances.map(\.level.id.rawValue) == ["es-reservado"])
        #expect(roster.systems.map(\.level.id.rawValue) == ["es-reservado"])
        #expect(roster.people.first?.clearances.map(\.level?.id.rawValue) == ["es-secreto"])
    }

    @Test func `a facility clearance says its level`() throws {
        func level(_ word: String) throws -> (level: String?, codes: [FindingCode]) {
            let (roster, findings) = try read(
                "id,clearance,issuedBy\nplant,\"\(word)\",PL\n", rows: .facilities)
            return (
                roster.facilities.first?.clearances.first?.level.id.rawValue, findings.map(\.code)
            )
        }
        let name = "Świadectwo bezpieczeństwa przemysłowego, first degree"
        #expect(try level(name + ", TAJNE").level == "pl-tajne")
        #expect(try level(name).codes == [.rosterUnknownLevel])
        #expect(try level("TAJNE").level == "pl-tajne")
    }

    @Test func `the bytes of any file end in findings, not in a crash`() throws {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "id", "p1", ",", ";", "\n", "\"", "clearance", "issuedBy", "ES", "HPS SECRETO",
            "31/12/2027",
            "\u{FEFF}", "é", "\t", "expires", "0.5", "\0",
        ]
        for _ in 0..<300 {
            let count = Int.random(in: 0...40, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            _ = try read(text)
            _ = try read(text, path: "roster.yaml")
        }
    }
}
